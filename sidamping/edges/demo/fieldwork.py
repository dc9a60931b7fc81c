"""Four months of field work with the twelve cooperatives: observed, talked over, planned, visited, evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import Diary, moment, working_day
from sidamping.edges.demo.people import TPK, user_id, viewer
from sidamping.edges.demo.registers import cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.programmes import services as programmes

BY_MONTH = (
    (("buku-kas", 12), ("rat-persiapan", 21)),
    (("cek-kas", 6), ("umur-piutang", 17)),
    (("musyawarah-piutang", 8), ("jual-bersama", 19)),
    (("cek-kas", 5), ("jual-bersama", 16), ("rat-persiapan", 26)),
)
"""Per month of the story: which activities, around which day of the month."""
PROBLEM_DAYS = {0: ("kas", 8), 1: ("piutang", 10), 2: ("pasar", 4)}
TOPICS = ("people", "organisation", "business", "finance", "environment")
EVERY_SEVENTH = 7
"""One planned visit in seven does not take place."""


@dataclass(frozen=True)
class Mentee:
    """A cooperative of the story with its engagement and its turn among the mentor's mentees."""

    told: dict[str, Any]
    turn: int

    @property
    def key(self) -> str:
        return str(self.told["key"])

    @property
    def engagement(self) -> UUID:
        return named("engagement", self.key)

    @property
    def mentor(self) -> str:
        return str(self.told["mentor"])

    def text(self, sentence: str) -> str:
        return sentence.format(koperasi=self.told["name"], ketua=self.told["chair"], bendahara=self.told["treasurer"])


def mentees() -> tuple[Mentee, ...]:
    """The cooperatives in the order of the story; `turn` counts within a mentor."""
    rows = chapter("cooperatives")["cooperatives"]
    return tuple(
        Mentee(one, sum(1 for earlier in rows[:index] if earlier["mentor"] == one["mentor"]))
        for index, one in enumerate(rows)
    )


def open_engagements(starts: date) -> None:
    """The secretariat opens an engagement for each cooperative, with its mentor."""
    by = viewer("sekretariat", starts)
    for one in mentees():
        programmes.open_engagement(
            by=by, id=one.engagement, mentee_id=cooperative_id(one.key), programme=TPK, starts=starts,
            priority=1 + one.turn % 4, mentor_id=user_id(one.mentor), letter=f"ST-TPK/{starts.year}/{one.turn + 1:02d}",
        )


