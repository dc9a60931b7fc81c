"""The explainer names what is missing and the least that would be enough; people decide and say why they differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.cohorts.graduation import Explained, explain, verdict_faults


@dataclass(frozen=True)
class Condition:
    code: str
    measure: str
    least: int | None
    weight: int
    must: bool = False
    most: int | None = None


CONDITIONS = (
    Condition("outputs", "general_outputs", 5, 30, True),
    Condition("theme", "theme_outputs", 1, 20),
    Condition("pair", "assessment_pair", 1, 20, True),
    Condition("evaluation", "mentor_evaluation", 1, 10),
    Condition("interventions", "interventions", 1, 5),
    Condition("criteria", "criteria_met", 2, 15),
    Condition("open", "open_follow_ups", None, 0, True, 0),
)
ALL: dict[str, int | None] = {
    "general_outputs": 5, "theme_outputs": 1, "assessment_pair": 1, "mentor_evaluation": 1, "interventions": 1,
    "criteria_met": 2, "open_follow_ups": 0,
}


def told(**counts: int | None) -> Explained:
    return explain(CONDITIONS, ALL | counts, 80)


def codes(explained: Explained) -> list[str]:
    return [one.condition.code for one in explained.smallest]


def test_with_everything_there_nothing_is_missing() -> None:
    assert (told().points, told().ready, told().missing) == (100, True, ())


def test_a_missing_general_output_is_one_step_that_must_be_taken() -> None:
    made = told(general_outputs=4)
    assert (made.points, made.ready, codes(made), made.steps_left) == (70, False, ["outputs"], 1)


def test_at_the_mark_itself_it_is_enough_and_one_point_below_it_is_not() -> None:
    assert told(theme_outputs=0).ready
    below = told(theme_outputs=0, interventions=0)
    assert (below.points, below.ready, codes(below)) == (75, False, ["theme"])


def test_of_several_ways_the_one_with_fewest_single_steps_is_named() -> None:
    made = told(criteria_met=0, mentor_evaluation=0)
    assert (made.points, codes(made), made.steps_left) == (75, ["evaluation"], 1)


def test_an_open_follow_up_keeps_from_graduating_whatever_the_points() -> None:
    made = told(open_follow_ups=2)
    assert (made.points, made.ready, codes(made), made.steps_left) == (100, False, ["open"], 2)


def test_a_count_that_nobody_reported_is_missing_and_not_zero() -> None:
    made = told(mentor_evaluation=None)
    missing = made.missing[0]
    assert (missing.condition.code, missing.seen) == ("evaluation", None)


def test_a_verdict_that_follows_the_conditions_needs_no_reason() -> None:
    given_ = {"version": "modern-coop/2024-10-10", "roles": {"pmo"}, "deciders": ("pmo",), "reason": ""}
    assert verdict_faults(told(), verdict="graduate", **given_) == []
    assert verdict_faults(told(general_outputs=1), verdict="not_yet", **given_) == []


def test_a_verdict_against_the_conditions_by_the_wrong_role_without_version_has_three_faults() -> None:
    faults = verdict_faults(
        told(general_outputs=1), verdict="graduate", reason="", version="", roles={"mentor"}, deciders=("pmo",)
    )
    assert [one.code for one in faults] == ["PROGRAMMES_035", "PROGRAMMES_036", "PROGRAMMES_037"]


def test_a_long_list_of_conditions_is_explained_at_once() -> None:
    conditions = [Condition(str(at), str(at), 1, at % 7) for at in range(60)]
    assert explain(conditions, {str(at): 0 for at in range(60)}, 40).steps_left == 7  # seven conditions of six points


WEIGHTS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.booleans()), min_size=1, max_size=6)


@given(WEIGHTS, st.integers(0, 30))
def test_no_smaller_set_would_pass(rows: list[tuple[int, int, bool]], mark: int) -> None:
    conditions = [Condition(str(at), str(at), least, weight) for at, (weight, least, _) in enumerate(rows)]
    counts: dict[str, int | None] = {str(at): least if done else 0 for at, (_, least, done) in enumerate(rows)}
    made = explain(conditions, counts, mark)
    total = sum(weight for weight, _, _ in rows)
    missing = made.missing
    enough = [sum(one.short for one in chosen) for size in range(len(missing) + 1)
              for chosen in combinations(missing, size)
              if made.points + sum(one.condition.weight for one in chosen) >= mark]
    assert made.steps_left == (min(enough) if total >= mark else sum(one.short for one in missing))
