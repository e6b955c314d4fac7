// title: What a body approved
// description: Recommendations, publications and resolutions that a body approved, and the sentence that says so.
// param body: key of StudyGroup|Group|Organization|Programme|Country — key of the study group, group or organization
// param year: integer = null — only what was approved in this year: the date that the text gives decides, else the document's period or date
// column text: string — key of what was approved
// column text_label: string — label of what was approved
// column title: string — its title
// column edition: string — the edition or version that the text names
// column revised: boolean — whether it is a revision
// column status: string — such as under approval
// column document: string — key of the document that says so
// column date: string — date of the approval, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: body="ITU-T SG20"

MATCH (body:StudyGroup|Group|Organization|Programme|Country) WHERE body.key = $body
MATCH (body)-[approval:APPROVED]->(approved)
OPTIONAL MATCH (document:Document) WHERE document.key = approval.document
WITH approval, approved, coalesce(approval.date, document.date, document.period_end, document.period_start) AS date,
     coalesce(approval.date, document.period_start, document.date, document.period_end) AS first,
     coalesce(approval.date, document.period_end, document.date, document.period_start) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN approved.key AS text, labels(approved)[0] AS text_label, approved.title AS title, approval.edition AS edition,
       approval.revised AS revised, approval.status AS status, approval.document AS document, date,
       approval.section AS section, approval.quote AS quote
ORDER BY text, text_label, document, approval.passage, approval.start, approval.id
LIMIT $limit
