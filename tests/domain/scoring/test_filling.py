"""A wrong filling is refused with every fault at once: key, value seen, remedy."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.bands import interval
from sidamping.domain.scoring.filling import Filling, read_filling
from sidamping.domain.scoring.instrument import Component, Words
from tests.domain.scoring.small import INSTRUMENT


def faults(data: Any) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        read_filling(INSTRUMENT, data)
    return list(refused.value.problems)


def read(data: Any) -> Filling:
    return read_filling(INSTRUMENT, data)


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        ({"inputs": {"pinjaman_anggota": "seratus"}}, "SCORING_004", "inputs.pinjaman_anggota"),
        ({"inputs": {"pinjaman_anggota": "1.250.000"}}, "SCORING_004", "inputs.pinjaman_anggota"),
        ({"inputs": {"pinjaman_anggota": True}}, "SCORING_004", "inputs.pinjaman_anggota"),
        ({"inputs": {"pinjaman_anggota": Decimal("NaN")}}, "SCORING_004", "inputs.pinjaman_anggota"),
        ({"inputs": {"pinjaman_anggota": -1}}, "SCORING_005", "inputs.pinjaman_anggota"),
        ({"inputs": {"pinjaman_anggota": 5, "pinjaman_diberikan": 4}}, "SCORING_006", "inputs.pinjaman_anggota"),
        ({"inputs": {"total_pinjaman": 5, "pinjaman_diberikan": 4}}, "SCORING_016", "inputs.pinjaman_diberikan"),
        ({"inputs": "banyak"}, "SCORING_011", "inputs"),
        ({"answers": {"mu": 5}}, "SCORING_007", "answers.mu"),
        ({"answers": {"mu": "mungkin"}}, "SCORING_008", "answers.mu"),
        ({"answers": {"mu": ["ya", "entah"]}}, "SCORING_008", "answers.mu.2"),
        ({"answers": {"mu": ["ya"] * 5}}, "SCORING_009", "answers.mu"),
        ({"answers": {"mu": {"ya": 3, "tidak": 3}}}, "SCORING_009", "answers.mu"),
        ({"answers": {"mu": {9: "ya"}}}, "SCORING_010", "answers.mu.9"),
        ({"ratios": {"vpa": "tujuh"}}, "SCORING_004", "ratios.vpa"),
        ({"scores": {"vpa": 61}}, "SCORING_007", "scores.vpa"),
        ({"aspect_scores": {"a": 61}}, "SCORING_007", "aspect_scores.a"),
        ({"total": 101}, "SCORING_007", "total"),
        ({}, "SCORING_003", ""),
        ({"id": "kosong", "notes": "tidak ada angka"}, "SCORING_003", ""),
        (["daftar"], "SCORING_011", ""),
        (None, "SCORING_011", ""),
    ],
)
def test_a_wrong_filling_is_refused_with_its_code_and_place(data: Any, code: str, where: str) -> None:
    found = faults(data)
    assert [(one.code, one.where) for one in found] == [(code, where)]
    assert found[0].text("id") != found[0].text("en")


def test_all_faults_are_told_at_once() -> None:
    found = faults({"inputs": {"pinjaman_anggota": "x", "pinjaman_diberikan": -4}, "answers": {"mu": 9}, "total": "y"})
    assert sorted(one.code for one in found) == ["SCORING_004", "SCORING_004", "SCORING_005", "SCORING_007"]


def test_nothing_reported_is_not_zero() -> None:
    filling = read({"inputs": {"pinjaman_anggota": None, "pinjaman_diberikan": 0}})
    assert filling.amounts == {"pinjaman_diberikan": 0}


def test_an_alias_and_a_flat_file_mean_the_same() -> None:
    nested = read({"inputs": {"pinjaman_anggota": 3, "total_pinjaman": 4}, "answers": {"mu": 2}})
    flat = read({"pinjaman_anggota": 3, "pinjaman_diberikan": 4, "mu": 2})
    assert (nested.amounts, nested.answers) == (flat.amounts, flat.answers)


def test_an_unknown_key_is_told_with_the_likely_one() -> None:
    filling = read({"inputs": {"pinjaman_angota": 3, "pinjaman_diberikan": 4}, "note": "x"})
    assert [(one.code, one.where) for one in filling.warnings] == [
        ("SCORING_028", "note"),
        ("SCORING_028", "pinjaman_angota"),
    ]
    assert "pinjaman_anggota" in filling.warnings[1].text()


def test_what_describes_a_published_case_needs_no_warning() -> None:
    case = {
        "id": "x",
        "source": {"title": "y"},
        "regime": "z",
        "year": 2014,
        "nilai": {"vpa": 1},
        "category": "baik",
        "recomputed": {},
        "notes": "n",
        "level": "raw",
        "ratios": {"vpa": 60},
    }
    assert read(case).warnings == ()


GROUP = INSTRUMENT.components[1]
SINGLE = replace(
    INSTRUMENT,
    components=tuple(
        replace(GROUP, key=f"berkas_{letter}", aspect="b", questions=GROUP.questions[:1]) for letter in "abc"
    ),
)
ATTITUDE = Words("Sikap dan perilaku", "Attitude")
MARKED = replace(
    INSTRUMENT,
    components=(
        Component("sikap", ATTITUDE, "a", "mark", "s#1", "resmi", within=interval("[0, 100]")),
        *INSTRUMENT.components,
    ),
)


@pytest.mark.parametrize(
    "given", [{"b": ["ya", "tidak"]}, {"b": {"1": "ya", "2": "tidak"}}, {"b": {"a": "ya", "b": "tidak"}}]
)
def test_criteria_of_one_question_each_may_be_answered_by_aspect(given: dict[str, Any]) -> None:
    filling = read_filling(SINGLE, {"answers": given})
    assert {key: (one.yes, one.no) for key, one in filling.answers.items()} == {"berkas_a": (1, 0), "berkas_b": (0, 1)}
    assert filling.warnings == ()


def test_more_answers_than_criteria_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_filling(SINGLE, {"answers": {"b": ["ya"] * 4}})
    assert [(one.code, one.where) for one in refused.value.problems] == [("SCORING_009", "answers.b")]


def test_answers_under_a_heading_of_the_writers_own_are_read() -> None:
    assert read({"answers": {"lembar manajemen": {"mu": 3}}}).answers["mu"].yes == 3


@pytest.mark.parametrize(
    "data",
    [
        {"inputs": {"sikap": 80}},
        {"answers": {"sikap": 80}},
        {"answers": {"a": {"sikap": 80}}},
        {"inputs": {"attitude": 80}},
        {"sikap_dan_perilaku": 80},
    ],
)
def test_a_mark_is_read_wherever_it_stands_and_by_its_label(data: dict[str, Any]) -> None:
    filling = read_filling(MARKED, data)
    assert (filling.amounts, filling.ratios or filling.amounts) in (({"sikap": 80}, {"sikap": 80}), ({}, {"sikap": 80}))
    assert filling.warnings == ()


def test_a_ratio_among_the_amounts_is_a_ratio() -> None:
    assert read({"inputs": {"vpa": 75}}).ratios == {"vpa": 75}
