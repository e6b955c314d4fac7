// can be read in two ways
RETURN 'x\u0027 AS a MATCH (n) DETACH DELETE n //'

// can be read in two ways
RETURN "x\u0022 AS a MATCH (n) DETACH DELETE n //"

// can be read in two ways
RETURN 1 AS `x\u0060 MATCH (n) DETACH DELETE n //`

// can be read in two ways
RETURN 1 AS a // \u000A CREATE (n)

// can be read in two ways
RETURN 1 AS a /* \u002a\u002f CREATE (n) // */

// can be read in two ways
RETURN '\u005c' AS a CREATE (n) //'

// can be read in two ways
MATCH (n:$`x\u0060 ) DETACH DELETE n //`) RETURN n

// backslash stands outside
\u0043REATE (n)

// backslash stands outside
MATCH (n) \u0053ET n.x = 1

// backslash stands outside
MATCH (n) \uuu0053ET n.x = 1

// no clause
CRE/**/ATE (n)

// no clause
MATCH (n) DE/* x */TACH DELETE n

// CREATE is refused
MATCH (n)/**/CREATE/**/(m)

// CREATE is refused
// a comment
CREATE (n)

// CREATE is refused
/* a /* comment */ CREATE (n) // */

// is never closed
RETURN 1 /* CREATE (n)

// is never closed
RETURN 'x

// is never closed
RETURN "it's

// is never closed
RETURN `x

// is never closed
RETURN (1

// closes nothing
RETURN 1) CREATE (n)

// closes nothing
MATCH (n} CREATE (m)

// SET is refused
RETURN '\\' AS a SET a.x = 1 //'

// SET is refused
MATCH (n) WHERE n.name = 'a\'b' SET n.x = "'"

// SET is refused
MATCH (n) WHERE n.`a``b` = 1 SET n.`x``` = 1

// second statement
RETURN 1; MATCH (n) DETACH DELETE n

// second statement
RETURN ';' AS a;; CREATE (n)

// The query is empty
;

// is no sign of Cypher
RETURN 1 # CREATE (n)

// is no sign of Cypher
CRE​ATE (n)

// no clause
ＣＲＥＡＴＥ (n)

// SET is refused
MATCH (n) ſet n.x = 1
