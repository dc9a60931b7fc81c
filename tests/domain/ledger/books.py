"""Books of a small cooperative for the tests: entries written as text tables, on the packaged chart."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from sidamping.domain.ledger.entries import ADJUSTING, Entry, Line
from sidamping.rules.charts import chart_of

CHART, _ = chart_of("sektor-riil", date(2026, 12, 31))
YEAR = """
BKM-01  2026-01-02  1110  2500000  Ujang  Simpanan pokok
BKM-01  2026-01-02  3110 -2500000  Ujang  Simpanan pokok
BKM-02  2026-02-10  1110 12000000  Maria  Simpanan wajib
BKM-02  2026-02-10  3120 -12000000 Maria  Simpanan wajib
BKK-01  2026-03-01  1145  6000000  -      Beli barang dagangan
BKK-01  2026-03-01  1110 -6000000  -      Beli barang dagangan
BKM-03  2026-05-20  1110  5000000  -      Penjualan kepada anggota
BKM-03  2026-05-20  4110 -5000000  -      Penjualan kepada anggota
BKM-04  2026-06-20  1110  1000000  -      Penjualan kepada umum
BKM-04  2026-06-20  4210 -1000000  -      Penjualan kepada umum
BKK-02  2026-07-01  1340  1200000  -      Timbangan
BKK-02  2026-07-01  1110 -1200000  -      Timbangan
BKK-03  2026-08-31  6111   800000  -      Upah
BKK-03  2026-08-31  1110  -800000  -      Upah
BKK-04  2026-11-30  6213   300000  -      Rapat Anggota
BKK-04  2026-11-30  1110  -300000  -      Rapat Anggota
"""


def written(table: str, kind: str = "general") -> list[Entry]:
    """Entries out of rows 'voucher day account amount member text'."""
    found: dict[str, Entry] = {}
    for row in table.strip().splitlines():
        number, day, account, amount, member, *text = row.split()
        line = Line(account, int(amount), "" if member == "-" else member)
        before = found.get(number)
        lines = (*before.lines, line) if before else (line,)
        found[number] = Entry(number, date.fromisoformat(day), " ".join(text), lines, kind)
    return list(found.values())


def adjusting(number: str, lines: tuple[Line, ...]) -> Entry:
    return Entry(number, date(2026, 12, 31), "Penyesuaian", lines, ADJUSTING)


ACCOUNTS = sorted(one.code for one in CHART.accounts.values() if not one.header)


@st.composite
def random_books(draw: st.DrawFn) -> list[Entry]:
    """Balanced entries on any accounts and days of the year."""
    books = []
    for at in range(draw(st.integers(1, 12))):
        accounts = draw(st.lists(st.sampled_from(ACCOUNTS), min_size=2, max_size=5))
        count = len(accounts)
        amounts = draw(st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=count, max_size=count))
        amounts[-1] -= sum(amounts)
        if not amounts[-1]:
            continue
        day = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
        kind = draw(st.sampled_from(["general", ADJUSTING]))
        lines = tuple(Line(code, amount, "1") for code, amount in zip(accounts, amounts, strict=True))
        books.append(Entry(f"V-{at:03}", day, "Acak", lines, kind))
    return books
