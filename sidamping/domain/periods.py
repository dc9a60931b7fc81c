"""Months, quarters, years and whole courses as reporting periods: first and last day, neighbours, parsing and names.

Knows no clock.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
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

    cadence: ClassVar[str] = "month"
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

    cadence: ClassVar[str] = "year"
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


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a calendar year as a reporting period (S0, D.4.b.2)."""

    cadence: ClassVar[str] = "quarter"
    year: int
    quarter: int

    def __post_init__(self) -> None:
        if not (1 <= self.quarter <= 4 and FIRST_YEAR <= self.year <= LAST_YEAR):
            raise ValueError(f"not a quarter: {self.year}-Q{self.quarter}")

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """'2026-Q4' → Quarter(2026, 4); ValueError for anything else."""
        year, dash, quarter = text.partition("-Q")
        if not (dash and len(year) == 4 and len(quarter) == 1 and (year + quarter).isascii()
                and (year + quarter).isdigit()):
            raise ValueError(f"not a quarter: {text!r}, expected YYYY-Q1 to YYYY-Q4")
        return cls(_asked(int(year)), int(quarter))

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def start(self) -> date:
        return date(self.year, self.quarter * 3 - 2, 1)

    @property
    def end(self) -> date:
        return Month(self.year, self.quarter * 3).end

    @property
    def previous(self) -> Quarter:
        return Quarter(self.year - 1, 4) if self.quarter == 1 else Quarter(self.year, self.quarter - 1)

    def label(self, language: str = "id") -> str:
        """'Triwulan IV 2026'."""
        word = "Quarter" if language.startswith("en") else "Triwulan"
        return f"{word} {ROMAN[self.quarter - 1]} {self.year}"

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.quarter}"


@dataclass(frozen=True)
class Course:
    """A mentoring from its first to its last day, as the final report covers it (S0, D.4.b.3)."""

    cadence: ClassVar[str] = "course"
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"ends before it starts: {self.start} to {self.end}")

    @classmethod
    def parse(cls, text: str) -> Course:
        """'2026-01-05--2026-11-30' → Course; ValueError for anything else."""
        start, dashes, end = text.partition("--")
        if not dashes:
            raise ValueError(f"not a course: {text!r}, expected YYYY-MM-DD--YYYY-MM-DD")
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        return cls(first.replace(year=_asked(first.year)), last.replace(year=_asked(last.year)))

    def label(self, language: str = "id") -> str:
        """'5 Januari 2026 – 30 November 2026'."""
        return f"{long_day(self.start, language)} – {long_day(self.end, language)}"

    def __str__(self) -> str:
        return f"{self.start.isoformat()}--{self.end.isoformat()}"


Calendar = Month | Quarter | Year
"""The periods of the calendar: they have neighbours."""
Period = Calendar | Course


def period_of(cadence: str, day: date) -> Calendar:
    """The period of the calendar a day lies in, for the cadence of a paper: 'month', 'quarter' or 'year'."""
    for one in (Month, Quarter, Year):
        if one.cadence == cadence:
            return one.of(day)
    raise ValueError(f"not a cadence of the calendar: {cadence!r}")


def parse_period(text: str) -> Period:
    """'2026-11' → Month, '2026-Q4' → Quarter, '2026' → Year, two days → Course; ValueError for anything else."""
    if "--" in text:
        return Course.parse(text)
    if "-Q" in text:
        return Quarter.parse(text)
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


def full_day(day: date, language: str = "id") -> str:
    """'Kamis, 5 November 2026'."""
    return f"{WEEKDAYS[language[:2]][day.weekday()]}, {long_day(day, language)}"


def short_day(day: date, language: str = "id") -> str:
    """'5 Nov 2026'."""
    return f"{day.day} {month_name(day.month, language)[:3]} {day.year}"


def _asked(year: int) -> int:
    """A year somebody names: the periods before and after it exist."""
    if not FIRST_YEAR < year < LAST_YEAR:
        raise ValueError(f"not a year to ask for: {year}")
    return year
