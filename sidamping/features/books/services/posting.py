"""Posts vouchers: judged whole, numbered without a gap, written once. Afterwards only a reversal undoes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.banking import unlike_lines
from sidamping.features.books.services.copying import write_postings
from sidamping.features.books.services.floors import FLOOR, fallen, too_much
from sidamping.features.books.services.judging import Judge
from sidamping.features.books.services.keeping import kept_voucher, tell
from sidamping.features.books.services.year_end import unlike_closing
from sidamping.platform.access.queries import board_of
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import broken_guard, guard_detail

SEAL = """
UPDATE books_voucher v SET posted = true, number = n.number, posted_by_id = %s, posted_at = %s
FROM unnest(%s::uuid[], %s::int[]) AS n(id, number) WHERE v.id = n.id
"""
REACHED = "SELECT last FROM books_series WHERE book_id = %s AND kind = %s AND year = %s FOR UPDATE"
BEGUN = "INSERT INTO books_series (book_id, kind, year, last) VALUES (%s, %s, %s, 0) ON CONFLICT DO NOTHING"


def post_voucher(*, by: Viewer, voucher: UUID, now: datetime) -> str:
    """The number of the posted voucher; posted twice, it is posted once. All faults at once, and it stays a draft."""
    with closing_beside(), transaction.atomic():
        row, book = kept_voucher(by, voucher)
        if not row.posted:
            judge = Judge(book, by.on)
            refuse_if([
                *judge.faults(row), *too_much(row, *judge.known), *_alone(by, row, book), *unlike_closing(row, book),
                *unlike_lines(row),
            ])
            judge.open_months([row])
            write_postings(judge, [row])
            seal_vouchers([row], book, by, now)
            tell("posted", by, row.pk, book, number=written(row.kind, row.day, row.number))
        return written(row.kind, row.day, row.number)


def _alone(by: Viewer, row: Voucher, book: Book) -> list[Problem]:
    """Where chair and treasurer both keep the book, the one who wrote a voucher does not post it."""
    if row.made_by_id != by.user_id:
        return []
    others = [one.name for one in board_of(book.party_id, by.on) if one.user_id != by.user_id]
    name = written(row.kind, row.day, row.number)
    return [problem("BOOKS_038", "", voucher=name, others=", ".join(others))] if others else []


def seal_vouchers(rows: Sequence[Voucher], book: Book, by: Viewer, now: datetime) -> None:
    """Number the vouchers in their order and hand them to the gate; their postings are written already."""
    for (kind, year), series in groupby(sorted(rows, key=_series), key=_series):
        last = take_numbers(book.pk, kind, year)
        for at, row in enumerate(series, last + 1):
            row.number = at
    with connection.cursor() as cursor:
        cursor.execute(SEAL, [by.user_id, now, [row.pk for row in rows], [row.number for row in rows]])


def take_numbers(book_id: UUID, kind: str, year: int) -> int:
    """The last number given out, held until the transaction ends: whoever posts next waits and counts on."""
    series: list[UUID | str | int] = [book_id, kind, year]
    with connection.cursor() as cursor:
        cursor.execute(REACHED, series)
        if (reached := cursor.fetchone()) is None:
            cursor.execute(BEGUN, series)
            cursor.execute(REACHED, series)
            reached = cursor.fetchone()
        return int(reached[0])


@contextmanager
def closing_beside() -> Iterator[None]:
    """What somebody did while we were posting is told: the month was closed, or a member's money was taken."""
    try:
        yield
    except IntegrityError as error:
        guard = broken_guard(error)
        if guard == FLOOR:
            raise Refused(fallen(guard_detail(error))) from error
        if guard != "books_month_open":
            raise
        raise Refused(problem("BOOKS_008", "day", **_told(error))) from error


def _told(error: IntegrityError) -> dict[str, str]:
    """The voucher and the month that the gate named."""
    words = str(error).split()
    voucher, month = words[2].rstrip(":"), words[4]
    row = Voucher.objects.filter(pk=voucher).first()
    name = written(row.kind, row.day, None) if row is not None else voucher
    return {"voucher": name, "period": month[:7]}


def _series(row: Voucher) -> tuple[str, int]:
    return row.kind, row.day.year
