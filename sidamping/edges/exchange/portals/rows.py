"""Our side: the rows of a layout within the scope of the viewer, whole, in pages, or one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sidamping.domain.parties import masked
from sidamping.domain.portals import COOPERATIVE, Row, Value, Values, keys_of
from sidamping.edges.exchange.portals.facts import cooperative_facts, participant_facts
from sidamping.features.meetings.queries.calendar import last_annual
from sidamping.features.papers.queries.figures import figures_of_mentees
from sidamping.features.parties.queries.registrations import (
    Registration,
    every_registration,
    niks_of,
    registration,
    registrations_page,
)
from sidamping.features.programmes.queries import engagement_card
from sidamping.features.progress.queries import (
    ParticipantFilter,
    Standing,
    every_participant,
    participant_page,
    standing_of,
)
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page
from sidamping.rules.portals import Portal

READERS = (
    roles.MENTOR, roles.CHAIR, roles.COORDINATOR, roles.DINAS_REGENCY, roles.DINAS_PROVINCE, roles.SECRETARIAT,
    roles.PMO, roles.ADMIN,
)  # fmt: skip
CHUNK = 500


@dataclass(frozen=True)
class OurRow(Row):
    """A row of ours, and which record it is."""

    id: UUID


def every_row(viewer: Viewer, portal: Portal) -> Iterator[OurRow]:
    """All rows the viewer may see, by name, in chunks."""
    if portal.of == COOPERATIVE:
        yield from _chunked(every_registration(viewer), lambda some: _cooperatives(viewer, portal, some))
        return
    for programme in portal.programmes:
        found = every_participant(viewer, ParticipantFilter(programme=programme))
        yield from _chunked(found, lambda some: _participants(portal, some))


def row_page(viewer: Viewer, portal: Portal, after: str, size: int) -> Page:
    """A page of them; of participants those of the newest programme."""
    if portal.of == COOPERATIVE:
        page = registrations_page(viewer, after, size)
        return Page(_cooperatives(viewer, portal, page.rows), page.next_key)
    page = participant_page(viewer, ParticipantFilter(programme=portal.programmes[-1]), after)
    return Page(_participants(portal, page.rows), page.next_key)


def row_of(viewer: Viewer, portal: Portal, id: UUID) -> OurRow | None:
    """One of them, a cooperative by its party, a participant by the mentoring; None for a stranger."""
    if portal.of == COOPERATIVE:
        held = registration(viewer, id)
        return _cooperatives(viewer, portal, [held])[0] if held else None
    card = engagement_card(viewer, id)
    told = card is not None and card.programme in portal.programmes
    return _participants(portal, [standing_of(card, viewer.on)])[0] if card and told else None


def _chunked(found: Iterator[Any], made: Callable[[list[Any]], Iterable[OurRow]]) -> Iterator[OurRow]:
    while chunk := list(islice(found, CHUNK)):
        yield from made(chunk)


def _cooperatives(viewer: Viewer, portal: Portal, some: Sequence[Registration]) -> tuple[OurRow, ...]:
    ids = [one.id for one in some]
    figures, meetings = figures_of_mentees(viewer, ids), last_annual(ids)
    return tuple(
        _row(portal, one.id, cooperative_facts(one, figures.get(one.id), meetings.get(one.id))) for one in some
    )


def _participants(portal: Portal, some: Collection[Standing]) -> tuple[OurRow, ...]:
    niks = niks_of([one.card.mentee_id for one in some])
    return tuple(
        _row(portal, one.card.id, participant_facts(one, niks.get(one.card.mentee_id, "")), shut="nik") for one in some
    )


def _row(portal: Portal, id: UUID, facts: dict[str, Value], shut: str = "") -> OurRow:
    """The values by column. The fact `shut` is matched by in full and told masked."""
    values: dict[str, Value] = {one.key: facts.get(one.fact) for one in portal.columns}
    keys = keys_of(values, portal.keys, portal.kinds)
    shown: Values = {
        one.key: masked(str(values[one.key] or "")) if shut and one.fact == shut else values[one.key]
        for one in portal.columns
    }
    return OurRow(str(facts["name"]), keys, shown, id)
