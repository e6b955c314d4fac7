// title: How two entities are connected
// description: A shortest chain of statements between two entities, at most six long, with the sentence that makes each. The direction of statements does not matter; mentions in the same passage do not count.
// param from: key — key of the one entity
// param to: key — key of the other entity
// column step: integer — place in the chain, from 1
// column type: string — what is stated
// column source: string — key of the entity that the statement is about
// column source_label: string — label of that entity
// column target: string — key of the other entity
// column target_label: string — label of the other entity
// column topic: string — what it was about, as printed
// column document: string — key of the document that says so
// column date: string — date that the text gives, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: from=GT to=AFRINIC

MATCH (one:Document|Resolution|Edition|Recommendation|Publication|StudyGroup|Question|Group|Organization|
      Country|Place|Event|Person|Programme) WHERE one.key = $from
MATCH (other:Document|Resolution|Edition|Recommendation|Publication|StudyGroup|Question|Group|Organization|
      Country|Place|Event|Person|Programme) WHERE other.key = $to
WITH one, other WHERE one <> other
MATCH path = shortestPath((one)-[
  :AGREED|AMENDS|APPROVED|ASSISTED|COLLABORATES_WITH|CONSENTED|CONTRIBUTED_TO|DETERMINED|DEVELOPS|
   DIRECTS|EDITION_OF|EQUIVALENT_TO|HELD_IN|HOLDS_ROLE|LIAISED_WITH|MEMBER_OF|ORGANIZED|
   PARTICIPATED_IN|PART_OF|PUBLISHED|REFERENCES|REPORTS_ON|RESPONSIBLE_FOR|RUNS|STARTED|
   SUPPLEMENTS*..6
]-(other))
WITH path ORDER BY length(path) LIMIT 1
UNWIND range(1, length(path)) AS step
WITH step, relationships(path)[step - 1] AS statement
WITH step, statement, startNode(statement) AS source, endNode(statement) AS target
OPTIONAL MATCH (document:Document) WHERE document.key = statement.document
WITH step, statement, source, target,
     coalesce(statement.date, document.date, document.period_end, document.period_start) AS date
RETURN step, type(statement) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, statement.topic AS topic, statement.document AS document, date,
       statement.section AS section, statement.quote AS quote
ORDER BY step
LIMIT $limit
