"""Three modern cooperatives of the demonstration: one ready to graduate, one in mid-term, one not yet ready.

What the office kept on paper before the system is recorded by the office with a reason; the rest goes its usual way.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.cohorts import MODERN, begins, cohort_id
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.needs import tell_needs, tell_referral
from sidamping.edges.demo.people import user_id, viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.assessments import services as assessments
from sidamping.features.outcomes import services as outcomes
from sidamping.features.parties import services as parties
from sidamping.features.programmes import services as programmes

OFFICE, LOCAL, REGISTRAR = "pmo", "dinas-kupang", "admin"
PROGRAMME, CRITERIA = "koperasi-modern-usulan", "modern-coop"
OUTCOMES = {"admin_check": "passed", "contact_check": "confirmed", "dinas_check": "confirmed", "identify": "passed"}


def tell_outcomes(starts: date, until: date) -> None:
    """Every cooperative of the chapter, as far as its days lie before the day of the story."""
    first = begins(MODERN, starts)
    for one in chapter("outcomes")["cooperatives"]:
        _Tale(one, first, starts, until).tell()


class _Tale:
    """One cooperative; days count from the first day of the cohort."""

    def __init__(self, told: dict[str, Any], first: date, starts: date, until: date) -> None:
        self.told, self.first, self.starts, self.until = told, first, starts, until
        self.key, self.mentor = str(told["key"]), str(told["mentor"])
        self.party, self.engagement = named("cooperative", self.key), named("engagement", self.key)

    def day(self, number: int) -> date:
        return self.first + timedelta(days=number)

    def tell(self) -> None:
        self._enrol()
        tell_needs(self.key, self.told["needs"], self.engagement, self.day(self.told["needs"]["day"]))
        self._walk(self.told["mentored"])
        for row in self.told.get("referrals", ()):
            tell_referral(self.mentor, row, self.engagement, self.first, self.until)
        for row in self.told.get("interventions", ()):
            self._intervention(row)
        baseline = self._round("baseline", self.told["baseline"])
        for row in self.told.get("meetings", ()):
            self._meeting(row)
        self._walk(self.told.get("later", []))
        if "final" in self.told:
            self._round("final", self.told["final"], baseline)
            self._finish()

    def _enrol(self) -> None:
        told, day = self.told, self.day(self.told["enrolled"])
        draft = parties.CooperativeDraft(
            name=told["name"], village=told["village"], kind=told["kind"], legal_number=told["legal"],
            standing="registered",
        )
        parties.add_cooperative(by=viewer(REGISTRAR, self.starts), party_id=self.party, draft=draft, keep=True)
        programmes.open_engagement(
            by=None, id=self.engagement, mentee_id=self.party, programme=PROGRAMME, starts=day,
            mentor_id=user_id(self.mentor), cohort=cohort_id(MODERN), letter=told["letter"],
        )
        self._walk([[code, told["enrolled"]] for code in ("apply", *OUTCOMES)])

    def _walk(self, steps: list[list[Any]]) -> None:
        """Steps that the office kept on paper."""
        for code, number in steps:
            day = self.day(number)
            programmes.record_step(
                by=viewer(OFFICE, day), id=named("step", self.key, code), engagement=self.engagement, step=code,
                done_on=day, outcome=OUTCOMES.get(code, ""), note=self.told["note"],
                override_why="Bukti dan pembekalan tercatat pada berkas kertas PMO", trusted=True,
            )

    def _intervention(self, row: dict[str, Any]) -> None:
        day = self.day(row["day"])
        draft = outcomes.InterventionDraft(
            named("intervention", self.key, row["day"]), self.engagement, row["kind"], day, row["who"], row["note"]
        )
        outcomes.add_intervention(by=viewer(self.mentor, day), draft=draft)

    def _round(self, purpose: str, row: dict[str, Any], pair: UUID | None = None) -> UUID:
        """The mentor's round on the criteria, decided by the office the day after; the step marks itself."""
        day, id = self.day(row["day"]), named("assessment", self.key, purpose)
        by, now = viewer(self.mentor, day), moment(day, 14)
        draft = assessments.AssessmentDraft(
            id=id, instrument=CRITERIA, as_of=day, party_id=self.party, purpose=purpose, pair_id=pair
        )
        assessments.open_assessment(by=by, draft=draft, on=day)
        values = {f"answers.{key}.1": answer for key, answer in row["answers"].items()}
        assessments.save_filling(by=by, assessment=id, values=values, notes={}, seen=0, now=now)
        assessments.submit_filling(by=by, assessment=id, now=now)
        after = day + timedelta(days=1)
        remark = "Bukti tiap kriteria dilihat pada kunjungan PMO."
        assessments.decide(
            by=viewer(OFFICE, after), assessment=id, seen_ordinal=1, now=moment(after, 10), remark=remark
        )
        return id

    def _meeting(self, row: dict[str, Any]) -> None:
        day = self.day(row["day"])
        if day > self.until:
            return
        attendees = {party: tuple(names) for party, names in row["attendees"].items()}
        words = {part: row.get(part, "") for part in ("place", "minutes", "findings", "agreements")}
        draft = outcomes.MeetingDraft(
            id=named("meeting", self.key, row["kind"]), engagement=self.engagement, kind=row["kind"], held_on=day,
            attendees=attendees, **words,
        )
        outcomes.record_meeting(by=viewer(OFFICE, day), draft=draft)

    def _finish(self) -> None:
        """Copy to the office, result, verdict, a follow-up or another owner."""
        told, office = self.told, self.told["copy"]
        self._walk([["presentation", told["final"]["presented"]]])
        day = self.day(office["day"])
        outcomes.send_copy(
            by=viewer(OFFICE, day), id=named("letter", "copy", self.key), engagement=self.engagement, on=day,
            documents=office["documents"], outcome=office["outcome"], follow_ups=office["follow_ups"],
        )
        day += timedelta(days=5)
        outcomes.receive_copy(by=viewer(LOCAL, day), engagement=self.engagement, now=moment(day, 10))
        self._walk([["mentor_evaluation", told["evaluated"]]])
        day = self.day(told["result"]["day"])
        by, id = viewer(OFFICE, day), named("result", self.key)
        outcomes.judge_result(by=by, id=id, engagement=self.engagement, summary=told["result"]["summary"], on=day)
        outcomes.decide_verdict(
            by=by, id=named("verdict", self.key), engagement=self.engagement, verdict=told["verdict"]["code"],
            criteria=told["verdict"]["criteria"], on=day, reason=told["verdict"]["reason"],
        )
        self._after()

    def _after(self) -> None:
        if seen := self.told.get("seen"):
            day = self.day(seen["day"])
            outcomes.look_back(
                by=viewer(LOCAL, day), id=named("look-back", self.key), engagement=self.engagement, month=seen["month"],
                outcome=seen["outcome"], on=day, note=seen["note"],
                indicators=[(name, before, now) for name, before, now in seen["indicators"]],
            )
        if on := self.told.get("continued"):
            day = self.day(on["day"])
            outcomes.carry_on(
                by=viewer(OFFICE, day), id=named("continued", self.key), engagement=self.engagement, owner=on["owner"],
                starts=day, why=on["why"],
            )