@dataclass
class Months:
    """Tells the months one after the other, up to the day the story is told on."""

    first: Month
    until: date
    diary: Diary

    def tell(self, index: int, month: Month) -> None:
        for one in mentees():
            if index == 0:
                self._observe(one, month)
            self._problem(one, index, month)
            self._plan(one, index, month)
        for one in mentees():
            self._visits(one, index, month)
            self._closing(one, index, month)

    def _observe(self, one: Mentee, month: Month) -> None:
        day = working_day(month, 3 + one.turn)
        if day > self.until:
            return
        told = chapter("fieldwork")["observation"]
        findings = {key: one.text(told[key]) for key in TOPICS}
        fieldwork.record_observation(
            by=viewer(one.mentor, day), on=day,
            draft=fieldwork.ObservationDraft(
                id=named("observation", one.key), engagement_id=one.engagement, observed_on=day, findings=findings,
                potentials=told["potentials"], needs=told["needs"],
            ),
        )
        self._visit(one, _activity("kunjungan-awal"), day, None)
        agreed = day + timedelta(days=3)
        if agreed <= self.until and one.turn != 3:
            programmes.record_step(
                by=viewer(one.mentor, agreed), engagement=one.engagement, step="terms", done_on=agreed,
                note="Tujuan, materi, agenda dan media disepakati dengan pengurus.", id=named("terms", one.key),
            )

    def _problem(self, one: Mentee, index: int, month: Month) -> None:
        key, base = PROBLEM_DAYS.get(index, ("", 0))
        day = working_day(month, base + one.turn) if key else self.until + timedelta(days=1)
        if day > self.until or (key == "pasar" and one.told["kind"] not in ("producer", "marketing")):
            return
        told = next(row for row in chapter("fieldwork")["problems"] if row["key"] == key)
        problem_id = named("problem", one.key, key)
        log_problem(one.mentor, one.engagement, problem_id, told, day, one.text(told["dialogue"]))
        if not (index == 1 and one.turn == 3):
            chosen = min(day + timedelta(days=2), self.until)
            choose(one.mentor, problem_id, told, chosen, one.told["chair"], "Ketua koperasi")

    def _plan(self, one: Mentee, index: int, month: Month) -> None:
        written = max(month.start, working_day(month, 9 + one.turn)) if index == 0 else month.previous.end
        if written > self.until:
            return
        for key, base in BY_MONTH[index]:
            told, day = _activity(key), working_day(month, base + one.turn)
            if day < written or not self._known(one, told["problem"], index):
                continue
            fieldwork.plan_activity(
                by=viewer(one.mentor, written), on=written,
                draft=fieldwork.PlanDraft(
                    id=named("plan", one.key, index, key), engagement_id=one.engagement, planned_on=day,
                    concern=_concern(told["problem"]), activity=told["activity"], purpose=told["purpose"],
                    target=told["target"], method=told["method"], place=f"Kantor {one.told['name']}",
                    problem_id=self._problem_of(one, told["problem"], written), minutes=told["minutes"],
                    agreed_by=one.told["chair"],
                ),
            )

    def _known(self, one: Mentee, key: str | None, index: int) -> bool:
        return key != "pasar" or one.told["kind"] in ("producer", "marketing")

    def _problem_of(self, one: Mentee, key: str | None, written: date) -> UUID | None:
        months = {told: index for index, (told, _) in PROBLEM_DAYS.items()}
        if key is None:
            return None
        month, base = self.first, PROBLEM_DAYS[months[key]][1]
        for _ in range(months[key]):
            month = month.next
        return named("problem", one.key, key) if working_day(month, base + one.turn) <= written else None

    def _visits(self, one: Mentee, index: int, month: Month) -> None:
        for number, (key, base) in enumerate(BY_MONTH[index]):
            told, day = _activity(key), working_day(month, base + one.turn)
            missed = (one.turn * 3 + index * 2 + number) % EVERY_SEVENTH == EVERY_SEVENTH - 1
            if day <= self.until and self._known(one, told["problem"], index) and not missed:
                planned = not (index == 0 and day < working_day(month, 9 + one.turn))
                self._visit(one, told, day, named("plan", one.key, index, key) if planned else None)
        called = working_day(month, 22 + one.turn)
        if called <= self.until and one.turn != 2:
            self._visit(one, _activity("telepon"), called, None)

    def _visit(self, one: Mentee, told: dict[str, Any], day: date, plan_item: UUID | None) -> None:
        number = self.diary.taken[one.mentor, day]
        starts, ends = self.diary.hour(one.mentor, day, told["minutes"])
        pick = day.toordinal() + one.turn
        book = chapter("fieldwork")
        visit = named("visit", one.key, told["key"], day.isoformat())
        promise = book["follow_ups"][pick % len(book["follow_ups"])]
        by_mentor = promise["side"] == "mentor"
        owner = viewer(one.mentor, day).name if by_mentor else one.told["treasurer"]
        draft = fieldwork.VisitDraft(
            id=visit, visited_on=day, starts_at=starts, ends_at=ends, mode=told.get("mode", "onsite"),
            village=one.told["village"], place=f"Kantor {one.told['name']}", activity=told["activity"],
            purpose=told["purpose"], material=told["material"], materials=tuple(told.get("materials", ())),
            topics=tuple(told["topics"]), roles=tuple(told["roles"]), result=one.text(told["result"]),
            obstacles=book["obstacles"][pick % len(book["obstacles"])],
            advice=book["advice"][(pick + number) % len(book["advice"])], cost=told["cost"],
            source="transcribed" if pick % 5 == 0 else "typed", plan_item=plan_item,
            presences=(
                fieldwork.PresenceDraft(one.engagement, (one.told["chair"], one.told["treasurer"]), 2 + pick % 9),
            ),
            follow_ups=(
                fieldwork.FollowUpDraft(
                    named("follow-up", visit), one.engagement, promise["text"], promise["side"], owner,
                    day + timedelta(days=promise["days"]),
                ),
            ) if told["minutes"] > 30 and pick % 2 else (),
        )
        fieldwork.record_visit(by=viewer(one.mentor, day), draft=draft, on=day, now=moment(day))
        self._keep_promise(one, visit, day + timedelta(days=promise["days"] - 1), bool(draft.follow_ups), pick)

    def _keep_promise(self, one: Mentee, visit: UUID, day: date, promised: bool, pick: int) -> None:
        if promised and day <= self.until and (pick % 8 != 1 or day < self.first.next.end):
            fieldwork.close_follow_up(
                by=viewer(one.mentor, day), follow_up_id=named("follow-up", visit), note="Sudah dilakukan.", on=day
            )

    def _closing(self, one: Mentee, index: int, month: Month) -> None:
        day = working_day(month, 27)
        if index != 2 or day > self.until:
            return
        told = chapter("fieldwork")["problems"][0]
        outcome = fieldwork.OutcomeDraft(
            named("outcome", one.key), named("problem", one.key, "kas"), day, told["outcome"], solved=one.turn != 1
        )
        fieldwork.record_outcome(by=viewer(one.mentor, day), draft=outcome, on=day)
        if one.turn < 2:
            kept = chapter("fieldwork")["evaluation"]
            evaluate(one.mentor, one.engagement, named("evaluation", one.key), kept, day, one.told["chair"])


