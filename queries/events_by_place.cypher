// title: Which events took place somewhere
// description: Events that were held in a city, or in a country and any city of it, in the order of time, and the sentence that says so.
// param place: key of Place|Country — key of the place (Geneva, CH) or of the country (CH)
// param year: integer = null — only those that took place in this year
// column event: string — key of the event
// column kind: string — which kind of event it is
// column start_date: string — its first day, or the month or year
// column end_date: string — its last day
// column place: string — key of the place or country that the text names
// column document: string — key of the document that says so
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: place=TN

// a city's key ends in the code of its country, which few texts state besides
MATCH (place:Place|Country) WHERE place.key = $place OR place.key ENDS WITH ', ' + $place
MATCH (event:Event)-[held:HELD_IN]->(place)
WITH held, place, event,
     coalesce(event.start_date, event.end_date) AS first, coalesce(event.end_date, event.start_date) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN event.key AS event, event.kind AS kind, event.start_date AS start_date, event.end_date AS end_date,
       place.key AS place, held.document AS document,
       held.section AS section, held.quote AS quote
ORDER BY first IS NULL, first, event, place, document, held.passage, held.start, held.id
LIMIT $limit
