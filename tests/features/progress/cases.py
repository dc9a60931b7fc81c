"""A mentoring of an independent worker for the tests: started on 10 August 2026, so today is its third month."""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from PIL import Image

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.models import Presence, Visit, VisitRevision
from sidamping.features.parties.models import Business
from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.features.progress import services
from sidamping.features.progress.services import MonthDraft, Photo
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast

TKM, PINNED = "tkm-lanjutan-2024", "tkm-lanjutan-2024/2024-01-01"
START = date(2026, 8, 10)


def appoint_all(cast: Cast) -> None:
    """Everybody of the cast holds the same role in the programme of independent workers."""
    for who, role, area in (
        (cast.ratna, roles.MENTOR, places.KUPANG), (cast.yosef, roles.COORDINATOR, places.KUPANG),
        (cast.maria, roles.MENTOR, places.TTS), (cast.sarlin, roles.SECRETARIAT, places.NTT),
        (cast.agnes, roles.ASSESSOR, places.NTT),
    ):
        people.appoint(who, role, area=area, programme=TKM)


def participant(cast: Cast, name: str = "", *, mentor: User | None = None, starts: date = START) -> Engagement:
    """A business in the programme, carried by Ratna unless said otherwise."""
    business = cast.keripik if not name else _business(name)
    path = Path.objects.create(subject="mentee", programme=TKM, pinned=PINNED, starts=starts)
    row = Engagement.objects.create(
        id=path.pk, path=path, programme=TKM, pinned=PINNED, mentee=business.party,
        village_id=business.party.village_id, regency=business.party.village_id[:5], starts=starts,
    )
    Assignment.objects.create(engagement=row, mentor=mentor or cast.ratna, starts=starts)
    return row


def told(cast: Cast, host: Engagement, month: str, turnover: int | None = None, **values: Any) -> UUID:
    """Figures of a month as Ratna typed them."""
    draft = MonthDraft(uuid7(), Month.parse(month), turnover, **values)
    photo = photo_of() if draft.proof == "photo" or draft.source == "transcribed" else None
    return services.record_month(
        by=people.look(cast.ratna), engagement=host.pk, draft=draft, on=people.TODAY, photo=photo
    )


def met(cast: Cast, host: Engagement, *days: str, mode: str = "onsite") -> None:
    """Contacts of Ratna with the participant, an hour each."""
    for day in days:
        visit = Visit.objects.create(mentor=cast.ratna, programme=TKM, regency=host.regency)
        hour = 8 + Presence.objects.filter(visited_on=day).count()
        revision = VisitRevision.objects.create(
            visit=visit, mentor=cast.ratna, regency=host.regency, number=1, visited_on=day, starts_at=time(hour),
            ends_at=time(hour + 1), mode=mode, village_id=host.village_id, activity="Pendampingan", purpose="Usaha",
            result="Dicatat", by=cast.ratna,
        )
        Presence.objects.create(revision=revision, engagement=host, visited_on=day, attendees=["Ujang"])


def photo_of(colour: str = "teal") -> Photo:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), colour).save(drawn, "PNG")
    return Photo("lembar.png", drawn.getvalue())


def days_after(start: date, count: int) -> date:
    return start + timedelta(days=count)


def _business(name: str) -> Business:
    return people.business(name, people.person(f"Pemilik {name}", places.BOLOK), places.BOLOK)
