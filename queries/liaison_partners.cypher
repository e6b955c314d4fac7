// title: Whom a study group liaises with
// description: Each organization or group that a study group, or another body, liaises with: how often that is stated, on what, and in which documents.
// param body: key of StudyGroup|Group|Organization|Programme|Country — key of the study group or other body
// column partner: string — key of the organization or group
// column partner_label: string — label of the partner
// column statements: integer — how often a passage says so
// column topics: list — what they liaised on, as printed, each once
// column documents: list — keys of the documents that say so
// example: body="ITU-T SG15"

MATCH (body:StudyGroup|Group|Organization|Programme|Country) WHERE body.key = $body
MATCH (body)-[liaison:LIAISED_WITH]-(partner)
WITH partner, liaison ORDER BY liaison.document, liaison.topic
WITH partner, count(DISTINCT liaison.id) AS statements, collect(DISTINCT liaison.topic) AS topics,
     collect(DISTINCT liaison.document) AS documents
RETURN partner.key AS partner, labels(partner)[0] AS partner_label, statements, topics, documents
ORDER BY statements DESC, partner, partner_label
LIMIT $limit
