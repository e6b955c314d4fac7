// LOAD is refused
LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line

// LOAD is refused
LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x' AS line RETURN line.a

// LOAD is refused
MATCH (n) LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line

// SHOW is refused
SHOW USERS

// SHOW is refused
SHOW SETTINGS

// SHOW is refused
SHOW TRANSACTIONS YIELD transactionId RETURN transactionId

// SHOW is refused
SHOW DATABASES YIELD name RETURN name

// TERMINATE is refused
TERMINATE TRANSACTIONS 'neo4j-transaction-1'

// GRANT is refused
GRANT ROLE admin TO reader

// USE is refused
USE system MATCH (n) RETURN n

// USE is refused
CALL { USE system MATCH (n) RETURN n } RETURN n

// EXPLAIN is refused
EXPLAIN MATCH (n) RETURN n

// PROFILE is refused
PROFILE MATCH (n) DETACH DELETE n

// CYPHER is refused
CYPHER 25 MATCH (n) RETURN n

// CYPHER is refused
CYPHER runtime=parallel MATCH (n) RETURN n

// dbms.listConfig is refused
CALL dbms.listConfig()

// dbms.listConfig is refused
CALL dbms . /* */ listConfig () YIELD name RETURN name

// dbms.security.clearAuthCache is refused
MATCH (n) CALL dbms.security.clearAuthCache() RETURN n

// apoc.load.json is refused
CALL apoc.load.json('http://127.0.0.1:1/') YIELD value RETURN value

// apoc.cypher.runWrite is refused
CALL apoc.cypher.runWrite('CREATE (n)', {}) YIELD value RETURN value

// apoc.cypher.doIt is refused
CALL `apoc`.`cypher`.`doIt`('CREATE (n)', {}) YIELD value RETURN value

// apoc.meta.stats is refused
CALL apoc.meta.stats

// db.create.setNodeProperty is refused
MATCH (n) CALL db.create.setNodeProperty(n, 'x', 1) RETURN n

// db.index.fulltext.createNodeIndex is refused
CALL db.index.fulltext.createNodeIndex('x', ['Organization'], ['name'])

// db.clearQueryCaches is refused
CALL db.clearQueryCaches()

// algo.pagerank is refused
CALL algo.pagerank() YIELD node RETURN node

// procedure of this CALL is refused
CALL $procedure()

// apoc.cypher.runFirstColumnSingle is refused
RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {}) AS x

// apoc.util.sleep is refused
MATCH (n) WHERE apoc.util.sleep(100000) IS NULL RETURN n

// genai.vector.encode is refused
RETURN genai.vector.encode('text', 'OpenAI', {token: 'x'}) AS x

// file is refused
RETURN file('/etc/passwd') AS x

// linenumber is refused
RETURN linenumber() AS x

// graph.byName is refused
RETURN `graph`.`byName`('system') AS x
