"""The short code by which a mentee agrees to a visit: six digits, another one for each day (B10).

It is read out at the end of the visit, so it must be easy to say; guessing is held back by counting wrong tries.
"""

from __future__ import annotations

DIGITS = 6


def code_from(digest: str) -> str:
    """Six digits of a secret digest in hexadecimal: '482913'."""
    return f"{int(digest, 16) % 10**DIGITS:0{DIGITS}d}"


def spoken(code: str) -> str:
    """'482 913', as it is printed and read out."""
    return f"{code[:3]} {code[3:]}"


def read_code(typed: str) -> str | None:
    """What was typed without spaces, dots and dashes; None when it is no code of six digits."""
    digits = "".join(sign for sign in typed if sign not in " .-\u00a0")
    return digits if len(digits) == DIGITS and digits.isascii() and digits.isdigit() else None
