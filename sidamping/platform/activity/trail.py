"""Reads the trail in pages, for administrators. Not scoped by itself: who asks names the regencies (F2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from sidamping.platform.activity.journal import Line
from sidamping.platform.activity.models import Activity
from sidamping.platform.http.pages import Page, page_of


@dataclass(frozen=True)
class Wanted:
    """What a reader of the trail asks for; empty means no limit. `regencies` are code prefixes, '' is the nation."""

    actor: UUID | None = None
    action: str = ""
    subject: UUID | None = None
    start: date | None = None
    end: date | None = None
    regencies: tuple[str, ...] = ()


def page(wanted: Wanted, after: str = "") -> Page:
    """A page of activities, the newest first."""
    found = page_of(_wanted(wanted), order=("-id", "-id"), after=after)
    return Page(tuple(_line(row) for row in found.rows), found.next_key)


def every(wanted: Wanted, *, most: int) -> Iterator[Line]:
    """All activities asked for, the newest first, at most so many; for an export."""
    return (_line(row) for row in _wanted(wanted).order_by("-id")[:most].iterator(chunk_size=2000))


def _wanted(wanted: Wanted) -> QuerySet[Activity]:
    rows = Activity.objects.select_related("actor").filter(_in_regencies(wanted.regencies))
    exact = {"actor_id": wanted.actor, "action": wanted.action, "subject_id": wanted.subject}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if wanted.start:
        rows = rows.filter(at__gte=make_aware(datetime.combine(wanted.start, time.min)))
    return rows.filter(at__lte=make_aware(datetime.combine(wanted.end, time.max))) if wanted.end else rows


def _in_regencies(prefixes: tuple[str, ...]) -> Q:
    """An activity of no regency is seen with the whole nation only."""
    if "" in prefixes:
        return Q()
    found = Q(pk__in=[])
    for prefix in prefixes:
        found |= Q(regency__startswith=prefix)
    return found


def _line(row: Activity) -> Line:
    actor = str(row.actor) if row.actor else ""
    return Line(row.at, actor, row.action, row.subject_id, row.why, row.data)
