"""Perdep 06/2016 band by band: the edge of every band, the 22 weights, the extremes, the text rules, the proposals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.outcome import NOT_COMPUTABLE, Outcome
from sidamping.rules.instruments import pinned_instrument
from tests.rulebook.test_instruments import by_key, result

RULE = "perdep-06-2016"
WEIGHTS = {
    "ms_ta": 6,
    "ms_pb": 6,
    "car": 3,
    "vpa": 10,
    "rpm": 5,
    "cad": 5,
    "pb": 5,
    "mu": 3,
    "kl": 3,
    "mp": 3,
    "ma": 3,
    "ml": 3,
    "bop": 4,
    "bu": 4,
    "ep": 2,
    "kas": 10,
    "ldr": 5,
    "roa": 3,
    "roe": 3,
    "kop": 4,
    "pbr": 7,
    "pea": 3,
}
EDGES = """
ms_ta  0:0 1:1.5 20:1.5 20.01:3 40:3 40.5:6 60:6 60.01:3 80:3 81:1.5 100:1.5 120:1.5
ms_pb  0:0 0.5:0.6 10:0.6 10.01:1.2 20:1.2 90:5.4 90.01:6 99:6 150:6
car    3.99:0 4:1.5 5.99:1.5 6:2.25 7.99:2.25 8:3 110:3
vpa    25:0 25.01:5 50:5 50.01:7.5 73.344:7.5 75:7.5 75.01:10 100:10
rpm    0:5 0.01:4 10:4 10.01:3 20:3 20.01:2 30:2 30.01:1 40:1 40.01:0.5 45:0.5 45.01:0
cad    0:0 0.01:0.5 10:0.5 24.94:1.5 31.24:2 46.94:2.5 80.9:4.5 90:4.5 90.01:5 197.12:5
pb     0:5 1.13:5 21:5 21.01:3.75 25:3.75 25.5:2.5 30:2.5 30.01:1.25
bop    0:4 89.99:4 90:3 94.99:3 95:2 99.99:2 100:1 130:1
bu     40:4 40.01:3 60:3 60.01:2 80:2 80.01:1
ep     5:2 5.01:1.5 10:1.5 10.01:1 15:1 15.01:0
kas    0:2.5 10:2.5 10.01:10 15:10 15.01:5 20:5 20.01:2.5
ldr    59.99:1.25 60:2.5 69.99:2.5 70:3.75 79.99:3.75 80:5 90:5 120:5
roa    -3:0.75 4.99:0.75 5:1.5 7.49:1.5 7.5:2.25 9.99:2.25 10:3
roe    2.99:0.75 3:1.5 3.99:1.5 4:2.25 4.99:2.25 5:3
kop    100:0 100.01:4
pbr    24.99:1.75 25:3.5 49.99:3.5 50:5.25 74.99:5.25 75:7
pea    4.99:0 5:1.5 7.49:1.5 7.5:2.25 9.99:2.25 10:3
"""
ROWS = [(line.split()[0], *pair.split(":")) for line in EDGES.strip().splitlines() for pair in line.split()[1:]]
WORST = {
    "ms_ta": 0,
    "ms_pb": 0,
    "car": 0,
    "vpa": 0,
    "rpm": 50,
    "cad": 0,
    "pb": 40,
    "bop": 120,
    "bu": 90,
    "ep": 20,
    "kas": 30,
    "ldr": 10,
    "roa": 0,
    "roe": 0,
    "kop": 50,
    "pbr": 0,
    "pea": 0,
}
BEST = {
    "ms_ta": 50,
    "ms_pb": 100,
    "car": 8,
    "vpa": 100,
    "rpm": 0,
    "cad": 100,
    "pb": 0,
    "bop": 50,
    "bu": 30,
    "ep": 3,
    "kas": 12,
    "ldr": 85,
    "roa": 10,
    "roe": 5,
    "kop": 101,
    "pbr": 80,
    "pea": 12,
}
ALL_YES = {"mu": 12, "kl": 6, "mp": 5, "ma": 10, "ml": 5}


def scored(data: Any, method: str = "table") -> Outcome:
    return result("ksp-health", RULE, data, method)


@pytest.mark.parametrize(("key", "ratio", "points"), ROWS)
def test_the_edge_of_every_band(key: str, ratio: str, points: str) -> None:
    assert by_key(scored({"ratios": {key: Decimal(ratio)}}))[key].score == Fraction(points)


def test_the_22_weights_add_up_to_100_and_the_38_questions_to_15() -> None:
    used = pinned_instrument("ksp-health", RULE)
    assert {one.key: one.weight for one in used.components} == WEIGHTS
    assert {one.key: len(one.questions) for one in used.components if one.questions} == ALL_YES
    assert [one.weight for one in used.aspects] == [15, 25, 15, 10, 15, 10, 10]


def test_the_lowest_total_is_10_25_with_the_printed_score_and_the_highest_100() -> None:
    lowest = scored({"ratios": WORST, "answers": dict.fromkeys(ALL_YES, 0)})
    assert (lowest.total, lowest.coverage) == (Fraction("10.25"), 1)
    highest = scored({"ratios": BEST, "answers": ALL_YES})
    assert highest.total == 100
    assert highest.category is not None and highest.category.id == "Sehat"


def test_management_counts_yes_times_points() -> None:
    made = by_key(scored({"answers": {"mu": 3, "kl": 3, "mp": 3, "ma": 3, "ml": 3}}))
    assert [made[key].score for key in ALL_YES] == [Fraction(one) for one in ("0.75", "1.5", "1.8", "0.9", "1.8")]


@pytest.mark.parametrize(
    ("key", "ratio", "value"),
    [
        ("ms_ta", 0, 0),
        ("ms_ta", 3, 0),
        ("ms_ta", 4, 5),
        ("ms_ta", 60, 75),
        ("ms_ta", 64, 70),
        ("ms_ta", 100, 25),
        ("ms_pb", 0, 0),
        ("ms_pb", 37, 37),
        ("ms_pb", 112, 100),
        ("cad", Decimal("31.24"), 31),
        ("cad", Decimal("80.9"), 81),
        ("rpm", 0, 90),
        ("rpm", 45, 0),
        ("rpm", 50, 0),
        ("rpm", Decimal("4.2"), Fraction("81.6")),
    ],
)
def test_the_text_of_the_regulation_counts_per_percent(key: str, ratio: object, value: object) -> None:
    assert by_key(scored({"ratios": {key: ratio}}, "text"))[key].value == value


def test_no_problem_loans_scores_the_risk_in_full_and_leaves_the_reserve_not_computable() -> None:
    loans = {"kurang_lancar": 0, "diragukan": 0, "macet": 0, "pinjaman_diberikan": 100, "cadangan_risiko": 5}
    made = by_key(scored({"inputs": loans}))
    assert made["rpm"].score == 5
    assert (made["cad"].status, made["cad"].score) == (NOT_COMPUTABLE, None)


def test_problem_loans_weigh_50_75_and_100_percent() -> None:
    loans = {"kurang_lancar": 40, "diragukan": 20, "macet": 10, "pinjaman_diberikan": 1000, "cadangan_risiko": 35}
    made = by_key(scored({"inputs": loans}))
    assert made["rpm"].ratio == Fraction("4.5")
    assert made["cad"].ratio == 50


def test_a_loss_leaves_the_cost_ratio_not_computable_and_warns_for_returns() -> None:
    made = scored({"inputs": {"beban_usaha": 5, "shu_kotor": -1, "shu_sebelum_pajak": -2, "total_aset": 100}})
    assert by_key(made)["bu"].status == NOT_COMPUTABLE
    assert by_key(made)["roa"].score == Fraction("0.75")
    assert any("SCORING_033" in text for text in made.plain()["warnings"])


def test_two_balance_sheets_propose_six_answers_and_score_none() -> None:
    inputs = {
        "modal_sendiri": 120,
        "modal_sendiri_lalu": 100,
        "total_aset": 440,
        "total_aset_lalu": 400,
        "modal_dari_anggota": 54,
        "modal_dari_anggota_lalu": 50,
        "penyisihan_cadangan": 3,
        "shu_tahun_berjalan": 12,
        "jumlah_simpanan": 110,
        "jumlah_simpanan_lalu": 100,
        "pinjaman_lancar": 89,
        "pinjaman_diberikan": 100,
        "cadangan_penghapusan": 4,
        "macet": 4,
    }
    made = scored({"inputs": inputs})
    assert {one.question.key: one.answer for one in made.proposals} == {
        "mp.1": True,
        "mp.2": False,
        "mp.3": True,
        "mp.4": True,
        "ma.1": False,
        "ma.3": True,
    }
    assert by_key(made)["mp"].score is None


@pytest.mark.parametrize(
    "inputs",
    [
        {"pinjaman_anggota": 2, "pinjaman_diberikan": 1},
        {"modal_sendiri": 2, "total_aset": 1},
        {"macet": 2, "pinjaman_diberikan": 1},
        {"kurang_lancar": 40, "diragukan": 40, "macet": 40, "pinjaman_diberikan": 100},
        {"kas": 10, "kas_dan_bank": 5},
        {"macet": 3, "pinjaman_bermasalah": 2},
        {"beban_pokok": 3, "beban_operasi_anggota": 2},
    ],
)
def test_a_part_above_its_whole_is_refused(inputs: dict[str, int]) -> None:
    with pytest.raises(Refused) as refused:
        scored({"inputs": inputs})
    assert set(refused.value.codes) == {"SCORING_006"}


def test_a_total_beside_parts_that_add_up_to_another_figure_counts_and_is_told() -> None:
    made = scored({"inputs": {"kas": 3, "bank": 4, "kas_dan_bank": 12, "kewajiban_lancar": 100}})
    assert by_key(made)["kas"].ratio == 12
    (told,) = [one for one in made.warnings if getattr(one, "code", "") == "SCORING_048"]
    assert "kas, bank" in told.text() and "7" in told.text()


def test_a_loss_may_leave_the_economic_promotion_below_its_other_part() -> None:
    given = {"meppp": 10, "shu_bagian_anggota": -4, "promosi_ekonomi_anggota": 6}
    assert by_key(scored({"inputs": {**given, "simpanan_pokok": 50, "simpanan_wajib": 50}}))["pea"].ratio == 6


def test_item_weights_of_the_sheet_that_differ_are_told_and_unknown_items_refused() -> None:
    items = [{"name": "simpanan_pokok", "amount": 100, "weight": 50}, {"name": "lain", "amount": 10, "weight": 100}]
    made = scored({"inputs": {"modal_items": items, "kewajiban_items": [], "atmr": 110}})
    assert by_key(made)["car"].ratio == 100
    assert any("SCORING_030" in text for text in made.plain()["warnings"])
    with pytest.raises(Refused) as refused:
        scored({"inputs": {"modal_items": [{"name": "lain", "amount": 10}, {"amount": 1}], "kewajiban_items": "x"}})
    assert set(refused.value.codes) == {"SCORING_011", "SCORING_015"}
