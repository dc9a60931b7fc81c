"""The list of an office: which papers of which cooperative are missing, have run out or soon will."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from sidamping.domain.licences.standing import EXPIRED, EXPIRING, MISSING
from sidamping.features.licences.queries.papers import (
    IDENTITY,
    LICENCE,
    SAVINGS_LOAN,
    PaperLine,
    latest,
    told,
)
from sidamping.features.parties import queries as parties
from sidamping.features.parties.queries import Filters
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page

CHUNK = 500


@dataclass(frozen=True)
class OfficeLine:
    """A cooperative with its papers that want attention."""

    id: UUID
    name: str
    place: str
    papers: tuple[PaperLine, ...]

    def of(self, state: str) -> tuple[PaperLine, ...]:
        return tuple(one for one in self.papers if one.state == state)

    @property
    def missing(self) -> tuple[PaperLine, ...]:
        return self.of(MISSING)

    @property
    def expired(self) -> tuple[PaperLine, ...]:
        return self.of(EXPIRED)

    @property
    def expiring(self) -> tuple[PaperLine, ...]:
        return self.of(EXPIRING)


def office_page(viewer: Viewer, on: date, text: str = "", after: str = "") -> Page:
    """A page of the cooperatives of an overseer's area by name; nothing for anybody else."""
    if not viewer.has(*roles.OVERSEERS):
        return Page((), "")
    page = parties.cooperatives(viewer, Filters(text=text), after)
    return Page(tuple(_lines(page.rows, on)), page.next_key)


def every_line(viewer: Viewer, on: date, text: str = "") -> Iterator[OfficeLine]:
    """All lines of the list in the same order, in chunks."""
    if not viewer.has(*roles.OVERSEERS):
        return
    found = parties.every_cooperative(viewer, Filters(text=text))
    while chunk := list(islice(found, CHUNK)):
        yield from _lines(chunk, on)


def _lines(rows: Iterable[Any], on: date) -> Iterator[OfficeLine]:
    held = list(rows)
    found = latest([one.id for one in held], on)
    for one in held:
        there = found.get(one.id, {})
        licence = told(one.id, there, LICENCE) if one.kind == SAVINGS_LOAN or SAVINGS_LOAN in there else ()
        yield OfficeLine(one.id, one.name, one.place, (*told(one.id, there, IDENTITY), *licence))
