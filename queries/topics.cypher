// title: Which topics a body deals with
// description: Topics of the controlled list that passages are about which name a body, by how many passages there are.
// param body: key of StudyGroup|Group|Organization|Programme|Country — key of the body
// column topic: string — label of the topic
// column passages: integer — how many passages name the body and are about the topic
// column documents: list — keys of the documents of these passages
// example: body=BDT

MATCH (body:StudyGroup|Group|Organization|Programme|Country) WHERE body.key = $body
MATCH (body)<-[:MENTIONS]-(passage:Passage)-[:ABOUT]->(topic:Topic)
MATCH (document:Document)-[:HAS_PASSAGE]->(passage)
WITH topic, passage, document ORDER BY document.key
RETURN topic.key AS topic, count(DISTINCT passage) AS passages, collect(DISTINCT document.key) AS documents
ORDER BY passages DESC, topic
LIMIT $limit
