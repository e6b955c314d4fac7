// title: Who contributed to a meeting
// description: Contributions to a meeting, a document or a publication, or to a group and its meetings, and the sentence that says so.
// param to: key of Event|Group|Document|Publication — key of the meeting, group, document or publication
// column body: string — key of the body that contributed
// column body_label: string — label of that body
// column target: string — key of what it contributed to
// column target_label: string — label of that
// column symbol: string — symbol of the contribution
// column topic: string — what the contribution was about, as printed
// column document: string — key of the document that says so
// column date: string — date of the contribution, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: to=OPCWGINT6/2

MATCH (named:Event|Group|Document|Publication) WHERE named.key = $to
OPTIONAL MATCH (named)-[:ORGANIZED]->(meeting:Event)
WITH named, collect(DISTINCT meeting) AS meetings
UNWIND [named] + meetings AS target
MATCH (body)-[contribution:CONTRIBUTED_TO]->(target)
OPTIONAL MATCH (document:Document) WHERE document.key = contribution.document
WITH contribution, body, target,
     coalesce(contribution.date, document.date, document.period_end, document.period_start) AS date
RETURN body.key AS body, labels(body)[0] AS body_label, target.key AS target, labels(target)[0] AS target_label,
       contribution.symbol AS symbol, contribution.topic AS topic, contribution.document AS document, date,
       contribution.section AS section, contribution.quote AS quote
ORDER BY target, body, document, contribution.passage, contribution.start, symbol, contribution.id
LIMIT $limit
