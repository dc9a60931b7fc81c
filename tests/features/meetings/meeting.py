"""Meetings of the tests: Merah Putih with members in its register, its annual meeting about 2026 in March 2027."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.domain.ledger.budgeting import ALL_MONTHS, BudgetLine
from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books import services as books
from sidamping.features.books.models import Member
from sidamping.features.books.services import VoucherDraft
from sidamping.features.budgets import services as budgets
from sidamping.features.meetings import services
from sidamping.features.meetings.models import Elector
from sidamping.features.meetings.services import MeetingDraft, PollDraft, Ruling
from sidamping.features.registers import services as registers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import closed_until, opened, posted
from tests.people import Cast, look

DAY = date(2027, 3, 20)
CALLED_ON = date(2027, 2, 20)
INVITED_ON = date(2027, 3, 13)
"""The last day on which papers are in time: seven days before."""
JOINED = date(2026, 2, 1)
SAVED, EARNED, SPENT = 300_000, 90_000, 20_000


def said(act: Callable[[], Any]) -> list[str]:
    """The codes an act is refused with; none when it is done."""
    try:
        act()
    except Refused as refused:
        return refused.codes
    return []


def at(day: date, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


@dataclass(frozen=True)
class Called:
    """The book, the meeting, and its chair as the viewer of a day."""

    cast: Cast
    book: UUID
    meeting: UUID

    def chair(self, on: date = DAY) -> Viewer:
        return look(self.cast.ujang, on)

    def electors(self) -> list[UUID]:
        """By the number of the member."""
        rows = Elector.objects.filter(meeting_id=self.meeting).order_by("member__number")
        return list(rows.values_list("pk", flat=True))


def with_members(cast: Cast, members: int) -> UUID:
    """The book; so many members joined in February 2026."""
    book, by = opened(cast), look(cast.ujang)
    for at_number in range(1, members + 1):
        books.admit_member(by=by, id=uuid7(), book=book, joined=JOINED, name=f"Anggota {at_number:02d}", keep=True)
    return book


def booked(by: Viewer, book: UUID) -> None:
    """Savings 300.000 and interest 90.000 of the first member in March, paper for 20.000 in April; a plan, an event."""
    member = str(Member.objects.order_by("number").values_list("party_id", flat=True)[0])
    into = (Line("1110", SAVED + EARNED), Line("3120", -SAVED, member), Line("4110", -EARNED, member))
    posted(by, book, VoucherDraft("BKM", date(2026, 3, 5), "Setoran", into))
    out = (Line("6121", SPENT), Line("1110", -SPENT))
    posted(by, book, VoucherDraft("BKK", date(2026, 4, 5), "Alat tulis", out))
    plan = budgets.open_budget(by=by, id=uuid7(), book=book, year=2026, now=at(DAY))
    line = BudgetLine("finance", "in", "Simpanan wajib", 5_000, "anggota", 100_000, ALL_MONTHS, ("3120",))
    budgets.save_line(by=by, id=uuid7(), budget=plan, line=line)
    facts = {"event": "Atap kantor bocor", "effect": "", "settled": "Diganti"}
    registers.write_entry(by=by, id=uuid7(), book=book, register="events", day=date(2026, 6, 1), facts=facts,
                          now=at(DAY))  # fmt: skip


def year_closed(by: Viewer, book: UUID) -> None:
    """The months of 2026 are closed, the last one after the entry that closes the year."""
    closing = uuid7()
    closed_until(by, book, 11, at(DAY))
    books.draft_closing(by=by, id=closing, book=book, year=2026, now=at(DAY))
    books.post_voucher(by=by, voucher=closing, now=at(DAY))
    books.close_period(by=by, book=book, month=Month(2026, 12), now=at(DAY))


def called(cast: Cast, members: int = 5, kind: str = "annual") -> Called:
    """A meeting that is called; so many members joined in February 2026."""
    book = with_members(cast, members)
    draft = MeetingDraft(kind, DAY, time(9), "Aula desa Bolok", 2026 if kind == "annual" else None, "")
    id = services.call_meeting(by=look(cast.ujang, CALLED_ON), id=uuid7(), book=book, draft=draft, now=at(CALLED_ON))
    return Called(cast, book, id)


def invited(cast: Cast, members: int = 5, kind: str = "annual") -> Called:
    """Everybody is invited on the last day in time."""
    made = called(cast, members, kind)
    services.invite(by=made.chair(INVITED_ON), meeting=made.meeting, on=INVITED_ON)
    return made


def begun(
    cast: Cast, members: int = 5, came: int | None = None, kind: str = "annual", *, late: int = 0,
    absent: Sequence[int] = (),
) -> Called:
    """A meeting that is open, with so many members present, all of them where nothing is said, save the `absent`.

    The papers reached everybody in time but the first `late` ones.
    """
    made = invited(cast, members, kind)
    if in_time := made.electors()[late:]:
        services.deliver(
            by=made.chair(INVITED_ON), meeting=made.meeting, electors=in_time, on=INVITED_ON, way="hand"
        )
    there = [one for number, one in enumerate(made.electors()[: came or members], 1) if number not in absent]
    services.attend(by=made.chair(), meeting=made.meeting, electors=there, way="list")
    services.open_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY))
    return made


def finished(made: Called, code: str, **more: object) -> list[str]:
    """The codes with which an item is refused; none when it is done. Whoever is chosen to lead the session is named."""
    chosen = {"chair": "Ujang Mantap", "secretary": "Wati Tefa"} if code == services.ELECTED_LEADERS else {}
    return said(lambda: services.finish_item(
        by=made.chair(), meeting=made.meeting, code=code, now=at(DAY), **{**chosen, **more},  # type: ignore[arg-type]  # by name
    ))  # fmt: skip


def agreed(made: Called, subject: str = "programme", **more: object) -> UUID:
    """A decision by consensus."""
    ruling = Ruling(subject, "Disahkan", "consensus", "approved", **more)  # type: ignore[arg-type]  # fields by name
    return services.decide(by=made.chair(), id=uuid7(), meeting=made.meeting, ruling=ruling, now=at(DAY, 10))


def polled(made: Called, way: str = "coded", **more: object) -> UUID:
    """A ballot on a matter."""
    draft = PollDraft("matter", "Setujukah RAPBK 2027?", way, **more)  # type: ignore[arg-type]  # fields by name
    return services.make_poll(by=made.chair(), id=uuid7(), meeting=made.meeting, draft=draft)
