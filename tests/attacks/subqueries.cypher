// DETACH is refused
MATCH (n:Organization) CALL { WITH n DETACH DELETE n }

// SET is refused
MATCH (n) CALL (n) { SET n.x = 1 } RETURN n

// CREATE is refused
CALL { CREATE (n:Organization {key: 'X'}) RETURN n } RETURN n

// CREATE is refused
MATCH (n) WHERE EXISTS { CREATE (m) RETURN m } RETURN n

// MERGE is refused
RETURN COUNT { MERGE (m:Organization {key: 'X'}) RETURN m } AS c

// SET is refused
RETURN COLLECT { MATCH (m) SET m.x = 1 RETURN m } AS c

// CREATE is refused
CALL { CALL { CALL { CREATE (n) } RETURN 1 AS a } RETURN 2 AS b } RETURN b

// CREATE is refused
MATCH (n WHERE EXISTS { MATCH (n) CREATE (m) RETURN m }) RETURN n

// CREATE is refused
RETURN [x IN [1] | COUNT { CREATE (m) RETURN m }] AS c

// CREATE is refused
RETURN {a: COUNT { CREATE (m) RETURN m }} AS c

// IN TRANSACTIONS is refused
MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x

// IN TRANSACTIONS is refused
MATCH (n) CALL { WITH n RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS OF 10 ROWS RETURN x
