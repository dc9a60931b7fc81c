"""Units within one book: which accounts they bring, who plays a role, and what makes a voucher even."""

from __future__ import annotations

from datetime import date

from sidamping.domain.ledger.chart import Account, Chart, chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import IN, purposes, purses
from sidamping.domain.ledger.units import (
    HEAD,
    apart,
    beside,
    evened,
    facing,
    only,
    savings_unit,
    seen_from,
    uncancelled,
    unit_faults,
)
from sidamping.rules.charts import bringing, chart_of

ON = date(2026, 11, 5)


def whole(*units: tuple[str, str]) -> Chart:
    """A shop with units, each on a chart of the rulebook."""
    own, _ = chart_of("sektor-riil", ON)
    return chart([*own.accounts.values(), *(one for name, code in units for one in bringing(name, code, ON)[0])])


BOTH = whole(("ksp", "USP"), ("sektor-riil", "TOKO"))


def test_the_savings_unit_plays_the_roles_of_savings_and_the_cooperative_all_others() -> None:
    assert (savings_unit(BOTH), savings_unit(whole(("sektor-riil", "TOKO"))), savings_unit(whole())) == ("USP", "", "")
    roles = {role: BOTH.role(role).code for role in ("cash", "loans", "voluntary_savings", "allowance", "sales")}
    assert roles == {"cash": "1110", "loans": "1141-USP", "voluntary_savings": "2111-USP", "allowance": "1149",
                     "sales": "4210"}  # fmt: skip
    seen = seen_from(BOTH, "USP")
    assert [seen.role(one).code for one in ("cash", "allowance", "sales")] == ["1110-USP", "1149-USP", "4210"]


def test_money_of_a_unit_is_for_its_own_accounts_and_for_members_capital() -> None:
    seen = facing(BOTH, "USP")
    assert [one.code for one in purses(seen)] == ["1110-USP", "1121-USP"]
    offered = {one.code for kind in purposes(seen, IN) for one in kind.accounts}
    assert {"4110-USP", "1141-USP", "3110", "3120"} <= offered
    assert not {"4110", "4210-TOKO", "2191-USP", "3191-USP", "1191-USP"} & offered


def test_what_a_unit_gives_another_goes_through_the_cooperative() -> None:
    lines = (Line("1110-TOKO", 70), Line("1110-USP", -100), Line("1110", 30))
    made = evened(lines, BOTH)
    assert made[3:] == (
        Line("2191-TOKO", -70), Line("1191-TOKO", 70), Line("2191-USP", 100), Line("1191-USP", -100)
    )  # fmt: skip
    assert apart(made, BOTH) == {} and evened(made, BOTH) == made and unit_faults("x", made, BOTH) == []


def test_a_voucher_that_lacks_something_or_names_an_unknown_account_stays_as_it_is() -> None:
    for lines in ((Line("1110-USP", 5), Line("1110", -4)), (Line("1110-USP", 5), Line("9999", -5))):
        assert evened(lines, BOTH) == lines
    single = whole()
    lines = (Line("1110", 5), Line("4110", -5))
    assert evened(lines, single) == lines and only(single, None) is single


def test_the_parts_and_what_goes_out_of_them_are_the_whole() -> None:
    held = {"1110": 10, "1110-USP": 5, "1191-USP": 5, "2191-USP": -5, "3150": -15}
    head, toko, usp, out, together = beside(BOTH, held)
    assert (head, toko, usp) == ({"1110": 10, "1191-USP": 5, "3150": -15}, {}, {"1110-USP": 5, "2191-USP": -5})
    assert (out, together) == ({"1191-USP": -5, "2191-USP": 5}, {"1110": 10, "1110-USP": 5, "3150": -15})
    assert uncancelled(BOTH, held) == {} and uncancelled(BOTH, {"1191-USP": 5, "2191-USP": -4}) == {"USP.current": 1}


def test_accounts_between_units_are_told_by_name_when_they_do_not_cancel() -> None:
    found = unit_faults("BM-1", (Line("1110", 5), Line("1191-USP", -5)), BOTH)
    assert [(one.code, one.values["unit"]) for one in found] == [("UNITS_002", "USP")]
    assert HEAD == "" and isinstance(BOTH.accounts["3191-USP"], Account)
