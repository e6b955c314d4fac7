// title: Which events a body organized
// description: Events that a body organized, alone or with others, or plans to, in the order of time, and the sentence that says so.
// param organizer: key of StudyGroup|Group|Organization|Programme|Country — key of the body that organized them
// param year: integer = null — only those that took place in this year
// column event: string — key of the event
// column kind: string — which kind of event it is
// column start_date: string — its first day, or the month or year
// column end_date: string — its last day
// column status: string — such as planned
// column document: string — key of the document that says so
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: organizer=CWG-Internet

MATCH (organizer:StudyGroup|Group|Organization|Programme|Country) WHERE organizer.key = $organizer
MATCH (organizer)-[organized:ORGANIZED]->(event)
WITH organized, event,
     coalesce(event.start_date, event.end_date) AS first, coalesce(event.end_date, event.start_date) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN event.key AS event, event.kind AS kind, event.start_date AS start_date, event.end_date AS end_date,
       organized.status AS status, organized.document AS document,
       organized.section AS section, organized.quote AS quote
ORDER BY first IS NULL, first, event, document, organized.passage, organized.start, organized.id
LIMIT $limit
