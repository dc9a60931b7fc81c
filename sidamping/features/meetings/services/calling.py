"""Calls a meeting, puts it off with notice to members and office, seats its committee, ticks its checklist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.queries import KeptBook
from sidamping.features.books.queries.year_end import approved_on
from sidamping.features.meetings.models import (
    ANNUAL,
    HEAD,
    KINDS,
    Check,
    CommitteeSeat,
    Meeting,
    Postponement,
    Presence,
)
from sidamping.features.meetings.queries.cards import checklist
from sidamping.features.meetings.services.keeping import held, own_book, preparing, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import codes_of

CHANGED = ("day", "begins", "place", "purpose")
"""What of a meeting may be another before it is announced."""


@dataclass(frozen=True)
class MeetingDraft:
    """Which meeting, when and where; `year` is the book year of an annual meeting."""

    kind: str
    day: date
    begins: time
    place: str
    year: int | None = None
    purpose: str = ""


@dataclass(frozen=True)
class Delay:
    """A meeting put off: to when, why, and when members and the office were told."""

    now_on: date
    why: str
    told_members_on: date
    told_office_on: date
    office: str


@transaction.atomic
def call_meeting(*, by: Viewer, id: UUID, book: UUID, draft: MeetingDraft, now: datetime) -> UUID:
    """A meeting on a day. Sent twice, called once."""
    owned = own_book(by, book)
    take_turns(book)
    if Meeting.objects.filter(pk=id).exists():
        return id
    refuse_if(_faults(by, owned, draft))
    year = draft.year if draft.kind == ANNUAL else None
    Meeting.objects.create(
        pk=id, book_id=book, kind=draft.kind, year=year, day=draft.day, begins=draft.begins, place=draft.place.strip(),
        purpose=draft.purpose.strip(), called_by_id=by.user_id, called_at=now,
    )  # fmt: skip
    tell("called", by, id, owned, kind=draft.kind, year=year, day=draft.day.isoformat())
    return id


@transaction.atomic
def change_meeting(*, by: Viewer, meeting: UUID, draft: MeetingDraft) -> None:
    """Another day, hour, place or purpose while nobody is invited; what kind it is, and its book year, stay.

    Sent twice, it is changed once.
    """
    row, book = preparing(by, meeting)
    if row.invited_on is not None or Postponement.objects.filter(meeting=row).exists():
        raise Refused(problem("MEETINGS_052", "", day=row.day))
    was = MeetingDraft(row.kind, row.day, row.begins, row.place, row.year, row.purpose)
    now = replace(draft, kind=row.kind, year=row.year, place=draft.place.strip(), purpose=draft.purpose.strip())
    refuse_if(_faults(by, book, now, row))
    if now == was:
        return
    row.day, row.begins, row.place, row.purpose = now.day, now.begins, now.place, now.purpose
    row.save(update_fields=CHANGED)
    before, after = ({name: str(getattr(one, name)) for name in CHANGED} for one in (was, now))
    tell("changed", by, meeting, book, before=before, after=after)


@transaction.atomic
def postpone(*, by: Viewer, id: UUID, meeting: UUID, delay: Delay, now: datetime) -> None:
    """Another day, told to members and office. Who was ticked as present for the old day is so no longer."""
    row, book = preparing(by, meeting)
    if Postponement.objects.filter(pk=id).exists():
        return
    refuse_if(_delay_faults(by, row, delay))
    Presence.objects.filter(elector__meeting=row).delete()
    Postponement.objects.create(
        pk=id, meeting=row, was_on=row.day, now_on=delay.now_on, why=delay.why.strip(),
        told_members_on=delay.told_members_on, told_office_on=delay.told_office_on, office=delay.office.strip(),
        made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    was, row.day = row.day, delay.now_on
    row.save(update_fields=["day"])
    tell("postponed", by, meeting, book, why=delay.why.strip(), was=was.isoformat(), now=delay.now_on.isoformat())


@transaction.atomic
def seat_committee(*, by: Viewer, id: UUID, meeting: UUID, name: str, duty: str) -> None:
    """A person of the committee. Sent twice, seated once."""
    row, book = preparing(by, meeting)
    if CommitteeSeat.objects.filter(pk=id).exists():
        return
    named, wanted = name.strip(), duty if duty in codes_of("committee-duties") else ""
    missing = (("name", _("Nama"), named), ("duty", _("Tugas"), wanted))
    refuse_if(problem("GENERAL_001", key, label=label) for key, label, value in missing if not value)
    head = CommitteeSeat.objects.filter(meeting=row, duty=HEAD).first() if wanted == HEAD else None
    if head is not None and head.name != named:
        raise Refused(problem("MEETINGS_045", "duty", name=head.name))
    _seat, new = CommitteeSeat.objects.get_or_create(meeting=row, name=named, duty=wanted, defaults={"pk": id})
    if new:
        tell("seated", by, meeting, book, duty=wanted)


@transaction.atomic
def unseat_committee(*, by: Viewer, meeting: UUID, seat: UUID) -> None:
    """A person leaves the committee: mistyped, or another takes the duty over. Sent twice, told once."""
    row, book = preparing(by, meeting)
    found = CommitteeSeat.objects.filter(pk=seat, meeting=row).first()
    if found is None:
        return
    found.delete()
    tell("unseated", by, meeting, book, duty=found.duty, name=found.name)


@transaction.atomic
def tick(*, by: Viewer, meeting: UUID, code: str, done: bool, now: datetime) -> None:
    """A point of the checklist done, or not done after all."""
    row, book = held(by, meeting)
    rows = Check.objects.filter(meeting=row, code=code)
    is_done = rows.exists()
    if code not in {one.code for one in checklist(row.kind, [code] if is_done else [])}:
        raise Refused(problem("MEETINGS_021", "code", seen=code))
    if is_done == done:
        return
    if done:
        Check.objects.create(meeting=row, code=code, done_by_id=by.user_id, done_at=now)
    else:
        rows.delete()
    tell("checked", by, meeting, book, code=code, done=done)


def _faults(by: Viewer, book: KeptBook, draft: MeetingDraft, own: Meeting | None = None) -> Iterator[Problem]:
    if draft.kind not in KINDS:
        yield problem("GENERAL_001", "kind", label=_("Jenis rapat"))
    if not draft.place.strip():
        yield problem("GENERAL_001", "place", label=_("Tempat"))
    if draft.day < by.on:
        yield problem("MEETINGS_004", "day", day=draft.day)
    if draft.kind == ANNUAL:
        yield from _year_faults(book, draft, own)


def _year_faults(book: KeptBook, draft: MeetingDraft, own: Meeting | None) -> Iterator[Problem]:
    first, last = book.starts.year, draft.day.year - 1
    if draft.year is None or not first <= draft.year <= last:
        yield problem("MEETINGS_003", "year", year=draft.year or "–", first=first, last=last)
        return
    there = Meeting.objects.filter(book_id=book.id, kind=ANNUAL, year=draft.year).first()
    if there is not None and there != own:
        yield problem("MEETINGS_002", "year", year=draft.year, day=there.day)
        return
    approved = approved_on(book.id, draft.year)
    if approved is not None:
        yield problem("MEETINGS_047", "year", year=draft.year, day=approved)


def _delay_faults(by: Viewer, row: Meeting, delay: Delay) -> Iterator[Problem]:
    for key, label, value in (("why", _("Alasan"), delay.why), ("office", _("Pejabat yang diberi tahu"), delay.office)):
        if not value.strip():
            yield problem("GENERAL_001", key, label=label)
    if delay.now_on < by.on:
        yield problem("MEETINGS_004", "now_on", day=delay.now_on)
    elif delay.now_on <= row.day:  # an earlier day would take days from those who were invited in time
        yield problem("MEETINGS_033", "now_on", day=delay.now_on, was=row.day)
    if row.year is not None and delay.now_on.year <= row.year:
        yield problem("MEETINGS_003", "now_on", year=row.year, first=row.book.starts.year, last=delay.now_on.year - 1)
    called = row.called_at.astimezone(timezone.get_current_timezone()).date()
    for key, told in (("told_members_on", delay.told_members_on), ("told_office_on", delay.told_office_on)):
        if not called <= told <= by.on:
            yield problem("MEETINGS_027", key, day=told, first=called, last=by.on)
