"""Entries of the registers that are written here, in the columns their template had on the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q

from sidamping.features.books import queries as books
from sidamping.features.registers.models import Entry
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


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


def entries_page(viewer: Viewer, book: UUID, register: str, *, text: str = "", after: str = "") -> Page:
    """A page of a register, the latest number first; nothing for a stranger."""
    rows = _seen(viewer).filter(book_id=book, register=register)
    rows = rows.filter(facts__icontains=text) if text else rows
    page = page_of(rows, order=("-number", "-id"), after=after)
    return Page(tuple(_line(row) for row in page.rows), page.next_key)


def entry(viewer: Viewer, id: UUID) -> EntryLine | None:
    """One entry; None for a stranger."""
    row = _seen(viewer).filter(pk=id).first()
    return _line(row) if row is not None else None


def events_of(book: UUID, register: str, first: date, last: date) -> tuple[EntryLine, ...]:
    """The entries of some days that stand, in order; the caller has scoped the book."""
    rows = Entry.objects.filter(book_id=book, register=register, day__range=(first, last), struck_at=None)
    return tuple(_line(row) for row in rows.select_related("made_by", "struck_by").order_by("day", "number"))


def written(book: UUID) -> Mapping[str, tuple[int, date]]:
    """How many entries stand in each register and the day of the last; the caller has scoped the book."""
    standing = Q(struck_at=None)
    rows = Entry.objects.filter(standing, book_id=book).values("register").annotate(count=Count("pk"), last=Max("day"))
    return {row["register"]: (row["count"], row["last"]) for row in rows}


def _seen(viewer: Viewer) -> Any:
    return Entry.objects.filter(book__in=books.readable(viewer)).select_related("made_by", "struck_by")


def _line(row: Entry) -> EntryLine:
    return EntryLine(row.pk, row.book_id, row.register, row.number, row.day, row.facts, str(row.made_by),
                     row.struck_at, str(row.struck_by or ""), row.struck_why)  # fmt: skip
