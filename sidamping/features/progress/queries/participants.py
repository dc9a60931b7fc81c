"""The participants of a cohort or an area as a list: by name, filtered by profile, in pages and for a workbook (C1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sidamping.features.programmes.queries import (
    EngagementFilter,
    engagement_ids,
    engagement_page,
    every_engagement,
)
from sidamping.features.progress.queries.lines import Standing
from sidamping.features.progress.queries.profiles import chosen_by
from sidamping.features.progress.queries.standings import standings
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page

CHUNK = 500
OF_PROFILE = ("sector", "income", "technology", "signal", "devices")

Participant = Standing


@dataclass(frozen=True)
class ParticipantFilter:
    """What a list asks for; empty means no limit."""

    text: str = ""
    programme: str = ""
    cohort: UUID | None = None
    area: str = ""
    mentor: UUID | None = None
    sector: str = ""
    income: str = ""
    technology: str = ""
    signal: str = ""
    devices: str = ""


NO_FILTER = ParticipantFilter()


def participant_page(viewer: Viewer, wanted: ParticipantFilter = NO_FILTER, after: str = "") -> Page:
    """A page by name, of those whose field records the viewer may see."""
    page = engagement_page(viewer, _engagements(viewer, wanted), after)
    return Page(standings(page.rows, viewer.on), page.next_key)


def every_participant(viewer: Viewer, wanted: ParticipantFilter = NO_FILTER) -> Iterator[Standing]:
    """The whole list in chunks, for an export or a count."""
    found = every_engagement(viewer, _engagements(viewer, wanted))
    while chunk := list(islice(found, CHUNK)):
        yield from standings(chunk, viewer.on)


def _engagements(viewer: Viewer, wanted: ParticipantFilter) -> EngagementFilter:
    """The list of engagements behind the list; of those an assessor may only know, the profile stays closed."""
    asked = {name: getattr(wanted, name) for name in OF_PROFILE if getattr(wanted, name)}
    among = engagement_ids(viewer)
    return EngagementFilter(
        text=wanted.text, programme=wanted.programme, area=wanted.area, mentor=wanted.mentor, cohort=wanted.cohort,
        any_time=wanted.cohort is not None, walked=False,
        among=among.filter(pk__in=chosen_by(**asked)) if asked else among,
    )
