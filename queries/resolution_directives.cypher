// title: What a resolution directs to whom
// description: Whom a resolution instructs, requests or invites, to do what, in which clause, and the sentence that says so.
// param resolution: key of Resolution — key of the resolution
// param body: key of StudyGroup|Group|Organization|Programme|Country = null — only what is directed to this body
// column body: string — key of the body that is directed
// column body_label: string — label of that body
// column verb: string — the operative verb, such as instructs
// column clause: string — clause and item
// column topic: string — what is to be done, as printed
// column document: string — key of the document that says so
// column date: string — date that the text gives, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: resolution="WTSA Resolution 64"

MATCH (resolution:Resolution) WHERE resolution.key = $resolution
MATCH (resolution)-[directive:DIRECTS]->(body)
WHERE $body IS NULL OR body.key = $body
OPTIONAL MATCH (document:Document) WHERE document.key = directive.document
WITH directive, body,
     coalesce(directive.date, document.date, document.period_end, document.period_start) AS date
RETURN body.key AS body, labels(body)[0] AS body_label, directive.verb AS verb, directive.clause AS clause,
       directive.topic AS topic, directive.document AS document, date, directive.section AS section,
       directive.quote AS quote
ORDER BY body, document, clause, directive.passage, directive.start, directive.id
LIMIT $limit
