"""A savings-and-loan cooperative with its figures of a year, worked out by hand against Perdep 06/2016."""

from __future__ import annotations

from datetime import date
from typing import Any

from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import Instrument
from sidamping.rules.instruments import instrument, pinned_instrument

DAY = date(2026, 6, 30)
AMOUNTS = {
    "modal_sendiri": 450_000_000, "total_aset": 1_000_000_000, "pinjaman_berisiko": 600_000_000,
    "modal_tertimbang": 500_000_000, "atmr": 800_000_000, "pinjaman_anggota": 680_000_000,
    "pinjaman_diberikan": 800_000_000, "kurang_lancar": 40_000_000, "diragukan": 20_000_000,
    "pinjaman_macet": 10_000_000, "cadangan_risiko": 20_000_000, "beban_pokok": 30_000_000,
    "beban_usaha": 60_000_000, "beban_perkoperasian": 10_000_000, "partisipasi_bruto": 150_000_000,
    "shu_kotor": 120_000_000, "biaya_karyawan": 45_000_000, "kas": 60_000_000, "bank": 60_000_000,
    "kewajiban_lancar": 500_000_000, "dana_yang_diterima": 550_000_000, "shu_sebelum_pajak": 50_000_000,
    "shu_bagian_anggota": 20_000_000, "pendapatan_bukan_anggota": 10_000_000, "meppp": 30_000_000,
    "simpanan_pokok": 100_000_000, "simpanan_wajib": 200_000_000,
}  # fmt: skip
"""ms_ta 45% → 100; ms_pb 75% → 80; car 62,5% → 100; vpa 85% → 100; rpm 5,625% → 80; cad 28,57% → 30; pb 75% → 25."""
ANSWERS = {"mu": 9, "kl": 5, "mp": 3, "ma": 7, "ml": 4}
"""9 × 0,25 + 5 × 0,50 + 3 × 0,60 + 7 × 0,30 + 4 × 0,60 = 2,25 + 2,50 + 1,80 + 2,10 + 2,40 = 11,05."""
SPELT = {
    group: {str(number): "ya" if number <= yes else "tidak" for number in range(1, count + 1)}
    for (group, yes), count in zip(ANSWERS.items(), (12, 6, 5, 10, 5), strict=True)
}
FILLING: dict[str, Any] = {"inputs": AMOUNTS, "answers": SPELT}


def ksp(version: str = "2016-04-01") -> Instrument:
    return pinned_instrument("ksp-health", version)


def outcome(data: dict[str, Any] | None = None, made: Instrument | None = None, on: date = DAY) -> dict[str, Any]:
    """What the instrument makes of the figures, as it is sealed."""
    used = made or ksp()
    return score(used, read_filling(used, data or FILLING), on=on).plain()


def partly() -> dict[str, Any]:
    """Only the first aspect and half of the questions of one group."""
    few = {key: AMOUNTS[key] for key in ("modal_sendiri", "total_aset", "pinjaman_berisiko")}
    return {"inputs": few, "answers": {"mu": {str(number): "ya" for number in range(1, 7)}}}


def lab() -> Instrument:
    return instrument("policy-lab", DAY)
