"""The panel's marks become one total by normalised weights; a missing interviewer keeps it from being one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.problems import Refused
from sidamping.domain.selection.interview import InterviewScore, Sheet, interview, shares
from sidamping.rules.instruments import instrument

ON = date(2023, 6, 1)
USED = instrument("tpkm-selection", ON)
KEYS = ("sikap", "pengetahuan", "kepemimpinan", "komunikasi")


def sheet(name: str, *marks: int) -> Sheet:
    return Sheet(name, dict(zip(KEYS, marks, strict=False)))


def held(*sheets: Sheet, panel: tuple[str, ...] = ("Ratna", "Yosef"), least: int = 2) -> InterviewScore:
    return interview(USED, panel, sheets, on=ON, least=least)


def test_the_weights_of_the_source_are_normalised_by_their_sum() -> None:
    assert [round(float(one) * 100, 2) for one in shares(USED)] == [17.65, 35.29, 29.41, 17.65]
    assert sum(shares(USED)) == 1


def test_the_total_is_the_mean_of_the_interviewers() -> None:
    made = held(sheet("Ratna", 80, 90, 70, 60), sheet("Yosef", 70, 80, 90, 80))
    # by hand: (80·15 + 90·30 + 70·25 + 60·15) / 85 = 6550/85; (70·15 + 80·30 + 90·25 + 80·15) / 85 = 6900/85
    assert made.totals == {"Ratna": Fraction(6550, 85), "Yosef": Fraction(6900, 85)}
    assert made.total == Fraction(13450, 170)
    assert made.missing == ()


def test_each_aspect_shows_its_mean_mark_its_score_and_how_far_the_interviewers_differ() -> None:
    made = held(sheet("Ratna", 80, 90, 70, 60), sheet("Yosef", 70, 80, 90, 80))
    leadership = made.aspects[2]
    assert (leadership.key, leadership.mark, leadership.spread) == ("kepemimpinan", 80, 20)
    assert leadership.score == Fraction(80 * 25, 85)
    assert sum(one.score or 0 for one in made.aspects) == made.total


def test_without_one_interviewer_there_is_no_total_and_the_missing_one_is_named() -> None:
    made = held(sheet("Ratna", 80, 90, 70, 60))
    assert (made.total, made.missing) == (None, ("Yosef",))


def test_an_interviewer_who_left_an_aspect_open_is_missing() -> None:
    made = held(sheet("Ratna", 80, 90, 70, 60), sheet("Yosef", 70, 80, 90))
    assert (made.total, made.missing) == (None, ("Yosef",))


def test_a_mark_of_zero_is_a_mark() -> None:
    made = held(sheet("Ratna", 0, 0, 0, 0), sheet("Yosef", 0, 0, 0, 0))
    assert (made.total, made.missing) == (0, ())


def test_all_faults_of_a_panel_are_told_at_once() -> None:
    with pytest.raises(Refused) as met:
        held(sheet("Maria", 80, 90, 70, 60), sheet("Ratna", 1, 1, 1, 1), sheet("Ratna", 2, 2, 2, 2), panel=("Ratna",))
    assert met.value.codes == ["PROGRAMMES_044", "PROGRAMMES_045", "PROGRAMMES_046"]


def test_a_mark_beyond_the_scale_is_refused() -> None:
    with pytest.raises(Refused):
        held(sheet("Ratna", 101, 90, 70, 60), sheet("Yosef", 70, 80, 90, 80))


MARKS = st.lists(st.integers(0, 100), min_size=4, max_size=4)


@given(MARKS, MARKS)
def test_the_total_lies_between_the_lowest_and_the_highest_mark(first: list[int], second: list[int]) -> None:
    made = held(sheet("Ratna", *first), sheet("Yosef", *second))
    assert made.total is not None
    assert min(first + second) <= made.total <= max(first + second)
