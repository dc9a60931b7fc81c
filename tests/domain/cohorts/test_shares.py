"""A share shows its counts; what somebody reports is checked as sets before it is believed."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.cohorts.shares import Share, cross, reported_faults


def test_of_nothing_there_is_no_share() -> None:
    assert (Share(0, 0).value, Share(0, 0).percent, Share(0, 4).percent) == (None, None, 0)


def test_intensity_by_outcome_counts_only_those_of_whom_it_is_known() -> None:
    cases = [("low", {"all": False}), ("low", {"all": None}), ("middle", {"all": True}), ("middle", {"all": False})]
    rows = cross(cases, ("low", "middle", "high"), ("all",))
    assert [(one.key, one.whole, one.reached["all"]) for one in rows] == [
        ("low", 2, Share(0, 1)), ("middle", 2, Share(1, 2)), ("high", 0, Share(0, 0)),
    ]


def test_the_table_of_the_paper_does_not_fit_its_own_text() -> None:
    """179 are said to have reached all three, but only 139 added workers."""
    counts = {"turnover": 1296, "records": 1839, "workers": 139}
    assert [one.code for one in reported_faults(3000, counts, 179)] == ["PROGRAMMES_050"]
    assert reported_faults(3000, counts, 139) == []


def test_a_part_above_its_whole_is_refused() -> None:
    assert [one.code for one in reported_faults(100, {"records": 101})] == ["PROGRAMMES_049"]
    assert reported_faults(100, {"records": 100}) == []


@given(st.lists(st.tuples(st.sampled_from("lmh"), st.none() | st.booleans())))
def test_rows_add_up_to_all_cases(cases: list[tuple[str, bool | None]]) -> None:
    rows = cross([(key, {"all": seen}) for key, seen in cases], "lmh", ("all",))
    assert sum(one.whole for one in rows) == len(cases)
    assert sum(one.reached["all"].part for one in rows) == sum(seen is True for _, seen in cases)
    assert all((one.reached["all"].value or Fraction(0)) <= 1 for one in rows)
