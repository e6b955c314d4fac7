// title: How a Recommendation came about
// description: What was done with a Recommendation and with its amendments, corrigenda, annexes and supplements, across documents in the order of time: started, developed, determined or consented, agreed or approved, amended.
// param recommendation: key of Recommendation — key of the Recommendation
// column type: string — what was done, from STARTED to APPROVED, or AMENDS and SUPPLEMENTS for what belongs to it
// column source: string — key of the body that did it, or of the amendment or supplement
// column source_label: string — label of that
// column target: string — key of the Recommendation, or of its amendment or supplement
// column target_label: string — label of that
// column edition: string — the edition or version that the text names
// column revised: boolean — whether it is a revision
// column status: string — such as under approval
// column document: string — key of the document that says so
// column date: string — date that the text gives, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: recommendation="ITU-T G.9701"

MATCH (named:Recommendation) WHERE named.key = $recommendation
OPTIONAL MATCH (part:Recommendation)-[:AMENDS|SUPPLEMENTS]->(named)
WITH named, collect(DISTINCT part) AS parts
UNWIND [named] + parts AS target
MATCH (source)-[step:STARTED|DEVELOPS|DETERMINED|CONSENTED|AGREED|APPROVED|AMENDS|SUPPLEMENTS]->(target)
OPTIONAL MATCH (document:Document) WHERE document.key = step.document
WITH step, source, target,
     coalesce(step.date, document.date, document.period_end, document.period_start) AS date
RETURN type(step) AS type, source.key AS source, labels(source)[0] AS source_label, target.key AS target,
       labels(target)[0] AS target_label, step.edition AS edition, coalesce(step.revised, step.revision) AS revised,
       step.status AS status, step.document AS document, date, step.section AS section, step.quote AS quote
ORDER BY date IS NULL, date,
         CASE type
           WHEN 'STARTED' THEN 0 WHEN 'DEVELOPS' THEN 1 WHEN 'DETERMINED' THEN 2 WHEN 'CONSENTED' THEN 2
           WHEN 'AGREED' THEN 3 WHEN 'APPROVED' THEN 3 ELSE 4
         END,
         target, source, document, step.passage, step.start, step.id
LIMIT $limit
