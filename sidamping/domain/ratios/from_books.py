"""The amounts of the ratio table out of statements, with what the ledger cannot know as somebody stated it."""

from __future__ import annotations

from collections.abc import Mapping

from sidamping.domain.ledger.statements import ASSET_SECTIONS, BalanceSheet, Surplus
from sidamping.domain.ratios.amounts import Amounts

CASH, RECEIVABLES, INVENTORY = "kas", "piutang", "persediaan"
STATED = (
    "penjualan_kredit", "harga_koperasi", "harga_pesaing", "margin_koperasi", "margin_pesaing", "shu_bagian_anggota",
)
"""What no account tells: sales on credit, prices and margins here and elsewhere, what members got of the surplus."""


def amounts_of(sheet: BalanceSheet, phu: Surplus, first_inventory: int, stated: Mapping[str, int]) -> Amounts:
    """Every amount the ledger knows. Expenses stand above zero, as the formulas read them."""
    found = {
        "aktiva_lancar": sheet.of("current-assets"), "hutang_lancar": sheet.of("current-liabilities"),
        "hutang_jangka_panjang": sheet.of("long-term-liabilities"), "total_hutang": sheet.liabilities,
        "aktiva_tetap": sheet.of("fixed-assets"), "total_aktiva": sheet.of(*ASSET_SECTIONS), "ekuitas": sheet.equity,
        "kas": line(sheet, CASH), "piutang": line(sheet, RECEIVABLES), "persediaan": line(sheet, INVENTORY),
        "persediaan_awal": first_inventory, "partisipasi_bruto": phu.of("gross-participation"),
        "harga_pokok_pelayanan": -phu.of("service-cost"), "beban_bunga": -phu.of("interest"),
        "shu_sebelum_bunga_pajak": phu.before_interest_and_tax, "shu_sebelum_pajak": phu.before_tax,
        "pajak": -phu.of("tax"), "shu_setelah_pajak": phu.after_tax,
    }
    return Amounts({**found, **{key: stated[key] for key in STATED if key in stated}})


def line(sheet: BalanceSheet, code: str) -> int:
    """The amount of a line of the balance sheet; nothing is zero, for the ledger knows all there is."""
    return sum(one.amount for one in sheet.figures if one.code == code)
