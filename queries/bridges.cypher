// title: Who links study groups that have no tie with each other
// description: Organizations and other bodies that two or more study groups liaise or collaborate with, by how many pairs of these study groups are linked through them only and not directly.
// param label: label = null — only bodies with this label
// column body: string — key of the body that is the link
// column body_label: string — label of that body
// column pairs: integer — pairs of study groups that it links and that have no tie of their own
// column study_groups: list — keys of all study groups that it has a tie with
// example: label=Organization

MATCH (one:StudyGroup)-[:LIAISED_WITH|COLLABORATES_WITH]->(other:StudyGroup)
WITH collect(DISTINCT [one.key, other.key]) + collect(DISTINCT [other.key, one.key]) AS ties
MATCH (group:StudyGroup)-[:LIAISED_WITH|COLLABORATES_WITH]-(body)
WHERE NOT body:StudyGroup AND ($label IS NULL OR $label IN labels(body))
WITH DISTINCT ties, body, group.key AS study_group ORDER BY study_group
WITH ties, body, collect(study_group) AS groups
WHERE size(groups) > 1
UNWIND groups AS one
WITH body, groups, one, size([other IN groups WHERE one < other AND NOT [one, other] IN ties]) AS apart
WITH body, groups, sum(apart) AS pairs
WHERE pairs > 0
RETURN body.key AS body, labels(body)[0] AS body_label, pairs, groups AS study_groups
ORDER BY pairs DESC, body, body_label
LIMIT $limit
