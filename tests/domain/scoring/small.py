"""A small invented instrument for the tests of the engine: two aspects, one ratio, one group of questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from sidamping.domain.scoring.bands import Band, Scale, interval
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import (
    Aspect,
    Category,
    Component,
    Field,
    Instrument,
    Part,
    Question,
    Text,
    Words,
)
from sidamping.domain.scoring.outcome import Outcome

DAY = date(2020, 12, 31)
WORD = Words("kata", "word")


def bands(*rows: tuple[str, int]) -> Scale:
    return Scale(tuple(Band(interval(text), Fraction(value)) for text, value in rows))


LOANS = Component(
    "vpa",
    WORD,
    "a",
    "ratio",
    "s#1",
    "resmi",
    Fraction(60),
    Fraction(60),
    ("member_loans_to_loans",),
    bands(("(-inf, 50]", 0), ("(50, inf)", 100)),
    Text(Scale((Band(interval("(-inf, inf)"), Fraction(0), add=Fraction(1)),)), True, "s#2"),
)
QUESTIONS = Component(
    "mu",
    WORD,
    "b",
    "questions",
    "s#1",
    "resmi",
    Fraction(40),
    Fraction(40),
    questions=tuple(Question(f"mu.{number}", WORD, "s#1") for number in range(1, 5)),
)
INSTRUMENT = Instrument(
    "uji",
    "uji/2020-01-01",
    "instruments/uji/2020-01-01.yaml",
    "0" * 64,
    "uji",
    "resmi",
    "s#1",
    WORD,
    Fraction(100),
    {
        "pinjaman_anggota": Field("pinjaman_anggota", WORD),
        "pinjaman_diberikan": Field("pinjaman_diberikan", WORD, aliases=("total_pinjaman",)),
    },
    {},
    (Part("pinjaman_anggota", "pinjaman_diberikan"),),
    (LOANS, QUESTIONS),
    (Aspect("a", WORD, Fraction(60), "s#1"), Aspect("b", WORD, Fraction(40), "s#1")),
    (
        Category("baik", Words("Baik", "Good"), interval("[50, 100]")),
        Category("buruk", Words("Buruk", "Bad"), interval("[0, 50)")),
    ),
)


def scored(data: dict[str, Any], method: str = "table", **changes: Any) -> Outcome:
    """The invented instrument, changed as told, over a filling."""
    used = replace(INSTRUMENT, **changes)
    return score(used, read_filling(used, data), on=DAY, method=method)


def codes(made: Outcome) -> set[str]:
    return {one.code for one in made.warnings if not isinstance(one, Words)}
