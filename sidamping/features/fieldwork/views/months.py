"""The month of an address, and its days as weeks for the grid of the calendar."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import Day


def month_or_404(text: str, on: date) -> Month:
    """The month of the address; without one, the month of today."""
    try:
        return Month.parse(text) if text else Month.of(on)
    except ValueError:
        raise Http404 from None


def place_on_page(day: date) -> str:
    """Where a page lists what happens on the day."""
    return f"#hari-{day}"


def weeks_of(month: Month, days: list[Day]) -> list[list[Day | None]]:
    """The month as rows from Monday to Sunday; None before the first and after the last day."""
    cells: list[Day | None] = [None] * month.start.weekday() + list(days)
    cells += [None] * (-len(cells) % 7)
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]
