// title: How a resolution is implemented over time
// description: What the documents that report on a resolution say was done, in the order of time: work on texts, events, assistance, liaisons and collaborations. A report on several resolutions counts for each of them.
// param resolution: key of Resolution — key of the resolution
// param year: integer = null — only what was done in this year: the date that the text gives decides, else the document's period or date
// column type: string — what was done
// column source: string — key of the body that did it
// column source_label: string — label of that
// column target: string — key of what it was done with or to
// column target_label: string — label of that
// column topic: string — what it was about, as printed
// column status: string — such as planned, under approval
// column document: string — key of the document that says so
// column date: string — date that the text gives, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: resolution="PP Resolution 101"

MATCH (resolution:Resolution) WHERE resolution.key = $resolution
MATCH (report:Document)-[:REPORTS_ON]->(resolution)
WITH DISTINCT report
MATCH (report)-[:HAS_PASSAGE]->(passage)
MATCH (passage)-[:MENTIONS]->(target:Recommendation|Publication|Event|Country|Programme|Organization|Group|StudyGroup)
WITH target, collect(DISTINCT report.key) AS reports
MATCH (source)-[
  act:STARTED|DEVELOPS|DETERMINED|CONSENTED|AGREED|APPROVED|PUBLISHED|
      ORGANIZED|PARTICIPATED_IN|ASSISTED|RUNS|LIAISED_WITH|COLLABORATES_WITH
]->(target)
WHERE act.document IN reports
OPTIONAL MATCH (document:Document) WHERE document.key = act.document
WITH act, source, target,
     coalesce(act.date, document.date, document.period_end, document.period_start) AS date,
     coalesce(act.date, document.period_start, document.date, document.period_end) AS first,
     coalesce(act.date, document.period_end, document.date, document.period_start) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN type(act) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, act.topic AS topic, act.status AS status, act.document AS document, date,
       act.section AS section, act.quote AS quote
ORDER BY date IS NULL, date, document, type, source, target, act.passage, act.start, act.id
LIMIT $limit
