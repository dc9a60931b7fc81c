"""What members can bring together as equity: principal savings once, mandatory savings month by month (E6)."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.domain.savings.interest import MONTHS_A_YEAR


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
