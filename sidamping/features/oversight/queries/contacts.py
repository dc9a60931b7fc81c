"""Calls and visits of the office, and which are due by the programme's file (B10). Scoped by the viewer.

Where the programme hides it, a mentor reads that the office called, what it found and what follows, but not who said
what of the mentor; whoever carries or ever carried the mentee reads it in no other role either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from sidamping.features.oversight.models import Contact, VisitCheck
from sidamping.features.oversight.queries.scope import MONITORS, hides_words
from sidamping.features.programmes.queries import Carried, carried_between, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules import books
from sidamping.rules.programme_forms import Watch


@dataclass(frozen=True)
class ContactLine:
    """A call or visit of the office; `said` and the answers are empty for whom the programme hides them."""

    id: UUID
    engagement_id: UUID
    mentee: str
    programme: str
    kind: str
    held_on: date
    spoke_with: str
    capacity: str
    findings: str
    said: str
    follow_up: str
    by: str
    hidden: bool
    answers: tuple[AnswerLine, ...] = ()


@dataclass(frozen=True)
class AnswerLine:
    """What the mentee answered about one visit."""

    visit_id: UUID
    result: str


@dataclass(frozen=True)
class DueContact:
    """A watch of the programme that is due or will be; `last_on` None when there was none yet."""

    engagement_id: UUID
    mentee: str
    village: str
    mentor: str
    programme: str
    kind: str
    label: str
    every_days: int
    status: str
    last_on: date | None
    due_on: date
    days_late: int

    @property
    def late(self) -> bool:
        return self.days_late > 0


def contacts_of(viewer: Viewer, *, engagement: UUID | None = None, kind: str = "", after: str = "") -> Page:
    """A page of contacts the viewer may see, newest first."""
    rows = _scoped(viewer)
    rows = rows.filter(engagement_id=engagement) if engagement else rows
    rows = rows.filter(kind=kind) if kind else rows
    page = page_of(rows, order=("-held_on", "-id"), after=after)
    closed = _closed(viewer, page.rows)
    return Page(tuple(_line(row, row.engagement_id in closed) for row in page.rows), page.next_key)


def contact(viewer: Viewer, id: UUID) -> ContactLine | None:
    """One contact with the answers about visits; None for a stranger."""
    row = _scoped(viewer).filter(pk=id).first()
    if row is None:
        return None
    checks = VisitCheck.objects.filter(contact=row).order_by("id")
    closed = bool(_closed(viewer, (row,)))
    return _line(row, closed, tuple(AnswerLine(one.visit_id, one.result) for one in checks))


def due_contacts(viewer: Viewer, *, programme: str = "", mine: bool = True) -> tuple[DueContact, ...]:
    """What the programmes' files ask of the office, the latest first; `mine`: only what the viewer's roles own."""
    if not viewer.has(*roles.OVERSEERS):
        return ()
    carried = [
        one for one in carried_between(viewer.on, viewer.on, engagements=engagement_ids(viewer))
        if programme in ("", one.programme)
    ]
    last = _last(one.engagement_id for one in carried)
    watches = {code: watches_of(code, viewer.on) for code in {one.programme for one in carried}}
    found = [
        _due(one, watch, last.get((one.engagement_id, watch.code)), viewer.on)
        for one in carried for watch in watches[one.programme]
        if watch.every_days and (not mine or _owns(viewer, one, watch))
    ]
    return tuple(sorted(found, key=lambda one: (-one.days_late, one.due_on, one.mentee)))


def watches_of(programme: str, on: date) -> tuple[Watch, ...]:
    """The ways of monitoring that the programme's file gives to the office, not to the mentor."""
    found = next((one for one in books.programmes(on) if one.code == programme), None)
    return tuple(one for one in found.monitoring if set(one.owners) - {roles.MENTOR}) if found else ()


def _owns(viewer: Viewer, carried: Carried, watch: Watch) -> bool:
    mine = viewer.holding(*(set(watch.owners) & set(MONITORS)))
    return any(covers(grant, carried.programme, carried.village_code) for grant in mine)


def _last(engagements: Iterable[UUID]) -> dict[tuple[UUID, str], date]:
    rows = Contact.objects.filter(engagement_id__in=list(engagements)).values_list("engagement_id", "kind")
    return {(host, kind): day for host, kind, day in rows.annotate(last=Max("held_on")).order_by()}


def _due(carried: Carried, watch: Watch, last: date | None, on: date) -> DueContact:
    every = watch.every_days or 0
    due = (last or carried.starts) + timedelta(days=every)
    return DueContact(
        carried.engagement_id, carried.mentee_name, carried.village, carried.mentor_name, carried.programme,
        watch.code, watch.label.text(reader_language()), every, watch.status, last, due, max((on - due).days, 0),
    )


def _scoped(viewer: Viewer) -> Any:
    """Contacts of engagements whose records the viewer may see."""
    rows = Contact.objects.filter(Q(engagement_id__in=engagement_ids(viewer)))
    return rows.select_related("engagement__mentee", "by")


def _closed(viewer: Viewer, rows: Iterable[Contact]) -> frozenset[UUID]:
    """The engagements whose words the programme hides from the viewer; one query for any number."""
    hosts = {row.engagement_id: row.engagement for row in rows if hides_words(row.engagement.pinned)}
    if not hosts:
        return frozenset()
    carried = carried_between(date.min, viewer.on, mentor_id=viewer.user_id, engagements=list(hosts))
    outside = {id for id, host in hosts.items() if not _oversees(viewer, host)}
    return frozenset(outside | {one.engagement_id for one in carried})


def _oversees(viewer: Viewer, host: Any) -> bool:
    """Whether the viewer oversees this very engagement, or chairs its cooperative."""
    watching = viewer.holding(*roles.OVERSEERS)
    reached = any(covers(grant, host.programme, host.village_id) for grant in watching)
    return reached or host.mentee_id in viewer.subjects(roles.CHAIR)


def _line(row: Contact, hidden: bool, answers: tuple[AnswerLine, ...] = ()) -> ContactLine:
    host = row.engagement
    return ContactLine(
        row.pk, host.pk, host.mentee.name, host.programme, row.kind, row.held_on,
        "" if hidden else row.spoke_with, "" if hidden else row.capacity, row.findings, "" if hidden else row.said,
        row.follow_up, str(row.by), hidden, () if hidden else answers,
    )
