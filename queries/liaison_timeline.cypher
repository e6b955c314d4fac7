// title: How liaisons with an organization went over time
// description: For each year, how often documents state a liaison with an organization or with any part of it, who had it, and on what. The year is that of the date that the text gives, else that of the document, else the end of its period.
// param with: key of Organization|Group|StudyGroup|Programme|Country = "IETF" — key of the organization or group
// param body: key of StudyGroup|Group|Organization|Programme|Country = null — only liaisons of this body
// column year: integer — the year; null where neither text nor document has a date
// column statements: integer — how often a passage says so
// column bodies: list — keys of the bodies that liaised with it
// column partners: list — keys of the organization and its parts that the texts name
// column topics: list — what they liaised on, as printed, each once
// column documents: list — keys of the documents that say so
// example: with=IETF

MATCH (named:Organization|Group|StudyGroup|Programme|Country) WHERE named.key = $with
// the body and its parts, step by step: many documents state each part, and paths would multiply
OPTIONAL MATCH (part)-[:PART_OF]->(named)
WITH named, collect(DISTINCT part) AS parts
UNWIND [named] + parts AS above
OPTIONAL MATCH (part)-[:PART_OF]->(above)
WITH named, parts, collect(DISTINCT part) AS lower
UNWIND [named] + parts + lower AS above
OPTIONAL MATCH (part)-[:PART_OF]->(above)
WITH collect(DISTINCT above) + collect(DISTINCT part) AS parts
WITH parts, [part IN parts | part.key] AS keys
OPTIONAL MATCH (child:Group) WHERE child.parent IN keys
WITH parts, collect(child) AS children, collect(child.key) AS keys
OPTIONAL MATCH (grandchild:Group) WHERE grandchild.parent IN keys
WITH parts, children, collect(grandchild) AS grandchildren
WITH parts + children + grandchildren AS family
UNWIND family AS member
WITH DISTINCT member, family
MATCH (member)-[liaison:LIAISED_WITH]-(body)
// a liaison inside the family is told once, from the side that the text makes its subject
WHERE (NOT body IN family OR startNode(liaison) = body) AND ($body IS NULL OR body.key = $body)
OPTIONAL MATCH (document:Document) WHERE document.key = liaison.document
WITH member, liaison, body,
     coalesce(liaison.date, document.date, document.period_end, document.period_start) AS date
WITH member, liaison, body, toInteger(substring(date, 0, 4)) AS year
ORDER BY body.key, member.key, liaison.document, liaison.topic
RETURN year, count(DISTINCT liaison.id) AS statements, collect(DISTINCT body.key) AS bodies,
       collect(DISTINCT member.key) AS partners, collect(DISTINCT liaison.topic) AS topics,
       collect(DISTINCT liaison.document) AS documents
ORDER BY year IS NULL, year
LIMIT $limit
