// title: Who liaises with an organization
// description: Bodies that liaise with an organization or with any part of it, on what, and the sentence that says so. Who wrote to whom does not matter.
// param with: key of Organization|Group|StudyGroup|Programme|Country = "IETF" — key of the organization or group
// param year: integer = null — only what was going on in this year: the date that the text gives decides, else the document's period or date
// column body: string — key of the body that liaises with it
// column body_label: string — label of that body
// column partner: string — the organization itself, or its part that the text names
// column topic: string — what they liaised on, as printed
// column document: string — key of the document that says so
// column date: string — date of the liaison, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
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
WHERE NOT body IN family OR startNode(liaison) = body
OPTIONAL MATCH (document:Document) WHERE document.key = liaison.document
WITH DISTINCT liaison, member, body,
     coalesce(liaison.date, document.date, document.period_end, document.period_start) AS date,
     coalesce(liaison.date, document.period_start, document.date, document.period_end) AS first,
     coalesce(liaison.date, document.period_end, document.date, document.period_start) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN body.key AS body, labels(body)[0] AS body_label, member.key AS partner, liaison.topic AS topic,
       liaison.document AS document, date, liaison.section AS section, liaison.quote AS quote
ORDER BY body, partner, document, liaison.passage, liaison.start, topic, liaison.id
LIMIT $limit
