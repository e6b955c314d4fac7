// title: What a document holds
// description: A document's properties, the number of its passages, its statements by type and the entities that it names by label.
// param document: key of Document — key of the document
// column part: string — property, passages, statements or entities
// column name: string — name of the property, type of the statements, label of the entities
// column value: any — value of the property, else how many
// example: document=CWG-Internet-11/11

MATCH (document:Document) WHERE document.key = $document
UNWIND ['key', 'name', 'aliases', 'title', 'kind', 'symbol', 'date', 'period_start', 'period_end', 'sha256', 'source', 'media_type'] AS name
WITH name, document[name] AS value WHERE value IS NOT NULL
RETURN 'property' AS part, name, value
UNION ALL MATCH (document:Document)-[:HAS_PASSAGE]->(passage) WHERE document.key = $document
RETURN 'passages' AS part, labels(passage)[0] AS name, count(*) AS value
// one branch for each type: only so does every engine use the type's index on `document`
UNION ALL MATCH ()-[s:AGREED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:AMENDS]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:APPROVED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:ASSISTED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:COLLABORATES_WITH]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:CONSENTED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:CONTRIBUTED_TO]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:DETERMINED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:DEVELOPS]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:DIRECTS]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:EDITION_OF]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:EQUIVALENT_TO]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:HELD_IN]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:HOLDS_ROLE]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:LIAISED_WITH]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:MEMBER_OF]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:ORGANIZED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:PARTICIPATED_IN]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:PART_OF]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:PUBLISHED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:REFERENCES]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:REPORTS_ON]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:RESPONSIBLE_FOR]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:RUNS]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:STARTED]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH ()-[s:SUPPLEMENTS]->() WHERE s.document = $document
RETURN 'statements' AS part, type(s) AS name, count(*) AS value
UNION ALL MATCH (document:Document)-[:HAS_PASSAGE]->()-[:MENTIONS]->(entity) WHERE document.key = $document
RETURN 'entities' AS part, labels(entity)[0] AS name, count(DISTINCT entity) AS value
ORDER BY name
LIMIT $limit
