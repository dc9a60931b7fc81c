"""The rounds of the tests: cooperatives apply to koperasi-modern-usulan, businesses to TKM; and who decides there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from uuid import UUID

from django.utils import timezone
from PIL import Image

from sidamping.features.admissions import services
from sidamping.features.admissions.services import ApplicationDraft, DecisionDraft, FileDraft
from sidamping.features.programmes import services as programmes
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people, places

MODERN, TKM = "koperasi-modern-usulan", "tkm-lanjutan-2024"
OPENS, CLOSES = date(2026, 9, 1), date(2026, 12, 31)
NOW = timezone.make_aware(datetime(people.TODAY.year, people.TODAY.month, people.TODAY.day, 9))
DOCUMENTS = ("deed", "board", "annual_meeting", "statements", "statement_of_will")


@dataclass(frozen=True)
class Rounds:
    """Two calls that are open, and the officers of both programmes."""

    modern: UUID
    tkm: UUID
    pmo: User
    dinas: User
    dinas_tts: User
    coordinator: User
    stranger: User


def rounds() -> Rounds:
    """Open both calls; the cohort's own steps before `apply` are done."""
    places.load_places()
    made = {name: people.user(name, name.replace("_", " ").title()) for name in (
        "pmo_modern", "dinas_kupang", "dinas_tts", "koordinator_tkm", "pmo_lain"
    )}
    people.appoint(made["pmo_modern"], roles.PMO, area=places.NTT, programme=MODERN)
    people.appoint(made["dinas_kupang"], roles.DINAS_REGENCY, area=places.KUPANG, programme=MODERN)
    people.appoint(made["dinas_tts"], roles.DINAS_REGENCY, area=places.TTS, programme=MODERN)
    people.appoint(made["koordinator_tkm"], roles.COORDINATOR, area=places.NTT, programme=TKM)
    people.appoint(made["pmo_lain"], roles.PMO, area="53.02", programme=TKM)
    return Rounds(cohort(MODERN, "Angkatan 1"), cohort(TKM, "Gelombang 1"), *made.values())


def cohort(programme: str, name: str, **values: Any) -> UUID:
    """A round of a programme in NTT whose call is open."""
    said = {"area": places.NTT, "call_opens": OPENS, "call_closes": CLOSES, "target": 40, **values}
    made = programmes.open_cohort(by=None, id=uuid7(), programme=programme, name=name, starts=OPENS, **said)
    for step in ("socialise", "open_call") if programme == MODERN else ("open_call",):
        programmes.record_step(by=None, path=made, step=step, done_on=OPENS, trusted=True)
    return made


def koperasi(**changes: Any) -> ApplicationDraft:
    """A cooperative that applies with everything in order."""
    values: dict[str, Any] = {
        "kind": "cooperative", "name": "KSP Tunas Harapan", "village": places.BOLOK, "phone": "0812 3456 7000",
        "contact_name": "Bernadus Taek", "contact_position": "Ketua", "statement": "Kami ingin laporan tepat waktu.",
        "consent": True, "cooperative_kind": "savings_loan", "legal_number": "518/BH/XXI.3/2016",
        "answers": {"active": True, "committed": True},
    }  # fmt: skip
    return ApplicationDraft(**{**values, **changes})


def usaha(**changes: Any) -> ApplicationDraft:
    """A business that applies to TKM."""
    values: dict[str, Any] = {
        "kind": "business", "name": "Ikan Asap Oenaek", "village": places.OENAEK, "phone": "081234567111",
        "contact_name": "Yohana Bria", "nik": "5301055203900011", "statement": "Ingin menambah pembeli.",
        "consent": True, "answers": {"primary_income": True, "committed": True},
        "facts": {"sector": "fishery", "technology": "weak"},
    }  # fmt: skip
    return ApplicationDraft(**{**values, **changes})


def photo(code: str, colour: str = "green") -> FileDraft:
    """A small picture for a document."""
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return FileDraft(code, f"{code}.jpg", out.getvalue())


def apply(host: UUID, draft: ApplicationDraft, *, by: Viewer | None = None, complete: bool = True,
          on: date = people.TODAY, id: UUID | None = None) -> UUID:
    """An application handed in, with all its documents unless said otherwise."""
    new = id or uuid7()
    codes = DOCUMENTS if draft.kind == "cooperative" else ("identity", "business_proof", "commitment")
    files = [photo(code) for code in codes] if complete else []
    now = timezone.make_aware(datetime.combine(on, time(9)))
    services.submit_application(by=by, id=new, cohort=host, draft=draft, now=now, documents=files)
    return new


def decide(by: Viewer, application: UUID, step: str, outcome: str, **values: Any) -> UUID:
    """A decision of today."""
    draft = DecisionDraft(step, outcome, values.pop("on", by.on), **values)
    return services.decide_stage(by=by, id=uuid7(), application=application, draft=draft)


def through(told: Rounds, application: UUID, note: str = "") -> None:
    """A cooperative that passes every stage."""
    pmo, dinas = people.look(told.pmo), people.look(told.dinas)
    letter = (programmes.EvidenceDraft("letter", "518/12/KUK/2026"),)
    decide(pmo, application, "admin_check", "passed", note=note)
    services.log_contact(by=pmo, id=uuid7(), application=application, on=pmo.on, result="confirmed",
                         spoke_with="Bernadus Taek")
    decide(pmo, application, "contact_check", "confirmed", note=note)
    decide(dinas, application, "dinas_check", "confirmed", evidence=letter, note=note)
    decide(pmo, application, "identify", "passed", note=note)
