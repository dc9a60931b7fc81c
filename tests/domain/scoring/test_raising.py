"""What would raise a result: applying the steps reaches the next category, and no smaller set of steps does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.scoring.answers import Answered
from sidamping.domain.scoring.bands import interval
from sidamping.domain.scoring.engine import named, score
from sidamping.domain.scoring.filling import Filling, read_filling
from sidamping.domain.scoring.instrument import Aspect, Category, Component, Instrument, Question, Verdict, Words
from sidamping.domain.scoring.raising import Raising, raised_from, raising
from sidamping.domain.scoring.steps import Step, options, step_text
from tests.domain.scoring.small import DAY, INSTRUMENT, LOANS, WORD, bands

CATEGORIES = (
    Category("baik", Words("Baik", "Good"), interval("[80, 100]")),
    Category("cukup", Words("Cukup", "Fair"), interval("[50, 80)")),
    Category("buruk", Words("Buruk", "Bad"), interval("[0, 50)")),
)


def ratio(key: str, weight: int, *values: int) -> Component:
    """Bands of ten percent each, worth these values from below upwards."""
    rows = [(f"({10 * at}, {10 * at + 10}]", value) for at, value in enumerate(values)]
    texts = [("(-inf, 10]", values[0]), *rows[1:-1], (f"({10 * (len(values) - 1)}, inf)", values[-1])]
    return replace(LOANS, key=key, weight=Fraction(weight), max=Fraction(weight), scale=bands(*texts), text=None)


def group(key: str, weight: int, count: int) -> Component:
    asked = tuple(Question(f"{key}.{number}", WORD, "s#1") for number in range(1, count + 1))
    most = Fraction(weight)
    return Component(key, WORD, "a", "questions", "s#1", "resmi", most, most, questions=asked)


def instrument(*components: Component) -> Instrument:
    total = sum((one.weight or 0 for one in components), Fraction(0))
    return replace(
        INSTRUMENT,
        components=tuple(replace(one, aspect="a") for one in components),
        aspects=(Aspect("a", WORD, total, "s#1"),),
        total=total,
        categories=CATEGORIES,
    )


def applied(filling: Filling, steps: Iterable[Step]) -> Filling:
    """The filling as the steps would make it."""
    ratios: dict[str, Any] = dict(filling.ratios)
    answers, amounts = dict(filling.answers), dict(filling.amounts)
    for one in steps:
        key = one.component.key
        if one.questions:
            answers[key] = Answered(answers[key].yes + one.count, answers[key].no - one.count)
        elif one.mark is not None:
            amounts[key] = one.mark
        else:
            ratios[key] = one.example
    return Filling(ratios=ratios, answers=answers, amounts=amounts)


def read(used: Instrument, data: Mapping[str, Any]) -> Filling:
    return read_filling(used, data)


VALUES = st.lists(st.sampled_from([0, 10, 25, 50, 75, 100]), min_size=2, max_size=4)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Instrument, Filling]:
    """Up to three ratios and a group of questions whose weights make 100, somewhere between worst and best."""
    values = draw(st.lists(VALUES, min_size=1, max_size=3))
    cuts = sorted(draw(st.lists(st.integers(1, 99), min_size=len(values), max_size=len(values), unique=True)))
    weights = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    count = draw(st.integers(1, 4))
    made = [ratio(f"r{at}", weights[at], *row) for at, row in enumerate(values)]
    used = instrument(*made, group("q", weights[-1], count))
    ratios = {one.key: draw(st.integers(1, 45)) for one in made}
    return used, read(used, {"ratios": ratios, "answers": {"q": draw(st.integers(0, count)) if count > 1 else "tidak"}})


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_steps_reach_the_next_category_and_no_smaller_set_does(case: tuple[Instrument, Filling]) -> None:
    used, filling = case
    made = score(used, filling, on=DAY)
    found = raised_from(made, filling)
    ways = [(None, *options(one, made, filling)) for one in made.components]
    reaching = []
    for chosen in product(*ways):
        steps = [one for one in chosen if one is not None]
        total = score(used, applied(filling, steps), on=DAY).total
        if total is not None and found.next is not None and named(used, total) in _at_least(found.next):
            reaching.append((len(steps), sum(one.reach for one in steps)))
    if found.next is None or found.why is not None:
        assert reaching == []
        return
    after = score(used, applied(filling, found.steps), on=DAY)
    assert after.category in _at_least(found.next)
    assert after.total == Fraction(made.total or 0) + found.gained
    assert (len(found.steps), sum(one.reach for one in found.steps)) == min(reaching)


def _at_least(category: Words) -> list[Words]:
    labels = [one.label for one in CATEGORIES]
    return labels[: labels.index(category) + 1]


TWO = instrument(ratio("r", 60, 0, 50, 100), group("q", 40, 4))


def from_(data: Mapping[str, Any], used: Instrument = TWO, method: str = "table") -> Raising:
    return raising(used, read(used, data), on=DAY, method=method)


def test_a_step_names_the_band_to_reach_and_how_to_get_there() -> None:
    found = from_({"ratios": {"r": 5}, "answers": {"q": {1: "ya", 2: "ya", 3: "ya", 4: "tidak"}}})
    (step,) = found.steps
    assert (found.now, found.next, found.needed, found.gained) == (
        CATEGORIES[2].label,
        CATEGORIES[1].label,
        20,
        30,
    )
    assert (step.component.key, step.ratio, step.band, step.to_band) == ("r", 5, "(-inf, 10]", "(10, 20]")
    assert (step.edge, step.edge_in, step.up, step.reach) == (10, False, True, 1)
    assert step_text(step).id == "kata: sekarang 5,00 persen; naikkan menjadi lebih dari 10 persen."
    assert step.plain()["gain"] == 30


def test_questions_answered_no_are_named() -> None:
    found = from_({"ratios": {"r": 25}, "answers": {"q": {1: "ya", 2: "tidak", 3: "tidak", 4: "tidak"}}})
    (step,) = found.steps
    assert ([one.key for one in step.questions], step.count, step.gain) == (["q.2", "q.3", "q.4"], 1, 10)
    assert "1 jawaban" in step_text(step).id


def test_a_ratio_that_is_too_high_is_to_be_lowered() -> None:
    used = instrument(ratio("r", 60, 0, 100, 50), group("q", 40, 4))
    (step,) = from_({"ratios": {"r": 25}, "answers": {"q": 4}}, used).steps
    assert (step.up, step.edge, step.edge_in, step.to_band) == (False, 20, True, "(10, 20]")
    assert "turunkan menjadi paling banyak 20 persen" in step_text(step).id


def test_marks_are_raised_one_by_one() -> None:
    mark = Component(
        "m", WORD, "a", "mark", "s#1", "resmi", Fraction(100), Fraction(100), within=interval("[0, 100]")
    )
    (step,) = from_({"inputs": {"m": 45}}, instrument(mark)).steps
    assert (step.mark, step.gain, step.reach) == (50, 5, 5)


def test_the_text_of_a_rule_counts_every_percent() -> None:
    used = instrument(LOANS, group("q", 40, 4))
    found = from_({"ratios": {"vpa": 10}, "answers": {"q": 3}}, used, "text")
    assert [(one.component.key, one.edge) for one in found.steps] == [("vpa", 34)]
    filling = applied(read(used, {"ratios": {"vpa": 10}, "answers": {"q": 3}}), found.steps)
    assert score(used, filling, on=DAY, method="text").category == found.next


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"ratios": {"r": 5}}, "SCORING_042"),
        ({"ratios": {"r": 25}, "answers": {"q": 4}}, "SCORING_043"),
        ({"total": 40}, "SCORING_044"),
        ({"scores": {"r": 0}, "answers": {"q": 0}}, "SCORING_045"),
    ],
)
def test_where_there_are_no_steps_the_reason_is_told(data: dict[str, Any], code: str) -> None:
    found = from_(data)
    assert found.steps == ()
    assert getattr(found.why, "code", "") == code


def test_an_instrument_without_categories_says_who_decides() -> None:
    word = Words("Orang yang memutuskan.", "People decide.")
    assert from_({"ratios": {"r": 5}}, replace(TWO, categories=(), no_category=word)).why == word
    assert getattr(from_({"ratios": {"r": 5}}, replace(TWO, categories=())).why, "code", "") == "SCORING_041"


def test_a_verdict_needs_every_no_turned() -> None:
    used = replace(
        instrument(group("a1", 0, 1), group("a2", 0, 1), group("a3", 100, 1)),
        categories=(),
        verdict=Verdict(("a1", "a2"), Words("Lulus", "Pass"), Words("Belum", "Not yet")),
    )
    found = from_({"answers": {"a1": "BK", "a2": "K", "a3": "BK"}}, used)
    assert [one.component.key for one in found.steps] == ["a1"]
    assert (found.now, found.next) == (Words("Belum", "Not yet"), Words("Lulus", "Pass"))


def test_an_open_lower_end_must_be_passed() -> None:
    above = (Category("baik", WORD, interval("(50, 100]")), Category("buruk", Words("b", "b"), interval("[0, 50]")))
    used = replace(TWO, categories=above)
    found = from_({"ratios": {"r": 15}, "answers": {"q": 2}}, used)
    assert (found.needed, found.gained) == (0, 30)
    assert [(one.component.key, one.reach) for one in found.steps] == [("r", 1)]
