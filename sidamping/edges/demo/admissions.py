"""The applicants of the demonstration: at every stage, one refused with its letter, two that may be the same."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from typing import Any
from uuid import UUID

from django.utils import timezone
from PIL import Image, ImageDraw

from sidamping.edges.demo.cohorts import MODERN, TKM, begins, cohort_id
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.admissions import services
from sidamping.features.admissions.queries import token_of
from sidamping.features.admissions.services import ApplicationDraft, DecisionDraft, FileDraft
from sidamping.features.programmes.services import EvidenceDraft

DOCUMENTS = {
    MODERN: ("deed", "board", "annual_meeting", "statements", "statement_of_will"),
    TKM: ("identity", "business_proof", "commitment"),
}
DECIDES = {"dinas_check": "dinas-kupang", "readiness": "koordinator-tkm"}
LEADS = {MODERN: "pmo", TKM: "koordinator-tkm"}
GAP = 6
"""Days between one act on an application and the next."""


def tell_admissions(starts: date, anchor: date) -> None:
    """Every applicant of both rounds, as far as they had come by the day of the story."""
    for round_key in (MODERN, TKM):
        first = begins(round_key, starts)
        for told in chapter("admissions")[round_key]:
            _tell(round_key, told, first + timedelta(days=told["day"]), anchor)


def application_id(key: str) -> UUID:
    return named("application", key)


def _tell(round_key: str, told: dict[str, Any], on: date, anchor: date) -> None:
    if on > anchor:
        return
    id = application_id(told["key"])
    files = [FileDraft(code, f"{code}.jpg", scan(code)) for code in DOCUMENTS[round_key]
             if code not in told.get("lacks", ())]
    now = timezone.make_aware(datetime.combine(on, time(10)))
    services.submit_application(
        by=None, id=id, cohort=cohort_id(round_key), draft=_draft(round_key, told), now=now, documents=files
    )
    day = on
    for step in told.get("walk", ()):
        day += timedelta(days=GAP)
        if day <= anchor:
            _walk(round_key, told, id, step, day)
    _end(round_key, told, id, min(on + timedelta(days=GAP), anchor))


def _walk(round_key: str, told: dict[str, Any], id: UUID, step: str, day: date) -> None:
    """One stage passed, or the enrolment after the last."""
    by = viewer(DECIDES.get(step, LEADS[round_key]), day)
    if step == "accept":
        services.accept(by=by, id=named("admitted", told["key"]), application=id, on=day)
        return
    if step == "contact_check":
        services.log_contact(by=by, id=named("contact", told["key"], 1), application=id, on=day - timedelta(days=2),
                             result="no_answer")
        services.log_contact(by=by, id=named("contact", told["key"], 2), application=id, on=day,
                             result="confirmed", spoke_with=f"{told['chair']}, ketua",
                             note="Data pada formulir cocok; RAT terakhir dihadiri lebih dari separuh anggota.")
    proof = (EvidenceDraft("letter", f"Surat Dinas nomor 518/{told['day']}/DKUKM/{day.year}"),)
    outcome = "confirmed" if step in ("contact_check", "dinas_check") else "passed"
    note = "Dokumen yang kurang menyusul." if told.get("lacks") else ""
    draft = DecisionDraft(step, outcome, day, (), note, proof if step == "dinas_check" else ())
    services.decide_stage(by=by, id=named("decision", told["key"], step), application=id, draft=draft)


def _end(round_key: str, told: dict[str, Any], id: UUID, day: date) -> None:
    """A refusal with its reasons, or the applicant stepping back."""
    if no := told.get("refused"):
        draft = DecisionDraft(no["step"], "failed", day, tuple(no["reasons"]), no["note"])
        by = viewer(LEADS[round_key], day)
        services.decide_stage(by=by, id=named("decision", told["key"], no["step"]), application=id, draft=draft)
    if gone := told.get("withdrawn"):
        services.withdraw(by=None, token=token_of(id), reason=gone["reason"], note=gone["note"], on=day)


def _draft(round_key: str, told: dict[str, Any]) -> ApplicationDraft:
    modern = round_key == MODERN
    facts: dict[str, str] = {fact: told[fact] for fact in ("sector", "technology") if fact in told}
    yes = {"active": True, "committed": True} if modern else {"primary_income": True, "committed": True}
    return ApplicationDraft(
        kind=told.get("kind", "cooperative"), name=told["name"], village=told["village"], phone=told["phone"],
        contact_name=told.get("chair") or told.get("owner", ""), contact_position="Ketua" if modern else "",
        statement=told["statement"], consent=True, cooperative_kind=told.get("line", ""),
        legal_number=told.get("legal", ""), nik_koperasi=told.get("nik_koperasi", ""), nik=told.get("nik", ""),
        product=told.get("product", ""), answers=told.get("answers", yes), facts=facts,
        priorities=tuple(told.get("priorities", ())),
    )


@cache
def scan(code: str) -> bytes:
    """A picture that stands for a scanned document."""
    page = Image.new("RGB", (480, 640), "white")
    drawing = ImageDraw.Draw(page)
    drawing.rectangle((20, 20, 460, 620), outline="gray")
    drawing.text((40, 40), f"CONTOH: {code}", fill="black")
    out = BytesIO()
    page.save(out, "JPEG", quality=60)
    return out.getvalue()
