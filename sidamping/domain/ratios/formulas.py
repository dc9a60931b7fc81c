"""The ratios as named functions of named amounts: an exact value, or why there is none. Holds no number of a rule.

Parameters are the amounts a ratio needs; the docstring is its formula as readers see it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.formulas.quotient import Unknowable

Amount = int | Fraction
Ratio = Fraction | Unknowable


def _over(part: Amount, whole: Amount, name: str, scale: int = 1) -> Ratio:
    """part / whole; not computable where the whole is zero or below it."""
    if whole > 0:
        return Fraction(part) * scale / whole
    return Unknowable("RATIOS_001" if whole == 0 else "RATIOS_002", name)


def _percent(part: Amount, whole: Amount, name: str) -> Ratio:
    return _over(part, whole, name, 100)


def current_ratio(aktiva_lancar: Amount, hutang_lancar: Amount) -> Ratio:
    """aktiva lancar / hutang lancar × 100 %"""
    return _percent(aktiva_lancar, hutang_lancar, "hutang_lancar")


def quick_ratio(aktiva_lancar: Amount, persediaan: Amount, hutang_lancar: Amount) -> Ratio:
    """(aktiva lancar − persediaan) / hutang lancar × 100 %"""
    return _percent(aktiva_lancar - persediaan, hutang_lancar, "hutang_lancar")


def cash_ratio(kas: Amount, hutang_lancar: Amount) -> Ratio:
    """kas / hutang lancar × 100 %"""
    return _percent(kas, hutang_lancar, "hutang_lancar")


def collection_period(piutang: Amount, hari_setahun: Amount, penjualan_kredit: Amount) -> Ratio:
    """piutang × hari setahun / penjualan kredit, dalam hari"""
    return _over(piutang * hari_setahun, penjualan_kredit, "penjualan_kredit")


def receivable_turnover(penjualan_kredit: Amount, piutang: Amount) -> Ratio:
    """penjualan kredit bruto / piutang, kali"""
    return _over(penjualan_kredit, piutang, "piutang")


def inventory_turnover(harga_pokok_pelayanan: Amount, rata_rata_persediaan: Amount) -> Ratio:
    """harga pokok pelayanan / rata-rata persediaan, kali"""
    return _over(harga_pokok_pelayanan, rata_rata_persediaan, "rata_rata_persediaan")


def working_capital_turnover(partisipasi_bruto: Amount, modal_kerja: Amount) -> Ratio:
    """partisipasi bruto / modal kerja, kali"""
    return _over(partisipasi_bruto, modal_kerja, "modal_kerja")


def fixed_asset_turnover(partisipasi_bruto: Amount, aktiva_tetap: Amount) -> Ratio:
    """partisipasi bruto / aktiva tetap, kali"""
    return _over(partisipasi_bruto, aktiva_tetap, "aktiva_tetap")


def total_asset_turnover(partisipasi_bruto: Amount, total_aktiva: Amount) -> Ratio:
    """partisipasi bruto / total aktiva, kali"""
    return _over(partisipasi_bruto, total_aktiva, "total_aktiva")


def debt_ratio(total_hutang: Amount, total_aktiva: Amount) -> Ratio:
    """total hutang / total aktiva × 100 %"""
    return _percent(total_hutang, total_aktiva, "total_aktiva")


def debt_to_equity(total_hutang: Amount, ekuitas: Amount) -> Ratio:
    """total hutang / ekuitas × 100 %"""
    return _percent(total_hutang, ekuitas, "ekuitas")


def times_interest_earned(shu_sebelum_bunga_pajak: Amount, beban_bunga: Amount) -> Ratio:
    """SHU sebelum bunga dan pajak / beban bunga, kali"""
    return _over(shu_sebelum_bunga_pajak, beban_bunga, "beban_bunga")


def net_profit_margin(shu_setelah_pajak: Amount, partisipasi_bruto: Amount) -> Ratio:
    """SHU setelah pajak / partisipasi bruto × 100 %"""
    return _percent(shu_setelah_pajak, partisipasi_bruto, "partisipasi_bruto")


def return_on_investment(shu_setelah_pajak: Amount, total_aktiva: Amount) -> Ratio:
    """SHU setelah pajak / total aktiva × 100 %"""
    return _percent(shu_setelah_pajak, total_aktiva, "total_aktiva")


def return_on_equity(shu_setelah_pajak: Amount, ekuitas: Amount) -> Ratio:
    """SHU setelah pajak / ekuitas × 100 %"""
    return _percent(shu_setelah_pajak, ekuitas, "ekuitas")


def profit_margin(shu_sebelum_pajak: Amount, partisipasi_bruto: Amount) -> Ratio:
    """SHU sebelum pajak / partisipasi bruto × 100 %"""
    return _percent(shu_sebelum_pajak, partisipasi_bruto, "partisipasi_bruto")


def economic_rentability(shu_sebelum_bunga_pajak: Amount, total_modal: Amount) -> Ratio:
    """SHU sebelum bunga dan pajak / total modal × 100 %"""
    return _percent(shu_sebelum_bunga_pajak, total_modal, "total_modal")


def price_promotion(harga_koperasi: Amount, harga_pesaing: Amount) -> Ratio:
    """harga pelayanan koperasi rata-rata / harga pesaing rata-rata × 100 %"""
    return _percent(harga_koperasi, harga_pesaing, "harga_pesaing")


def participation_promotion(
    margin_pesaing: Amount, margin_koperasi: Amount, harga_koperasi: Amount, harga_pesaing: Amount
) -> Ratio:
    """(margin pesaing − margin koperasi) / (harga koperasi − harga pesaing) × 100 %"""
    apart = harga_koperasi - harga_pesaing
    if apart == 0:
        return Unknowable("RATIOS_004", "harga_koperasi")
    return Fraction(margin_pesaing - margin_koperasi) * 100 / apart


def members_surplus_share(shu_bagian_anggota: Amount, ekuitas: Amount) -> Ratio:
    """SHU bagian anggota / ekuitas × 100 %"""
    return _percent(shu_bagian_anggota, ekuitas, "ekuitas")


def member_promotion(
    margin_pesaing: Amount, margin_koperasi: Amount, harga_koperasi: Amount, harga_pesaing: Amount,
    shu_bagian_anggota: Amount, ekuitas: Amount,
) -> Ratio:
    """RPEPA + RSHUA"""
    prices = participation_promotion(margin_pesaing, margin_koperasi, harga_koperasi, harga_pesaing)
    surplus = members_surplus_share(shu_bagian_anggota, ekuitas)
    if isinstance(prices, Unknowable):
        return Unknowable("RATIOS_005", "RPEPA")
    return Unknowable("RATIOS_005", "RSHUA") if isinstance(surplus, Unknowable) else prices + surplus


@dataclass(frozen=True)
class Formula:
    """A function with its name, the amounts it needs in order, and its sentence for readers."""

    name: str
    inputs: tuple[str, ...]
    compute: Callable[..., Ratio]
    says: str


FORMULAS: dict[str, Formula] = {
    made.__name__: Formula(made.__name__, tuple(inspect.signature(made).parameters), made, inspect.getdoc(made) or "")
    for made in (
        current_ratio, quick_ratio, cash_ratio, collection_period, receivable_turnover, inventory_turnover,
        working_capital_turnover, fixed_asset_turnover, total_asset_turnover, debt_ratio, debt_to_equity,
        times_interest_earned, net_profit_margin, return_on_investment, return_on_equity, profit_margin,
        economic_rentability, price_promotion, participation_promotion, members_surplus_share, member_promotion,
    )
}
