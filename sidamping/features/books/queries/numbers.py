"""Numbers of vouchers as papers and people write them: kind, year, and a count without a gap ('BKK-2026-0017')."""

from __future__ import annotations

from datetime import date

from sidamping.platform.http.language import day_text


def written(kind: str, day: date, number: int | None) -> str:
    """The number of a posted voucher; of a draft its kind and day."""
    return f"{kind}-{day.year}-{number:04}" if number else f"{kind} {day_text(day)}"
