"""A line, a sighting, and an open meeting with an open urn in the book, for each side of the permission matrix."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.features.books import services as books
from sidamping.features.books.models import Book
from sidamping.features.meetings import services
from sidamping.features.meetings.models import Elector
from sidamping.features.registers import services as registers
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.habits.books import NOW, PDF

EARLIER, INVITED = date(2026, 10, 1), date(2026, 10, 20)


def assembled(book: UUID) -> dict[str, Any]:
    """Whoever opened the book writes the registers and holds a special meeting with the three members there are."""
    who = User.objects.get(pk=Book.objects.get(pk=book).opened_by_id)
    by, before = people.look(who), people.look(who, EARLIER)
    for name in ("Anggota kedua", "Anggota ketiga"):
        books.admit_member(by=by, id=uuid7(), book=book, joined=date(2026, 3, 1), name=name, keep=True)
    meeting, day = uuid7(), people.TODAY
    draft = services.MeetingDraft("special", day, time(9), "Kantor koperasi")
    called = timezone.make_aware(datetime(2026, 10, 1, 9))
    services.call_meeting(by=before, id=meeting, book=book, draft=draft, now=called)
    services.invite(by=people.look(who, INVITED), meeting=meeting, on=INVITED)
    electors = list(Elector.objects.filter(meeting_id=meeting).values_list("pk", flat=True))
    services.attend(by=by, meeting=meeting, electors=electors, way="list")
    services.open_meeting(by=by, meeting=meeting, now=NOW)
    services.consent(by=by, meeting=meeting, electors=electors)
    return {
        "assembly": meeting, "elector": electors[0], **_polled(by, meeting, electors), **_written(by, book),
        "annual": _annual(before, book, called), "passage": "institution",
    }  # fmt: skip


def _annual(by: Viewer, book: UUID, called: datetime) -> UUID:
    """The annual meeting about this year, next spring."""
    draft = services.MeetingDraft("annual", date(2027, 3, 20), time(9), "Kantor koperasi", 2026)
    return services.call_meeting(by=by, id=uuid7(), book=book, draft=draft, now=called)


def _polled(by: Viewer, meeting: UUID, electors: list[UUID]) -> dict[str, UUID]:
    poll = services.make_poll(
        by=by, id=uuid7(), meeting=meeting, draft=services.PollDraft("matter", "Setujukah?", "coded")
    )
    services.hand_out(by=by, poll=poll, electors=electors)
    services.open_the_urn(by=by, poll=poll)
    return {"poll": poll}


def _written(by: Viewer, book: UUID) -> dict[str, Any]:
    facts = {"name": "Kursi", "quantity": 20}
    entry = registers.write_entry(
        by=by, id=uuid7(), book=book, register="inventory", day=people.TODAY, facts=facts, now=NOW
    )
    seen = registers.Seen(True, file=("buku.pdf", PDF))
    sighting = registers.see_book(by=by, id=uuid7(), book=book, register="inventory", seen=seen, now=NOW)
    return {"register": "inventory", "register_entry": entry, "sighting": sighting}
