"""Drafts the voucher that closes a year, income and expenses to nothing, and tells whether one still fits the books."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.ledger.closing import closing_entry
from sidamping.domain.ledger.entries import CLOSING, Entry, Line
from sidamping.domain.ledger.units import evened
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import chart_of_book, lines_of
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.year_end import YearEnd, year_end
from sidamping.features.books.services.drafting import VoucherDraft, draft_voucher
from sidamping.features.books.services.keeping import kept_book
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def draft_closing(*, by: Viewer, id: UUID, book: UUID, year: int, now: datetime) -> UUID:
    """The id of the draft, dated 31 December; made anew it takes in what was posted meanwhile, and is one draft."""
    kept = kept_book(by, book)
    take_turns(book)
    state = year_end(by, book, year)
    if state is None:
        raise Refused(problem("BOOKS_018"))
    refuse_if(_too_soon(state))
    day, text = date(year, 12, 31), _("Jurnal penutup tahun %(year)s") % {"year": year}
    entry = unclosed(kept, day, text)
    if entry is None:
        raise Refused(problem("BOOKS_054", "", year=year))
    draft = VoucherDraft("BM", day, text, entry.lines, CLOSING)
    made = state.closing_id or id
    draft_voucher(by=by, id=made, book=book, draft=draft, now=now, seen=state.closing_seen)
    return made


def unclosed(book: Book, day: date, text: str = "") -> Entry | None:
    """The entry that closes what income and expenses hold at the end of a day; None when they hold nothing."""
    chart = chart_of_book(book.pk)
    found = closing_entry(chart, sums(book.pk, day), number="", day=day, text=text)
    return replace(found, lines=evened(found.lines, chart)) if found is not None else None


def unlike_closing(row: Voucher, book: Book) -> list[Problem]:
    """A closing voucher closes its whole year as the books stand now, on its last day, and nothing else."""
    if row.nature != CLOSING:
        return []
    day = date(row.day.year, 12, 31)
    wanted = unclosed(book, day)
    if wanted is not None and row.day == day and _amounts(lines_of(row.lines)) == _amounts(wanted.lines):
        return []
    return [problem("BOOKS_070", "", voucher=written(row.kind, row.day, row.number), year=day.year)]


def _amounts(lines: Iterable[Line]) -> list[tuple[str, int]]:
    return sorted((one.account, one.amount) for one in lines)


def _too_soon(state: YearEnd) -> list[Problem]:
    found = []
    if not state.ended:
        found.append(problem("BOOKS_052", "", year=state.year, day=date(state.year, 12, 31)))
    if state.closing_number:
        found.append(problem("BOOKS_053", "", year=state.year, voucher=state.closing_number))
    if state.open_months:
        found.append(problem("BOOKS_050", "", year=state.year, months=tuple(state.open_months)))
    if state.drafts:
        found.append(problem("BOOKS_051", "", year=state.year, count=state.drafts))
    return found
