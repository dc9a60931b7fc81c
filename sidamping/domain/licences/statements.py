"""What people may state about a cooperative that no book here knows: amounts, members, reach, signs of open loops."""

from __future__ import annotations

from collections.abc import Collection

from sidamping.domain.figures import MOST
from sidamping.domain.licences.standing import LEVELS

CAPITAL, ASSETS, TURNOVER, MEMBERS, LEVEL = "capital", "assets", "turnover", "members", "level"
AMOUNTS = (CAPITAL, ASSETS, TURNOVER)
YES, NO = "yes", "no"


def sound(key: str, value: str, checks: Collection[str]) -> bool:
    """Whether the value is one the key may have: whole rupiah or people, a level, or yes and no for a sign."""
    if key in (*AMOUNTS, MEMBERS):
        return value.isascii() and value.isdecimal() and int(value) <= MOST
    if key == LEVEL:
        return value in LEVELS
    return key in checks and value in (YES, NO)