def log_problem(
    mentor: str, engagement: UUID, problem_id: UUID, told: dict[str, Any], day: date, dialogue: str
) -> None:
    """A problem with its causes and the ways out laid before the mentee."""
    by = viewer(mentor, day)
    fieldwork.log_problem(
        by=by, on=day,
        draft=fieldwork.ProblemDraft(
            id=problem_id, engagement_id=engagement, title=told["title"], side=told["side"], category=told["category"],
            found_on=day, causes=tuple(told["causes"]), priority=told["priority"], dialogue=dialogue,
        ),
    )
    for number, (text, consequences) in enumerate(told["alternatives"]):
        fieldwork.add_alternative(
            by=by, on=day,
            draft=fieldwork.AlternativeDraft(named(problem_id, number), problem_id, text, consequences),
        )


def choose(mentor: str, problem_id: UUID, told: dict[str, Any], day: date, who: str, capacity: str) -> None:
    """The mentee's choice."""
    draft = fieldwork.ChoiceDraft(
        named(problem_id, "choice"), problem_id, named(problem_id, told["choice"]), who, day, capacity, told["meeting"]
    )
    fieldwork.record_choice(by=viewer(mentor, day), draft=draft, on=day)


def evaluate(mentor: str, engagement: UUID, id: UUID, told: dict[str, str], day: date, who: str) -> None:
    """The joint evaluation, both sides named."""
    draft = fieldwork.EvaluationDraft(id=id, engagement_id=engagement, held_on=day, mentee_name=who, **told)
    fieldwork.record_evaluation(by=viewer(mentor, day), draft=draft, on=day)


def _activity(key: str) -> dict[str, Any]:
    return next(row for row in chapter("fieldwork")["activities"] if row["key"] == key)


def _concern(key: str | None) -> str:
    if key is None:
        return "Potensi: pengurus siap menata kelembagaan"
    return str(next(row for row in chapter("fieldwork")["problems"] if row["key"] == key)["title"])
