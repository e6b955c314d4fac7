"""The words of Cypher that the guard tells apart, and the functions and procedures that it lets through."""

from __future__ import annotations

_WRITES = "ALTER CREATE DELETE DETACH DROP FOREACH INSERT LOAD MERGE NODETACH REMOVE SET"
_SERVER = "DENY GRANT REVOKE SHOW START STOP TERMINATE"
_OPENERS = "AND AS BY CONTAINS IN LIMIT OFFSET OR RETURN SKIP UNWIND WHERE WITH XOR YIELD"
_FOLLOWED = "ENDS IS OPTIONAL ORDER STARTS USING"
_CLOSERS = "ASC ASCENDING DESC DESCENDING END FALSE NULL TRUE"
_VAGUE = """
    ALL ANY CALL CASE COLLECT COUNT DISTINCT ELSE EXISTS GROUP GROUPS INDEX JOIN MATCH NORMALIZED NOT ON PATH PATHS
    POINT RANGE SCAN SEEK SHORTEST TEXT THEN TYPED UNION WHEN
"""
_FUNCTIONS = """
    abs acos all allShortestPaths any asin atan atan2 avg cbrt ceil char_length character_length coalesce collect cos
    cosh cot count date date.realtime date.statement date.transaction date.truncate datetime datetime.fromepoch
    datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction datetime.truncate degrees
    duration duration.between duration.inDays duration.inMonths duration.inSeconds e elementId endNode exists exp floor
    haversin head id isEmpty isNaN keys labels last left length localdatetime localdatetime.truncate localtime
    localtime.truncate log log10 lower ltrim max min nodes none normalize nullIf percentileCont percentileDisc pi point
    point.distance point.withinBBox properties radians rand randomUUID range reduce relationships replace reverse right
    round rtrim shortestPath sign sin single sinh size split sqrt startNode stDev stDevP substring sum tail tan tanh
    time time.truncate timestamp toBoolean toBooleanList toBooleanOrNull toFloat toFloatList toFloatOrNull toInteger
    toIntegerList toIntegerOrNull toLower toString toStringList toStringOrNull toUpper trim type upper valueType
"""
_PROCEDURES = """
    db.index.fulltext.queryNodes db.index.fulltext.queryRelationships db.labels db.propertyKeys db.relationshipTypes
"""

WRITES = frozenset(_WRITES.split())
REFUSED = {
    **dict.fromkeys(WRITES, "only reads are allowed here"),
    **dict.fromkeys(_SERVER.split(), "it is about the server"),
    "USE": "there is one graph here",
    "EXPLAIN": "the answer would be a plan, not rows",
    "PROFILE": "the answer would be a plan, not rows",
    "CYPHER": "the version and the runtime of the language are not a query's to choose",
}
"""Words that begin what is refused, and why."""
OPENERS = frozenset(_OPENERS.split())
"""Keywords after which a name or an expression must come, so that no clause can begin."""
FOLLOWED = frozenset(_FOLLOWED.split())
"""Keywords after which another keyword comes."""
CLOSERS = frozenset(_CLOSERS.split())
"""Keywords that something complete ends with."""
VAGUE = frozenset(_VAGUE.split())
"""Keywords that can be read in more than one way; what comes next gets no benefit of the doubt."""
KEYWORDS = OPENERS | FOLLOWED | CLOSERS | VAGUE
SUBQUERIES = frozenset(("CALL", "COLLECT", "COUNT", "EXISTS"))
BEFORE_PARENTHESIS = KEYWORDS - frozenset(("ALL", "ANY", "COLLECT", "COUNT", "EXISTS", "POINT", "RANGE"))
"""Words before a parenthesis that is not the list of a function's arguments."""
NEVER_IN_A_CLAUSE = frozenset(("", ",", ".", ";", "=", "<", ">", ")", "]", "}", "/", "%", "^"))
"""What cannot come next after the word that begins a refused clause; the first is the end of the query."""

FUNCTIONS = {name.lower(): name for name in _FUNCTIONS.split()}
"""They read the graph or compute, and nothing else; by lower case, since neither engine minds the case."""
PROCEDURES = {name.lower(): name for name in _PROCEDURES.split()}
"""The same for procedures."""
