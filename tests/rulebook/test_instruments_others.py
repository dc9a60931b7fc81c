"""Competence, selection, ranking, modern cooperatives, policy lab, 2021 worksheet behave as their sources say."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from sidamping.domain.scoring.alternatives import compare
from sidamping.domain.scoring.outcome import NOT_COMPUTABLE
from sidamping.rules.in_force import names
from sidamping.rules.instruments import KIND, pinned_instrument, versions
from sidamping.rules.loader import book, thaw
from tests.rulebook.test_instruments import by_key, result

CRITERIA = [
    "1.1",
    "1.2",
    "1.3",
    "2.1",
    "2.2",
    "2.3",
    "3.1",
    "3.2",
    "3.3",
    "4.1",
    "4.2",
    "produk_1",
    "produk_2",
    "produk_3",
]


def competence(answers: dict[str, str], **marks: int) -> Any:
    return result("mentor-competence", "2025-12-01", {"answers": answers, "inputs": marks})


def test_one_bk_means_not_yet_competent_whatever_the_marks() -> None:
    made = competence(dict.fromkeys(CRITERIA, "K") | {"3.3": "BK"}, teori=100, praktik=100)
    assert (made.total, made.category.id) == (100, "Belum Kompeten")
    assert competence({"1.1": "BK"}).category.id == "Belum Kompeten"


def test_all_k_is_competent_whatever_the_marks_and_less_says_nothing() -> None:
    made = competence(dict.fromkeys(CRITERIA, "K"), teori=40, praktik=50)
    assert (made.total, made.category.id) == (Fraction(47), "Kompeten")
    assert competence(dict.fromkeys(CRITERIA[:-1], "K"), teori=90, praktik=90).category is None


def test_behaviours_are_recorded_and_add_nothing() -> None:
    made = competence(dict.fromkeys(CRITERIA, "K"), teori=80, praktik=90, motivasi_diri=5, komunikasi=3)
    assert made.total == Fraction(87)
    assert by_key(made)["motivasi_diri"].value == 5


def test_interview_weights_of_85_are_normalised_and_said() -> None:
    made = result(
        "tpkm-selection",
        "2023-01-01",
        {"inputs": {"sikap": 100, "pengetahuan": 80, "kepemimpinan": 60, "komunikasi": 40}},
    )
    weights = [round(float(one.component.weight), 2) for one in made.components]
    assert weights == [17.65, 35.29, 29.41, 17.65]
    assert made.total == Fraction(1500 + 2400 + 1500 + 600, 85)
    assert made.aspects[0].coverage == 1 and made.coverage == 1
    assert any("85" in text for text in made.plain()["warnings"])


def test_a_ranking_predicate_is_never_computed() -> None:
    ready = {f"dokumen_{one}": "ada" for one in "abcdefghi"}
    made = result("ksp-ranking", "2018-07-23", {"answers": ready})
    assert (made.total, made.category) == (9, None)
    assert not [text for text in made.plain()["warnings"] if "AAA" in text]
    assert any("LIPK" in text for text in made.plain()["warnings"])


@pytest.mark.parametrize(("version", "count"), [("2020-11", 11), ("2023-7", 7), ("2024-2", 2)])
def test_modern_cooperatives_are_judged_by_people_with_the_criteria_of_a_version(version: str, count: int) -> None:
    used = pinned_instrument("modern-coop", version)
    made = result("modern-coop", version, {"answers": {one.key: "ya" for one in used.components}})
    assert (len(used.components), made.total, made.category, used.status) == (count, count, None, "contoh")


def test_the_policy_paper_is_reproduced_but_for_the_row_it_misprints() -> None:
    used = pinned_instrument("policy-lab", "2025-01-01")
    example = thaw(book().files[used.path].data["example"])
    made = compare(used, {"alternatives": example}, on=date(2025, 6, 1))
    assert [one.score for one in made.components] == [14, 12, 10, 10, 10]
    assert [one.where for one in made.warnings if getattr(one, "code", "") == "SCORING_039"] == [
        "Kompetensi pendamping"
    ]
    example["Kompetensi pendamping"]["dampak_jangka_panjang"] = 4
    made = compare(used, {"alternatives": example}, on=date(2025, 6, 1))
    assert [one.score for one in made.components] == [14, 12, 11, 10, 10]
    assert made.alternatives is not None
    assert [one["rank"] for one in made.alternatives["ranking"]] == [1, 2, 3, 4, 4]


def test_the_2021_worksheet_gives_marks_of_1_to_4_and_scores_of_4_to_1() -> None:
    made = by_key(
        result("coop-health", "2021-01-01", {"ratios": {"npl": 5, "bopo": 100, "kemandirian_operasional": 100}})
    )
    assert [(made[key].value, made[key].score) for key in ("npl", "bopo", "kemandirian_operasional")] == [
        (1, 4),
        (3, 2),
        (4, 1),
    ]
    assert made["npl"].points == Fraction(40, 20)


@pytest.mark.parametrize(("yes", "value"), [(0, 4), (7, 4), (8, 3), (15, 3), (16, 2), (22, 2), (23, 1), (30, 1)])
def test_the_share_of_fulfilled_questions_leaves_no_gap(yes: int, value: int) -> None:
    made = by_key(result("coop-health", "2021-01-01", {"answers": {"kelembagaan": yes}}))
    assert made["kelembagaan"].value == value


def test_unknown_weights_and_bands_show_the_ratio_without_a_score() -> None:
    made = by_key(result("ksp-health-syariah", "2016-04-01", {"ratios": {"kas": 12}}))
    assert (made["kas"].ratio, made["kas"].score, made["kas"].status) == (12, None, NOT_COMPUTABLE)
    assert made["kas"].plain()["why"] == "Bobot komponen belum ditemukan"
    known = by_key(result("coop-health", "2021-01-01", {"ratios": {"car": 9}}))
    assert known["car"].status == NOT_COMPUTABLE


def test_sharia_totals_come_from_given_aspects() -> None:
    given = {
        "permodalan": 8,
        "kualitas_aktiva_produktif": 15,
        "manajemen": 12,
        "efisiensi": 7,
        "likuiditas": 9,
        "kemandirian_pertumbuhan": 6,
        "jatidiri": 8,
        "prinsip_syariah": 10,
    }
    made = result("ksp-health-syariah", "2016-04-01", {"aspect_scores": given})
    assert (made.total, made.category.id if made.category else "") == (75, "Cukup Sehat")


def test_business_success_keeps_five_aspects_of_20() -> None:
    made = result(
        "business-success",
        "2025-01-01",
        {"answers": {"keuangan": 2, "produksi": 3, "pemasaran": 0, "sdm": 1, "organisasi": 4}},
    )
    assert [one.score for one in made.aspects] == [10, 20, 0, 10, 20]
    assert (made.total, made.category) == (60, None)


def test_every_question_has_its_words_in_english_too() -> None:
    same = {
        question.label.id
        for name in names(KIND) for one in versions(name) for component in one.components
        for question in component.questions if question.label.id == question.label.en
    }
    assert same == set()
