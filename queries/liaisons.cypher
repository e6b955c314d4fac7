// title: Who liaises with an organization
// description: Bodies that liaise with an organization or with any group of it, on what, and the sentence that says so. Who wrote to whom does not matter.
// param with: string = "IETF" — key of the organization or group
// column body: string — key of the body that liaises with it
// column body_label: string — label of that body
// column partner: string — the organization itself, or its group that the text names
// column topic: string — what they liaised on, as printed
// column document: string — key of the document that says so
// column date: string — date of the liaison, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: with=IETF

MATCH (named:Organization|Group|StudyGroup|Programme|Country) WHERE named.key = $with
OPTIONAL MATCH (part)-[:PART_OF*1..4]->(named)
WITH named, collect(DISTINCT part) AS parts
WITH [named] + parts AS parts
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
RETURN body.key AS body, labels(body)[0] AS body_label, member.key AS partner, liaison.topic AS topic,
       liaison.document AS document,
       coalesce(liaison.date, document.date, document.period_end, document.period_start) AS date,
       liaison.section AS section, liaison.quote AS quote
ORDER BY body, partner, document, liaison.passage, liaison.start, topic, liaison.id
LIMIT $limit
