"""Where a mentee stands, counted fast for boards: the same answers as the path itself (B14, E20)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.cohorts.laps import lap
from sidamping.domain.workflow import LATE, NEXT, STOPPED, Record, path, standing
from sidamping.rules.books import pinned_programme

BOOK = pinned_programme("koperasi-modern-usulan/2024-01-01")
START, TODAY = date(2026, 1, 5), date(2026, 11, 5)
OWN = BOOK.steps_of("mentee")
STOPS = {step.code: step.stops for step in BOOK.steps}
ACTS = st.tuples(
    st.sampled_from([step.code for step in BOOK.steps]), st.integers(0, 320),
    st.sampled_from(["", "failed", "not_confirmed", "not_yet", "passed"]),
)


def days(records: list[Record]) -> dict[str, str]:
    """The days as the database hands them over: the first that did not stop, '' where every one did."""
    found: dict[str, str] = {}
    for one in sorted((one for one in records if one.on <= TODAY), key=lambda one: one.on):
        stopped = one.outcome in STOPS[one.step]
        if not found.get(one.step):
            found[one.step] = "" if stopped else one.on.isoformat()
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(ACTS, max_size=40))
def test_a_lap_says_what_the_path_says(acts: list[tuple[str, int, str]]) -> None:
    records = [Record(step, START + timedelta(days=day), outcome=outcome) for step, day, outcome in acts]
    own = {step.code for step in OWN}
    held = days(records)
    found = lap(
        OWN, {step: day for step, day in held.items() if step in own},
        {step: day for step, day in held.items() if step not in own}, START, TODAY,
    )
    stations = [one for one in path(BOOK.steps, records, START, TODAY) if one.step in own]
    assert found.passed == tuple(one.step for one in stations if one.passed)
    assert found.late == tuple(one.step for one in stations if one.state == LATE)
    assert found.stopped == tuple(one.step for one in stations if one.state == STOPPED)
    assert found.at == next((one.step for one in stations if one.state in (NEXT, LATE)), "")


def test_a_step_put_right_after_it_stopped_counts_from_the_day_it_was_put_right() -> None:
    records = [
        Record("admin_check", date(2026, 2, 2), outcome="failed"),
        Record("admin_check", date(2026, 2, 9), outcome="passed"),
    ]
    assert days(records) == {"admin_check": "2026-02-09"}
    assert standing(records, TODAY, STOPS)["admin_check"].on == date(2026, 2, 9)


def test_the_stage_is_that_of_the_last_step_passed() -> None:
    """Applied: before mentoring; baseline done: mentoring."""
    others = {"socialise": "2026-01-05", "open_call": "2026-01-06"}
    assert lap(OWN, {}, others, START, TODAY).stage == ""
    assert lap(OWN, {"apply": "2026-01-10"}, others, START, TODAY).stage == "pre"
    before = {"apply": "2026-01-10", "baseline": "2026-03-02"}
    assert lap(OWN, before, others, START, TODAY).stage == "mentoring"
