"""The whole table of ratios: figures by hand, reasons where there is none, readings and units of the rulebook."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.ratios.amounts import read_amounts
from sidamping.domain.ratios.formulas import FORMULAS
from sidamping.domain.ratios.table import UNITS, as_plain
from sidamping.rules.finance import ratio_table

DAY = date(2025, 12, 31)
TABLE, _ = ratio_table(DAY)
WHOLE: dict[str, Any] = {
    "aktiva_lancar": 150_000_000, "hutang_lancar": 100_000_000, "persediaan_awal": 20_000_000,
    "persediaan": "30.000.000", "kas": 20_000_000, "piutang": 60_000_000, "penjualan_kredit": 240_000_000,
    "harga_pokok_pelayanan": 100_000_000, "partisipasi_bruto": 300_000_000, "aktiva_tetap": 250_000_000,
    "total_aktiva": 400_000_000, "ekuitas": 250_000_000, "beban_bunga": 8_000_000,
    "shu_sebelum_bunga_pajak": 20_000_000, "pajak": 2_000_000, "harga_koperasi": 9_500, "harga_pesaing": 10_000,
    "margin_pesaing": 1_000, "margin_koperasi": 800, "shu_bagian_anggota": 8_000_000,
}
BY_HAND = {
    "1.1": 150, "1.2": 120, "1.3": 20, "2.1": 90, "2.2": 4, "2.3": 4, "2.4": 6, "2.5": 1.2, "2.6": 0.75, "3.1": 37.5,
    "3.2": 60, "3.3": 2.5, "4.1": 3.333333, "4.2": 2.5, "4.3": 4, "4.4": 4, "4.5": 5, "P": 95, "5.1": -40, "5.2": 3.2,
    "5.3": -36.8,
}


def told(**data: Any) -> dict[str, Any]:
    return as_plain(TABLE, read_amounts(data))


def line(seen: dict[str, Any], number: str) -> dict[str, Any]:
    return next(one for one in seen["ratios"] if one["no"] == number)


def test_every_line_of_the_table_comes_out_as_by_hand() -> None:
    assert told(**WHOLE)["values"] == BY_HAND


def test_the_table_is_whole_and_every_line_has_formula_unit_reading_and_article() -> None:
    assert [one.code for one in TABLE.rows] == list(BY_HAND)
    for row in TABLE.rows:
        assert row.formula in FORMULAS and row.unit in UNITS and row.group in TABLE.groups
        assert "{value}" in row.reading_id and "{value}" in row.reading_en
        assert row.cite.startswith("pergub-ntt-33-2018#II.")


def test_the_collection_period_is_days_and_interest_cover_is_times_with_its_percent() -> None:
    seen = told(**WHOLE)
    assert (line(seen, "2.1")["unit"], line(seen, "2.1")["reading"]) == (
        "days", "Piutang rata-rata tertagih dalam 90,00 hari."
    )
    assert (line(seen, "3.3")["unit"], line(seen, "3.3")["value_percent"]) == ("times", 250)


@pytest.mark.parametrize(
    ("change", "number", "code"),
    [
        ({"hutang_lancar": 0}, "1.1", "RATIOS_001"), ({"beban_bunga": 0}, "3.3", "RATIOS_001"),
        ({"penjualan_kredit": 0}, "2.1", "RATIOS_001"), ({"ekuitas": -1}, "4.3", "RATIOS_002"),
        ({"ekuitas": 0}, "5.2", "RATIOS_001"), ({"aktiva_lancar": 90_000_000}, "2.4", "RATIOS_002"),
        ({"kas": None}, "1.3", "RATIOS_003"), ({"persediaan_awal": None}, "2.3", "RATIOS_003"),
        ({"harga_koperasi": 10_000}, "5.1", "RATIOS_004"), ({"harga_koperasi": 10_000}, "5.3", "RATIOS_005"),
        ({"harga_pesaing": 0}, "P", "RATIOS_001"),
    ],
)
def test_what_is_not_computable_says_why_and_is_never_zero(change: dict[str, Any], number: str, code: str) -> None:
    seen = told(**{**WHOLE, **change})
    one = line(seen, number)
    assert (one["value"], one["status"], one["reading"]) == (None, "not_computable", "")
    assert one["why"].startswith(code)


def test_a_loss_is_a_value() -> None:
    seen = told(total_aktiva=100, shu_setelah_pajak=-5)
    assert seen["values"]["4.2"] == -5


def test_the_price_test_leads_and_the_sign_of_rpepa_is_explained() -> None:
    seen = told(**WHOLE)
    assert seen["price_promotion"] is True
    assert any("RATIOS_006" in one for one in seen["warnings"])
    assert told(harga_koperasi=10_000, harga_pesaing=10_000)["price_promotion"] is False
    assert told(kas=1)["price_promotion"] is None


def test_amounts_that_follow_from_others_are_made_and_told() -> None:
    seen = told(**WHOLE)
    assert seen["made"] == {
        "rata_rata_persediaan": 25_000_000, "modal_kerja": 50_000_000, "total_hutang": 150_000_000,
        "shu_sebelum_pajak": 12_000_000, "shu_setelah_pajak": 10_000_000, "total_modal": 400_000_000,
    }


def test_other_names_of_an_amount_are_known() -> None:
    assert told(aset_lancar=3, kewajiban_lancar=2)["values"]["1.1"] == 150


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ({}, ["RATIOS_007"]), ({"kas": "banyak", "piutang": -1}, ["FIGURES_004", "FIGURES_007"]),
        ({"kas": 5, "aktiva_lancar": 4}, ["FIGURES_011"]), ({"total_aktiva": 10**16}, ["FIGURES_008"]),
    ],
)
def test_amounts_at_fault_are_refused_all_at_once(data: dict[str, Any], codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        told(**data)
    assert refused.value.codes == codes


def test_readings_exist_in_english() -> None:
    seen = as_plain(TABLE, read_amounts(WHOLE), "en")
    assert line(seen, "1.1")["reading"] == "Each Rp100 of current liabilities is covered by Rp150,00 of current assets."
