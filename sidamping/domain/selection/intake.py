"""Taking in mentees: documents, readiness, who goes first. Reasons are coded, countable, and stay (B1, C8, D5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

PASSED, FAILED, INCOMPLETE = "passed", "failed", "incomplete"


class Asked(Protocol):
    """A question of readiness; `rules.programme_forms.Question` fits."""

    @property
    def code(self) -> str: ...
    @property
    def must(self) -> bool: ...
    @property
    def reason(self) -> str: ...


class Wanted(Protocol):
    """A document that is asked for; `rules.programme_forms.Document` fits."""

    @property
    def code(self) -> str: ...
    @property
    def required(self) -> bool: ...


@dataclass(frozen=True)
class Screening:
    """The outcome, the reasons against, what is only noted, and what nobody answered yet."""

    outcome: str
    reasons: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


def screen(questions: Iterable[Asked], answers: Mapping[str, bool | None]) -> Screening:
    """A 'no' to a question that must hold fails with its reason; to another it is noted. Empty is not 'no'."""
    reasons: list[str] = []
    noted: list[str] = []
    unanswered: list[str] = []
    for one in questions:
        answer = answers.get(one.code)
        if answer is None:
            unanswered.append(one.code)
        elif not answer:
            (reasons if one.must else noted).append(one.reason)
    outcome = FAILED if reasons else INCOMPLETE if unanswered else PASSED
    return Screening(outcome, tuple(dict.fromkeys(reasons)), tuple(dict.fromkeys(noted)), tuple(unanswered))


def missing_documents(documents: Iterable[Wanted], held: Collection[str]) -> tuple[str, ...]:
    """The required documents that are not there, in the programme's order."""
    return tuple(one.code for one in documents if one.required and one.code not in held)


@dataclass(frozen=True)
class Waiting:
    """An application in the queue with the priorities that apply to it."""

    id: str
    applied_on: date
    priorities: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Queued:
    """A place in the queue with the reasons for it: the priorities met, in the programme's order."""

    id: str
    place: int
    priorities: tuple[str, ...]


def queue(waiting: Iterable[Waiting], priorities: Sequence[str]) -> tuple[Queued, ...]:
    """Alumni of training and other priorities first, in the programme's order; then by day of application."""
    ordered = sorted(waiting, key=lambda one: (_rank(one, priorities), one.applied_on, one.id))
    return tuple(
        Queued(one.id, at, tuple(code for code in priorities if code in one.priorities))
        for at, one in enumerate(ordered, 1)
    )


def reason_counts(reasons: Iterable[Iterable[str]]) -> dict[str, int]:
    """How often each reason was given, the commonest first; an application may carry several."""
    counts: dict[str, int] = {}
    for given in reasons:
        for one in set(given):
            counts[one] = counts.get(one, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _rank(one: Waiting, priorities: Sequence[str]) -> tuple[int, ...]:
    """The first priority weighs most: having it goes before any number of later ones."""
    return tuple(0 if code in one.priorities else 1 for code in priorities)
