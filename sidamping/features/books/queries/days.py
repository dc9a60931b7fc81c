"""On which days somebody kept a mentee's books: a trace that does not rest on a mentor's own words (B10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from sidamping.features.books.models import Book, Voucher

Kept = dict[date, frozenset[UUID]]
"""Day → who wrote the vouchers of that day that were posted."""


def book_told(end: date) -> Combinable:
    """Whether the mentee keeps books here that began by a day, as an expression on the engagement."""
    return Exists(Book.objects.filter(party=OuterRef("mentee"), starts__lte=end))


def days_told(start: date, end: date) -> Combinable:
    """The days between two days with a posted voucher, each with its writer, as an expression on the engagement."""
    rows = Voucher.objects.filter(book__party=OuterRef("mentee"), posted=True, day__range=(start, end))
    return ArraySubquery(rows.values(told=JSONObject(day="day", by="made_by")).distinct())


def days_kept(told: Iterable[dict[str, str]]) -> Kept:
    """What `days_told` told."""
    days: dict[date, set[UUID]] = defaultdict(set)
    for one in told:
        days[date.fromisoformat(one["day"])].add(UUID(one["by"]))
    return {day: frozenset(who) for day, who in days.items()}
