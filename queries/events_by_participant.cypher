// title: Which events a body or person took part in
// description: Events that a body or a person took part in, in the order of time, and the sentence that says so.
// param participant: key of StudyGroup|Group|Organization|Programme|Country|Person — key of the body, or name of the person
// param year: integer = null — only those that took place in this year
// column event: string — key of the event
// column kind: string — which kind of event it is
// column start_date: string — its first day, or the month or year
// column end_date: string — its last day
// column status: string — such as planned
// column document: string — key of the document that says so
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: participant=ITU

MATCH (participant:StudyGroup|Group|Organization|Programme|Country|Person) WHERE participant.key = $participant
MATCH (participant)-[participation:PARTICIPATED_IN]->(event)
WITH participation, event,
     coalesce(event.start_date, event.end_date) AS first, coalesce(event.end_date, event.start_date) AS last
WHERE $year IS NULL
   OR (toInteger(substring(first, 0, 4)) <= $year AND $year <= toInteger(substring(last, 0, 4)))
RETURN event.key AS event, event.kind AS kind, event.start_date AS start_date, event.end_date AS end_date,
       participation.status AS status, participation.document AS document,
       participation.section AS section, participation.quote AS quote
ORDER BY first IS NULL, first, event, document, participation.passage, participation.start, participation.id
LIMIT $limit
