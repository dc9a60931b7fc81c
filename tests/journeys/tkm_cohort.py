"""What happens to the twenty participants outside the browser: taken in, met, their sheets reviewed, their months told.

The outcomes are set by their number, so that the counts of the cohort can be worked out by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.domain.periods import Month
from sidamping.features.admissions import services as admissions
from sidamping.features.deliverables import queries as sheets
from sidamping.features.deliverables import services as deliverables
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.models import Engagement
from sidamping.features.progress import services
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.features.admissions import rounds_of as intake
from tests.features.progress import cases
from tests.journeys.rating import rated
from tests.people import Cast, look

OPENED, APPLIED, DECIDED, STARTS = date(2026, 7, 20), date(2026, 8, 3), date(2026, 8, 5), date(2026, 8, 10)
SHEETS_ON, ENDED = date(2026, 9, 4), date(2026, 11, 10)
PARTICIPANTS = 20
SEASONAL = 18
"""Participant 18 dries fish and 19 grows maize; the first of them gets the longer period, and a year ago to compare."""
GROWN, KEPT, HIRED = 12, 14, 7
"""The first 12 sell more at the end, the first 14 keep their books, the first 7 take somebody on."""
SILENT = 19
"""The last one tells no figures at all."""
OFTEN, USUAL = 6, 15
"""The first 6 are met five times, others up to the fifteenth three times, the rest and the group once or twice."""
VILLAGES = (places.BOLOK, places.TABLOLONG, places.OENAEK, places.BATAKTE)
BASE = 1_000_000
SHEET_TEXTS: dict[str, dict[str, Any]] = {
    "bmc": {"value": "Renyah", "customers": "Warung", "costs": "Bahan", "revenue": "Penjualan harian"},
    "action-plan": {
        "goal": "Omzet naik dalam tiga bulan",
        "steps": [{"what": "Menawarkan ke lima warung", "who": "Pemilik", "done_by": "2026-10-10"}],
    },
    "cash-flow": {
        "month": "Agustus 2026", "opening": [{"what": "Kas", "amount": "100.000"}],
        "inflow": [{"what": "Penjualan", "amount": "1.000.000"}], "outflow": [{"what": "Bahan", "amount": "600.000"}],
    },
}  # fmt: skip


@dataclass
class Round:
    """The cohort, its people, and its mentorings by number."""

    cast: Cast
    cohort: UUID
    engagements: dict[int, UUID] = field(default_factory=dict)


def open_round(cast: Cast) -> Round:
    """The call is open; Ratna is certified and briefed for this cohort."""
    cases.appoint_all(cast)
    cohort = programmes.open_cohort(
        by=None, id=uuid7(), programme=cases.TKM, name="Gelombang 1", starts=OPENED, area=places.NTT,
        call_opens=OPENED, call_closes=date(2026, 8, 31), target=PARTICIPANTS,
    )
    programmes.record_step(by=None, path=cohort, step="open_call", done_on=OPENED, trusted=True)
    mentor = programmes.begin_path(by=None, subject="mentor", cohort=cohort, starts=OPENED, person=cast.ratna.pk)
    programmes.record_step(by=None, path=mentor, step="mentor_ready", done_on=OPENED, trusted=True)
    return Round(cast, cohort)


def name_of(number: int) -> str:
    return f"Usaha {chr(ord('A') + number)} Mandiri"


def sector_of(number: int) -> str:
    if number >= SEASONAL:
        return "fishery" if number == SEASONAL else "farming"
    return ("food", "creative", "trade")[number % 3]


def enrol(told: Round, numbers: Iterable[int]) -> None:
    """Applied, checked, screened and accepted like the one in the browser, some of them alumni of a training."""
    for number in numbers:
        draft = intake.usaha(
            name=name_of(number), village=VILLAGES[number % 4], phone=f"0812345671{number:02d}",
            contact_name=f"Pemilik {chr(ord('A') + number)}", nik=f"530105520390{number:04d}",
            facts={"sector": sector_of(number), "technology": "able"},
            priorities=("training_alumni",) if number % 5 == 0 else (),
        )
        row = intake.apply(told.cohort, draft, on=APPLIED)
        yosef = look(told.cast.yosef, DECIDED)
        intake.decide(yosef, row, "admin_check", "passed")
        intake.decide(yosef, row, "readiness", "passed")
        told.engagements[number] = admissions.accept(
            by=look(told.cast.yosef, STARTS), id=uuid7(), application=row, on=STARTS, keep=True
        )


def assign(told: Round) -> None:
    """All twenty to Ratna: as many as the programme advises."""
    for number in sorted(told.engagements):
        programmes.assign(
            by=look(told.cast.yosef, STARTS), engagement=told.engagements[number], mentor=told.cast.ratna.pk,
            starts=STARTS, letter="ST-TKM/2026",
        )


def profile(told: Round, numbers: Iterable[int]) -> None:
    for number in numbers:
        draft = services.ProfileDraft(
            uuid7(), STARTS, sector=sector_of(number), income="primary", technology="able", devices=("smartphone",),
            signal="good", cycle_months=6 if number >= SEASONAL else 1, workers_full=0, turnover=BASE,
        )
        services.record_profile(
            by=look(told.cast.ratna, STARTS), engagement=told.engagements[number], draft=draft, on=STARTS
        )


def observe(told: Round, numbers: Iterable[int]) -> None:
    """The starting point, seen on the first visit in the first week; it takes half a day each."""
    for number in numbers:
        day = STARTS + timedelta(days=1 + number // 4)
        draft = fieldwork.ObservationDraft(
            uuid7(), told.engagements[number], day, {"finance": "Uang usaha dan rumah tercampur."}
        )
        fieldwork.record_observation(by=look(told.cast.ratna, day), draft=draft, on=day)


def rate(told: Round, number: int, purpose: str, on: date, answer: str, pair: UUID | None = None) -> UUID:
    """The five aspects of success, answered by the mentor and decided by the coordinator."""
    party = Engagement.objects.get(pk=told.engagements[number]).mentee_id
    return rated(
        told.cast.ratna, told.cast.yosef, "business-success", purpose, on, lambda key: answer, party_id=party,
        pair_id=pair,
    )


def meet(told: Round, numbers: Iterable[int], first: date, mode: str = "onsite") -> None:
    """Each on a day of its own week, never two at one hour."""
    for place, number in enumerate(numbers):
        day = first + timedelta(days=place // 4)
        draft = fieldwork.VisitDraft(
            id=uuid7(), visited_on=day, starts_at=time(8 + 2 * (place % 4)), ends_at=time(9 + 2 * (place % 4)),
            mode=mode, village=VILLAGES[number % 4], activity="Pendampingan usaha", purpose="Melihat catatan",
            result="Catatan diperiksa bersama.",
            presences=(fieldwork.PresenceDraft(told.engagements[number], (name_of(number),), None),),
        )
        fieldwork.record_visit(by=look(told.cast.ratna, day), draft=draft, on=day, now=_now(day))


def make_sheets(told: Round, numbers: Iterable[int], kinds: Iterable[str] = (*SHEET_TEXTS, "simple-records")) -> None:
    """The outputs of the first month, written by the mentor with the participant and accepted by the coordinator."""
    wanted = tuple(kinds)
    for number in numbers:
        for kind in wanted:
            sheet = hand_in(told, number, kind)
            found = sheets.sheet(look(told.cast.yosef, SHEETS_ON), sheet)
            assert found is not None and found.newest is not None
            deliverables.review(
                by=look(told.cast.yosef, SHEETS_ON), sheet=sheet, version=found.newest.id, verdict="accepted",
                now=_now(SHEETS_ON),
            )


def hand_in(told: Round, number: int, kind: str) -> UUID:
    ratna = look(told.cast.ratna, SHEETS_ON)
    sheet = deliverables.begin_sheet(
        by=ratna, id=uuid7(), engagement_id=told.engagements[number], kind=kind, on=SHEETS_ON
    )
    typed = SHEET_TEXTS.get(kind) or _bookkeeping(told, sheet)
    deliverables.save_sheet(by=ratna, sheet=sheet, typed=typed, seen=0, now=_now(SHEETS_ON))
    deliverables.hand_in(by=ratna, sheet=sheet, now=_now(SHEETS_ON))
    return sheet


def _bookkeeping(told: Round, sheet: UUID) -> dict[str, Any]:
    file = deliverables.add_file(
        by=look(told.cast.ratna, SHEETS_ON), sheet=sheet, name="buku.png", content=cases.photo_of().content,
        where="cash",
    )
    return {"cash": {"file": str(file), "note": ""}, "daily": "1", "separate": "1", "debts": "1"}


def tell_months(told: Round, numbers: Iterable[int], months: Iterable[str], on: date) -> None:
    """Raw records: a million before and without growth, a tenth more where sales grow, books and hands by number."""
    for number in numbers:
        for text in months:
            month = Month.parse(text)
            services.record_month(
                by=look(told.cast.ratna, on), engagement=told.engagements[number], draft=month_of(number, month), on=on,
            )


def month_of(number: int, month: Month) -> services.MonthDraft:
    during = month >= Month.of(STARTS)
    last = month == Month(2026, 10)
    kept = during and number < KEPT
    return services.MonthDraft(
        uuid7(), month, BASE * 11 // 10 if during and number < GROWN else BASE, daily_kept=kept if during else None,
        days_recorded=26 if kept else None, proof="book" if kept else "",
        workers_full=1 if last and number < HIRED else 0, workers_part=0, workers_family=1, source="assisted",
    )


def report_problems(told: Round, numbers: Iterable[int], on: date) -> None:
    for number in numbers:
        draft = fieldwork.ProblemDraft(
            uuid7(), told.engagements[number], "Pembeli hanya dari tetangga", "member", "marketing", on,
            ("Belum pernah menawarkan ke toko",), 1, "Peserta berkata tetangga saja yang membeli.",
        )
        fieldwork.log_problem(by=look(told.cast.ratna, on), draft=draft, on=on)


def _now(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(17)))
