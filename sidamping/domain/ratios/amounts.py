"""The amounts of a balance sheet and PHU that ratios need, as reported or made of others that were."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sidamping.domain.figures import Figures
from sidamping.domain.problems import Problem, problem, refuse_if

Amount = int | Fraction

NAMES: Mapping[str, tuple[str, ...]] = {
    "aktiva_lancar": ("aset_lancar", "harta_lancar", "current_assets"),
    "hutang_lancar": ("utang_lancar", "kewajiban_lancar", "kewajiban_jangka_pendek", "current_liabilities"),
    "persediaan": ("persediaan_akhir", "inventory"),
    "persediaan_awal": ("persediaan_lalu",),
    "rata_rata_persediaan": ("persediaan_rata_rata", "average_inventory"),
    "kas": ("cash",),
    "piutang": ("receivables",),
    "penjualan_kredit": ("penjualan_kredit_bruto", "credit_sales"),
    "harga_pokok_pelayanan": ("beban_pokok", "harga_pokok", "harga_pokok_penjualan", "cost_of_service"),
    "partisipasi_bruto": ("gross_participation",),
    "modal_kerja": ("working_capital",),
    "aktiva_tetap": ("aset_tetap", "fixed_assets"),
    "total_aktiva": ("total_aset", "jumlah_aktiva", "total_assets"),
    "total_hutang": ("total_utang", "total_kewajiban", "total_debt"),
    "hutang_jangka_panjang": ("utang_jangka_panjang", "kewajiban_jangka_panjang"),
    "ekuitas": ("modal_sendiri", "equity"),
    "total_modal": ("total_capital",),
    "shu_sebelum_bunga_pajak": ("shu_sebelum_bunga_dan_pajak", "shu_before_interest_and_tax"),
    "beban_bunga": ("beban_bunga_pinjaman", "interest_expense"),
    "shu_sebelum_pajak": ("shu_before_tax",),
    "pajak": ("beban_pajak", "pph", "tax"),
    "shu_setelah_pajak": ("shu", "shu_bersih", "shu_after_tax"),
    "margin_pesaing": ("competitor_margin",), "margin_koperasi": ("cooperative_margin",),
    "harga_koperasi": ("harga_pelayanan_koperasi", "cooperative_price"),
    "harga_pesaing": ("harga_pelayanan_pesaing", "competitor_price"),
    "shu_bagian_anggota": ("members_shu",),
    "on": ("tanggal", "date", "as_of"), "koperasi": (), "tahun": ("year",),
}
NO_AMOUNTS = frozenset(("on", "koperasi", "tahun"))
SIGNED = frozenset((
    "ekuitas", "modal_kerja", "total_modal", "shu_sebelum_bunga_pajak", "shu_sebelum_pajak", "shu_setelah_pajak",
    "pajak", "margin_pesaing", "margin_koperasi", "partisipasi_bruto",
))
"""Amounts that may be below zero: a loss, a deficit, a tax refund."""
PARTS = (
    ("kas", "aktiva_lancar"), ("persediaan", "aktiva_lancar"), ("piutang", "total_aktiva"),
    ("aktiva_lancar", "total_aktiva"), ("aktiva_tetap", "total_aktiva"), ("hutang_lancar", "total_hutang"),
    ("hutang_jangka_panjang", "total_hutang"),
)
MADE: Mapping[str, tuple[tuple[tuple[str, int], ...], ...]] = {
    "modal_kerja": ((("aktiva_lancar", 1), ("hutang_lancar", -1)),),
    "total_hutang": ((("hutang_lancar", 1), ("hutang_jangka_panjang", 1)), (("total_aktiva", 1), ("ekuitas", -1))),
    "ekuitas": ((("total_aktiva", 1), ("total_hutang", -1)),),
    "total_aktiva": ((("total_hutang", 1), ("ekuitas", 1)),),
    "total_modal": ((("total_hutang", 1), ("ekuitas", 1)),),
    "shu_sebelum_pajak": ((("shu_sebelum_bunga_pajak", 1), ("beban_bunga", -1)),
                          (("shu_setelah_pajak", 1), ("pajak", 1))),
    "shu_sebelum_bunga_pajak": ((("shu_sebelum_pajak", 1), ("beban_bunga", 1)),),
    "shu_setelah_pajak": ((("shu_sebelum_pajak", 1), ("pajak", -1)),),
}
"""Amounts that follow from others by the form of the statements, when nobody reported them."""


class Amounts:
    """What was reported, and what can be made of it; what was made is told."""

    def __init__(self, reported: Mapping[str, int], warnings: tuple[Problem, ...] = ()) -> None:
        self.reported, self.warnings = dict(reported), warnings
        self.made: dict[str, Amount] = {}
        self._asked: set[str] = set()

    def get(self, name: str) -> Amount | None:
        """The amount, or None when it was neither reported nor can be made of what was."""
        if name in self.reported:
            return self.reported[name]
        if name in self.made or name in self._asked:
            return self.made.get(name)
        self._asked.add(name)  # an amount that is made of itself stays unknown
        made = self._average() if name == "rata_rata_persediaan" else self._sum(name)
        self._asked.discard(name)
        if made is not None:
            self.made[name] = made
        return made

    def _average(self) -> Amount | None:
        first, last = self.reported.get("persediaan_awal"), self.reported.get("persediaan")
        return None if first is None or last is None else Fraction(first + last, 2)

    def _sum(self, name: str) -> Amount | None:
        for way in MADE.get(name, ()):
            parts = [(self.get(part), sign) for part, sign in way]
            if all(amount is not None for amount, _ in parts):
                return sum(amount * sign for amount, sign in parts if amount is not None)
        return None


def read_amounts(data: Mapping[str, Any]) -> Amounts:
    """The amounts in a file's figures; Refused with every problem found."""
    figures = Figures(data, NAMES)
    read = {key: figures.amount(key, signed=key in SIGNED) for key in NAMES if key not in NO_AMOUNTS}
    reported = {key: amount for key, amount in read.items() if amount is not None}
    for part, whole in PARTS:
        figures.at_most(part, reported.get(part), whole, reported.get(whole))
    if not reported and not figures.problems:
        figures.problems.append(problem("RATIOS_007", "", seen=", ".join(map(str, data)) or "-"))
    figures.unused()
    refuse_if(figures.problems)
    return Amounts(reported, tuple(figures.warnings))
