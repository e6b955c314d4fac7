// needs an upper bound
MATCH (a)-[*]->(b) RETURN count(*)

// needs an upper bound
MATCH (a)-[:PART_OF*]->(b) RETURN b

// needs an upper bound
MATCH (a)-[r:PART_OF*2..]->(b) RETURN b

// needs an upper bound
MATCH (a)-[*1..1000]->(b) RETURN b

// needs an upper bound
MATCH (a)-[*1000]->(b) RETURN b

// needs an upper bound
MATCH (a)-[*0x7FFFFFFF]->(b) RETURN b

// needs an upper bound
MATCH (a)-[* /* 3 */ ]->(b) RETURN b

// needs an upper bound
MATCH (a)-[*..$n]->(b) RETURN b

// needs an upper bound
MATCH p = shortestPath((a)-[*]-(b)) RETURN p

// needs an upper bound
MATCH ((a)-[:PART_OF]->(b))+ RETURN a

// needs an upper bound
MATCH (x) ((a)-->(b))* (y) RETURN x

// needs an upper bound
MATCH (a)-[:PART_OF]->+(b) RETURN a

// needs an upper bound
MATCH (a)-->*(b) RETURN a

// needs an upper bound
MATCH (a)--+(b) RETURN a

// needs an upper bound
MATCH (a)-[:PART_OF]-+(b) RETURN a

// needs an upper bound
MATCH ((a)-->(b)){2,} RETURN a

// needs an upper bound
MATCH ((a)-->(b)){,500} RETURN a

// needs an upper bound
MATCH (a)-[:PART_OF]->{50}(b) RETURN a

// needs an upper bound
MATCH SHORTEST 1 (a)-[:PART_OF]->+(b) RETURN a

// could not be stopped
MATCH (a) RETURN size([(a)-[*1..9]->(b) | b]) AS x

// could not be stopped
MATCH (a) RETURN [x IN [1] | [(a)-[:PART_OF*..3]->(b) | b]] AS x

// A range of
UNWIND range(1, 1000000000) AS x RETURN x

// A range of
RETURN size(range(0, 9223372036854775807)) AS x

// A range of
RETURN range(1000000000, 1, -1) AS x

// A range of
RETURN range(-1000000, $large) AS x

// A range of
WITH RANGE (1, 200000) AS x RETURN x
