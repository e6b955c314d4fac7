// words in strings, comments and names
RETURN 'CREATE (n) SET n.x = 1' AS a, "DETACH DELETE" AS b // MERGE (n)

MATCH (n) /* LOAD CSV; DROP */ WHERE n.set = 1 RETURN n.create AS delete, n.`merge` AS `SET n.x = 1`

MATCH (n:Organization) WHERE n.load IS NULL AND NOT n.use = 'x' RETURN {set: n.key, delete: 1} AS create ORDER BY create

MATCH (create:Organization) RETURN create.key AS merge, create {.key, .name, set: 1} AS x

MATCH (n:`Set`)-[r:`DELETE`]->(m:Organization) RETURN n, r, m

MATCH (n)-[:SET|CREATE]->(m:Delete&!Merge) RETURN n.key AS key

WITH 1 AS set RETURN DISTINCT set

WITH 1 AS set UNWIND [1] AS y RETURN set + y AS delete, set

UNWIND [{create: 1}] AS row RETURN row.create AS x, row['set'] AS y

RETURN $set AS x, $`create` AS y

RETURN 'it' + "\"" AS a

RETURN 'a\'CREATE (n)' AS a, '\\' AS b, "\\" AS c

RETURN 'A\u0042C' AS a, '\\u0027' AS b

RETURN 1 AS `a``b`, 2 AS `/* CREATE */`, 3 AS `// x`

// clauses
MATCH (n:Organization) OPTIONAL MATCH (n)-[r]->(m) WITH n, count(r) AS c WHERE c >= 0 RETURN n.key AS key, c ORDER BY c DESC, key ASC SKIP 0 LIMIT 5

MATCH (n) RETURN n.key AS key UNION MATCH (m) RETURN m.key AS key

MATCH (n) RETURN n.key AS key UNION ALL MATCH (m) RETURN m.key AS key;

CALL { MATCH (n) RETURN n LIMIT 1 } RETURN n.key AS key

MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN n.key AS key, c

CALL db.labels() YIELD label RETURN label

MATCH (n) WHERE EXISTS { (n)-->() } RETURN COUNT { (n)-->() } AS c

MATCH (n) WHERE EXISTS { MATCH (n)-[r]->(m) WHERE m.key STARTS WITH 'I' RETURN m } RETURN n.key AS key

MATCH (n) RETURN n.key AS key, CASE WHEN n.name IS NULL THEN 'x' WHEN n.key IN ['a'] THEN 'y' ELSE 'z' END AS kind

MATCH (n) RETURN CASE n.key WHEN 'a' THEN 1 ELSE 2 END AS x, n.name ENDS WITH 'x' OR n.name CONTAINS 'y' XOR true AS y

// paths
MATCH (a)-[:PART_OF*1..3]->(b) RETURN a.key AS a, b.key AS b

MATCH p = (a)-[*..2]-(b) RETURN [n IN nodes(p) | n.key] AS keys, [r IN relationships(p) | type(r)] AS types, length(p) AS l

MATCH (a:StudyGroup), (b:Organization) MATCH p = shortestPath((a)-[*..4]-(b)) RETURN p

MATCH ((a)-[:PART_OF]->(b)){1,3} RETURN size(a) AS n

MATCH (a)<-[r:APPROVED|LIAISED_WITH {topic: 'x'}]-(b), (c)--(d)-->(e) RETURN count(*) AS n

MATCH (n) RETURN [(n)-->(m) | m.key] AS keys, [x IN range(1, 3) WHERE x > 1 | x * 2] AS xs

// expressions
RETURN 2 * 3 + (4 - 1) * 5 ^ 2 % 7 / 1.5e1 AS a, -1 + .5 AS b, 0x1F AS c, (1 + 2) + (3) AS d, 5 <> 3 AS e

WITH 1 AS a, 2 AS b RETURN (a - b) * 2 AS x, (a) - (b) AS y, [a, b][0] AS z, [1, 2, 3][0..2] AS w

MATCH (n) RETURN count(*) AS n, count(DISTINCT n) AS d, collect(n.key)[..3] AS keys

RETURN reduce(s = 0, x IN [1, 2] | s + x) AS a, all(x IN [1] WHERE x > 0) AS b, toUpper('a') AS c, coalesce(null, 1) AS d

RETURN date('2020-01-01') AS a, duration.between(date('2020-01-01'), date('2021-01-01')).years AS b, datetime().year AS c

WITH {a: {b: [1, {c: 2}]}} AS m RETURN m.a.b[1].c AS c, keys(m) AS k

MATCH (n) WHERE n.key =~ '(?i)itu.*' AND n:Organization RETURN labels(n) AS l, n[$property] AS p
