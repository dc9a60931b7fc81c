"""Keeps how many work in a small business on a day; a later count does not erase an earlier."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.regularity import MOST_WORKERS
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, HeadCount
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.charts import MICRO


def count_workers(*, by: Viewer, id: UUID, book: UUID, day: date, paid: int, family: int, now: datetime) -> UUID:
    """Keep a count; sent twice, kept once."""
    with transaction.atomic():
        owned = kept_book(by, book)
        take_turns(id)
        if HeadCount.objects.filter(pk=id, book=owned).exists():
            return id
        if not owned.chart.startswith(f"{MICRO}/"):
            raise Refused(problem("BOOKS_065"))
        refuse_if(_faults(owned, day, by.on, {"paid": paid, "family": family}))
        HeadCount.objects.create(
            id=id, book=owned, day=day, paid=paid, family=family, counted_by_id=by.user_id, counted_at=now
        )
        tell("workers_counted", by, id, owned, day=str(day), paid=paid, family=family)
    return id


def _faults(book: Book, day: date, today: date, counts: dict[str, int]) -> list[Problem]:
    found = [
        problem("BOOKS_074", name, seen=count, most=MOST_WORKERS)
        for name, count in counts.items() if not 0 <= count <= MOST_WORKERS
    ]
    if not book.starts <= day <= today:
        found.append(problem("BOOKS_075", "day", seen=day, first=book.starts, today=today))
    return found
