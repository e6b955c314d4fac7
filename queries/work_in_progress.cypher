// title: What a body is working on
// description: Recommendations and publications that a body, or a part of it, started, develops, determined or consented, unless a document says that they were approved, agreed or published, and that not before.
// param body: key of StudyGroup|Group|Organization|Programme|Country — key of the study group, group or organization
// column text: string — key of the text
// column text_label: string — label of the text
// column title: string — its title
// column type: string — how far it is: STARTED, DEVELOPS, DETERMINED or CONSENTED
// column body: string — key of the body, or of its part that the text names
// column revised: boolean — whether it is a revision
// column status: string — such as under approval
// column document: string — key of the document that says so
// column date: string — date that the text gives, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: body="ITU-T SG15"

MATCH (named:StudyGroup|Group|Organization|Programme|Country) WHERE named.key = $body
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
WITH DISTINCT member
MATCH (member)-[work:STARTED|DEVELOPS|DETERMINED|CONSENTED]->(text)
OPTIONAL MATCH (document:Document) WHERE document.key = work.document
WITH member, work, text,
     coalesce(work.date, document.date, document.period_end, document.period_start) AS date
OPTIONAL MATCH (text)<-[end:APPROVED|AGREED|PUBLISHED]-() WHERE coalesce(end.status, '') <> 'under approval'
OPTIONAL MATCH (report:Document) WHERE report.key = end.document
// an end without a date is taken to come after the work
WITH member, work, text, date,
     collect(CASE WHEN end.id IS NOT NULL THEN coalesce(end.date, report.date, report.period_end, '9999') END) AS ends
WHERE size([end IN ends WHERE end >= coalesce(date, '')]) = 0
RETURN text.key AS text, labels(text)[0] AS text_label, text.title AS title, type(work) AS type, member.key AS body,
       coalesce(work.revised, work.revision) AS revised, work.status AS status, work.document AS document, date,
       work.section AS section, work.quote AS quote
ORDER BY text, text_label, date IS NULL, date, type, body, document, work.passage, work.start, work.id
LIMIT $limit
