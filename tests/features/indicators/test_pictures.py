"""The picture of a year: what is over is a line, the month that runs only hangs on it."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.indicators.counts import NONE, Count
from sidamping.domain.periods import Month
from sidamping.features.indicators.views import pictures

TOLD = Count(3, 4, 5)
MONTHS = (Month(2026, 8), Month(2026, 9), Month(2026, 10), Month(2026, 11))


@pytest.mark.parametrize(
    ("counts", "on", "lines", "dashed"),
    [
        ((TOLD,) * 4, date(2026, 11, 5), 1, 1),
        ((TOLD,) * 4, date(2026, 12, 1), 1, 0),
        ((TOLD, NONE, TOLD, TOLD), date(2026, 11, 5), 2, 1),
        ((TOLD, TOLD, NONE, TOLD), date(2026, 11, 5), 1, 0),
        ((TOLD, TOLD, TOLD, NONE), date(2026, 11, 5), 1, 0),
    ],
)
def test_the_line_is_dashed_to_the_month_that_runs(
    counts: tuple[Count, ...], on: date, lines: int, dashed: int
) -> None:
    drawn = pictures.year(tuple(zip(MONTHS, counts, strict=True)), on)
    assert drawn.count("figure-line-running") == dashed
    assert drawn.count('"figure-line"') == lines
