"""Faults shared by all drafts: empty or overlong texts, codes outside their list, days outside a span."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sidamping.domain.fieldwork.drafts import Vocabulary
from sidamping.domain.problems import Problem, problem

Limits = Mapping[str, tuple[int | None, bool]]
"""Field → (most characters, must it be filled in)."""


def text_faults(draft: object, limits: Limits, vocabulary: Vocabulary) -> list[Problem]:
    """Empty where a text is required, or longer than the paper's cell."""
    found = []
    for name, (most, required) in limits.items():
        value = getattr(draft, name)
        if required and not value.strip():
            found.append(problem("GENERAL_001", name, label=vocabulary.label(name)))
        if most is not None and len(value) > most:
            found.append(
                problem("FIELDWORK_001", name, label=vocabulary.label(name), length=len(value), limit=most)
            )
    return found


def code_faults(name: str, seen: Iterable[str], listing: str, vocabulary: Vocabulary) -> list[Problem]:
    """Every value that is not in the list."""
    known = vocabulary.codes[listing]
    return [
        problem("GENERAL_002", name, label=vocabulary.label(name), seen=code) for code in seen if code not in known
    ]


def day_faults(
    name: str, day: date, vocabulary: Vocabulary, *, latest: date, earliest: date | None = None
) -> list[Problem]:
    """A day that has not come yet, or lies before what it follows from."""
    if day > latest:
        return [problem("FIELDWORK_002", name, label=vocabulary.label(name), day=day, latest=latest)]
    if earliest and day < earliest:
        return [problem("FIELDWORK_003", name, label=vocabulary.label(name), day=day, earliest=earliest)]
    return []
