"""Rows per second of an import of 10,000 persons, beside plain openpyxl reading the same workbook.

Run: `python bench/import_rows.py [ROWS]`. Works in a transaction that is rolled back; writes nothing for good.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
django.setup()

from django.db import transaction  # noqa: E402 - Django must be set up first
from openpyxl import load_workbook  # noqa: E402

from sidamping.features.parties.forms.sheets import sheet_of  # noqa: E402
from sidamping.features.parties.services import apply_rows, judge  # noqa: E402
from sidamping.platform.access.models import User  # noqa: E402
from sidamping.platform.access.viewer import Grant, Viewer  # noqa: E402
from sidamping.platform.database.ids import uuid7  # noqa: E402
from sidamping.platform.territory.models import Area, Level  # noqa: E402
from sidamping.platform.xlsx.read import read_table  # noqa: E402
from sidamping.platform.xlsx.write import Table, write_book  # noqa: E402

T = TypeVar("T")


def main(rows: int) -> None:
    sheet = sheet_of("person")
    found = Area.objects.filter(level=Level.VILLAGE, code__startswith="53.").order_by("code")
    villages = list(found.values_list("code", flat=True)[:200])
    if not villages:
        raise SystemExit("Load the areas first: sidamping areas load")
    lines = [_line(number, villages[number % len(villages)]) for number in range(rows)]
    with write_book([Table(sheet.tab, sheet.columns, lines)]) as book:
        content = book.read()
    print(f"{rows:,} rows, {len(content) / 1e6:.1f} MB")
    table = _timed("openpyxl, reading alone (peer)", rows, lambda: _peer(content))
    assert table == rows + 1
    read = _timed("read (calamine, header, cells)", rows, lambda: read_table(content, sheet.columns))
    drafts = _timed("rows to drafts", rows, lambda: [sheet.row_of(one) for one in read])
    with transaction.atomic():
        user = User.objects.create(username=f"bench-{uuid7()}", full_name="Bench")
        by = Viewer(user.pk, "Bench", date(2026, 11, 5), (Grant("admin"),))
        judged = _timed("judge (preview)", rows, lambda: judge(by=by, rows=drafts))
        assert judged.counts()["new"] == rows, judged.counts()
        done = _timed("judge again and write", rows, lambda: apply_rows(by=by, import_id=uuid7(), rows=drafts))
        assert done["written"] == rows
        again = _timed("the same again (all known)", rows, lambda: apply_rows(by=by, import_id=uuid7(), rows=drafts))
        assert again["written"] == 0
        transaction.set_rollback(True)


def _line(number: int, village: str) -> tuple[str, ...]:
    return (
        f"Orang Percobaan {number:05}", f"53010101{number:08}", "LP"[number % 2], village, f"RT {number % 20}",
        f"0812{number:08}", "", "SMA/sederajat", "",
    )


def _peer(content: bytes) -> int:
    sheet = load_workbook(io.BytesIO(content), read_only=True).active
    return sum(1 for _row in sheet.iter_rows(values_only=True))


def _timed(label: str, rows: int, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"{label:<36} {seconds:7.2f} s {rows / seconds:10,.0f} rows/s")
    return result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
