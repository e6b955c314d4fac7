// title: Who has most ties
// description: Bodies by how many others they liaise or collaborate with, and how often that is stated.
// param label: label = null — only bodies with this label
// column body: string — key of the body
// column body_label: string — label of that body
// column partners: integer — how many bodies it has a tie with
// column liaisons: integer — statements of a liaison
// column collaborations: integer — statements of a collaboration
// example: label=Organization

MATCH (body)-[tie:LIAISED_WITH|COLLABORATES_WITH]-(partner)
WHERE ($label IS NULL OR $label IN labels(body)) AND partner <> body
WITH body, count(DISTINCT partner) AS partners,
     count(DISTINCT CASE WHEN type(tie) = 'LIAISED_WITH' THEN tie.id END) AS liaisons,
     count(DISTINCT CASE WHEN type(tie) = 'COLLABORATES_WITH' THEN tie.id END) AS collaborations
RETURN body.key AS body, labels(body)[0] AS body_label, partners, liaisons, collaborations
ORDER BY partners DESC, liaisons + collaborations DESC, body, body_label
LIMIT $limit
