"""The class of a savings-and-loan cooperative by each known reading, and whether its auditor must change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.licences.auditors import Streak, streak
from sidamping.domain.licences.classes import Size, class_of
from sidamping.features.licences.queries.figures import Figures
from sidamping.features.licences.queries.papers import PaperLine
from sidamping.rules import licences as rules
from sidamping.rules.licences import Told


@dataclass(frozen=True)
class SizeClass:
    """The class by one reading of the rule; None while something is not known."""

    rule: Told
    number: int | None


@dataclass(frozen=True)
class Auditor:
    """Who audited last and for how long, None where no report tells its year; whether another one must come now."""

    rule: Told
    most: int
    pause: int
    streak: Streak | None
    pauses: bool
    undated: int
    """Reports of which nobody said the year; they are not counted."""


def classes_of(figures: Figures, on: date, area: str) -> tuple[SizeClass, ...]:
    """The class by each reading."""
    seen = Size(figures.members.amount, figures.capital.amount, figures.assets.amount)
    return tuple(SizeClass(told, class_of(seen, limits)) for limits, told in rules.classes(on, area).values())


def auditor_of(reports: Sequence[PaperLine], on: date, area: str) -> Auditor | None:
    """From the reports of auditors by the book year they are of, however late; None where no rule is in force."""
    found = rules.auditor_rotation(on, area)
    if found is None:
        return None
    rotation, told = found
    seen = streak({one.book_year: one.issuer for one in reports if one.book_year is not None}, rotation)
    undated = sum(one.book_year is None for one in reports)
    return Auditor(
        told, rotation.most, rotation.pause, seen, seen is not None and seen.pauses_in(on.year), undated
    )  # fmt: skip
