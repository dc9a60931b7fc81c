"""The days an annual meeting is bound to, and how far a book year has come: three deadlines that stay apart (C14)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sidamping.domain.meetings.clauses import INVITATION
from sidamping.domain.meetings.deadlines import REPORT, Deadline, delivered_in_time, last_delivery
from sidamping.domain.problems import Problem, problem
from sidamping.features.books.queries import KeptBook
from sidamping.features.books.queries.year_end import approved_on
from sidamping.features.meetings.models import ANNUAL, Meeting
from sidamping.features.meetings.queries.lines import MeetingCard
from sidamping.features.parties import queries as parties
from sidamping.features.registers import queries as registers
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.in_force import NotInForce
from sidamping.rules.meetings import annual_deadlines, invitation_days, result_due


@dataclass(frozen=True)
class DueLine:
    """A deadline with its state: met, open, near or missed."""

    deadline: Deadline
    state: str
    done: date | None


@dataclass(frozen=True)
class YearCalendar:
    """The deadlines of a book year with its meeting, if one is called."""

    year: int
    lines: tuple[DueLine, ...]
    meeting_id: UUID | None


def year_calendar(viewer: Viewer, book: KeptBook, year: int) -> YearCalendar:
    """The three deadlines for the meeting about a book year; the caller has scoped the book."""
    row = Meeting.objects.filter(book_id=book.id, kind=ANNUAL, year=year).first()
    held = row.day if row is not None and row.closed_at is not None else None
    reported = row.reported_on if row is not None else None
    lines = tuple(
        DueLine(one, one.state(done, viewer.on), done)
        for one in annual_deadlines(year, parties.form_of(book.party_id), viewer.on, book.village_code)
        for done in (reported if one.name == REPORT else held,)
    )
    return YearCalendar(year, lines, row.pk if row is not None else None)


def too_soon(viewer: Viewer, book: KeptBook, day: date) -> list[Problem]:
    """What to tell whoever calls a meeting for a day to which no invitation of today comes in time."""
    own = registers.clauses_on(book.id, viewer.on).get(INVITATION)
    try:
        by_rule, cited = invitation_days(viewer.on, book.village_code)
    except NotInForce:
        return []
    days = max(by_rule, own.value if own else 0)
    if delivered_in_time(viewer.on, day, days):
        return []
    told = {"days": days, "meeting": day, "last": last_delivery(day, days), "cite": cited.cite}
    return [problem("MEETINGS_044", "day", first=viewer.on + timedelta(days=days), **told)]


def report_line(card: MeetingCard, on: date) -> DueLine | None:
    """Until when the results are reported; None before the meeting is closed, and where no rule says so."""
    if card.closed_at is None:
        return None
    deadline = result_due(card.head.day, card.book.village_code)
    return DueLine(deadline, deadline.state(card.reported_on, on), card.reported_on) if deadline else None


def frozen_on(card: MeetingCard) -> date | None:
    """When the books of the year were locked by the approval of this meeting; None while they are not."""
    return approved_on(card.book.id, card.head.year) if card.head.year is not None else None


def last_annual(cooperatives: Collection[UUID]) -> dict[UUID, tuple[int, date]]:
    """Book year and day of the newest annual meeting of each cooperative that was closed. Unscoped."""
    closed = Meeting.objects.filter(book__party_id__in=cooperatives, kind=ANNUAL, closed_at__isnull=False)
    rows = closed.order_by("book__party_id", "-year").distinct("book__party_id")
    return {party: (year, day) for party, year, day in rows.values_list("book__party_id", "year", "day") if year}
