"""Records about mentors that an address can name: certificate, interest, request, plan, handover."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.mentors.models import Certificate, Interest, WaiverRequest
from sidamping.features.parties.models import Cooperative
from sidamping.features.placements.models import Plan
from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture
from sidamping.platform.database.ids import uuid7
from tests import people

DAY = date(2026, 10, 6)


def guided(mentor: User, host: Engagement, cooperative: Cooperative, drawn: bytes) -> dict[str, Any]:
    """One of each, about the mentor and the mentee."""
    interest = Interest.objects.create(
        user=mentor, party=cooperative.party, kind="partner", note="Memasok bibit", starts=DAY, declared_by=mentor
    )
    asked = WaiverRequest.objects.create(
        user=mentor, party=cooperative.party, kinds=["partner"], why="Paling kenal", asked_by=mentor, asked_on=DAY
    )
    return {
        "certificate": _certificate(mentor, drawn), "interest": interest.pk, "waiver_request": asked.pk,
        "party": cooperative.pk, "plan": _plan(mentor, host).pk, "handover": _handover(mentor, host).pk,
    }


def _certificate(mentor: User, drawn: bytes) -> UUID:
    id = uuid7()
    kept, _ = keep_picture(read_picture("sertifikat.png", drawn), subject=id, by=mentor.pk)
    Certificate.objects.create(
        id=id, user=mentor, scheme="Pendamping", number="1", issued=DAY, attachment_id=kept.id, added_by=mentor
    )
    return id


def _plan(mentor: User, host: Engagement) -> Plan:
    return Plan.objects.create(
        programme=host.programme, pinned=host.pinned, area=host.regency, starts=DAY, made_by=mentor
    )


def _handover(mentor: User, host: Engagement) -> Assignment:
    """An ended mentoring of another mentee of the village that went from a former mentor to this one."""
    former = people.user(f"dahulu-{mentor.username}", "Pendamping Dahulu")
    party = people.cooperative(f"Koperasi estafet {mentor.username}", host.village_id).party
    path = Path.objects.create(subject="mentee", programme=host.programme, pinned=host.pinned, starts=date(2026, 1, 5))
    other = Engagement.objects.create(
        id=path.pk, path=path, programme=host.programme, pinned=host.pinned, mentee=party, village_id=host.village_id,
        regency=host.regency, starts=date(2026, 1, 5),
    )
    Assignment.objects.create(engagement=other, mentor=former, starts=date(2026, 1, 5), ends=date(2026, 10, 15))
    return Assignment.objects.create(engagement=other, mentor=mentor, starts=date(2026, 10, 16))
