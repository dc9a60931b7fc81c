"""Twenty independent workers over three months: taken in, met alone and in groups, their figures month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.domain.scoring.sheet import YESNO, sheet
from sidamping.edges.demo.cohorts import TKM, cohort_id
from sidamping.edges.demo.diary import Diary, moment
from sidamping.edges.demo.people import user_id, viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.assessments.queries import instrument_on
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.parties import services as parties
from sidamping.features.programmes import services as programmes
from sidamping.features.progress import queries, services
from sidamping.platform.access.viewer import Viewer

PROGRAMME, PMO, ADMIN = "tkm-lanjutan-2024", "pmo", "admin"
INTAKE = ("apply", "admin_check", "readiness", "assign")
SHEETS = ("bmc", "action_plan", "cash_flow", "records")
WITHOUT_SHEETS = 6
"""The last of the participants have not made their sheets yet."""
ON_PAPER = "Lembar kertas dikerjakan bersama dan disimpan di map kelompok."
THOUSAND = 1000
BEGUN = 3


@dataclass(frozen=True)
class Told:
    """A participant of the story."""

    number: int
    row: dict[str, Any]

    @property
    def engagement(self) -> UUID:
        return named("participant", self.number)

    @property
    def business(self) -> UUID:
        return named("participant", "business", self.number)

    @property
    def village(self) -> str:
        villages = chapter("progress")["villages"]
        return str(villages[self.number % len(villages)])


def tell_progress(first: Month, until: date, diary: Diary) -> None:
    """The whole of it, from the first of the months told."""
    starts = first.start + timedelta(days=BEGUN)
    told = [Told(number, row) for number, row in enumerate(chapter("progress")["participants"])]
    _mentor_ready(starts)
    for one in told:
        _take_in(one, starts)
        _profile(one, starts)
    _meet(told, starts, until, diary)
    for one in told:
        _months(one, first, until)
        _sheets(one, starts)
    _problems(told, starts)
    _self_views(told, until)
    _extend(told, starts, until)


def _mentor() -> str:
    return str(chapter("progress")["mentor"])


def _by(day: date) -> Viewer:
    return viewer(_mentor(), day)


def _coordinator(day: date) -> Viewer:
    return viewer(str(chapter("progress")["coordinator"]), day)


def _mentor_ready(starts: date) -> None:
    day = starts - timedelta(days=2)
    path = programmes.begin_path(
        by=viewer(PMO, day), subject="mentor", starts=day - timedelta(days=10), cohort=cohort_id(TKM),
        person=user_id(_mentor()), id=named("mentor-path", TKM, _mentor()),
    )
    proofs = (
        programmes.EvidenceDraft("document", "Sertifikat pendamping kewirausahaan"),
        programmes.EvidenceDraft("attendance", "Daftar hadir pembekalan dua hari"),
    )
    programmes.record_step(
        by=viewer(PMO, day), path=path, step="mentor_ready", done_on=day, evidence=proofs, trusted=True,
        id=named("step", TKM, _mentor(), "ready"),
    )


def _take_in(one: Told, starts: date) -> None:
    by, owner = viewer(ADMIN, starts), named("participant", "owner", one.number)
    person = parties.PersonDraft(name=one.row["owner"], village=one.village, sex=one.row["sex"])
    parties.add_person(by=by, party_id=owner, draft=person, keep=True)
    business = parties.BusinessDraft(
        name=one.row["name"], village=one.village, owner=owner, sector=one.row["register"],
        product=one.row["product"],
    )
    parties.add_business(by=by, party_id=one.business, draft=business, keep=True)
    programmes.open_engagement(
        by=_coordinator(starts), id=one.engagement, mentee_id=one.business, programme=PROGRAMME, starts=starts,
        priority=2 + one.number % 3, mentor_id=user_id(_mentor()), letter=f"ST-TKM/{starts.year}",
        cohort=cohort_id(TKM),
    )
    for step in INTAKE:
        outcome = "passed" if step in ("admin_check", "readiness") else ""
        proofs = (programmes.EvidenceDraft("document", "KTP, bukti usaha, dan surat kesanggupan"),)
        programmes.record_step(
            by=_coordinator(starts), engagement=one.engagement, step=step, done_on=starts, outcome=outcome,
            evidence=proofs if step == "apply" else (), trusted=True, id=named("step", "participant", one.number, step),
        )


def _profile(one: Told, starts: date) -> None:
    weak = one.row["technology"] == "weak"
    full, _later = one.row["workers"]
    draft = services.ProfileDraft(
        named("profile", one.number), starts, sector=one.row["sector"], income=one.row["income"],
        technology=one.row["technology"], devices=("plain_phone",) if weak else ("smartphone",),
        signal="weak" if one.number % 3 else "good", cycle_months=4 if one.row["sector"] == "farming" else 1,
        workers_full=full, workers_part=0, workers_family=1, turnover=one.row["before"][2] * THOUSAND,
        capital=one.row["before"][2] * THOUSAND * 2, loan_plafond=0 if one.number % 4 else 5_000_000,
        loan_tenor=None if one.number % 4 else 12,
    )
    services.record_profile(by=_by(starts), engagement=one.engagement, draft=draft, on=starts)


def _meet(told: list[Told], starts: date, until: date, diary: Diary) -> None:
    """Each alone on its days, spread over the week; a group day is one visit with everybody of it."""
    groups: dict[date, list[Told]] = {}
    for one in told:
        for offset, mode in chapter("progress")["contact"][one.row["contact"]]:
            day = starts + timedelta(days=offset if mode == "group" else offset + one.number // 2)
            if mode == "group":
                groups.setdefault(day, []).append(one)
            elif day <= until:
                _visit([one], day, mode, diary)
                if offset < BEGUN + 4:
                    _observe(one, day)
    for day, people in groups.items():
        if day <= until:
            _visit(people, day, "group", diary)


def _visit(people: list[Told], day: date, mode: str, diary: Diary) -> None:
    words = chapter("progress")["group" if mode == "group" else "visit"]
    starts, ends = diary.hour(_mentor(), day, 90 if mode in ("onsite", "group") else 30)
    draft = fieldwork.VisitDraft(
        id=named("participant", "visit", people[0].number, day.isoformat(), mode), visited_on=day, starts_at=starts,
        ends_at=ends, mode=mode, village=people[0].village, activity=words["activity"], purpose=words["purpose"],
        result=words["result"], topics=("finance",),
        presences=tuple(fieldwork.PresenceDraft(one.engagement, (one.row["owner"],), None) for one in people),
    )
    fieldwork.record_visit(by=_by(day), draft=draft, on=day, now=moment(day))


def _observe(one: Told, day: date) -> None:
    draft = fieldwork.ObservationDraft(
        id=named("participant", "observation", one.number), engagement_id=one.engagement, observed_on=day,
        findings=chapter("progress")["findings"],
    )
    fieldwork.record_observation(by=_by(day), draft=draft, on=day)


def _months(one: Told, first: Month, until: date) -> None:
    """The months before at the first meeting, those of the mentoring at the start of the next; some on paper."""
    before = [first.previous.previous.previous, first.previous.previous, first.previous]
    during = [first, first.next, first.next.next]
    workers = one.row["workers"]
    year_ago = Month(during[-1].year - 1, during[-1].month)
    day = first.start + timedelta(days=BEGUN + 8)
    if "year_ago" in one.row:
        _month(one, year_ago, one.row["year_ago"], day, source="assisted")
    for month, amount in zip(before, one.row["before"], strict=True):
        paid = {"workers_full": workers[0], "workers_part": 0} if month == before[-1] else {}
        _month(one, month, amount, day, source="assisted", **paid)
    for turn, (month, amount) in enumerate(zip(during, one.row["during"], strict=True)):
        told_on = month.next.start + timedelta(days=2 + one.number % 5)
        if amount is None or told_on > until:
            continue
        kept = turn >= len(during) - one.row["kept"]
        paid = workers[1] if turn == len(during) - 1 else workers[0]
        record = _month(
            one, month, amount, told_on, source="assisted" if turn else "typed",
            daily_kept=kept, proof="book" if kept else "", days_recorded=26 if kept else None, workers_full=paid,
            workers_part=0, workers_family=1,
        )
        if one.number % 2 == 0 and told_on + timedelta(days=6) <= until:
            seen = told_on + timedelta(days=6)
            services.verify_month(by=_coordinator(seen), record=record, how="Buku dilihat di tempat usaha", on=seen)


def _month(one: Told, month: Month, amount: int, on: date, **values: Any) -> UUID:
    id = named("participant", "month", one.number, month)
    draft = services.MonthDraft(id, month, amount * THOUSAND, **values)
    return services.record_month(by=_by(on), engagement=one.engagement, draft=draft, on=on)


def _sheets(one: Told, starts: date) -> None:
    """Their four sheets of the first month were made on paper; the coordinator vouches for them."""
    if one.number >= len(chapter("progress")["participants"]) - WITHOUT_SHEETS:
        return
    day = starts + timedelta(days=27)
    for step in SHEETS:
        programmes.record_step(
            by=_coordinator(day), engagement=one.engagement, step=step, done_on=day, override_why=ON_PAPER,
            id=named("step", "participant", one.number, step),
        )


def _problems(told: list[Told], starts: date) -> None:
    day = starts + timedelta(days=40)
    for row in chapter("progress")["problems"]:
        for number in row["participants"]:
            one = told[number]
            draft = fieldwork.ProblemDraft(
                id=named("participant", "problem", number), engagement_id=one.engagement, title=row["title"],
                side="member", category=row["category"], priority=row["priority"], found_on=day,
                causes=tuple(row["causes"]), dialogue=row["dialogue"],
            )
            fieldwork.log_problem(by=_by(day), draft=draft, on=day)


def _self_views(told: list[Told], until: date) -> None:
    """Two participants answered on the mentor's phone."""
    day = until - timedelta(days=4)
    items = [item.key for part in sheet(instrument_on("tkm-self-assessment", day)) for item in part.items
             if item.kind == YESNO]  # fmt: skip
    for row in chapter("progress")["self_views"]:
        one = told[row["participant"]]
        id = named("participant", "link", one.number)
        services.make_link(by=_by(day), id=id, engagement=one.engagement, purpose="final", on=day)
        link = queries.link(_by(day), id)
        assert link is not None
        values = {key: "ya" if place < row["agreed"] else "tidak" for place, key in enumerate(items)}
        services.send_self_view(link=link, values=values, name=one.row["owner"], on=day, now=moment(day, 10))


def _extend(told: list[Told], starts: date, until: date) -> None:
    row = chapter("progress")["extension"]
    month = Month.of(starts)
    for _ in range(row["months"]):
        month = month.next
    last = month.start.replace(day=starts.day) - timedelta(days=1)
    day = until - timedelta(days=7)
    one = told[row["participant"]]
    services.extend(
        by=_coordinator(day), id=named("participant", "extension"), engagement=one.engagement, until=last,
        reason=row["reason"], on=day,
    )
