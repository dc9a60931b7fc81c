"""Cooperatives scored per second under Perdep 06/2016: 80,000 full fillings, each with all 22 components.

Run from the checkout: `python -m bench.scoring`. The target is 80,000 in less than 30 s on two cores.
"""

from __future__ import annotations

import os
import random
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from typing import Any

from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.rules.instruments import pinned_instrument

COOPERATIVES, CORES, TARGET = 80_000, 2, 30
DAY = date(2020, 12, 31)
QUESTIONS = {"mu": 12, "kl": 6, "mp": 5, "ma": 10, "ml": 5}


def main() -> None:
    share = COOPERATIVES // CORES
    start = time.perf_counter()
    with ProcessPoolExecutor(CORES) as pool:
        parts = list(pool.map(scored, [share] * CORES, range(CORES)))
    seconds = time.perf_counter() - start
    count = sum(part["count"] for part in parts)
    print(f"{'what':<44}{'count':>8}{'seconds':>10}{'of it CPU':>11}{'per second':>12}")
    for at, part in enumerate(parts, 1):
        _line(f"core {at}, filling checked and scored", part["count"], part["seconds"], part["cpu"])
    _line("both cores", count, seconds, max(part["cpu"] for part in parts))
    for category in sorted({name for part in parts for name in part["categories"]}):
        print(f"  {category:<42}{sum(part['categories'].get(category, 0) for part in parts):>8}")
    verdict = "reached" if seconds < TARGET else "missed"
    print(f"\nTarget {TARGET} s {verdict}. Load of the machine: {os.getloadavg()[0]:.1f}.")


def scored(count: int, seed: int) -> dict[str, Any]:
    """Fillings made up and scored one after the other; how many of each category came out."""
    instrument = pinned_instrument("ksp-health", "perdep-06-2016")
    made_up = random.Random(seed)
    fillings = [filling(made_up) for _ in range(count)]
    categories: dict[str, int] = {}
    start, cpu = time.perf_counter(), time.process_time()
    for data in fillings:
        made = score(instrument, read_filling(instrument, data), on=DAY)
        name = made.category.id if made.category else "tidak disebut"
        categories[name] = categories.get(name, 0) + 1
    spent = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu}
    return {"count": count, **spent, "categories": categories}


def _line(what: str, count: int, seconds: float, cpu: float) -> None:
    print(f"{what:<44}{count:>8}{seconds:>10.2f}{cpu:>11.2f}{count / seconds:>12.0f}")


def filling(made_up: random.Random) -> dict[str, Any]:
    """A cooperative as a whole: amounts for every ratio, an answer to every question."""
    assets = made_up.randint(50, 20_000) * 1_000_000 + made_up.randint(0, 999_999)

    def part(of: int, low: float, high: float) -> int:
        return int(of * made_up.uniform(low, high))

    loans, own, income = part(assets, 0.4, 0.9), part(assets, 0.1, 0.7), part(assets, 0.05, 0.25)
    inputs = {
        "modal_sendiri": own, "total_aset": assets,
        "pinjaman_diberikan": loans, "pinjaman_anggota": part(loans, 0.5, 1),
        "pinjaman_berisiko": part(loans, 0.05, 0.4), "kurang_lancar": part(loans, 0, 0.06),
        "diragukan": part(loans, 0, 0.05), "pinjaman_macet": part(loans, 0, 0.08),
        "cadangan_risiko": part(loans, 0.01, 0.1), "modal_tertimbang": part(assets, 0.3, 0.9),
        "atmr": part(assets, 0.5, 1), "beban_pokok": part(income, 0.2, 0.5),
        "beban_usaha": part(income, 0.1, 0.4), "beban_perkoperasian": part(income, 0.01, 0.1),
        "partisipasi_bruto": income,
        "shu_kotor": part(income, 0.1, 0.5), "biaya_karyawan": part(loans, 0.01, 0.2), "kas": part(assets, 0.001, 0.05),
        "bank": part(assets, 0.001, 0.1), "kewajiban_lancar": part(assets, 0.2, 0.6),
        "dana_yang_diterima": part(assets, 0.3, 0.8), "shu_sebelum_pajak": part(assets, -0.01, 0.12),
        "shu_bagian_anggota": part(own, 0, 0.08), "pendapatan_bukan_anggota": part(income, 0, 0.8),
        "meppp": part(own, 0, 0.1), "simpanan_pokok": part(own, 0.05, 0.2), "simpanan_wajib": part(own, 0.2, 0.6),
    }
    return {"inputs": inputs, "answers": {key: made_up.randint(0, most) for key, most in QUESTIONS.items()}}


if __name__ == "__main__":
    main()
