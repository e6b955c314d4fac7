// title: Who is a member of a group
// description: Members and observers of a group, coalition or programme, and the sentence that says so.
// param group: key of Group|Programme — key of the group or programme
// column member: string — key of the member
// column member_label: string — label of the member
// column status: string — such as observer
// column document: string — key of the document that says so
// column date: string — date of the membership, else of the document or the end of its period
// column section: string — section of the document
// column quote: string — the sentence that says so
// example: group=JCA-IMT2020

MATCH (group:Group|Programme) WHERE group.key = $group
MATCH (member)-[membership:MEMBER_OF]->(group)
OPTIONAL MATCH (document:Document) WHERE document.key = membership.document
WITH membership, member,
     coalesce(membership.date, document.date, document.period_end, document.period_start) AS date
RETURN member.key AS member, labels(member)[0] AS member_label, membership.status AS status,
       membership.document AS document, date, membership.section AS section, membership.quote AS quote
ORDER BY member, member_label, document, membership.passage, membership.start, membership.id
LIMIT $limit
