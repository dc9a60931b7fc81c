"""What needs and outcomes add to the objects of the addresses: a referral, a meeting and a cohort of each side."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.needs import services as needs
from sidamping.features.outcomes.models import Meeting
from sidamping.features.programmes.models import Cohort, Engagement, Path
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.needs.writing import draft


def judged(mentor: User, host: Engagement, picture: bytes) -> dict[str, Any]:
    """A referral that waits for its result, and a presentation with its file."""
    referral = needs.refer(by=people.look(mentor), draft=draft(host.pk))
    meeting = uuid7()
    kept, _new = keep_picture(read_picture("paparan.png", picture), subject=meeting, by=mentor.pk)
    Meeting.objects.create(
        id=meeting, engagement=host, kind="presentation", held_on=date(2026, 10, 6), attendees={"mentor": ["Ratna"]},
        attachment_id=kept.id, by=mentor,
    )
    return {"referral": referral, "meeting": meeting, "cohort": _cohort(host)}


def _cohort(host: Engagement) -> UUID:
    """A round of the programme in the district of the engagement."""
    values = {"programme": host.programme, "pinned": host.pinned, "starts": host.starts}
    path = Path.objects.create(subject="cohort", **values)
    return Cohort.objects.create(
        programme=host.programme, name=f"Angkatan {host.regency}", area=host.regency, starts=host.starts, path=path
    ).pk
