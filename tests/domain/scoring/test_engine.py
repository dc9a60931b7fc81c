"""A complete filling names a category; a partial one scores what it can, says what is missing and names none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.outcome import GIVEN, GIVEN_TOTAL, NOT_COMPUTABLE, NOT_REPORTED, SCORED
from tests.domain.scoring.small import codes, scored

LOANS = {"inputs": {"pinjaman_anggota": 3, "pinjaman_diberikan": 4}}


def test_a_complete_filling_is_scored_to_the_article() -> None:
    made = scored({**LOANS, "answers": {"mu": [True, "ya", "tidak", False]}})
    first, second = (one.plain() for one in made.components)
    assert (first["ratio"], first["value"], first["score"], first["max"]) == (75, 100, 60, 60)
    assert (first["formula"], first["inputs"]) == (
        "member_loans_to_loans",
        {"pinjaman_anggota": 3, "pinjaman_diberikan": 4},
    )
    assert (first["band"], first["cite"]) == ("(50, inf)", "s#1")
    assert (second["score"], second["inputs"]) == (20, {"yes": 2, "no": 2})
    assert (made.total, made.coverage, made.partial) == (80, 1, False)
    assert made.category is not None and made.category.id == "Baik"
    assert codes(made) == set()


def test_a_partial_filling_has_a_partial_total_and_no_category() -> None:
    made = scored(LOANS)
    assert [one.status for one in made.components] == [SCORED, NOT_REPORTED]
    assert (made.total, made.coverage, made.partial, made.category) == (60, Fraction(3, 5), True, None)
    assert made.bounds is not None and [one.id for one in made.bounds] == ["Baik", "Baik"]
    assert codes(made) == {"SCORING_026", "SCORING_027"}
    assert made.components[1].score is None
    assert made.aspects[1].score is None


def test_unanswered_questions_are_not_no() -> None:
    made = scored({**LOANS, "answers": {"mu": {1: "ya", 2: "tidak"}}})
    assert (made.components[1].score, made.components[1].covered) == (10, 20)
    assert made.coverage == Fraction(4, 5)
    assert made.category is None


@pytest.mark.parametrize(
    "answers", [2, [1, 0, 1, 0], {"ya": 2}, {"ya": 2, "tidak": 2}, {"1": "Y", "2": "K", "3": "BK", "4": "T"}]
)
def test_answers_are_read_as_people_write_them(answers: object) -> None:
    assert scored({"answers": {"mu": answers}}).components[1].score == 20


def test_answers_may_stand_one_by_one() -> None:
    made = scored({"answers": {"mu_1": "ya", "mu.2": "ya", "mu-3": "tidak", "mu4": "tidak"}})
    assert made.components[1].score == 20
    assert scored({"answers": {"b": {"mu": 2}}}).components[1].score == 20


def test_division_by_zero_is_not_computable_and_never_zero() -> None:
    made = scored({"inputs": {"pinjaman_anggota": 0, "pinjaman_diberikan": 0}, "answers": {"mu": 4}})
    one = made.components[0]
    assert (one.status, one.ratio, one.score) == (NOT_COMPUTABLE, None, None)
    assert one.plain()["why"].startswith("SCORING_021")
    assert (made.total, made.coverage, made.category) == (40, Fraction(2, 5), None)


def test_a_given_ratio_stands_in_for_missing_amounts_only() -> None:
    assert scored({"ratios": {"vpa": 75}}).components[0].score == 60
    both = scored({**LOANS, "ratios": {"vpa": 40}})
    assert both.components[0].score == 60
    assert "SCORING_029" in codes(both)
    assert "SCORING_029" not in codes(scored({**LOANS, "ratios": {"vpa": 75.4}}))


def test_the_text_of_a_rule_is_a_named_method_that_is_recorded() -> None:
    made = scored({"ratios": {"vpa": 31.5}, "answers": {"mu": 4}}, method="text")
    assert (made.components[0].value, made.components[0].score, made.components[0].method) == (
        32,
        Fraction("19.2"),
        "text",
    )
    assert made.components[1].method == "table"
    assert "SCORING_031" in codes(made)
    assert made.method == "text"


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        scored(LOANS, method="guess")
    assert refused.value.codes == ["SCORING_012"]


def test_given_scores_are_used_only_where_nothing_can_be_computed() -> None:
    made = scored({**LOANS, "scores": {"vpa": 1, "mu": 30}})
    assert [(one.status, one.score) for one in made.components] == [(SCORED, 60), (GIVEN, 30)]
    assert made.total == 90


def test_given_aspects_and_totals_are_marked_as_given() -> None:
    aspects = scored({"aspect_scores": {"a": 30, "b": 19.99}})
    assert (aspects.total, aspects.total_status) == (Fraction("49.99"), GIVEN)
    assert aspects.category is not None and aspects.category.id == "Buruk"
    percent = scored({"aspect_percent": {"a": 50, "b": 100}})
    assert percent.total == 70
    assert scored({"scores": {"a": 30, "b": 40}}).total == 70
    total = scored({"total": 50})
    assert (total.total, total.total_status, total.coverage, total.partial) == (50, GIVEN_TOTAL, 0, False)
    assert total.category is not None and total.category.id == "Baik"
    assert codes(total) == {"SCORING_034"}


def test_a_total_in_the_file_never_replaces_what_was_computed() -> None:
    made = scored({**LOANS, "total": 99})
    assert made.total == 60
    assert "SCORING_035" in codes(made)
