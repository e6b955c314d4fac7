"""The words of work on texts: which verbs and nouns say that a text was approved, agreed, started, published …"""

from __future__ import annotations

import re

TEXTS = ("Recommendation", "Publication", "Resolution")
TARGETS = {
    "APPROVED": TEXTS,
    "AGREED": ("Recommendation", "Publication"),
    "CONSENTED": ("Recommendation",),
    "DETERMINED": ("Recommendation",),
    "STARTED": ("Recommendation", "Publication"),
    "DEVELOPS": ("Recommendation", "Publication"),
    "PUBLISHED": ("Publication",),
    "RESPONSIBLE_FOR": ("Recommendation", "Question"),
}
"""Which labels each type of statement can be about."""

_ON = (
    r"(?:\s(?:the|new|its|a|an|revision|revising|working|work|works?|items?|development|developing|drafting|"
    r"preparation|studies|study))*(?:\s(?:on|in|of|for))?"
)
_GIVE = r"(?:g[ai]ves?|given|grant(?:s|ed)?|expressed)\s(?:(?:its|their|final|formal)\s)*"
_BEGIN = r"(?:start|initiate|begin|open|launch|undertake|resume|revise|commence|create|set\sup)"
_ITEM = (
    r"(?=\s(?:(?:the|a|an|new|its|two|three|four|five|six|seven|eight|nine|ten|\d+|"
    r"following)\s)*(?:work\s(?:items?|on)|WIs?)\b)"
)
_ACTIVE = {
    "STARTED": rf"(?:(?:agreed|decided|resolved)\sto\s{_BEGIN}|"
    rf"(?:created|established|added|accepted|set\sup){_ITEM}|"
    r"(?:approved|agreed(?:\s(?:to|on|upon))?|endorsed|authori[sz]ed|decided(?:\son)?)\s(?:the|a)\s(?:start|launch|opening|creation|initiation|beginning)\sof|"
    r"added(?=\s[^;]{3,90}?\sto\s(?:its|the)\swork\sprogramme)|g[ai]ve(?:n|s)?\s(?:the\s|a\s)?(?:green\slight|go-ahead)\s(?:to|for)|"
    r"started|initiated|began|begun|commenced|opened|undertook|undertaken|resumed|"
    rf"embarked\s(?:up)?on|took\sup|taken\sup|set\sto\swork\son|kicked\soff|launched(?=\s(?:the\s|a\s|new\s|its\s)*(?:work|stud|develop|draft|prepar|revis))){_ON}",
    "APPROVED": rf"approve[sd]|adopted|{_GIVE}approval\s(?:to|for)",
    "AGREED": rf"(?:agreed|(?:reached|came\sto)\s(?:an?\s)?(?:agreement|consensus))(?:\s(?:on|to|upon))?|endorsed|"
    rf"{_GIVE}(?:agreement|endorsement)\sto",
    "CONSENTED": rf"consented(?:\sto|\sfor)?|{_GIVE}consent\s(?:to|for)|"
    r"(?:sent|put|moved|released|submitted|forwarded)(?=\s[^;:]{3,160}?\s(?:to|into|for)\s(?:the\s)?[Ll]ast\s[Cc]all\b)|"
    r"(?:initiated|started|opened)\s(?:the\s)?[Ll]ast\s[Cc]all\s(?:on|for|of)",
    "DETERMINED": r"determined|made\sthe\sdetermination\sof",
    "PUBLISHED": r"published|released|issued|launched|brought\sout",
    "RESPONSIBLE_FOR": r"(?:has|have|had|having|with|takes?|bears?)\s(?:the\s)?(?:lead\s|overall\s|main\s)?"
    r"responsibility\sfor|(?:is|are|was|were|has|have|had)\sthe\slead(?:ing)?\s(?:(?:body|group|[Ss]tudy\s[Gg]roup)\s)?(?:for|of|on)|"
    r"leads(?!\sto\b)|led(?!\sto\b)|oversees|oversaw|manages|managed|handles|handled|(?:is|was)\s(?:tasked|entrusted)\swith|(?:was|were|is|are|been)\s(?:assigned|allocated)|"
    r"(?:is|are|was|were|remains?)\s(?:the\sbody\s)?(?:also\s)?(?:responsible|in\scharge|(?:the\s)?custodian|the\shome|guardian)\s(?:for|of)|(?:looks|looked)\safter",
    "DEVELOPS": r"(?:is|are|has\sbeen|have\sbeen)\s(?:also\s|currently\s|now\s|further\s|still\s|jointly\s)*"
    r"(?:developing|progressing|working\son|drafting|preparing|elaborating|revising|finali[sz]ing|completing|compiling|updating|writing|editing|at\swork\son)"
    r"|(?:continues?|continued)\s(?:to\s(?:develop|progress|work\son|maintain|draft|elaborate|refine|prepare)|(?:its|their)?\s?work(?:ing)?\son|(?:the\s)?(?:development|elaboration|drafting|preparation)\sof|developing|progressing|drafting|preparing|elaborating)"
    r"|(?:will\scontinue\sto\s)?maintains?|(?:keeps|kept)(?=\s[^;]{3,90}?\sup\sto\sdate)|prepared|(?:has\s|have\s)?developed|progressed|drafted|developing|elaborated|compiled|"
    r"finali[sz]ed|completed|worked\son|works\son|drew\sup|drawn\sup|made\s(?:(?:good|further|substantial|considerable|significant)\s)?progress\s(?:on|with)",
}
VERB = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern})(?!\w))" for name, pattern in _ACTIVE.items()))
"""A verb in the active voice; the group that matched is the type of the statement."""

