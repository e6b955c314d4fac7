// title: How a country was assisted
// description: Who gave assistance to a country, on what, and the sentence that says so.
// param country: key of Country — ISO 3166-1 alpha-2 code of the country
// param year: integer = null — only what was done in this year: the date that the text gives decides, else the document's period or date
// column body: string — key of the body that gave assistance
// column body_label: string — label of that body
// column topic: string — what the assistance was on, as printed
// column status: string — such as planned
// column document: string — key of the document that says so
// column date: string — date of the assistance, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: country=GT

MATCH (country:Country) WHERE country.key = $country
MATCH (body)-[assistance:ASSISTED]->(country)
OPTIONAL MATCH (document:Document) WHERE document.key = assistance.document
WITH assistance, body,
     coalesce(assistance.date, document.date, document.period_end, document.period_start) AS date,
     coalesce(assistance.date, document.period_start, document.date, document.period_end) AS first,
     coalesce(assistance.date, document.period_end, document.date, document.period_start) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN body.key AS body, labels(body)[0] AS body_label, assistance.topic AS topic, assistance.status AS status,
       assistance.document AS document, date, assistance.section AS section, assistance.quote AS quote
ORDER BY body, document, assistance.passage, assistance.start, topic, assistance.id
LIMIT $limit
