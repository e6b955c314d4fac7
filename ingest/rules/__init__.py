"""The rules that read statements; RULES is the ordered list. A rule's name is the evidence's `rule`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from netgov.ingest.rules.announced import read_announced
from netgov.ingest.rules.assistance import read_assistance
from netgov.ingest.rules.contributed import read_contributed
from netgov.ingest.rules.contributions import read_contributions
from netgov.ingest.rules.events import read_events, read_places
from netgov.ingest.rules.headers import read_liaison_header
from netgov.ingest.rules.members import read_memberships
from netgov.ingest.rules.participation import read_participation
from netgov.ingest.rules.persons import read_chairs
from netgov.ingest.rules.programmes import read_programmes
from netgov.ingest.rules.reading import Found, Reading
from netgov.ingest.rules.references import read_references
from netgov.ingest.rules.responsible import read_responsible
from netgov.ingest.rules.roles import read_roles
from netgov.ingest.rules.speakers import read_speakers
from netgov.ingest.rules.structure import (
    read_editions,
    read_equivalents,
    read_founded_groups,
    read_members_of_bodies,
    read_parts,
)
from netgov.ingest.rules.texts import read_directives, read_report_subject
from netgov.ingest.rules.ties import read_collaborations, read_liaisons
from netgov.ingest.rules.work import read_question_reports, read_work

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
