"""Who owes a paper when a mentee changes hands, and which papers are about which mentees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from sidamping.domain.papers.duties import applies, responsible
from sidamping.domain.periods import Month

OCTOBER = Month(2026, 10)


@dataclass(frozen=True)
class Days:
    """A stretch with the name of who carries it."""

    who: str
    starts: date
    ends: date | None = None


RATNA = Days("Ratna", date(2026, 1, 5), date(2026, 10, 20))
MARIA = Days("Maria", date(2026, 10, 21))


@pytest.mark.parametrize(
    ("stretches", "on", "who"),
    [
        ([RATNA, MARIA], date(2026, 11, 5), "Maria"),
        ([RATNA, MARIA], date(2026, 10, 20), "Ratna"),
        ([RATNA, MARIA], date(2026, 10, 21), "Maria"),
        ([RATNA], date(2026, 11, 5), "Ratna"),
        ([MARIA], date(2026, 10, 1), "Maria"),
        ([Days("Ratna", date(2026, 1, 5), date(2026, 9, 30))], date(2026, 11, 5), None),
        ([], date(2026, 11, 5), None),
    ],
)
def test_the_mentor_at_the_end_of_the_period_answers_for_it(stretches: list[Days], on: date, who: str | None) -> None:
    found = responsible(stretches, OCTOBER, on)
    assert (found.who if found else None) == who


@pytest.mark.parametrize(
    ("kind", "programme", "must_sign", "expected"),
    [
        ("cooperative", ("cooperative", "business"), True, True),
        ("business", ("cooperative", "business"), True, False),
        ("business", ("cooperative", "business"), False, True),
        ("business", ("business", "person"), True, True),
    ],
)
def test_a_paper_the_chair_must_sign_is_about_a_cooperative(
    kind: str, programme: tuple[str, ...], must_sign: bool, expected: bool
) -> None:
    assert applies(kind, programme, chair_must_sign=must_sign) is expected
