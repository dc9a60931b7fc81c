"""Entries of the registers that are written here, in the columns their template had on the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q

from sidamping.features.books import queries as books
from sidamping.features.registers.models import Entry
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of

FOR_ALL = ("inventory", "official-advice", "other-advice", "supervisor-decisions", "board-decisions")
"""Registers that tell of things, advice and decisions; any other may name members, guests and who wrote to whom."""


@dataclass(frozen=True)
class EntryLine:
    """An entry; struck out it stays readable, with who did it and why."""

    id: UUID
    book: UUID
    register: str
    number: int
    day: date
    facts: Mapping[str, Any]
    made_by: str
    struck_at: datetime | None
    struck_by: str
    struck_why: str


def entries_page(
    viewer: Viewer, book: UUID, register: str, *, text: str = "", shown: Collection[str] = (), after: str = ""
) -> Page:
    """A page of a register, the latest number first; nothing for a stranger. `text` is sought in the `shown` columns.

    A register that may name members is for whoever sees them.
    """
    rows = _seen(viewer).filter(book_id=book, register=register)
    if text:
        rows = rows.filter(reduce(or_, (Q(**{f"facts__{key}__icontains": text}) for key in shown), Q(pk=None)))
    page = page_of(rows, order=("-number", "-id"), after=after)
    return Page(tuple(_line(row) for row in page.rows), page.next_key)


def entry(viewer: Viewer, id: UUID) -> EntryLine | None:
    """One entry; None for a stranger."""
    row = _seen(viewer).filter(pk=id).first()
    return _line(row) if row is not None else None


def written(book: UUID, on: date) -> Mapping[str, tuple[int, date]]:
    """How many entries up to a day stand in each register, and the day of the last; the caller has scoped the book."""
    rows = Entry.objects.filter(book_id=book, day__lte=on, struck_at=None).values("register")
    rows = rows.annotate(count=Count("pk"), last=Max("day"))
    return {row["register"]: (row["count"], row["last"]) for row in rows}


def entries_in(book: UUID, registers: Collection[str], since: date, until: date) -> Mapping[str, tuple[EntryLine, ...]]:
    """The standing lines of registers between two days, by register; the caller has scoped the book."""
    found: dict[str, list[EntryLine]] = {name: [] for name in registers}
    rows = Entry.objects.filter(book_id=book, register__in=registers, day__range=(since, until), struck_at=None)
    for row in rows.select_related("made_by", "struck_by").order_by("day", "number"):
        found[row.register].append(_line(row))
    return {name: tuple(lines) for name, lines in found.items()}


def in_sight(viewer: Viewer) -> Q:
    """Lines and sightings a viewer may read: of registers for everybody in sight, of the others by name."""
    return Q(book__in=books.readable(viewer), register__in=FOR_ALL) | Q(book__in=books.readable_by_name(viewer))


def _seen(viewer: Viewer) -> Any:
    return Entry.objects.filter(in_sight(viewer)).select_related("made_by", "struck_by")


def _line(row: Entry) -> EntryLine:
    return EntryLine(row.pk, row.book_id, row.register, row.number, row.day, row.facts, str(row.made_by),
                     row.struck_at, str(row.struck_by or ""), row.struck_why)  # fmt: skip