_PARTICIPLES = {
    "APPROVED": r"approved|adopted",
    "AGREED": r"agreed(?:\supon)?|endorsed",
    "CONSENTED": r"consented(?:\sto)?|"
    r"(?:sent|put|moved|released|submitted|forwarded)\s(?:to|into|for)\s(?:the\s)?[Ll]ast\s[Cc]all",
    "DETERMINED": r"determined",
    "PUBLISHED": r"published|released|issued|launched|brought\sout",
    "STARTED": r"initiated|created|set\sup|started|begun|commenced|opened|taken\sup|undertaken",
    "DEVELOPS": r"developed|maintained|updated|kept\sup\sto\sdate|prepared|drafted|elaborated|drawn\sup|progressed|"
    r"finali[sz]ed|completed|compiled|written|"
    r"revised|edited",
}
PARTICIPLE = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _PARTICIPLES.items())
"""A participle of the passive voice; the group that matched is the type of the statement."""

_NOUNS = {
    "APPROVED": r"[Aa]pproval|[Aa]doption",
    "AGREED": r"[Aa]greement|[Ee]ndorsement|[Cc]onsensus",
    "CONSENTED": r"[Cc]onsent",
    "DETERMINED": r"[Dd]etermination",
    "PUBLISHED": r"[Pp]ublication|[Rr]elease",
}
NOUN = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _NOUNS.items())
"""A noun of that meaning: "the approval of", "consent was given to"."""

INFINITIVE = (
    r"(?P<APPROVED>approve|adopt)|(?P<AGREED>endorse)|(?P<CONSENTED>consent(?:\sto)?)|(?P<DETERMINED>determine)|"
    rf"(?P<PUBLISHED>publish|release|issue)|(?P<STARTED>{_BEGIN}|create|establish)"
)
"""A verb after "it was decided to"."""

_KINDS = (
    r"Recommendations?|Recs?\.?|Supplements?|Amendments?|Corrigend(?:um|a)|Annex(?:es)?|[Rr]eports?|[Pp]apers?|[Hh]andbooks?|[Gg]uidelines?|[Gg]uides?|Implementers[’']|"
    r"[Rr]esolutions?|[Tt]exts?|[Ss]tandards?|[Dd]eliverables?|[Pp]ublications?|[Tt]oolkits?|[Rr]oadmaps?|[Ww]orks?|[Ii]tems?|[Tt]opics?|[Dd]ocuments?|[Rr]evisions?|Questions?|questions?|Qs?\.?|[Dd]rafts?"
)
GLUE = re.compile(
    r"(?:,\son\s[^,;:.“”]{3,100},)?(?:[\s,;:()“”\"/·–-]|\b(?:and|as|well|also|both|together|with|along|plus|on|of|to|for|in|the|a|an|its|their|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|twenty|several|series|\d{1,3}|following|namely|including|first|second|third|new|revised|regional|[Tt]echnical|final|output|interim|annual|progress|latest|updated|joint|input|consolidated|non-normative|normative|joint|initial|ITU-[TDR]|APT|"
    rf"{_KINDS}|V\d+|v\.\d+|under|approval|currently|edition|version|entitled|titled)\b)*+"
)
"""What may stand between a verb and its text, and between the texts of a list."""

ADVERBIAL = re.compile(
    r",?\s(?:under|by|by\smeans\sof|at|during|in|on|through|via|after|following|without|with|subject\sto|pursuant\sto)\s[^;:.“”]{2,90}?,?"
    r"(?<!\sof)(?<!\sto)(?<!\son)(?<!\swith)(?<!\sthe)(?<!\sfor)\s(?:the\s)?(?:draft|new|revised|(?:one|two|three|four|five|six|\d+)\s(?:draft\s|new\s|revised\s)*(?:ITU-[TR]\s)?(?:Recommendations?|texts?))\s"
)
"""How or when something was done, between the verb and its texts: "approved under the traditional procedure new …"."""

NEW_ITEM = re.compile(
    r"\b(?:[Nn]ew\s(?:[\w-]+\s)?[Ww]ork\s[Ii]tems?\b|(?:start|launch|opening|creation|initiation|beginning)\sof\s(?:new\s)?work\b)[^.;]{0,20}$"
)
"""What makes approving, agreeing or launching a text the start of the work on it."""

OPENS_LIST = re.compile(
    r"(?:Recommendations?|texts?|Supplements?|[Rr]eports?|deliverables|publications|documents|standards|Questions|items|following)\b[^.]{0,80}:|:\s*$"
)
"""What announces a list that later passages go on with."""

STATUS = re.compile(r"\((?:is\s|are\s)?(?:currently\s|now\s)?(?:in\s)?(under\sapproval|last\s[Cc]all)\)")
UNDER_APPROVAL = re.compile(
    r"\b(?:is|are|remains?)\s(?:currently\s|now\s|still\s)?(?P<status>under\s(?:approval|development|study|preparation|consideration|revision)|"
    r"in\s(?:[Ll]ast\s[Cc]all|preparation))"
)
REVISED = re.compile(r"(?:^|\s)[Rr]evis(?:ed|ion)")
