// title: Which editions a resolution has, and what each cites and directs
// description: The editions of a resolution that documents name, from the first to the last, and what each references and whom it directs. An edition is taken to say what the document says that names it last; where the document names none, the edition is left open.
// param resolution: key of Resolution — key of the resolution
// column edition: string — key of the edition
// column year: integer — when that edition was adopted
// column type: string — EDITION_OF for the edition itself, REFERENCES or DIRECTS for what it says
// column target: string — key of what is referenced, or of the body that is directed
// column target_label: string — label of that
// column target_edition: string — the edition of it that the text names
// column verb: string — the operative verb, such as instructs
// column clause: string — clause and item
// column topic: string — what is to be done, as printed
// column document: string — key of the document that says so
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: resolution="WTSA Resolution 64"

CALL {
  MATCH (resolution:Resolution) WHERE resolution.key = $resolution
  MATCH (edition:Edition)-[statement:EDITION_OF]->(resolution)
  WITH edition, statement ORDER BY statement.document, statement.passage, statement.start, statement.id
  WITH edition, collect(statement)[0] AS statement
  RETURN edition.key AS edition, edition.year AS year, statement, null AS target
UNION ALL
  MATCH (resolution:Resolution) WHERE resolution.key = $resolution
  OPTIONAL MATCH (edition:Edition)-[naming:EDITION_OF]->(resolution)
  WITH resolution, edition, naming ORDER BY edition.year DESC, edition.key DESC
  WITH resolution, collect({key: edition.key, year: edition.year, document: naming.document}) AS editions
  MATCH (resolution)-[statement:REFERENCES|DIRECTS]->(target)
  WITH statement, target, [edition IN editions WHERE edition.document = statement.document][0] AS edition
  RETURN edition.key AS edition, edition.year AS year, statement, target
}
RETURN edition, year, type(statement) AS type, target.key AS target, labels(target)[0] AS target_label,
       statement.edition AS target_edition, statement.verb AS verb, statement.clause AS clause,
       statement.topic AS topic, statement.document AS document, statement.section AS section,
       statement.quote AS quote
ORDER BY year IS NULL, year, edition, CASE type WHEN 'EDITION_OF' THEN 0 WHEN 'REFERENCES' THEN 1 ELSE 2 END,
         target, document, clause, statement.passage, statement.start, statement.id
LIMIT $limit
