// title: Which events took place
// description: Conferences, assemblies, meetings, workshops and courses in the order of time, with their places and organizers, and the documents that say so.
// param year: integer = null — only those that took place in this year
// param kind: string = null — only those of this kind, such as meeting, forum, workshop
// column event: string — key of the event
// column kind: string — which kind of event it is
// column start_date: string — its first day, or the month or year
// column end_date: string — its last day
// column places: list — keys of the places and countries where it was held
// column organizers: list — keys of the bodies that organized it
// column documents: list — keys of the documents that say where it was held or who organized it
// example: year=2018

MATCH (event:Event)
WITH event, coalesce(event.start_date, event.end_date) AS first, coalesce(event.end_date, event.start_date) AS last
WHERE ($kind IS NULL OR event.kind = $kind)
  AND ($year IS NULL
       OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4))))
WITH event, first ORDER BY first IS NULL, first, event.key LIMIT $limit
OPTIONAL MATCH (event)-[held:HELD_IN]->(place)
WITH event, first, place, held ORDER BY place.key, held.document
WITH event, first, collect(DISTINCT place.key) AS places, collect(DISTINCT held.document) AS held_documents
OPTIONAL MATCH (event)<-[organized:ORGANIZED]-(body)
WITH event, first, places, held_documents, body, organized ORDER BY body.key, organized.document
WITH event, first, places, held_documents, collect(DISTINCT body.key) AS organizers,
     collect(DISTINCT organized.document) AS documents
RETURN event.key AS event, event.kind AS kind, event.start_date AS start_date, event.end_date AS end_date, places,
       organizers, documents + [document IN held_documents WHERE NOT document IN documents] AS documents
ORDER BY first IS NULL, first, event
LIMIT $limit
