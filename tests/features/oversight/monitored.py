"""What the tests of oversight work with: visits of Ratna to Merah Putih, the office that calls, drafts to send."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5

from PIL import Image

from sidamping.features.fieldwork.models import Presence, Visit, VisitRevision
from sidamping.features.oversight.services import BenefitDraft, CheckDraft, ContactDraft
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User

SPACE = UUID("0d6f2f0a-64a5-5b52-8c0e-8f2f2a2a1d11")
VISITED = date(2026, 10, 6)
CALLED = date(2026, 10, 20)


def named(word: str) -> UUID:
    return uuid5(SPACE, word)


def visit(mentor: User, host: Engagement, word: str = "visit", on: date = VISITED, **values: Any) -> Visit:
    """A visit as the logbook keeps it."""
    given = {"starts_at": time(9), "ends_at": time(11), "attendees": ["Ujang"], **values}
    attendees = given.pop("attendees")
    row = Visit.objects.create(id=named(word), mentor=mentor, programme=host.programme, regency=host.regency)
    revision = VisitRevision.objects.create(
        visit=row, mentor=mentor, regency=host.regency, number=1, visited_on=on, mode=given.pop("mode", "onsite"),
        village_id=host.village_id, activity="Pembukuan", purpose="Kas", result="Buku kas terisi", by=mentor, **given,
    )
    Presence.objects.create(revision=revision, engagement=host, visited_on=on, attendees=attendees)
    return row


def call(host: Engagement, word: str = "call", **changes: Any) -> ContactDraft:
    """A call of the office to the chair."""
    draft = ContactDraft(
        named(word), host.pk, "call", CALLED, "Ujang Mantap", "Pembukuan berjalan.", "Ketua",
        "Pendamping datang dua kali.", "Telepon lagi bulan depan.",
    )
    return replace(draft, **changes)


def check(visited: Visit, word: str = "check", **changes: Any) -> CheckDraft:
    draft = CheckDraft(named(word), visited.pk, "call", "confirmed", CALLED, "Ketua ingat kunjungannya.")
    return replace(draft, **changes)


def benefit(host: Engagement, word: str = "benefit", **changes: Any) -> BenefitDraft:
    draft = BenefitDraft(
        named(word), host.pk, "market", VISITED, "Kontrak dengan dua toko oleh-oleh", Decimal(2), "toko", "2"
    )
    return replace(draft, **changes)


def photo(colour: str) -> bytes:
    """A picture of one colour."""
    drawn = BytesIO()
    Image.new("RGB", (8, 8), colour).save(drawn, "PNG")
    return drawn.getvalue()
