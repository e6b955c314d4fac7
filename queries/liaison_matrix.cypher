// title: Which study groups liaise with which organizations
// description: How often documents state a liaison between a study group and an organization, by year. What the groups of an organization do counts for it. The year is that of the date that the text gives, else that of the document, else the end of its period.
// param body: key of StudyGroup = null — only this study group
// param year: integer = null — only what is counted in this year
// column body: string — key of the study group
// column organization: string — key of the organization; of the group, where its organization is not known
// column year: integer — the year; null where neither text nor document has a date
// column statements: integer — how often a passage says so
// column documents: list — keys of the documents that say so
// example: body="ITU-T SG15"

MATCH (body:StudyGroup)-[liaison:LIAISED_WITH]-(partner:Organization|Group)
WHERE $body IS NULL OR body.key = $body
OPTIONAL MATCH (document:Document) WHERE document.key = liaison.document
WITH body, partner, liaison,
     coalesce(liaison.date, document.date, document.period_end, document.period_start) AS date
WITH body, partner, liaison, toInteger(substring(date, 0, 4)) AS year
WHERE $year IS NULL OR year = $year
WITH partner, body.key AS body, year, collect(liaison { .id, .document }) AS liaisons
OPTIONAL MATCH (above:Group) WHERE above.key = partner.parent
OPTIONAL MATCH (top:Group) WHERE top.key = above.parent
WITH body, coalesce(top.parent, above.parent, partner.parent, partner.key) AS organization, year, liaisons
UNWIND liaisons AS liaison
WITH body, organization, year, liaison ORDER BY liaison.document
RETURN body, organization, year, count(DISTINCT liaison.id) AS statements,
       collect(DISTINCT liaison.document) AS documents
ORDER BY body, organization, year IS NULL, year
LIMIT $limit
