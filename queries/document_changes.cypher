// title: What is new in one report against another
// description: Statements of a document that another one, such as the report of the year before, does not make: what is stated counts, not the words. What belongs to what is left out: parts of bodies, editions, amendments, places. Both documents must have been ingested.
// param document: key of Document — key of the document
// param against: key of Document — key of the other document
// column type: string — what is stated
// column source: string — key of the entity that the statement is about
// column source_label: string — label of that entity
// column target: string — key of the other entity
// column target_label: string — label of the other entity
// column topic: string — what it was about, as printed
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: document=council-internet-report against=study-group-activity-report

// one branch for each type: only so does every engine use the type's index on `document`
MATCH (source)-[s:AGREED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:APPROVED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:ASSISTED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH ()-[s:COLLABORATES_WITH]->() WHERE s.document IN [$document, $against]
WITH collect(s) AS stated
UNWIND stated AS s
WITH s, startNode(s) AS source, endNode(s) AS target, [old IN stated WHERE old.document = $against] AS known
WHERE s.document = $document
  AND none(old IN known WHERE startNode(old) IN [source, target] AND endNode(old) IN [source, target])
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:CONSENTED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:CONTRIBUTED_TO]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:DETERMINED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:DEVELOPS]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:DIRECTS]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:HOLDS_ROLE]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH ()-[s:LIAISED_WITH]->() WHERE s.document IN [$document, $against]
WITH collect(s) AS stated
UNWIND stated AS s
WITH s, startNode(s) AS source, endNode(s) AS target, [old IN stated WHERE old.document = $against] AS known
WHERE s.document = $document
  AND none(old IN known WHERE startNode(old) IN [source, target] AND endNode(old) IN [source, target])
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:MEMBER_OF]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:ORGANIZED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:PARTICIPATED_IN]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:PUBLISHED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:REFERENCES]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:RUNS]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
UNION ALL MATCH (source)-[s:STARTED]->(target) WHERE s.document IN [$document, $against]
WITH source, target, collect(s) AS stated
WHERE none(s IN stated WHERE s.document = $against)
UNWIND stated AS s
MATCH (former:Document) WHERE former.key = $against AND former.sha256 IS NOT NULL
WITH s, source, target ORDER BY source.key, target.key, s.passage, s.start, s.id
RETURN type(s) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, s.topic AS topic, s.section AS section, s.quote AS quote
LIMIT $limit
