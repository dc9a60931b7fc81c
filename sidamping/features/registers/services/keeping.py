"""What the writes of registers share: the book of whoever keeps it, and the activity row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal


def kept(by: Viewer, book: UUID) -> KeptBook:
    """The book when the viewer is of its board."""
    found = books.kept_book(by, book)
    if found is None or not found.may_write:
        raise Refused(problem("REGISTERS_001"))
    return found


def tell(verb: str, by: Viewer, subject: UUID, book: KeptBook, *, why: str = "", **data: Any) -> None:
    """The activity row of a write of registers."""
    journal.record(
        f"registers.{verb}", by=by.user_id, subject=subject, regency=book.village_code[:5], why=why,
        book=str(book.id), **data,
    )  # fmt: skip
