"""What every write of a book begins and ends with: the book of whoever may write in it, and the activity row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import keeps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.rules.charts import MICRO


def kept_book(by: Viewer, book_id: UUID) -> Book:
    """The book when the viewer may write in it."""
    found = Book.objects.select_related("party").filter(pk=book_id).first()
    if found is None or not keeps(by, found):
        small = found is not None and found.chart.startswith(f"{MICRO}/")
        raise Refused(problem("BOOKS_065" if small else "BOOKS_018"))
    return found


def kept_voucher(by: Viewer, voucher_id: UUID) -> tuple[Voucher, Book]:
    """The voucher as it stands once its lock is held, with its book."""
    take_turns(voucher_id)
    found = Voucher.objects.select_related("book__party").filter(pk=voucher_id).first()
    if found is None or not keeps(by, found.book):
        raise Refused(problem("BOOKS_018"))
    return found, found.book


def refuse_unseen(row: Voucher, seen: int | None) -> None:
    """Whoever acts on what they read is told when somebody has changed it since; None asks for no such thing."""
    if seen is not None and row.revised != seen:
        name = written(row.kind, row.day, row.number)
        raise Refused(problem("BOOKS_019", "", voucher=name, name=str(row.made_by)))


def too_long(where: str, label: str, text: str, most: int) -> list[Problem]:
    """More words than there is room for are refused: what somebody wrote is never cut."""
    return [problem("GENERAL_007", where, label=label, seen=len(text), most=most)] if len(text) > most else []


def tell(verb: str, by: Viewer, subject: UUID, book: Book, **data: Any) -> None:
    """The activity row of a write in a book."""
    journal.record(
        f"books.{verb}", by=by.user_id, subject=subject, regency=book.party.village_id[:5], book=str(book.pk), **data
    )
