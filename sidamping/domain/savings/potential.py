"""What members can bring together as equity: principal savings once, mandatory savings month by month (E6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sidamping.domain.figures import Figures
from sidamping.domain.problems import Problem, refuse_if
from sidamping.domain.savings.interest import MONTHS_A_YEAR

NAMES = {
    "members": ("anggota",), "simpanan_pokok": (), "simpanan_wajib_per_month": ("simpanan_wajib",),
    "months": ("bulan",),
}
WANTED = {
    "members": "banyaknya anggota", "simpanan_pokok": "simpanan pokok seorang anggota",
    "simpanan_wajib_per_month": "simpanan wajib seorang anggota sebulan", "months": "banyaknya bulan",
}
MOST_MEMBERS, MOST_MONTHS = 100_000_000, 1_200


@dataclass(frozen=True)
class Potential:
    """The equity of members after so many months, and what mandatory savings add from then on."""

    members: int
    principal: int
    mandatory: int
    months: int

    @property
    def principal_total(self) -> int:
        """Every member's principal savings, paid once."""
        return self.members * self.principal

    @property
    def mandatory_total(self) -> int:
        """Every member's mandatory savings over all months."""
        return self.members * self.mandatory * self.months

    @property
    def total(self) -> int:
        return self.principal_total + self.mandatory_total

    @property
    def added_a_month(self) -> int:
        return self.members * self.mandatory

    @property
    def added_a_year(self) -> int:
        return self.added_a_month * MONTHS_A_YEAR


def read_potential(data: Mapping[str, Any]) -> tuple[Potential, tuple[Problem, ...]]:
    """The case in a file's figures with warnings; Refused with every problem found."""
    figures = Figures(data, NAMES)
    members, months = figures.count("members", 0, MOST_MEMBERS), figures.count("months", 0, MOST_MONTHS)
    principal, mandatory = figures.amount("simpanan_pokok"), figures.amount("simpanan_wajib_per_month")
    for key, words in WANTED.items():
        if not figures.has(key):
            figures.missing(key, words)
    figures.unused()
    refuse_if(figures.problems)
    assert members is not None and months is not None and principal is not None and mandatory is not None
    return Potential(members, principal, mandatory, months), tuple(figures.warnings)


def as_plain(made: Potential) -> dict[str, Any]:
    """The result as plain data for programs."""
    return {
        "calculation": "equity-potential", "sp_total": made.principal_total, "sw_total": made.mandatory_total,
        "total": made.total, "sw_per_month": made.added_a_month, "sw_per_year": made.added_a_year,
    }
