"""Numbers as people type them into a form, the Indonesian way: '1.250.000,50', 'Rp 1.250.000', '-5,5', '1250000.5'.

Never guesses: what can be read in two ways stays a text, and reading the filling refuses it with its place.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from sidamping.domain.money import grouped
from sidamping.domain.scoring.numbers import Number, exact

SIGNED = re.compile(r"\s*(-?)\s*(?:rp\.?)?\s*(-?)\s*(.*?)(?:,-)?\s*", re.IGNORECASE | re.DOTALL)
GROUPS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
LOCAL = re.compile(rf"({GROUPS}|[0-9]+)(?:,([0-9]+))?")
"""Dots stand between groups of three digits, a comma before the decimals."""
POINTED = re.compile(r"([0-9]+)\.([0-9]{1,2}|[0-9]{4,})|(0)\.([0-9]{3})")
"""A single dot that cannot stand between groups of three is a decimal point, as a calculator writes it."""


def typed(text: str) -> int | float | str | None:
    """The number as JSON carries it; None for an empty text; the text itself when it is not clearly one number."""
    stripped = text.strip()
    if not stripped:
        return None
    made = _decimal(stripped.replace("\N{NO-BREAK SPACE}", " "))
    if made is None:
        return stripped
    if made == made.to_integral_value():
        return int(made)
    near = float(made)
    return near if exact(near) == Fraction(made) else stripped


def shown(value: Number | float | Decimal) -> str:
    """The number as it is typed here: thousands with dots, decimals after a comma, all of them."""
    number = exact(value)
    if number is None:
        return str(value)
    sign = "-" if number < 0 else ""
    whole, rest = divmod(abs(Fraction(number)), 1)
    digits = "" if not rest else f"{Decimal(rest.numerator) / Decimal(rest.denominator):f}".partition(".")[2]
    return f"{sign}{grouped(whole)}{',' if digits else ''}{digits}"


def _decimal(text: str) -> Decimal | None:
    found = SIGNED.fullmatch(text)
    if found is None or (found[1] and found[2]):
        return None
    sign, digits = found[1] or found[2], found[3]
    local, pointed = LOCAL.fullmatch(digits), POINTED.fullmatch(digits)
    if local is not None:
        whole, decimals = local[1].replace(".", ""), local[2]
    elif pointed is not None:
        whole, decimals = pointed[1] or pointed[3], pointed[2] or pointed[4]
    else:
        return None
    return Decimal(f"{sign}{whole}.{decimals or 0}")
