"""Time deposits: the day they mature, the days interest is due, and what breaking one early costs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from sidamping.domain.periods import Month, after_months
from sidamping.domain.scoring.numbers import half_up

MONTHS, MILLION = 12, 1_000_000


def due_in(opened: date, months: int, month: Month) -> date | None:
    """The day of a month on which a whole month of the term is full; None before the first and after the last."""
    count = (month.year - opened.year) * MONTHS + month.month - opened.month
    return after_months(opened, count) if 1 <= count <= months else None


def penalty(nominal: int, break_ppm: int) -> int:
    """What is kept back when a deposit is broken before it matures."""
    return half_up(Fraction(nominal * break_ppm, MILLION))
