// a cartesian product of everything
MATCH (a), (b), (c), (d), (e), (f) WHERE a.key + b.key + c.key + d.key + e.key = f.key RETURN count(*) AS n

// rows without end that none is let out of
UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x + y < 0 RETURN count(*) AS n

// collect
UNWIND range(1, 100000) AS x UNWIND range(1, 10000) AS y RETURN size(collect(toString(x) + y)) AS n

// sort
UNWIND range(1, 100000) AS x UNWIND range(1, 10000) AS y RETURN x + y AS n ORDER BY n DESC LIMIT 3

// distinct
UNWIND range(1, 100000) AS x UNWIND range(1, 10000) AS y RETURN count(DISTINCT x * y) AS n

// paths, many times over
UNWIND range(1, 100000) AS x MATCH (a)-[*1..10]-(b) RETURN count(*) AS n

// subqueries, many times over
UNWIND range(1, 100000) AS x CALL { MATCH (a), (b), (c) WHERE a.key + b.key = c.key RETURN count(*) AS c } RETURN sum(c) AS n

// a pattern of a regular expression that backtracks
UNWIND range(1, 100000) AS x WITH 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS s, x WHERE s =~ '(a|aa)+(b|c)' RETURN count(*) AS n

// rows of great size
UNWIND range(1, 1000) AS x RETURN reduce(s = 'xxxxxxxxxxxxxxxx', i IN range(1, 14) | s + s) AS n

// rows without number
UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x, y
