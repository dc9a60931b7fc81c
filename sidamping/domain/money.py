"""Whole rupiah as Indonesian readers write them, and back. Never rounds, never guesses: empty is not zero."""

from __future__ import annotations

import re

WRITTEN = re.compile(r"(?:rp\.?)?\s*(-?)\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:00|-))?", re.IGNORECASE)


def rupiah(amount: int) -> str:
    """1250000 → 'Rp1.250.000'; a negative amount carries its sign in front: '-Rp500'."""
    return f"{'-' if amount < 0 else ''}Rp{grouped(abs(amount))}"


def grouped(number: int) -> str:
    """1250000 → '1.250.000'."""
    return f"{number:,}".replace(",", ".")


def parse_rupiah(text: str) -> int | None:
    """'Rp1.250.000', '1.250.000,00' or '1250000' → 1250000; None for an empty text; ValueError for anything else.

    A fraction other than zero is refused: money here is whole rupiah.
    """
    stripped = text.strip()
    if not stripped:
        return None
    sign_first = stripped.startswith("-")
    found = WRITTEN.fullmatch(stripped[1:].strip() if sign_first else stripped)
    if found is None or (sign_first and found.group(1)):
        raise ValueError(f"not an amount in rupiah: {text!r}")
    amount = int(found.group(2).replace(".", ""))
    return -amount if sign_first or found.group(1) else amount
