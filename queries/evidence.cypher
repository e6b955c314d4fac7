// title: Everything that is said about an entity
// description: Every statement that an entity is part of, whichever side it is on, with the sentence that makes it.
// param key: key — key of the entity
// param label: label = null — its label, where a key is in use under several
// column type: string — what is stated
// column source: string — key of the entity that the statement is about
// column source_label: string — label of that entity
// column target: string — key of the other entity
// column target_label: string — label of the other entity
// column topic: string — what it was about, as printed
// column edition: string — the edition that the text names
// column status: string — such as planned, under approval, observer
// column date: string — the date that the text gives
// column document: string — key of the document that says so
// column section: string — section of the document
// column quote: string — the sentence that says so
// column source_start: integer — where the quote names the source, in characters of it
// column source_end: integer — where that name ends
// column target_start: integer — where the quote names the target
// column target_end: integer — where that name ends
// column rule: string — the frame or layout that found it
// column confidence: float — how sure that is, 0 to 1
// example: key=TSAG label=Group

MATCH (entity:Document|Resolution|Edition|Recommendation|Publication|StudyGroup|Question|Group|Organization|Country|Place|Event|Person|Programme)
WHERE entity.key = $key AND ($label IS NULL OR $label IN labels(entity))
MATCH (entity)-[statement]-()
WHERE statement.quote IS NOT NULL
WITH DISTINCT statement, startNode(statement) AS source, endNode(statement) AS target
RETURN type(statement) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, statement.topic AS topic, statement.edition AS edition,
       statement.status AS status, statement.date AS date, statement.document AS document,
       statement.section AS section, statement.quote AS quote, statement.source_start AS source_start,
       statement.source_end AS source_end, statement.target_start AS target_start,
       statement.target_end AS target_end, statement.rule AS rule,
       statement.confidence AS confidence
ORDER BY type, source, target, document, statement.passage, statement.start, statement.id
LIMIT $limit
