"""Numbers of official documents: a gap-free counter per series and year, and the text written from a pattern (F9)."""

from __future__ import annotations

from datetime import date
from string import Formatter

from django.db import connection, transaction

from sidamping.domain.problems import Problem, Refused, problem

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NEXT = """
    INSERT INTO documents_counter (series, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = documents_counter.last + 1
    RETURNING last
"""


def next_number(series: str, year: int) -> int:
    """The next number of the series in the year.

    The counter row stays locked until the caller's transaction ends, so a rollback gives the number back
    and nobody can take a later number first. Refuses to run outside a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("next_number() belongs into the transaction of its document")
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [series, year])
        return int(cursor.fetchone()[0])


def number_text(pattern: str, *, seq: int, on: date, **parts: str) -> str:
    """The number as printed: `{seq:03d}/LBK/{regency}/{roman_month}/{year}` → `007/LBK/53.01/X/2026`.

    Known names are seq, year, month, day, roman_month (of the day `on`) and the caller's `parts`.
    """
    values: dict[str, object] = {
        "seq": seq, "year": on.year, "month": on.month, "day": on.day, "roman_month": ROMAN[on.month - 1], **parts
    }  # fmt: skip
    problems = tuple(_unknown_names(pattern, values))
    if problems:
        raise Refused(problems)
    return pattern.format_map(values)


def _unknown_names(pattern: str, values: dict[str, object]) -> list[Problem]:
    """Only plain names: `{seq.real}` or `{0}` in a rulebook file would be a misprint."""
    names = [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    return [
        problem("DOCUMENTS_004", seen=name, pattern=pattern, known=", ".join(sorted(values)))
        for name in names
        if name not in values
    ]
