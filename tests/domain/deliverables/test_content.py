"""Sheets a mentor makes with the mentee: what is typed into them, what is missing, what adds up (A8, A9, B7)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.deliverables.content import missing, read_content, sums_of
from sidamping.domain.deliverables.kinds import Kind
from sidamping.rules.deliverables import deliverable_kind, deliverable_kinds

DAY = date(2026, 11, 5)


@pytest.fixture
def plan() -> Kind:
    return deliverable_kind("business-plan", DAY)


def filled() -> dict[str, Any]:
    return {
        "product": "Keripik pisang", "market": "Warung dan toko oleh-oleh", "marketing": "Titip jual",
        "income": [{"what": "Warung", "amount": "4.480.000"}, {"what": "Pesanan", "amount": "Rp 640000"}],
        "costs": [{"what": "Pisang dan minyak", "amount": "2.160.000"}, {"what": "Label", "amount": "150000"}],
    }


def test_a_plan_adds_revenue_and_costs_to_what_is_left(plan: Kind) -> None:
    content, problems = read_content(plan, filled())
    assert problems == []
    assert sums_of(plan, content) == {"revenue": 5_120_000, "cost": 2_310_000, "profit": 2_810_000}


def test_what_nobody_reported_has_no_sum(plan: Kind) -> None:
    content, _ = read_content(plan, {"product": "Keripik"})
    assert sums_of(plan, content) == {"revenue": None, "cost": None, "profit": None}


def test_a_reported_zero_is_a_sum_of_zero(plan: Kind) -> None:
    content, _ = read_content(plan, {"costs": [{"what": "Sewa", "amount": "0"}]})
    assert sums_of(plan, content)["cost"] == 0


def test_empty_rows_are_left_out_and_half_rows_are_told(plan: Kind) -> None:
    rows = [{"what": "", "amount": ""}, {"what": "Warung", "amount": ""}, {"what": None, "amount": None}]
    content, problems = read_content(plan, {"income": rows})
    assert content["income"] == [{"what": "Warung"}]
    assert [(one.code, one.where) for one in problems] == [("DELIVERABLES_008", "income.1.amount")]


def test_every_fault_comes_at_once_with_its_place(plan: Kind) -> None:
    typed = {"product": "x" * 4001, "income": [{"what": "Warung", "amount": "-5"}], "nothing": "?",
             "costs": [{"what": "y" * 241, "amount": "1,5"}]}  # fmt: skip
    _, problems = read_content(plan, typed)
    assert sorted((one.code, one.where) for one in problems) == [
        ("DELIVERABLES_004", "nothing"), ("DELIVERABLES_006", "product"), ("DELIVERABLES_009", "costs.1.what"),
        ("DELIVERABLES_010", "costs.1.amount"), ("DELIVERABLES_010", "income.1.amount"),
    ]


@pytest.mark.parametrize(("seen", "read"), [("1", 1), ("5", 5), ("0", None), ("6", None), ("tinggi", None)])
def test_power_and_interest_stand_between_one_and_five(seen: str, read: int | None) -> None:
    kind = deliverable_kind("stakeholder-map", DAY)
    content, problems = read_content(kind, {"people": [{"name": "Dinas", "interest": seen, "power": "3"}]})
    assert content["people"][0].get("interest") == read
    assert [one.code for one in problems] == ([] if read else ["DELIVERABLES_011"])


def test_a_choice_and_a_day_must_exist() -> None:
    network, steps = deliverable_kind("business-network", DAY), deliverable_kind("action-plan", DAY)
    _, first = read_content(network, {"marketing": [{"name": "Toko Maju", "part": "broker"}]})
    _, second = read_content(steps, {"steps": [{"what": "Urus PIRT", "who": "Ujang", "done_by": "31/02/2026"}]})
    assert [one.code for one in (*first, *second)] == ["DELIVERABLES_012", "DELIVERABLES_013"]


def test_what_is_required_is_asked_for_only_when_the_sheet_is_handed_in(plan: Kind) -> None:
    content, problems = read_content(plan, {"product": "Keripik"})
    assert problems == []
    assert [one.where for one in missing(plan, content)] == ["market", "marketing", "income", "costs"]


def test_lines_of_a_canvas_are_read_from_a_text_or_a_list() -> None:
    canvas = deliverable_kind("bmc", DAY)
    assert read_content(canvas, {"value": "Renyah\r\n\r\n Tanpa pengawet "})[0]["value"] == ["Renyah", "Tanpa pengawet"]
    assert read_content(canvas, {"value": ["Renyah", ""]})[0]["value"] == ["Renyah"]


def test_the_sheets_of_the_field_are_there() -> None:
    """The ten of S1 and S4, and those of member mentoring and of growth (A4, E9)."""
    assert [one.name for one in deliverable_kinds(DAY) if one.layout != "checklist"] == [
        "action-plan", "bmc", "business-network", "business-plan", "cash-flow", "growth-strategy",
        "member-analysis", "monthly-progress", "pos", "product-catalogue", "stakeholder-map", "swot",
        "terms-of-reference",
    ]


def test_the_canvas_has_its_nine_blocks_on_a_grid_without_overlap() -> None:
    canvas = deliverable_kind("bmc", DAY)
    squares = [
        (column, row)
        for cell in canvas.cells if cell.place
        for column in range(cell.place[0], cell.place[0] + cell.place[2])
        for row in range(cell.place[1], cell.place[1] + cell.place[3])
    ]
    assert len(canvas.cells) == 9
    assert sorted(squares) == [(column, row) for column in range(1, 11) for row in range(1, 4)]


@given(st.lists(st.integers(0, 10**12), max_size=20), st.lists(st.integers(0, 10**12), max_size=20))
def test_what_is_left_is_always_revenue_less_costs(income: list[int], costs: list[int]) -> None:
    plan = deliverable_kind("business-plan", DAY)
    rows = {"income": income, "costs": costs}
    typed = {cell: [{"what": "a", "amount": str(one)} for one in given] for cell, given in rows.items()}
    content, problems = read_content(plan, typed)
    assert problems == []
    assert sums_of(plan, content)["profit"] == (sum(income) - sum(costs) if income or costs else None)


def test_ticks_and_proofs_are_read_and_asked_for() -> None:
    """B8: a file, what it must contain, and what proves it."""
    statutes = deliverable_kind("statutes", DAY)
    typed = {"statutes": {"file": "1b", "note": "  Akta   2018 "}, "bylaws": {"note": "menyusul"}, "current": "on",
             "kept": "", "remarks": ""}  # fmt: skip
    content, wrong = read_content(statutes, typed)
    assert not wrong
    assert content == {
        "statutes": {"file": "1b", "note": "Akta 2018"}, "bylaws": {"note": "menyusul"}, "current": True,
    }  # fmt: skip
    assert [(one.code, one.where) for one in missing(statutes, content)] == [
        ("DELIVERABLES_022", "bylaws"), ("DELIVERABLES_021", "kept"),
    ]  # fmt: skip


def test_a_remark_on_a_proof_stays_one_sentence() -> None:
    _, wrong = read_content(deliverable_kind("statutes", DAY), {"statutes": {"file": "1b", "note": "x" * 241}})
    assert [one.code for one in wrong] == ["DELIVERABLES_006"]
