"""A step is recorded by its owner in its order; an order is broken only by a named role with a reason, and is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.workflow import (
    REVERSED,
    WAIVED,
    Act,
    Frame,
    Record,
    path,
    refusals,
    waits,
)

STARTS, TODAY = date(2026, 9, 1), date(2026, 10, 1)


@dataclass(frozen=True)
class When:
    after: str = ""
    days: int | None = None
    months: int | None = None


@dataclass(frozen=True)
class Step:
    code: str
    needs: tuple[str, ...] = ()
    when: When = field(default_factory=When)
    applies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stops: tuple[str, ...] = ()
    owners: tuple[str, ...] = ("mentor",)
    override: tuple[str, ...] = ("pmo",)
    outcomes: tuple[str, ...] = ()


STEPS = (
    Step("apply", owners=("chair",)),
    Step("verify", ("apply",), owners=("dinas_regency",), outcomes=("passed", "failed"), stops=("failed",)),
    Step("induct", owners=("pmo",)),
    Step("fieldwork", ("verify", "induct"), When("verify", months=1)),
    Step("sop", ("fieldwork",), applies={"theme": ("accounting", "livestock")}),
    Step("final", ("fieldwork", "sop")),
)
FRAME = Frame(STARTS, TODAY, facts={"theme": "accounting"})
APPLIED = Record("apply", date(2026, 9, 2))
VERIFIED = Record("verify", date(2026, 9, 5))
INDUCTED = Record("induct", date(2026, 9, 6))


def codes(act: Act, records: list[Record], frame: Frame = FRAME) -> list[str]:
    return [one.code for one in refusals(STEPS, records, act, frame)]


def states(records: list[Record], facts: Mapping[str, str]) -> dict[str, str]:
    return {one.step: one.state for one in path(STEPS, records, STARTS, TODAY, facts)}


def test_the_owner_records_a_step_whose_gate_is_open() -> None:
    assert codes(Act("fieldwork", TODAY, {"mentor"}), [APPLIED, VERIFIED, INDUCTED]) == []


def test_fieldwork_before_the_induction_is_refused() -> None:
    assert codes(Act("fieldwork", TODAY, {"mentor"}), [APPLIED, VERIFIED]) == ["PROGRAMMES_012"]


def test_the_named_role_overrides_the_order_with_a_reason() -> None:
    records = [APPLIED, VERIFIED]
    assert codes(Act("fieldwork", TODAY, {"pmo"}, why="Banjir, pembekalan menyusul"), records) == []
    assert codes(Act("fieldwork", TODAY, {"pmo"}), records) == ["PROGRAMMES_012"]
    assert codes(Act("fieldwork", TODAY, {"mentor"}, why="Sudah siap"), records) == ["PROGRAMMES_012", "PROGRAMMES_015"]


def test_a_step_of_somebody_else_is_refused() -> None:
    assert codes(Act("verify", TODAY, {"mentor"}, outcome="passed"), [APPLIED]) == ["PROGRAMMES_023"]


def test_every_fault_of_an_act_is_told_at_once() -> None:
    tomorrow = date(2026, 10, 2)
    assert codes(Act("verify", tomorrow, {"mentor"}), []) == [
        "PROGRAMMES_013", "PROGRAMMES_023", "PROGRAMMES_012", "PROGRAMMES_025",
    ]


def test_the_day_of_the_start_is_within_the_mentoring_and_the_day_before_is_not() -> None:
    assert codes(Act("apply", STARTS, {"chair"}), []) == []
    assert codes(Act("apply", date(2026, 8, 31), {"chair"}), []) == ["PROGRAMMES_010"]


def test_an_outcome_is_one_of_those_the_programme_knows() -> None:
    assert codes(Act("verify", TODAY, {"dinas_regency"}, outcome="failed"), [APPLIED]) == []
    assert codes(Act("verify", TODAY, {"dinas_regency"}, outcome="maybe"), [APPLIED]) == ["PROGRAMMES_025"]


def test_leaving_a_step_out_needs_the_named_role_and_a_reason() -> None:
    assert codes(Act("induct", TODAY, {"pmo"}, WAIVED, "Sudah dibekali tahun lalu"), []) == []
    assert codes(Act("induct", TODAY, {"pmo"}, WAIVED), []) == ["PROGRAMMES_022"]
    assert codes(Act("fieldwork", TODAY, {"mentor"}, WAIVED, "Tidak perlu"), []) == ["PROGRAMMES_015"]


def test_a_step_that_others_stand_on_is_not_taken_back_first() -> None:
    records = [APPLIED, VERIFIED, INDUCTED, Record("fieldwork", TODAY)]
    assert codes(Act("induct", TODAY, {"pmo"}, REVERSED, "Salah orang"), records) == ["PROGRAMMES_027"]
    assert codes(Act("induct", TODAY, {"pmo"}, REVERSED, "Salah orang"), [INDUCTED]) == []
    assert codes(Act("induct", TODAY, {"pmo"}, REVERSED, "Salah orang"), []) == ["PROGRAMMES_026"]


def test_a_step_for_another_theme_is_refused_and_stands_as_not_needed() -> None:
    records = [APPLIED, VERIFIED, INDUCTED, Record("fieldwork", TODAY)]
    frame = Frame(STARTS, TODAY, facts={"theme": "marketing"})
    assert codes(Act("sop", TODAY, {"mentor"}), records, frame) == ["PROGRAMMES_024"]
    assert states(records, {"theme": "marketing"})["sop"] == "not_needed"
    assert states(records, {"theme": "marketing"})["final"] == "next"
    assert states(records, {"theme": "livestock"})["final"] == "waiting"


def test_while_the_theme_is_unknown_the_step_waits_for_it() -> None:
    records = [APPLIED, VERIFIED, INDUCTED, Record("fieldwork", TODAY)]
    sop = next(one for one in path(STEPS, records, STARTS, TODAY, {}) if one.step == "sop")
    assert (sop.state, sop.unknown) == ("waiting", ("theme",))


def test_an_overridden_step_says_by_whom_and_why() -> None:
    records = [APPLIED, VERIFIED, Record("fieldwork", TODAY, by="Yosef", why="Banjir")]
    station = next(one for one in path(STEPS, records, STARTS, TODAY) if one.step == "fieldwork")
    assert (station.state, station.by, station.why) == ("overridden", "Yosef", "Banjir")
    assert waits(("fieldwork", "induct"), path(STEPS, records, STARTS, TODAY)) == ("induct",)


def test_a_reason_given_where_the_gate_was_open_overrides_nothing() -> None:
    records = [APPLIED, VERIFIED, INDUCTED, Record("fieldwork", TODAY, by="Yosef", why="Banjir")]
    assert states(records, {})["fieldwork"] == "done"


def test_a_waived_step_opens_what_waited_for_it() -> None:
    records = [APPLIED, VERIFIED, Record("induct", date(2026, 9, 6), WAIVED, "Yosef", "Sudah dibekali")]
    assert states(records, {})["induct"] == "overridden"
    assert states(records, {})["fieldwork"] == "next"


def test_a_reversal_opens_the_step_again_and_a_new_record_closes_it() -> None:
    records = [APPLIED, Record("apply", date(2026, 9, 3), REVERSED, "Maria", "Salah koperasi")]
    assert states(records, {})["apply"] == "next"
    assert states([*records, Record("apply", date(2026, 9, 4))], {})["apply"] == "done"


def test_a_failed_verification_stops_the_path_until_it_is_put_right() -> None:
    failed = Record("verify", date(2026, 9, 5), outcome="failed")
    assert states([APPLIED, failed, INDUCTED], {})["verify"] == "stopped"
    assert states([APPLIED, failed, INDUCTED], {})["fieldwork"] == "waiting"
    assert codes(Act("fieldwork", TODAY, {"mentor"}), [APPLIED, failed, INDUCTED]) == ["PROGRAMMES_012"]
    later = Record("verify", date(2026, 9, 20), outcome="passed")
    assert states([APPLIED, failed, INDUCTED, later], {})["fieldwork"] == "next"


def test_a_step_that_was_passed_is_not_undone_by_a_later_failure() -> None:
    records = [APPLIED, Record("verify", date(2026, 9, 5), outcome="passed"),
               Record("verify", date(2026, 9, 20), outcome="failed")]
    assert states(records, {})["verify"] == "done"


def test_a_month_after_the_last_of_january_ends_in_february() -> None:
    step = Step("later", ("apply",), When("apply", months=1))
    line = (Step("apply"), step)
    stations = path(line, [("apply", date(2026, 1, 31))], date(2026, 1, 1), date(2026, 2, 28))
    assert (stations[1].due, stations[1].state) == (date(2026, 2, 28), "next")
    assert path(line, [("apply", date(2026, 1, 31))], date(2026, 1, 1), date(2026, 3, 1))[1].state == "late"


@given(st.lists(st.tuples(st.sampled_from([one.code for one in STEPS]), st.dates(STARTS, TODAY)), max_size=12))
def test_whatever_the_admitted_order_no_station_is_done_before_its_needs(asked: list[tuple[str, date]]) -> None:
    records: list[Record] = []
    for code, day in asked:
        step = next(one for one in STEPS if one.code == code)
        outcome = step.outcomes[0] if step.outcomes else ""
        if not refusals(STEPS, records, Act(code, day, set(step.owners), outcome=outcome), FRAME):
            records.append(Record(code, day))
    stations = {one.step: one for one in path(STEPS, records, STARTS, TODAY, FRAME.facts)}
    for step in STEPS:
        if stations[step.code].state == "done":
            assert all(stations[need].passed for need in step.needs)
