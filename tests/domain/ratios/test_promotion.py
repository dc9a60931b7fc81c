"""Member economic promotion (E11, S4 II.K.4, C28): price test, saving in rupiah, share of the surplus, what lacks."""

from __future__ import annotations

from sidamping.domain.ledger.chart import INCOME, Account
from sidamping.domain.ledger.sheets import Column, Sheet
from sidamping.domain.ratios.promotion import Promoted, promotion_report

SALES = Account("4110", "Penjualan kepada anggota", "Sales to members", INCOME)
FEES = Account("4120", "Jasa anggota", "Fees of members", INCOME)
WHOLE = {"harga_koperasi": 9_000, "harga_pesaing": 10_000, "shu_bagian_anggota": 400_000}


def report(*years: Promoted) -> Sheet:
    return promotion_report(years, tuple(Column(f"{2026 - at}", f"{2026 - at}") for at in range(len(years))))


def year(amount: int = 4_500_000, **stated: int) -> Promoted:
    return Promoted([(SALES, amount), (FEES, 500_000)], stated)


def test_members_gain_what_they_would_have_paid_more_elsewhere_and_their_share() -> None:
    """5,000,000 / 9,000 x 1,000 = 555,555.56, rounded once: 555,556; with 400,000 of the surplus 955,556."""
    made = report(year(**WHOLE))
    assert made.row("participation").value() == 5_000_000
    assert (made.row("saved").value(), made.row("total").value()) == (555_556, 955_556)
    assert made.row("test").cells[0].value == "90,00 %"
    assert "2026: anggota membayar lebih murah" in made.remarks[0][0]
    assert made.row("participation").accounts == ((SALES, (4_500_000,)), (FEES, (500_000,)))


def test_a_dearer_cooperative_takes_from_its_members() -> None:
    made = report(year(**{**WHOLE, "harga_pesaing": 8_100}))
    assert (made.row("saved").value(), made.row("total").value()) == (-500_000, -100_000)
    assert "tidak lebih murah" in made.remarks[0][0]


def test_equal_prices_promote_nobody_by_price() -> None:
    """P % = 100 is no promotion, and no division by nothing."""
    made = report(year(**{**WHOLE, "harga_pesaing": 9_000}))
    assert (made.row("test").cells[0].value, made.row("saved").value()) == ("100,00 %", 0)
    assert "tidak lebih murah" in made.remarks[0][0]


def test_what_nobody_stated_is_no_zero() -> None:
    made = report(year(harga_koperasi=9_000), year(**WHOLE))
    for key in ("harga_pesaing", "test", "saved", "shu_bagian_anggota", "total"):
        assert made.row(key).cells[0].value == "?"
    assert made.row("total").cells[1].value == 955_556
    assert "harga rata-rata di pesaing, SHU bagian anggota" in made.remarks[0][0]


def test_a_year_without_business_of_members_saves_nothing() -> None:
    made = report(Promoted([], WHOLE))
    assert (made.row("saved").value(), made.row("total").value()) == (0, 400_000)
