"""The terms of a loan as somebody asks for them, checked all at once before a schedule is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sidamping.domain.figures import MOST, Figures
from sidamping.domain.problems import problem, refuse_if
from sidamping.domain.scoring.numbers import Number

FLAT, DECLINING, ANNUITY = "flat", "declining", "annuity"
METHODS = (FLAT, DECLINING, ANNUITY)
"""Interest on the first principal; on what is still owed; the same instalment every month."""
MOST_MONTHS = 600
MOST_RATE = 1000
NAMES: Mapping[str, tuple[str, ...]] = {
    "--principal": (), "--rate-year": (), "--rate-month": (), "--months": (), "--method": (), "--step": (),
}
WANTED = {
    "--principal": "pokok pinjaman dalam rupiah", "--months": "banyaknya angsuran", "--method": ", ".join(METHODS),
}
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Terms:
    """Principal in rupiah, interest in percent a month, months, method, and the step instalments are rounded to."""

    principal: int
    rate_month: Number
    months: int
    method: str
    step: int = 1

    @property
    def monthly(self) -> Fraction:
        """The monthly rate as a fraction of one."""
        return Fraction(self.rate_month) / 100

    @property
    def rate_year(self) -> Number:
        """Twelve times the monthly rate: nominal, without interest on interest."""
        return self.rate_month * MONTHS_A_YEAR


def read_terms(given: Mapping[str, Any]) -> Terms:
    """The terms out of the words of a command or a form, by the names of the command; Refused with every problem."""
    figures = Figures(given, NAMES)
    principal, months = _principal(figures), figures.count("--months", 1, MOST_MONTHS)
    rate = _rate(figures)
    method, step = figures.choice("--method", METHODS), figures.amount("--step")
    for key, words in WANTED.items():
        if not figures.has(key):
            figures.missing(key, words)
    if step == 0:
        figures.read_count("--step", 0, 1, MOST)
    refuse_if(figures.problems)
    assert principal is not None and months is not None and rate is not None and method is not None
    return Terms(principal, rate, months, method, step or 1)


def _principal(figures: Figures) -> int | None:
    principal = figures.amount("--principal")
    if principal == 0:
        figures.read_count("--principal", 0, 1, MOST)
        return None
    return principal


def _rate(figures: Figures) -> Number | None:
    """Percent a month; a yearly rate is divided by twelve. One of the two, never both."""
    year, month = figures.percent("--rate-year", MOST_RATE), figures.percent("--rate-month", MOST_RATE)
    written_down = [key for key in ("--rate-year", "--rate-month") if figures.has(key)]
    if len(written_down) != 1:
        seen = "keduanya diisi" if written_down else "belum diisi"
        figures.problems.append(problem("LOANS_001", "--rate-year", seen=seen))
        return None
    return month if year is None else Fraction(year) / MONTHS_A_YEAR
