// CREATE is refused
CREATE (n:Organization {key: 'X'}) RETURN n

// MERGE is refused
MERGE (n:Organization {key: 'X'}) RETURN n

// DETACH is refused
MATCH (n) DETACH DELETE n

// DELETE is refused
MATCH (n)-[r]->() DELETE r

// SET is refused
MATCH (n:Organization) SET n.name = 'X'

// SET is refused
MATCH (n:Organization) SET n:Country RETURN n

// REMOVE is refused
MATCH (n:Organization) REMOVE n.name

// FOREACH is refused
MATCH (n:Organization) FOREACH (x IN [1, 2] | SET n.name = x)

// FOREACH is refused
MATCH p = (a)-[r]->(b) FOREACH (n IN nodes(p) | DETACH DELETE n)

// INSERT is refused
INSERT (:Organization {key: 'X'})

// NODETACH is refused
MATCH (n) NODETACH DELETE n

// CREATE is refused
CREATE INDEX FOR (n:Organization) ON (n.name)

// CREATE is refused
CREATE CONSTRAINT FOR (n:Organization) REQUIRE n.name IS UNIQUE

// DROP is refused
DROP INDEX something IF EXISTS

// ALTER is refused
ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'

// CREATE is refused
CREATE USER mallory SET PASSWORD 'a long password'

// CREATE is refused
create (n) return n

// CREATE is refused
MATCH (n) WITH n ORDER BY n.key LIMIT 1 CREATE (n)-[:RUNS]->(n)

// CREATE is refused
MATCH (n) WHERE n.key = 'x' CREATE (m) RETURN m

// MERGE is refused
UNWIND [1, 2] AS x MERGE (:Organization {key: toString(x)})

// SET is refused
OPTIONAL MATCH (n) WITH * SET n.x = 1

// SET is refused
MATCH (n) WITH DISTINCT n SET n.x = 1

// CREATE is refused
MATCH (n) RETURN n UNION CREATE (n) RETURN n

// CREATE is refused
MATCH (n) WITH n, 1 AS distinct WITH distinct CREATE (x)-[:RUNS]->(y)

// CREATE is refused
MATCH (a)-[:RUNS]->{1,3}(b) CREATE (c)

// CREATE is refused
RETURN 1CREATE (n)

// SET is refused
MATCH (where) WITH where SET where.x = 1

// DELETE is refused
WITH 1 AS return MATCH (n) WITH n, return DELETE n

// REMOVE is refused
MATCH (`n`) REMOVE `n`.`x`

// SET is refused
MATCH (`n`) SET `n`.x = 1

// DELETE is refused
MATCH (n) DELETE `n`

// DELETE is refused
MATCH (n) DELETE $x

// MERGE is refused
RETURN 1 AS `a` MERGE `p` = (n)

// CREATE is refused
MATCH (n) CREATE `p` = (m)
