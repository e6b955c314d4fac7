"""The rules that read statements; RULES is the ordered list. A rule's name is the evidence's `rule`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ingest.rules.announced import read_announced
from ingest.rules.assistance import read_assistance
from ingest.rules.contributed import read_contributed
from ingest.rules.contributions import read_contributions
from ingest.rules.events import read_events, read_places
from ingest.rules.headers import read_liaison_header
from ingest.rules.members import read_memberships
from ingest.rules.participation import read_participation
from ingest.rules.persons import read_chairs
from ingest.rules.programmes import read_programmes
from ingest.rules.reading import Found, Reading
from ingest.rules.references import read_references
from ingest.rules.responsible import read_responsible
from ingest.rules.roles import read_roles
from ingest.rules.speakers import read_speakers
from ingest.rules.structure import (
    read_editions,
    read_equivalents,
    read_founded_groups,
    read_members_of_bodies,
    read_parts,
)
from ingest.rules.texts import read_directives, read_report_subject
from ingest.rules.ties import read_collaborations, read_liaisons
from ingest.rules.work import read_question_reports, read_work

Rule = Callable[[Reading], Iterator[Found]]

RULES: tuple[Rule, ...] = (
    read_members_of_bodies,
    read_editions,
    read_parts,
    read_equivalents,
    read_founded_groups,
    read_report_subject,
    read_references,
    read_directives,
    read_work,
    read_question_reports,
    read_announced,
    read_responsible,
    read_liaison_header,
    read_liaisons,
    read_collaborations,
    read_assistance,
    read_memberships,
    read_places,
    read_events,
    read_programmes,
    read_roles,
    read_chairs,
    read_participation,
    read_speakers,
    read_contributions,
    read_contributed,
)
