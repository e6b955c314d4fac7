"""All layouts, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from netgov.ingest.layouts.citations import read_references, read_report_subject
from netgov.ingest.layouts.clauses import read_adoption, read_directives, read_recitals
from netgov.ingest.layouts.happenings import read_events, read_invitations
from netgov.ingest.layouts.liaison_header import read_liaison_header
from netgov.ingest.layouts.liaison_tables import read_liaison_tables
from netgov.ingest.layouts.people.attendance import read_attendance, read_front_labels
from netgov.ingest.layouts.people.offices import read_offices
from netgov.ingest.layouts.people.rosters import read_listed_speakers, read_rosters
from netgov.ingest.layouts.structure import read_editions, read_members_of_bodies, read_parts
from netgov.ingest.layouts.tables import (
    read_assistance_lists,
    read_contribution_tables,
    read_counted_texts,
    read_group_lists,
    read_text_tables,
)
from netgov.ingest.model.claim import Claim
from netgov.ingest.model.marked import MarkedReport

Layout = Callable[[MarkedReport], Iterator[Claim]]

LAYOUTS: tuple[Layout, ...] = (
    read_members_of_bodies,
    read_editions,
    read_parts,
    read_adoption,
    read_directives,
    read_recitals,
    read_report_subject,
    read_references,
    read_liaison_header,
    read_liaison_tables,
    read_text_tables,
    read_counted_texts,
    read_contribution_tables,
    read_assistance_lists,
    read_group_lists,
    read_events,
    read_invitations,
    read_offices,
    read_rosters,
    read_listed_speakers,
    read_attendance,
    read_front_labels,
)
