"""What people may state about a cooperative that no book here knows: amounts, reach, signs of open loops."""

from __future__ import annotations

from collections.abc import Collection

from sidamping.domain.figures import MOST
from sidamping.domain.licences.standing import LEVELS

CAPITAL, ASSETS, TURNOVER, LEVEL = "capital", "assets", "turnover", "level"
AMOUNTS = (CAPITAL, ASSETS, TURNOVER)
YES, NO = "yes", "no"


def sound(key: str, value: str, checks: Collection[str]) -> bool:
    """Whether the value is one the key may have: whole rupiah, a level, or yes and no for a sign."""
    if key in AMOUNTS:
        return value.isascii() and value.isdecimal() and int(value) <= MOST
    if key == LEVEL:
        return value in LEVELS
    return key in checks and value in (YES, NO)
