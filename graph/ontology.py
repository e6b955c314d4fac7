"""ONTOLOGY: the one declaration of what the graph can say."""

from __future__ import annotations

from netgov.graph.schema import NodeType, Ontology, Property, RelationType

BODY = ("StudyGroup", "Group", "Organization", "Programme", "Country")
TEXT = ("Resolution", "Recommendation", "Publication", "Document")
WORK = ("Recommendation", "Publication")
TITLE = Property("title", "its title, without quotation marks")
KIND = Property("kind", "which kind of it")

_NODES = (
    NodeType(
        "Document",
        "an ingested text, or one that an ingested text cites",
        "its symbol if the text states one (WTPF-IEG/1/11, C17/33), else the file's stem",
        (
            TITLE,
            KIND,
            Property("symbol", "the symbol it is filed under"),
            Property("date", "ISO date it bears"),
            Property("period_start", "ISO date from which it reports"),
            Property("period_end", "ISO date until which it reports"),
            Property("sha256", "hash of the file's bytes; only ingested documents have one"),
            Property("source", "name of the ingested file"),
            Property("media_type", "media type of the ingested file"),
        ),
    ),
    NodeType(
        "Passage",
        "a numbered paragraph, bullet, clause or table row of a document",
        "<document key>#<ordinal>",
        (
            Property("section", "the section as printed, such as 2.4.3 or resolves 2"),
            Property("heading", "the heading it stands under"),
            Property("text", "the normalised text that every offset points into"),
            Property("ordinal", "its place in the document, from 0", "integer"),
            Property("page", "page of the file that it stands on, from 1, where the file has pages", "integer"),
            Property("paragraph", "paragraph or line of the file that it comes from, from 1", "integer"),
        ),
    ),
    NodeType(
        "Resolution",
        "a resolution, decision or opinion of a body, as a work",
        "<body> Resolution|Decision|Opinion <number>, such as PP Resolution 101",
        (
            Property("body", "the body that adopted it: PP, WTSA, WTDC, ITU-R, Council, UNGA, ECOSOC"),
            Property("number", "its number"),
            KIND,
            TITLE,
        ),
    ),
    NodeType(
        "Edition",
        "one adopted or revised text of a Resolution",
        "<resolution key> (Rev. Busan, 2014), as printed",
        (
            Property("place", "where it was adopted"),
            Property("year", "when it was adopted", "integer"),
            Property("revision", "whether it revises an earlier text", "boolean"),
        ),
    ),
    NodeType(
        "Recommendation",
        "a Recommendation, or an amendment, corrigendum, annex or supplement to one, in force or draft",
        "ITU-T Y.4903, ITU-T Y.1540 Amd.2, ITU-T Y Suppl.59; draft: <title> where only the title is known",
        (
            Property("sector", "ITU-T or ITU-R"),
            Property("series", "its series, such as Y"),
            Property("number", "what follows the sector, such as Y.4903"),
            KIND,
            TITLE,
            Property("draft", "whether the text calls it a draft", "boolean"),
            Property("url", "where its text is published"),
        ),
    ),
    NodeType(
        "Publication",
        "any other text: report, handbook, guideline, treaty, outcome document, standard of another body",
        "its identifier (ITU-R M.2440, ETSI TS 129 165, Tunis Agenda), else its title",
        (KIND, TITLE),
    ),
    NodeType(
        "StudyGroup",
        "an ITU study group",
        "ITU-T SG15, ITU-D SG1, ITU-R SG5",
        (Property("sector", "ITU-T, ITU-D or ITU-R"), Property("number", "its number"), TITLE),
    ),
    NodeType(
        "Question",
        "a study Question",
        "ITU-T Q4/11, ITU-D Q1/1",
        (
            Property("sector", "ITU-T, ITU-D or ITU-R"),
            Property("number", "its number, such as 4/11"),
            Property("group", "key of its study group"),
            TITLE,
        ),
    ),
    NodeType(
        "Group",
        "any other group of people that works, of ITU or of any body",
        "TSAG, FG-AI4H, JCA-IMT2020, CWG-Internet, IETF IPPM, ISO/IEC JTC 1/SC 41",
        (KIND, Property("parent", "key of the body it belongs to")),
    ),
    NodeType(
        "Organization",
        "a standing organization, sector, bureau, office, company, ministry, university or constituency",
        "the usual acronym, else the name",
        (KIND, Property("homepage", "its home page"), Property("wikidata", "its Wikidata item")),
    ),
    NodeType("Country", "a state or territory", "ISO 3166-1 alpha-2"),
    NodeType("Place", "a city or other locality", "<name>, <alpha-2>"),
    NodeType(
        "Event",
        "a conference, assembly, forum, meeting, workshop or course that happens at a time",
        "IGF 2019, IETF 116, WTPF-2013, PP-14, else <title> (<start date or year>)",
        (
            KIND,
            TITLE,
            Property("start_date", "ISO date, month or year of its first day"),
            Property("end_date", "ISO date of its last day"),
        ),
    ),
    NodeType("Person", "a named person", "the name without titles"),
    NodeType("Programme", "a standing initiative, project, coalition or programme", "its acronym or name", (KIND,)),
    NodeType("Topic", "a subject from the controlled list", "its label: IPv6, OTT, ENUM"),
)

