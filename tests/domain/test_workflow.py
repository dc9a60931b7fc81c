"""The path of a mentoring shows what is done, what can be done next, what is late and what waits for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.workflow import missing, path

STARTS = date(2026, 9, 1)


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


STEPS = (
    Step("observe", (), When("", 14)),
    Step("terms", ("observe",), When("observe", 14)),
    Step("carry_out", ("observe", "terms")),
    Step("report", ("carry_out",)),
)


def states(records: list[tuple[str, date]], on: date) -> dict[str, str]:
    return {station.step: station.state for station in path(STEPS, records, STARTS, on)}


def test_at_the_start_the_first_step_is_next_and_the_others_wait() -> None:
    assert states([], STARTS) == {"observe": "next", "terms": "waiting", "carry_out": "waiting", "report": "waiting"}


def test_on_its_due_day_a_step_is_still_next_and_the_day_after_it_is_late() -> None:
    assert states([], date(2026, 9, 15))["observe"] == "next"
    assert states([], date(2026, 9, 16))["observe"] == "late"


def test_a_waiting_station_says_for_which_steps_it_waits() -> None:
    stations = path(STEPS, [("observe", date(2026, 9, 5))], STARTS, date(2026, 9, 6))
    assert {one.step: one.waits_for for one in stations if one.state == "waiting"} == {
        "carry_out": ("terms",),
        "report": ("carry_out",),
    }


def test_a_due_day_follows_the_day_the_earlier_step_was_done() -> None:
    stations = path(STEPS, [("observe", date(2026, 9, 5))], STARTS, date(2026, 9, 6))
    assert stations[1].due == date(2026, 9, 19)


def test_the_first_of_several_records_counts() -> None:
    records = [("observe", date(2026, 9, 20)), ("observe", date(2026, 9, 5))]
    assert path(STEPS, records, STARTS, date(2026, 10, 1))[0].done_on == date(2026, 9, 5)


def test_a_record_of_a_later_day_is_not_counted_yet() -> None:
    assert states([("observe", date(2026, 9, 10))], date(2026, 9, 9))["observe"] == "next"


def test_a_gate_names_only_the_steps_that_are_missing() -> None:
    assert missing(("observe", "terms"), {"terms"}) == ("observe",)


@given(st.lists(st.tuples(st.sampled_from([step.code for step in STEPS]), st.dates(STARTS, date(2027, 1, 1)))))
def test_no_station_is_open_before_its_gate(records: list[tuple[str, date]]) -> None:
    stations = path(STEPS, records, STARTS, date(2027, 1, 1))
    done = {one.step for one in stations if one.state == "done"}
    for step, station in zip(STEPS, stations, strict=True):
        if station.state in ("next", "late"):
            assert set(step.needs) <= done
