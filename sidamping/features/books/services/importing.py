"""Takes over many vouchers at once, drafted and posted in one go: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import OPENING, Entry
from sidamping.domain.ledger.units import evened
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.copying import write_drafts
from sidamping.features.books.services.drafting import VoucherDraft, head_faults, same
from sidamping.features.books.services.judging import Judge
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.features.books.services.posting import closing_beside, write_posted
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

KNOWN = "SELECT * FROM books_voucher WHERE id = ANY(%s)"
Drafts = Mapping[UUID, VoucherDraft]


def import_vouchers(*, by: Viewer, book: UUID, drafts: Drafts, now: datetime) -> int:
    """How many were new. Faults of all are told at once, and nothing is written; what was sent before counts once."""
    with closing_beside(book), transaction.atomic():
        kept = kept_book(by, book)
        take_turns(book)
        there = {row.pk: row for row in Voucher.objects.raw(KNOWN, [list(drafts)])}
        judge = Judge(kept, by.on)
        if judge.chart.units:
            drafts = {id: replace(one, lines=evened(one.lines, judge.chart)) for id, one in drafts.items()}
        judge.look_up(line for one in drafts.values() for line in one.lines)
        new = {id: one for id, one in drafts.items() if id not in there}
        refuse_if([*_strange(kept, drafts, there), *_second_openings(kept, new), *_faults(judge, drafts, new)])
        if new:
            _write(judge, new, by, now)
            tell("imported", by, book, kept, count=len(new))
        return len(new)


def _write(judge: Judge, new: Drafts, by: Viewer, now: datetime) -> None:
    """In order of their days, so that numbers follow them."""
    ordered = sorted(new.items(), key=lambda one: one[1].day)
    judge.open_months(ordered[-1][1].day)
    write_drafts(judge.book.pk, ordered, by.user_id, now)
    write_posted([id for id, _draft in ordered], by, now)


def _strange(book: Book, drafts: Drafts, there: Mapping[UUID, Voucher]) -> list[Problem]:
    """Ids that belong to another voucher already."""
    return [
        problem("BOOKS_020", "id", seen=id) for id, row in there.items()
        if row.book_id != book.pk or not row.posted or not same(row, drafts[id])
    ]


def _second_openings(book: Book, new: Drafts) -> list[Problem]:
    """A book is opened once, and not beside a draft of its opening balance."""
    found = [id for id, one in new.items() if one.nature == OPENING]
    if not found:
        return []
    begun = Voucher.objects.filter(book=book, nature=OPENING, posted=False).first()
    first = begun.pk if begun is not None else found[0]
    name = written(begun.kind, begun.day, None) if begun is not None else _entry(new[first]).number
    return [problem("BOOKS_048", str(id), voucher=name) for id in found if id != first]


def _faults(judge: Judge, drafts: Drafts, new: Drafts) -> list[Problem]:
    """The faults of all, each placed at its voucher in the order of sending."""
    return [
        replace(one, where=f"{at}.{one.where}") for at, (id, draft) in enumerate(drafts.items(), 1) if id in new
        for one in head_faults(draft) or judge.faults(id, _entry(draft))
    ]


def _entry(draft: VoucherDraft) -> Entry:
    return Entry(written(draft.kind, draft.day, None), draft.day, draft.text, draft.lines, draft.nature)
