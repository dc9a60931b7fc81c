"""Takes over many vouchers at once, drafted and posted in one go: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import OPENING
from sidamping.domain.ledger.units import evened
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.cards import stored
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.copying import write_drafts
from sidamping.features.books.services.drafting import VoucherDraft, same, unknown_kinds
from sidamping.features.books.services.judging import Judge
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.features.books.services.posting import closing_beside, write_posted
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

KNOWN = "SELECT * FROM books_voucher WHERE id = ANY(%s)"


def import_vouchers(*, by: Viewer, book: UUID, drafts: Mapping[UUID, VoucherDraft], now: datetime) -> int:
    """How many were new. Faults of all are told at once, and nothing is written; what was sent before counts once."""
    with closing_beside(), transaction.atomic():
        kept = kept_book(by, book)
        take_turns(book)
        there = {row.pk: row for row in Voucher.objects.raw(KNOWN, [list(drafts)])}
        judge = Judge(kept, by.on)
        drafts = {id: replace(one, lines=evened(one.lines, judge.chart)) for id, one in drafts.items()}
        judge.look_up(line for one in drafts.values() for line in one.lines)
        rows = [_row(by, kept, id, one, now) for id, one in drafts.items() if id not in there]
        refuse_if([*_strange(kept, drafts, there), *_second_openings(kept, rows), *_faults(judge, drafts, rows)])
        if rows:
            _write(judge, sorted(rows, key=lambda row: row.day), by, now)
            tell("imported", by, book, kept, count=len(rows))
        return len(rows)


def _write(judge: Judge, rows: list[Voucher], by: Viewer, now: datetime) -> None:
    judge.open_months(rows)
    write_drafts(rows)
    write_posted(rows, by, now)


def _strange(book: Book, drafts: Mapping[UUID, VoucherDraft], there: Mapping[UUID, Voucher]) -> list[Problem]:
    """Ids that belong to another voucher already."""
    return [
        problem("BOOKS_020", "id", seen=id) for id, row in there.items()
        if row.book_id != book.pk or not row.posted or not same(row, drafts[id])
    ]


def _second_openings(book: Book, rows: Iterable[Voucher]) -> list[Problem]:
    """A book is opened once, and not beside a draft of its opening balance."""
    found = [row for row in rows if row.nature == OPENING]
    if not found:
        return []
    first = Voucher.objects.filter(book=book, nature=OPENING, posted=False).first() or found[0]
    name = written(first.kind, first.day, first.number)
    return [problem("BOOKS_048", str(row.pk), voucher=name) for row in found if row.pk != first.pk]


def _faults(judge: Judge, drafts: Mapping[UUID, VoucherDraft], rows: Iterable[Voucher]) -> list[Problem]:
    """The faults of all, each placed at its voucher in the order of sending."""
    places = {id: at for at, id in enumerate(drafts, 1)}
    return [
        replace(one, where=f"{places[row.pk]}.{one.where}")
        for row in rows for one in unknown_kinds(drafts[row.pk]) or judge.faults(row)
    ]


def _row(by: Viewer, book: Book, id: UUID, draft: VoucherDraft, now: datetime) -> Voucher:
    return Voucher(
        id=id, book=book, kind=draft.kind, nature=draft.nature, day=draft.day, text=draft.text,
        lines=stored(draft.lines), revised=1, made_by_id=by.user_id, made_at=now,
    )
