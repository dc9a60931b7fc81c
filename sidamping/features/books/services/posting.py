"""Posts vouchers: judged whole, numbered without a gap, written once. Afterwards only a reversal undoes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.checking import others_who_keep
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.at_hand import AtHand, at_hand
from sidamping.features.books.services.banking import unlike_lines
from sidamping.features.books.services.floors import FLOOR, fallen, too_much
from sidamping.features.books.services.judging import entry_of
from sidamping.features.books.services.keeping import refuse_unseen
from sidamping.features.books.services.year_end import unlike_closing
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import broken_guard, guard_detail

POST = "SELECT voucher, given FROM books_post(%s, %s, %s)"


def post_voucher(*, by: Viewer, voucher: UUID, now: datetime, seen: int | None = None) -> str:
    """The number of the posted voucher; posted twice, it is posted once. All faults at once, and it stays a draft.

    `seen` is the count of the version somebody read: no other one is posted for them. Without it, the newest is.
    """
    number = None
    while number is None:  # whoever changed the draft since we read it has it read and judged again
        held = at_hand(by, voucher)
        refuse_unseen(held.row, seen)
        number = held.row.number or _post(by, held, now)
    return written(held.row.kind, held.row.day, number)


def _post(by: Viewer, held: AtHand, now: datetime) -> int | None:
    """The number of the voucher, posted as it was seen; None when it is another one now."""
    row = held.row
    refuse_if([*held.judge.faults(row.pk, entry_of(row)), *_alone(by, row, held.book), *_unlike(held)])
    with closing_beside(row.book_id), by_itself():
        held.judge.open_months(row.day)
        seen = [row.pk, row.revised, by.user_id, now, held.village[:5]]
        (number,) = journal.record_with("books_post_seen", "books.posted", seen)
    return cast("int | None", number)


def _unlike(held: AtHand) -> list[Problem]:
    """What else changed since it was drafted: members' money is gone, the year has grown, the bank said otherwise."""
    said = unlike_lines(held.row) if held.banked else []
    return [*too_much(held.row, *held.judge.known), *unlike_closing(held.row, held.book), *said]


def _alone(by: Viewer, row: Voucher, book: Book) -> list[Problem]:
    """Where chair and treasurer both keep the book, the one who wrote a voucher does not post it."""
    if row.made_by_id != by.user_id:
        return []
    others = others_who_keep(by, book.party_id)
    name = written(row.kind, row.day, row.number)
    return [problem("BOOKS_038", "", voucher=name, others=", ".join(others))] if others else []


def write_posted(drafts: list[UUID], by: Viewer, now: datetime) -> dict[UUID, int]:
    """Write the postings of drafts as their lines say, number them in their order, and hand them to the gate."""
    with connection.cursor() as cursor:
        cursor.execute(POST, [drafts, by.user_id, now])
        return dict(cursor.fetchall())


def by_itself() -> AbstractContextManager[object]:
    """One statement is a transaction of its own; within another one a savepoint lets it fail alone."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()


@contextmanager
def closing_beside(book: UUID | None = None) -> Iterator[None]:
    """What somebody did while we were posting is told: the month was closed, or a member's money was taken.

    `book` is the one at hand; a reversal, which may take what is not there, needs none.
    """
    try:
        yield
    except IntegrityError as error:
        guard = broken_guard(error)
        if guard == FLOOR and book is not None:
            raise Refused(fallen(guard_detail(error), book)) from error
        if guard != "books_month_open":
            raise
        raise Refused(problem("BOOKS_008", "day", **_told(error))) from error


def _told(error: IntegrityError) -> dict[str, object]:
    """The voucher and the month that the gate named."""
    words = str(error).split()
    voucher, month = words[2].rstrip(":"), words[4]
    row = Voucher.objects.filter(pk=voucher).first()
    name = written(row.kind, row.day, None) if row is not None else voucher
    return {"voucher": name, "period": Month.parse(month[:7])}