_ENTITIES = tuple(node.label for node in _NODES if node.label not in ("Passage", "Topic"))
_REVISED = Property("revised", "whether it is a revision", "boolean")
_CLAUSE = Property("clause", "clause and item that say so, such as recalling a")

_RELATIONS = (
    RelationType("HAS_PASSAGE", "structure of the document", ("Document",), ("Passage",), stated=False),
    RelationType(
        "MENTIONS",
        "the passage names the entity",
        ("Passage",),
        _ENTITIES,
        (Property("count", "how often", "integer"),),
        stated=False,
    ),
    RelationType(
        "ABOUT", "the passage uses a word of the controlled vocabulary", ("Passage",), ("Topic",), stated=False
    ),
    RelationType("REPORTS_ON", "the document reports on what a resolution asked for", ("Document",), ("Resolution",)),
    RelationType("APPROVED", "approved, adopted", BODY, (*WORK, "Resolution"), (_REVISED,)),
    RelationType("AGREED", "agreed on a text that is not approved formally", BODY, WORK, (_REVISED,)),
    RelationType("CONSENTED", "consented a draft to the approval process", BODY, ("Recommendation",), (_REVISED,)),
    RelationType("DETERMINED", "determined a draft for the approval process", BODY, ("Recommendation",), (_REVISED,)),
    RelationType(
        "STARTED",
        "started work on",
        BODY,
        WORK,
        (Property("revision", "whether work on a revision was started", "boolean"),),
    ),
    RelationType("DEVELOPS", "is developing, progressing, working on", BODY, WORK),
    RelationType("PUBLISHED", "published", BODY, ("Publication",)),
    RelationType(
        "LIAISED_WITH",
        "exchanged liaison statements with",
        BODY,
        ("Organization", "Group", "StudyGroup"),
        symmetric=True,
    ),
    RelationType("COLLABORATES_WITH", "works together with", BODY, BODY, symmetric=True),
    RelationType("RESPONSIBLE_FOR", "is the body in charge of", BODY, ("Recommendation", "Question")),
    RelationType(
        "PART_OF",
        "belongs to",
        ("StudyGroup", "Question", "Group", "Organization", "Place"),
        ("Organization", "StudyGroup", "Group", "Country"),
    ),
    RelationType("MEMBER_OF", "is a member or observer of", BODY, ("Group", "Programme")),
    RelationType("RUNS", "runs the programme", BODY, ("Programme",)),
    RelationType("ORGANIZED", "organized, or plans to", BODY, ("Event",)),
    RelationType("PARTICIPATED_IN", "took part in", (*BODY, "Person"), ("Event",)),
    RelationType("HELD_IN", "took place in", ("Event",), ("Place", "Country")),
    RelationType(
        "HOLDS_ROLE", "holds an office", ("Person",), (*BODY, "Event"), (Property("role", "the office, as printed"),)
    ),
    RelationType(
        "CONTRIBUTED_TO",
        "submitted a contribution to",
        BODY,
        ("Event", "Group", "Document", "Publication"),
        (Property("symbol", "symbol of the contribution"),),
    ),
    RelationType("ASSISTED", "gave assistance to", BODY, ("Country",)),
    RelationType("REFERENCES", "cites, recalls, builds on", TEXT, (*TEXT, "Event"), (_CLAUSE,)),
    RelationType(
        "DIRECTS",
        "instructs, requests, invites",
        ("Resolution",),
        BODY,
        (Property("verb", "the operative verb"), _CLAUSE),
    ),
    RelationType("EDITION_OF", "is an edition of", ("Edition",), ("Resolution",)),
    RelationType("AMENDS", "amends, corrects or is annexed to", ("Recommendation",), ("Recommendation",)),
    RelationType("SUPPLEMENTS", "is a supplement to", ("Recommendation",), ("Recommendation",)),
    RelationType(
        "EQUIVALENT_TO", "is the same text as, or technically aligned with", ("Recommendation",), WORK, symmetric=True
    ),
)

ONTOLOGY = Ontology(
    node_types=_NODES,
    relation_types=_RELATIONS,
    node_properties=(
        Property("key", "unique within the label"),
        Property("name", "how it is usually called"),
        Property("aliases", "other names it goes by", "strings"),
    ),
    evidence_properties=(
        Property("id", "hash of the statement's content"),
        Property("document", "key of the document that says so"),
        Property("passage", "key of the passage that says so"),
        Property("section", "section of that passage"),
        Property("quote", "the sentence that says so"),
        Property("start", "offset of the quote in the passage, in characters", "integer"),
        Property("end", "offset of the quote's end in the passage", "integer"),
        Property("rule", "name of the frame or layout that found it, as in docs/reading.md"),
        Property("confidence", "how sure that frame or layout is, 0 to 1", "float"),
        Property("source_start", "offset of the source in the quote, where the quote names it", "integer"),
        Property("source_end", "offset of its end in the quote", "integer"),
        Property("target_start", "offset of the target in the quote, where the quote names it", "integer"),
        Property("target_end", "offset of its end in the quote", "integer"),
    ),
    statement_properties=(
        Property("topic", "what it was about, verbatim and short"),
        Property("edition", "the edition of the target that the text names"),
        Property("date", "ISO date, month or year that the text gives"),
        Property("status", "such as planned, under approval, observer"),
    ),
)
"""Labels, relationship types and their properties; constraints, API enums and documentation derive from it."""
