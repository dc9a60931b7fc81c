"""A surplus is shared to the rupiah: funds total 100 percent, members' shares total their pool, doubts are told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.ledger.entries import Entry, Line, faults
from sidamping.domain.problems import Refused
from sidamping.domain.shu.distribution import Distribution, distribute
from sidamping.domain.shu.inputs import read_request
from sidamping.domain.shu.plain import as_plain
from sidamping.domain.shu.posting import posting
from sidamping.domain.shu.request import ONE_POT, PRINTED, TWO_POT, Member, Request, Totals
from sidamping.domain.shu.slips import slips
from sidamping.rules.charts import chart_of

ARTICLES = {"pct_cadangan": 40, "pct_jasa_modal": 20, "pct_jasa_anggota": 25, "pct_pengurus": 10, "pct_dana_sosial": 5}
MEMBERS = [
    {"no": "10", "nama": "Maria", "simpanan": 500_000, "transaksi": 0},
    {"no": "2", "nama": "Yosef", "simpanan_pokok": 100_000, "simpanan_wajib": 900_000, "transaksi": 3_000_000},
    {"no": "1", "nama": "Ujang", "simpanan": 0, "transaksi": 0},
    {"no": "3", "nama": "Ratna", "simpanan": 500_000, "transaksi": 1_000_000},
]


def shared(*, form: str = "", **data: Any) -> Distribution:
    return distribute(read_request(data, whole_percent=100, form=form))


def codes(**data: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        shared(**data)
    return refused.value.codes


def test_a_list_of_members_is_shared_by_savings_and_by_business() -> None:
    made = shared(shu=1_000_001, members=MEMBERS, **ARTICLES)
    assert [one.amount for one in made.funds] == [400_001, 200_000, 250_000, 100_000, 50_000]
    assert sum(one.amount for one in made.funds) == 1_000_001
    assert [(one.member.number, one.capital, one.business) for one in made.shares] == [
        ("1", 0, 0), ("2", 100_000, 187_500), ("3", 50_000, 62_500), ("10", 50_000, 0),
    ]
    assert made.complete


def test_slips_show_how_each_share_came_about() -> None:
    made = shared(shu=1_000_000, members=MEMBERS, **ARTICLES)
    yosef = next(one for one in slips(made) if one.name == "Yosef")
    assert [line.says for line in yosef.lines] == [
        "Rp200.000 × Rp1.000.000 / Rp2.000.000 = Rp100.000", "Rp250.000 × Rp3.000.000 / Rp4.000.000 = Rp187.500",
    ]
    assert yosef.total == 287_500


def test_the_posting_proposal_adds_up_to_zero_and_pays_every_member() -> None:
    made = shared(shu=1_000_000, members=MEMBERS, **ARTICLES)
    lines = posting(made)
    assert sum(one.amount for one in lines) == 0
    assert (lines[0].role, lines[0].amount) == ("undistributed_surplus", 1_000_000)
    assert {one.member: -one.amount for one in lines if one.member} == {"2": 287_500, "3": 112_500, "10": 50_000}


def test_the_posting_proposal_finds_its_accounts_and_may_be_posted() -> None:
    made = shared(shu=1_000_000, members=MEMBERS, **ARTICLES)
    books, _ = chart_of("ksp", date(2026, 12, 31))
    lines = tuple(Line(books.role(one.role).code, one.amount, one.member) for one in posting(made))
    assert faults(Entry("JM-01", date(2026, 12, 31), "Pembagian SHU", lines), books) == []
    assert [(one.account, one.amount) for one in lines] == [
        ("3170", 1_000_000), ("3161", -400_000), ("2121", -100_000), ("2124", -50_000), ("2126", -287_500),
        ("2126", -112_500), ("2126", -50_000),
    ]


def test_one_pot_divides_by_participation_and_savings_together() -> None:
    made = shared(shu_bagian_anggota=450_000, members=MEMBERS)
    assert made.request.form == ONE_POT
    assert [one.together for one in made.shares] == [0, 300_000, 112_500, 37_500]


def test_a_pool_may_be_split_by_agreed_percentages() -> None:
    split = {"jasa_modal": 40, "jasa_anggota": 60}
    made = shared(shu_bagian_anggota=450_001, split=split, members=MEMBERS)
    assert made.request.form == TWO_POT
    assert {one.key: one.amount for one in made.pots} == {"jasa_modal": 180_000, "jasa_anggota": 270_001}
    assert sum(one.total or 0 for one in made.shares) == 450_001
    assert codes(shu_bagian_anggota=1000, split={"jasa_modal": 40, "jasa_anggota": 59}, members=MEMBERS) == ["SHU_001"]


def test_two_percentages_beside_an_amount_for_the_members_divide_that_amount() -> None:
    made = shared(shu=1_000_000, shu_bagian_anggota=450_001, pct_jasa_modal=40, pct_jasa_anggota=60, members=MEMBERS)
    assert {one.key: one.amount for one in made.pots} == {"jasa_modal": 180_000, "jasa_anggota": 270_001}
    assert codes(shu_bagian_anggota=5, pct_jasa_modal=40, pct_jasa_anggota=59, members=MEMBERS) == ["SHU_001"]
    assert codes(shu=4, shu_bagian_anggota=5, members=MEMBERS) == ["FIGURES_011"]
    assert codes(shu=9, shu_bagian_anggota=5, **ARTICLES) == ["SHU_008"]


def test_a_column_nobody_knows_is_told() -> None:
    made = shared(shu_bagian_anggota=5, members=[{"no": 1, "simpanan": 1, "transaksi": 0, "transakzi": 7}])
    assert [(one.code, "transaksi" in one.text()) for one in made.warnings] == [("FIGURES_015", True)]


def test_the_printed_formula_is_shown_beside_a_warning_and_never_posted() -> None:
    made = shared(form=PRINTED, shu_bagian_anggota=600_000, total_penjualan=20_000_000, members=MEMBERS)
    assert [one.together for one in made.shares] == [0, 100_000, 37_500, 12_500]
    assert [one.code for one in made.warnings] == ["SHU_012"]
    assert "25 persen" in made.warnings[0].text()
    with pytest.raises(Refused) as refused:
        posting(made)
    assert refused.value.codes == ["SHU_007"]


def test_the_printed_formula_for_one_member_says_it_may_not_add_up() -> None:
    made = shared(
        form=PRINTED, shu_bagian_anggota=600_000, total_penjualan=20_000_000, total_transaksi=4_000_000,
        member_simpanan=1_000_000, member_transaksi=3_000_000,
    )
    assert (made.shares[0].together, [one.code for one in made.warnings]) == (100_000, ["SHU_013"])


def test_only_the_surplus_earned_with_members_is_shared() -> None:
    made = shared(
        shu=30_000_000, pct_shu_from_members=50, pct_jasa_modal=25, pct_jasa_anggota=25, total_simpanan=65_000_000,
        total_transaksi=25_000_000, member_simpanan=1_000_000, member_transaksi=600_000,
    )
    assert (made.distributable, made.shares[0].capital, made.shares[0].business) == (15_000_000, 57_692, 90_000)
    assert [one.code for one in made.warnings] == ["SHU_014", "SHU_010"]
    told = as_plain(made)
    assert (told["exact"]["jasa_modal"], told["exact"]["total"]) == (57692.31, 147692.31)
    assert told["posting"] is None


def test_what_is_not_known_of_a_member_stays_open_and_is_told() -> None:
    made = shared(shu=6_400_000, pct_jasa_modal=25, pct_jasa_anggota=20, total_simpanan=16_000_000,
                  member_simpanan=8_000_000)
    assert (made.shares[0].capital, made.shares[0].business, made.shares[0].total) == (800_000, None, None)
    assert "SHU_011" in [one.code for one in made.warnings]


@pytest.mark.parametrize("cadangan", [39, 45])
def test_funds_that_total_99_or_105_are_refused_with_the_difference(cadangan: int) -> None:
    data = {**ARTICLES, "pct_cadangan": cadangan}
    with pytest.raises(Refused) as refused:
        shared(shu=1_000_000, **data)
    assert refused.value.codes == ["SHU_001"]
    assert str(60 + cadangan) in str(refused.value) and f"{abs(cadangan - 40)}" in str(refused.value)


def test_the_two_funds_of_the_members_alone_may_leave_the_rest_unnamed_but_never_exceed_it() -> None:
    made = shared(shu=1_000_000, pct_jasa_modal=25, pct_jasa_anggota=30)
    assert (made.unnamed, made.complete, [one.code for one in made.warnings]) == (450_000, False, ["SHU_010"])
    assert codes(shu=1_000_000, pct_jasa_modal=75, pct_jasa_anggota=30) == ["SHU_001"]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"shu": -1}, ["SHU_002"]),
        ({"shu": 10**16}, ["FIGURES_008"]),
        ({"shu": "tiga juta"}, ["FIGURES_004"]),
        ({"shu": 1_000, "pct_cadangan": -40}, ["FIGURES_007"]),
        ({"shu": 1_000, "total_simpanan": 5, "member_simpanan": 6}, ["FIGURES_011"]),
        ({"shu": 1_000, "total_transaksi": 5, "member_transaksi": 6, "member_simpanan": -1},
         ["FIGURES_007", "FIGURES_011"]),
        ({"shu": 1_000, "members": []}, ["SHU_009"]),
        ({"shu": 1_000, "members": "semua"}, ["FIGURES_014"]),
        ({"shu": 1_000, "members": [{"no": 1, "simpanan": 1}, {"no": "1", "simpanan": 1}]}, ["SHU_005"]),
        ({"shu": 1_000, "members": [{"no": 1, "simpanan": 1}, {"no": 2, "transaksi": 1}]},
         ["FIGURES_003", "FIGURES_003"]),
        ({"shu": 1_000, "members": MEMBERS, "total_simpanan": 1}, ["SHU_004"]),
        ({"shu": 1_000, "members": [{"no": 1, "simpanan": 0, "transaksi": 1}]}, ["SHU_003"]),
        ({"shu": 1_000, "pct_jasa_simpanan": 30}, ["FIGURES_010"]),
        ({"shu": 1_000, "pct_anggota": 45}, ["SHU_008"]),
        ({"shu": 1_000, "cara": "tiga-pos"}, ["FIGURES_012"]),
        ({}, ["FIGURES_003"]),
    ],
)
def test_what_cannot_be_shared_is_refused_with_every_code(data: dict[str, Any], wanted: list[str]) -> None:
    got = codes(**{**ARTICLES, **data})
    assert sorted(one for one in got if one != "SHU_001") == sorted(wanted)


def test_a_case_without_any_fund_is_refused() -> None:
    assert codes(shu=1_000_000) == ["SHU_006"]


def test_a_member_with_nothing_gets_nothing_and_a_tie_goes_to_the_lower_number() -> None:
    members = [{"no": number, "simpanan": 1, "transaksi": 0} for number in ("A-10", "A-9", "A-11")]
    made = shared(shu_bagian_anggota=100, members=members)
    assert [(one.member.number, one.together) for one in made.shares] == [("A-9", 34), ("A-10", 33), ("A-11", 33)]


@given(
    surplus=st.integers(min_value=0, max_value=10**15 - 1),
    rows=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=30),
    form=st.sampled_from([TWO_POT, ONE_POT]), capital=st.integers(1, 60),
)
def test_shares_always_add_up_to_the_pools_and_funds_to_the_surplus(
    surplus: int, rows: list[tuple[int, int]], form: str, capital: int
) -> None:
    rows = [(savings + 1, business + 1) for savings, business in rows]
    members = tuple(Member(str(at), "", *row) for at, row in enumerate(rows))
    totals = Totals(sum(one for one, _ in rows), sum(one for _, one in rows))
    percentages = {"cadangan": 100 - capital - 30, "jasa_modal": capital, "jasa_anggota": 30} if capital <= 60 else {}
    made = distribute(Request(surplus, form, percentages, members=members, totals=totals))
    assert sum(one.amount for one in made.funds) == surplus
    assert sum(one.total or 0 for one in made.shares) == sum(one.amount for one in made.pots)
    assert sum(one.amount for one in posting(made)) == 0
