"""Turns a posted voucher back by a new one that mirrors it and names it. The original stays as it is."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import CLOSING, OPENING, REVERSING, Entry, reversal
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.cards import lines_of, name_of, stored
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.judging import Judge, entry_of
from sidamping.features.books.services.keeping import kept_voucher, tell
from sidamping.features.books.services.posting import closing_beside, write_posted
from sidamping.platform.access.viewer import Viewer

ON_ITS_DAY = (OPENING, CLOSING)


def reverse_voucher(*, by: Viewer, id: UUID, voucher: UUID, day: date, text: str, now: datetime) -> str:
    """The number of the reversal, which is dated in an open month. Sent twice, the voucher is reversed once."""
    with closing_beside(), transaction.atomic():
        original, book = kept_voucher(by, voucher)
        there = getattr(original, "reversed_by", None)
        if there is not None and there.pk == id:
            return name_of(there)
        row = _mirror(by, id, original, day, text, now)
        judge = Judge(book, by.on)
        refuse_if([*_wrong_day(original, day), *judge.faults(row.pk, entry_of(row))])
        judge.open_months(row.day)
        row.save(force_insert=True)
        row.number = write_posted([row.pk], by, now)[row.pk]
        _told(by, row, original, book)
        return written(row.kind, row.day, row.number)


def _mirror(by: Viewer, id: UUID, original: Voucher, day: date, text: str, now: datetime) -> Voucher:
    """The reversal as a draft; Refused for drafts, reversals, and what is reversed already."""
    name = written(original.kind, original.day, original.number)
    if not original.posted:
        raise Refused(problem("BOOKS_028", "", voucher=name))
    if Voucher.objects.filter(pk=id).exists():
        raise Refused(problem("BOOKS_020", "id", seen=id))
    before = name_of(getattr(original, "reversed_by", None))
    lines, turned_back = lines_of(original.lines), name_of(original.reverses)
    entry = Entry(name, original.day, original.text, lines, original.nature, turned_back)
    turned = reversal(entry, number="", day=day, text=text, reversed_by=before)
    return Voucher(
        id=id, book_id=original.book_id, kind=Voucher.Kind.MEMO, nature=REVERSING, day=day, text=text.strip(),
        lines=stored(turned.lines), reverses=original, made_by_id=by.user_id, made_at=now,
    )


def _wrong_day(original: Voucher, day: date) -> list[Problem]:
    """Not before the original; for what opens a book or closes a year only its own day, so that both cancel out."""
    name = written(original.kind, original.day, original.number)
    if original.nature in ON_ITS_DAY and day != original.day:
        return [problem("BOOKS_068", "day", voucher=name, day=day, original=original.day)]
    if day >= original.day:
        return []
    return [problem("BOOKS_027", "day", voucher=name, day=day, original=original.day)]


def _told(by: Viewer, row: Voucher, original: Voucher, book: Book) -> None:
    number = written(row.kind, row.day, row.number)
    tell("reversed", by, original.pk, book, reversal=str(row.pk), number=number)
