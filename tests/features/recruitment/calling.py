"""A call of a cohort of modern cooperatives in Kupang, with people who apply, interview and decide."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.features.programmes import services as programmes
from sidamping.features.recruitment import services
from sidamping.features.recruitment.services import (
    ApplicationDraft,
    AppointmentDraft,
    CallDraft,
    DecisionDraft,
    DocumentDraft,
    PositionDraft,
    SessionDraft,
)
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast

MODERN = "koperasi-modern-usulan"
TODAY = people.TODAY
STARTS, OPENS, CLOSES = date(2026, 9, 1), date(2026, 9, 15), date(2026, 12, 1)
CV = b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF"
FIRST = {"sikap": "80", "pengetahuan": "90", "kepemimpinan": "70", "komunikasi": "60"}
SECOND = {"sikap": "90", "pengetahuan": "80", "kepemimpinan": "80", "komunikasi": "70"}
CRITERIA = {
    "administrative": ("complete", "compliant", "basic"),
    "competence": ("education", "experience", "certificates", "fit"),
    "interview": (),
}


def offices(cast: Cast, programme: str = MODERN) -> None:
    """Paulus leads the programme, Agnes and Sarlin may interview, Petronela's office is told."""
    people.appoint(cast.paulus, roles.PMO, area=places.NTT, programme=programme)
    people.appoint(cast.agnes, roles.ASSESSOR, area=places.NTT, programme=programme)
    people.appoint(cast.sarlin, roles.SECRETARIAT, area=places.NTT, programme=programme)


def cohort(cast: Cast, *, programme: str = MODERN, area: str = places.KUPANG) -> UUID:
    """A cohort whose needs are settled, so that mentors may be called for."""
    by = look(cast.paulus, STARTS)
    id = programmes.open_cohort(by=by, id=uuid7(), programme=programme, name="Angkatan 1", area=area, starts=STARTS)
    proof = (programmes.EvidenceDraft("attendance", "Daftar hadir 12 orang"),)
    for step in ("socialise", "open_call", "needs_set"):
        programmes.record_step(by=by, path=id, step=step, done_on=STARTS, evidence=proof)
    return id


def call_draft(**changes: Any) -> CallDraft:
    positions = (PositionDraft("marketing", 1, "Dua koperasi mencari pasar"), PositionDraft("accounting", 1))
    return CallDraft(**{"opens": OPENS, "closes": CLOSES, "positions": positions, "requirements": "Sarjana", **changes})


def called(cast: Cast) -> UUID:
    """An open call for two mentors."""
    offices(cast)
    host = cohort(cast)
    return services.open_call(by=look(cast.paulus, OPENS), id=uuid7(), cohort=host, draft=call_draft(), on=OPENS)


def application(call: UUID, nik: str = "5301051204870004", **changes: Any) -> ApplicationDraft:
    """What somebody fills in, with a CV and a certificate."""
    from sidamping.features.recruitment.models import Position

    position = Position.objects.filter(call=call).order_by("theme").first()
    assert position is not None
    documents = (
        DocumentDraft("cv", "cv.pdf", CV + nik.encode(), where="cv"),
        DocumentDraft("certificate", "kkni.pdf", CV + b"sertifikat" + nik.encode(), title="Pendamping UMKM",
                      issuer="BNSP", number="PU-1", issued_on=date(2024, 1, 5), expires=date(2027, 1, 5),
                      where="certificate-1"),
    )
    given: dict[str, Any] = {
        "position": position.pk, "name": "Melkianus Bire", "nik": nik, "phone": "081339000004",
        "village": places.BOLOK, "education": "bachelor", "experience": "Lima tahun", "consent": True,
        "documents": documents,
    }
    return ApplicationDraft(**{**given, **changes})


def applied(call: UUID, nik: str = "5301051204870004", *, on: date = OPENS, by: Viewer | None = None,
            **changes: Any) -> UUID:
    """An application that came in on a day."""
    id = uuid7()
    services.apply(by=by, id=id, call=call, draft=application(call, nik, **changes), now=at(on), on=on)
    return id


def decided(by: User, candidacy: UUID, stage: str, *, on: date, passed: bool = True, **changes: Any) -> UUID:
    """A decision on a stage with every criterion met."""
    draft = DecisionDraft(stage, passed, on, {code: passed for code in CRITERIA[stage]}, **changes)
    return services.decide(by=look(by), id=uuid7(), candidacy=candidacy, draft=draft)


def to_interview(cast: Cast, candidacy: UUID) -> None:
    """Administrative and competence passed, a panel of two named."""
    decided(cast.paulus, candidacy, "administrative", on=OPENS + timedelta(days=5))
    decided(cast.paulus, candidacy, "competence", on=OPENS + timedelta(days=8))
    panel = (cast.agnes.pk, cast.sarlin.pk)
    services.set_panel(by=look(cast.paulus), candidacy=candidacy, people=panel, on=OPENS, place="Dinas Kupang")


def marked(cast: Cast, candidacy: UUID, first: dict[str, str] = FIRST, second: dict[str, str] = SECOND) -> None:
    """Both interviewers hand in."""
    for who, marks in ((cast.agnes, first), (cast.sarlin, second)):
        services.hand_in_marks(by=look(who), candidacy=candidacy, marks=marks, now=at(TODAY))


def chosen(cast: Cast, call: UUID, nik: str = "5301051204870004", **changes: Any) -> UUID:
    """A candidate who passed every stage."""
    id = applied(call, nik, **changes)
    to_interview(cast, id)
    marked(cast, id)
    decided(cast.paulus, id, "interview", on=OPENS + timedelta(days=20))
    return id


def appointed(cast: Cast, call: UUID, candidacy: UUID, username: str = "melki") -> services.Appointed:
    drafts = (AppointmentDraft(candidacy, username),)
    day = OPENS + timedelta(days=25)
    return services.appoint(by=look(cast.paulus), call=call, chosen=drafts, on=day, starts=day, place="Kupang")[0]


def session(cast: Cast, host: UUID, code: str, on: date, **changes: Any) -> UUID:
    draft = SessionDraft(**{"code": code, "on": on, "starts_at": time(9), "place": "Aula Dinas", **changes})
    return services.schedule_session(by=look(cast.paulus), id=uuid7(), cohort=host, draft=draft)


def look(who: User, on: date = TODAY) -> Viewer:
    return people.look(who, on)


def at(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(10)))
