"""Where a paper and a threshold stand on a day, and which office licenses a cooperative by where its members live."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MISSING, VALID, EXPIRING, EXPIRED = "missing", "valid", "expiring", "expired"
MET, SHORT, UNKNOWN = "met", "short", "unknown"
REGENCY, PROVINCE, NATIONAL = "regency", "province", "national"
LEVELS = (REGENCY, PROVINCE, NATIONAL)
PROVINCE_DIGITS = 2


@dataclass(frozen=True)
class Threshold:
    """An amount the rule names, and what the cooperative has; None is not known, never zero."""

    needed: int
    seen: int | None

    @property
    def state(self) -> str:
        """Whether the amount is reached."""
        if self.seen is None:
            return UNKNOWN
        return MET if self.seen >= self.needed else SHORT


def paper_state(expires: date | None, on: date, warn_days: int) -> str:
    """The state of a paper that is there; without an end it stays valid."""
    if expires is None or (expires - on).days > warn_days:
        return VALID
    return EXPIRED if expires < on else EXPIRING


def level_of(regencies: Iterable[str]) -> str:
    """How wide the membership reaches, from the codes of the regencies members live in; '' without any."""
    found = set(regencies)
    if len(found) <= 1:
        return REGENCY if found else ""
    return PROVINCE if len({one[:PROVINCE_DIGITS] for one in found}) == 1 else NATIONAL


def last_tax_year(registered: date, years: int) -> int:
    """The last tax year of a tariff that holds for so many tax years, the year of registration being the first."""
    return registered.year + years - 1
