"""Money in plain words becomes lines that balance; what cannot be paid in cash is not offered (E10)."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import (
    IN,
    MOVE,
    OUT,
    Part,
    Told,
    money_lines,
    moved_lines,
    purposes,
    purses,
    told_plainly,
)
from sidamping.rules.charts import chart_of


@pytest.fixture
def ksp() -> Chart:
    return chart_of("ksp", date(2026, 1, 1))[0]


def test_a_receipt_may_mix_an_instalment_its_interest_and_a_saving(ksp: Chart) -> None:
    parts = [Part("1141", 500_000), Part("4110", 75_000), Part("3120", 25_000)]
    assert money_lines(IN, "1110", parts, "maria", ksp) == (
        Line("1110", 600_000), Line("1141", -500_000, "maria"), Line("4110", -75_000, "maria"),
        Line("3120", -25_000, "maria"),
    )


def test_a_payment_is_the_other_way_round(ksp: Chart) -> None:
    assert money_lines(OUT, "1121", [Part("6122", 310_000, "listrik")], "", ksp) == (
        Line("1121", -310_000), Line("6122", 310_000, "", "listrik"),
    )


def test_money_moved_leaves_one_purse_for_the_other() -> None:
    assert moved_lines("1110", "1121", 2_000_000) == (Line("1121", 2_000_000), Line("1110", -2_000_000))


@pytest.mark.parametrize("direction", [IN, OUT])
def test_nothing_is_offered_that_no_money_flows_through(ksp: Chart, direction: str) -> None:
    offered = [one for kind in purposes(ksp, direction) for one in kind.accounts]
    assert not [one.code for one in offered if one.header or one.cash or one.contra or one.role == "inter_unit"]
    assert "6131" not in {one.code for one in offered}  # depreciation
    assert len({one.code for one in offered}) == len(offered)


def test_savings_and_loans_of_members_stand_apart(ksp: Chart) -> None:
    by_kind = {one.kind: [account.code for account in one.accounts] for one in purposes(ksp, IN)}
    assert by_kind["loans"] == ["1141"]
    assert {"2111", "3110", "3120"} <= set(by_kind["savings"])
    assert [one.code for one in purses(ksp)] == ["1110", "1121"]


def test_lines_read_back_as_the_words_they_were_written_with(ksp: Chart) -> None:
    parts = (Part("1141", 500_000), Part("4110", 75_000), Part("3120", 25_000))
    written = money_lines(IN, "1110", parts, "maria", ksp)
    assert told_plainly(written, ksp) == Told(IN, "1110", parts, "maria")
    assert told_plainly(reversed(written), ksp) == Told(IN, "1110", tuple(reversed(parts)), "maria")
    spent = money_lines(OUT, "1121", [Part("6122", 9)], "", ksp)
    assert told_plainly(spent, ksp) == Told(OUT, "1121", (Part("6122", 9),))
    assert told_plainly(moved_lines("1110", "1121", 7), ksp) == Told(MOVE, "1110", (Part("1121", 7),))


@pytest.mark.parametrize("lines", [
    (Line("6131", 5), Line("1345", -5)),
    (Line("1110", 5), Line("9999", -5)),
    (Line("1110", 5), Line("4110", -4)),
    (Line("1110", 5), Line("4110", -6), Line("6122", 1)),
    (Line("1110", 5), Line("2111", -3, "maria"), Line("2111", -2, "yosef")),
    (Line("1110", 5, "", "catatan"), Line("4110", -5)),
    (Line("1110", 5),),
    (),
])
def test_what_plain_words_would_lose_is_not_told_in_them(ksp: Chart, lines: tuple[Line, ...]) -> None:
    assert told_plainly(lines, ksp) is None
