// title: Which roles a person holds
// description: Offices that a person holds or held, in which body or at which event, and the sentence that says so.
// param person: key of Person — name of the person, without titles
// column role: string — the office, as printed
// column body: string — key of the body or event
// column body_label: string — label of that
// column document: string — key of the document that says so
// column date: string — date that the text gives, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: person="Houlin Zhao"

MATCH (person:Person) WHERE person.key = $person
MATCH (person)-[office:HOLDS_ROLE]->(body)
OPTIONAL MATCH (document:Document) WHERE document.key = office.document
WITH office, body,
     coalesce(office.date, document.date, document.period_end, document.period_start) AS date
RETURN office.role AS role, body.key AS body, labels(body)[0] AS body_label, office.document AS document, date,
       office.section AS section, office.quote AS quote
ORDER BY date IS NULL, date, body, role, document, office.passage, office.start, office.id
LIMIT $limit
