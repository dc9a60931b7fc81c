"""The practice case of S0: Bapak Ujang, 'Keripik Mantap Jaya', for the members' business programme."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month, Quarter
from sidamping.edges.demo.diary import Diary, moment, working_day
from sidamping.edges.demo.fieldwork import TOPICS, choose, evaluate, log_problem
from sidamping.edges.demo.people import MEMBERS, user_id, viewer
from sidamping.edges.demo.registers import chair_account
from sidamping.edges.demo.story import chapter, named
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.papers import services as papers
from sidamping.features.programmes import services as programmes

MENTOR = "ratna"
ENGAGEMENT = named("engagement", "ujang")
UJANG = "Ujang Suherman"
PLACE = "Rumah produksi Keripik Mantap Jaya"
VILLAGE = "53.07.04.2001"


def tell_ujang(starts: date, until: date, diary: Diary) -> None:
    """Observation, two problems with their choices, the plan with target times, the visits, the evaluation."""
    programmes.open_engagement(
        by=viewer("sekretariat", starts), id=ENGAGEMENT, mentee_id=named("business", "ujang"), programme=MEMBERS,
        starts=starts, priority=1, mentor_id=user_id(MENTOR), letter=f"ST-UA/{starts.year}/01",
    )
    told = chapter("ujang")
    first = _workday(starts + timedelta(days=1))
    _observe(told["observation"], first)
    for row in told["problems"]:
        problem_id = named("problem", "ujang", row["key"])
        log_problem(MENTOR, ENGAGEMENT, problem_id, row, first, row["dialogue"])
        choose(MENTOR, problem_id, row, first + timedelta(days=1), UJANG, "Pemilik usaha")
    _indicators(told["indicators"], first, until)
    planned = first + timedelta(days=1)
    for row in told["plan"]:
        _plan(row, planned)
    for row in told["plan"]:
        _visit(row, planned, until, diary)
    _close(told, planned, until)


def report_ujang(first: Month, until: date) -> None:
    """The reports of each whole month and quarter, acknowledged by the chair of his cooperative but the last month."""
    month = first
    while month.next.start <= until:
        day, quarter = working_day(month.next, 5), Quarter.of(month.start)
        if day <= until:
            _report("monev-usaha-anggota", str(month), day, acknowledged=month.next.end < until)
        if day <= until and quarter.end == month.end:
            _report("monev-triwulan-usaha-anggota", str(quarter), day, acknowledged=day < until)
        month = month.next


def _report(kind: str, period: str, day: date, *, acknowledged: bool) -> None:
    by = viewer(MENTOR, day)
    paper = papers.open_paper(by=by, kind=kind, period=period, on=day, programme=MEMBERS, engagement=ENGAGEMENT)
    papers.save_draft(by=by, paper=paper, seen=0, narrative=chapter("ujang")["report"], on=day)
    revision = papers.submit_paper(by=by, paper=paper, on=day, now=moment(day, 16))
    if acknowledged:
        later = day + timedelta(days=1)
        papers.act(
            by=viewer(chair_account(0), later), paper=paper, revision=revision, ordinal=2, action="acknowledged",
            now=moment(later, 9),
        )


def _indicators(told: list[dict[str, Any]], first: date, until: date) -> None:
    """Fixed on the first day with what was found then, measured again in their weeks."""
    drafts = [
        papers.IndicatorDraft(named("indicator", one["key"]), one["name"], one["unit"], Decimal(one["start"]))
        for one in told
    ]
    papers.fix_indicators(by=viewer(MENTOR, first), engagement=ENGAGEMENT, drafts=drafts, on=first)
    for week in sorted({week for one in told for week in one["later"]}):
        day = _workday(first + timedelta(weeks=week))
        measured = [
            papers.MeasurementDraft(
                named("measurement", one["key"], week), named("indicator", one["key"]), Decimal(one["later"][week])
            )
            for one in told if week in one["later"]
        ]
        if day <= until:
            papers.measure(by=viewer(MENTOR, day), engagement=ENGAGEMENT, drafts=measured, measured_on=day, on=day)


def _observe(told: dict[str, str], day: date) -> None:
    findings = {key: told[key] for key in TOPICS}
    fieldwork.record_observation(
        by=viewer(MENTOR, day), on=day,
        draft=fieldwork.ObservationDraft(
            id=named("observation", "ujang"), engagement_id=ENGAGEMENT, observed_on=day, findings=findings,
            potentials=told["potentials"], needs=told["needs"],
        ),
    )


def _plan(row: dict[str, Any], written: date) -> None:
    draft = fieldwork.PlanDraft(
        id=_item(row), engagement_id=ENGAGEMENT, planned_on=_day(row, written),
        concern=_title(row["problem"]), activity=row["activity"], purpose=row["purpose"],
        target=f"{row['target']} ({row['target_time']})", method=row["method"], place=PLACE,
        problem_id=named("problem", "ujang", row["problem"]), minutes=120, agreed_by=UJANG,
    )
    fieldwork.plan_activity(by=viewer(MENTOR, written), draft=draft, on=written)


def _visit(row: dict[str, Any], written: date, until: date, diary: Diary) -> None:
    day = _day(row, written)
    if day > until:
        return
    starts, ends = diary.hour(MENTOR, day, 120)
    draft = fieldwork.VisitDraft(
        id=named("visit", "ujang", row["week"]), visited_on=day, starts_at=starts, ends_at=ends, mode="onsite",
        village=VILLAGE, place=PLACE, activity=row["activity"], purpose=row["purpose"],
        material=f"Lembar kerja: {row['activity'].lower()}", materials=tuple(row["materials"]),
        topics=("finance",) if row["problem"] == "catatan" else ("growth",), roles=("facilitator",),
        result=chapter("ujang")["results"][row["week"]], cost=15000, plan_item=_item(row),
        presences=(fieldwork.PresenceDraft(ENGAGEMENT, (UJANG, "Istri Bapak Ujang"), 2),),
    )
    fieldwork.record_visit(by=viewer(MENTOR, day), draft=draft, on=day, now=moment(day))


def _close(told: dict[str, Any], written: date, until: date) -> None:
    for row, week in zip(told["problems"], (5, 9), strict=True):
        day = _workday(written + timedelta(weeks=week))
        if day <= until:
            outcome = fieldwork.OutcomeDraft(
                named("outcome", "ujang", row["key"]), named("problem", "ujang", row["key"]), day, row["outcome"],
                solved=row["solved"],
            )
            fieldwork.record_outcome(by=viewer(MENTOR, day), draft=outcome, on=day)
    last = _day(told["plan"][-1], written)
    if last <= until:
        evaluate(MENTOR, ENGAGEMENT, named("evaluation", "ujang"), told["evaluation"], last, UJANG)


def _day(row: dict[str, Any], written: date) -> date:
    return _workday(written + timedelta(weeks=row["week"]) - timedelta(days=4))


def _workday(day: date) -> date:
    return day + timedelta(days=1) if day.weekday() == 6 else day


def _item(row: dict[str, Any]) -> UUID:
    return named("plan", "ujang", row["week"])


def _title(key: str) -> str:
    return str(next(row for row in chapter("ujang")["problems"] if row["key"] == key)["title"])
