"""Months and years as reporting periods: first and last day, neighbours, parsing and names. Knows no clock."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni",
           "Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that periods know; the first and the last are kept for neighbours and cannot be asked for."""


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month; ordered by time."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and FIRST_YEAR <= self.year <= LAST_YEAR):
            raise ValueError(f"not a month: {self.year}-{self.month}")

    @classmethod
    def parse(cls, text: str) -> Month:
        """'2026-11' → Month(2026, 11); ValueError for anything else."""
        year, dash, month = text.partition("-")
        if not (dash and len(year) == 4 and len(month) == 2 and (year + month).isascii() and (year + month).isdigit()):
            raise ValueError(f"not a month: {text!r}, expected YYYY-MM")
        return cls(_asked(int(year)), int(month))

    @classmethod
    def of(cls, day: date) -> Month:
        """The month a day lies in."""
        return cls(day.year, day.month)

    @property
    def start(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def next(self) -> Month:
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    @property
    def previous(self) -> Month:
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    def plus(self, count: int) -> Month:
        """So many months later."""
        years, rest = divmod(self.month - 1 + count, 12)
        return Month(self.year + years, rest + 1)

    @property
    def roman(self) -> str:
        """The month in Roman figures, as in Indonesian letter numbers."""
        return ROMAN[self.month - 1]

    def label(self, language: str = "id") -> str:
        """'November 2026'."""
        return f"{month_name(self.month, language)} {self.year}"

    def days(self) -> Iterator[date]:
        """Every day of the month in order."""
        return (date(self.year, self.month, day) for day in range(1, self.end.day + 1))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, order=True)
class Year:
    """A calendar year as a reporting period."""

    year: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"not a year: {self.year}")

    @classmethod
    def parse(cls, text: str) -> Year:
        """'2026' → Year(2026); ValueError for anything else."""
        if not (len(text) == 4 and text.isascii() and text.isdigit()):
            raise ValueError(f"not a year: {text!r}, expected YYYY")
        return cls(_asked(int(text)))

    @classmethod
    def of(cls, day: date) -> Year:
        """The year a day lies in."""
        return cls(day.year)

    @property
    def start(self) -> date:
        return date(self.year, 1, 1)

    @property
    def end(self) -> date:
        return date(self.year, 12, 31)

    @property
    def next(self) -> Year:
        return Year(self.year + 1)

    @property
    def previous(self) -> Year:
        return Year(self.year - 1)

    def label(self, language: str = "id") -> str:
        """'Tahun 2026'."""
        return f"{'Year' if language.startswith('en') else 'Tahun'} {self.year}"

    def months(self) -> tuple[Month, ...]:
        """The twelve months in order."""
        return tuple(Month(self.year, month) for month in range(1, 13))

    def __contains__(self, day: date) -> bool:
        return day.year == self.year

    def __str__(self) -> str:
        return f"{self.year:04d}"


Period = Month | Year


def period_of(cadence: str, day: date) -> Period:
    """The period a day lies in, for the cadence of a paper: 'month' or 'year'."""
    if cadence == "month":
        return Month.of(day)
    if cadence == "year":
        return Year.of(day)
    raise ValueError(f"not a cadence: {cadence!r}")


def parse_period(text: str) -> Period:
    """'2026-11' → Month, '2026' → Year; ValueError for anything else."""
    return Month.parse(text) if "-" in text else Year.parse(text)


def month_name(month: int, language: str = "id") -> str:
    """The name of a month, 1 to 12, in Indonesian or English."""
    return MONTHS["en" if language.startswith("en") else "id"][month - 1]


def after_months(day: date, count: int) -> date:
    """The same day so many months later; the last day of a month that is shorter."""
    month = Month.of(day).plus(count)
    return month.start.replace(day=min(day.day, month.end.day))


def long_day(day: date, language: str = "id") -> str:
    """'5 November 2026'."""
    return f"{day.day} {month_name(day.month, language)} {day.year}"


def _asked(year: int) -> int:
    """A year somebody names: the periods before and after it exist."""
    if not FIRST_YEAR < year < LAST_YEAR:
        raise ValueError(f"not a year to ask for: {year}")
    return year
