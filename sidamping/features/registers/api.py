"""Registers for other programs: the mandatory books, their lines, what the articles ask; read as on the pages."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Router, Schema

from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.registers import queries, services
from sidamping.features.registers.queries import EntryLine
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import there

router = Router(tags=["kelembagaan"])


class BookStateOut(Schema):
    """A mandatory book; `state`: kept, written, seen, missing or unknown."""

    code: str
    name: str
    state: str
    count: int
    until: date | None


class EntryOut(Schema):
    """A line of a register; struck out it stays, with the reason."""

    id: UUID
    number: int
    day: date
    facts: dict[str, Any]
    struck: str


class EntriesOut(Schema):
    """A page of lines, the latest number first; `next_key` goes into `after` for the next one."""

    rows: list[EntryOut]
    next_key: str


class EntryIn(Schema):
    """A line in the columns of its register; the sender makes the id."""

    id: UUID
    day: date
    facts: dict[str, str | int | None] = Field(max_length=20)


class ClauseOut(Schema):
    """What the rule asks and what the articles ask beside it; null where they ask nothing."""

    key: str
    rule: str
    cite: str
    own: int | None
    article: str


@router.get("/books/{id}/registers", response=list[BookStateOut], summary=_("Buku wajib sebuah koperasi"))
def registers(request: HttpRequest, id: UUID) -> list[BookStateOut]:
    viewer = _reader(request)
    book = there(books.kept_book(viewer, id))
    states, _cited = queries.book_states(id, viewer.on, book.village_code)
    return [
        BookStateOut(code=one.form.code, name=one.form.label.id, state=one.state, count=one.count, until=one.until)
        for one in states
    ]


@router.get("/books/{id}/registers/{code}", response=EntriesOut, summary=_("Baris sebuah buku wajib"))
def entries(request: HttpRequest, id: UUID, code: str, after: str = "") -> EntriesOut:
    viewer = _reader(request)
    book = _written_here(there(books.kept_book(viewer, id)), viewer, code)
    page = queries.entries_page(viewer, book.id, code, after=after)
    return EntriesOut(rows=[_entry(one) for one in page.rows], next_key=page.next_key)


@router.post("/books/{id}/registers/{code}", response=EntryOut, summary=_("Tulis baris ke sebuah buku wajib"))
def write(request: HttpRequest, id: UUID, code: str, line: EntryIn) -> EntryOut:
    viewer = _reader(request)
    there(books.kept_book(viewer, id))
    services.write_entry(
        by=viewer, id=line.id, book=id, register=code, day=line.day, facts=line.facts,
        now=request.now,  # type: ignore[attr-defined]  # set by middleware
    )
    return _entry(there(queries.entry(viewer, line.id)))


@router.get("/books/{id}/articles", response=list[ClauseOut], summary=_("Ketentuan AD/ART di samping aturan"))
def articles(request: HttpRequest, id: UUID) -> list[ClauseOut]:
    viewer = _reader(request)
    book = there(books.kept_book(viewer, id))
    return [
        ClauseOut(
            key=one.key, rule=str(one.rule), cite=one.cite, own=one.own.value if one.own else None,
            article=one.own.article if one.own else "",
        )
        for one in queries.beside_the_rule(id, viewer.on, book.village_code)
    ]  # fmt: skip


def _written_here(book: KeptBook, viewer: Viewer, register: str) -> KeptBook:
    """The book when it writes the register here and the viewer may read it."""
    form = queries.form_of(register, viewer.on, book.village_code)
    if form is None or not form.columns or not (book.sees_names or register in queries.FOR_ALL):
        raise Http404
    return book


def _entry(one: EntryLine) -> EntryOut:
    return EntryOut(id=one.id, number=one.number, day=one.day, facts=dict(one.facts), struck=one.struck_why)


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*books.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
