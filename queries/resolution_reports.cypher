// title: What reports on a resolution
// description: Documents that report on what a resolution, decision or opinion asked for, with the edition that they name.
// param resolution: key of Resolution — key of the resolution
// column document: string — key of the document that reports on it
// column title: string — title of the document
// column date: string — date of the document, else the end of its period
// column edition: string — the edition that the document names
// column section: string — section that says so
// column quote: string — the sentence that says so
// example: resolution="PP Resolution 101"

MATCH (document:Document)-[report:REPORTS_ON]->(resolution:Resolution) WHERE resolution.key = $resolution
RETURN document.key AS document, document.title AS title,
       coalesce(document.date, document.period_end, document.period_start) AS date, report.edition AS edition,
       report.section AS section, report.quote AS quote
ORDER BY document, report.passage, report.start, edition, report.id
LIMIT $limit
