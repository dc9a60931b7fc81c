"""The result of scoring: components and what they were made of, aspects, total, category. Missing is a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sidamping.domain.problems import Problem
from sidamping.domain.scoring.instrument import Aspect, Component, Instrument, Question, Words
from sidamping.domain.scoring.numbers import Number, plain

SCORED, GIVEN, NOT_REPORTED, NOT_COMPUTABLE = "scored", "given", "not_reported", "not_computable"
GIVEN_TOTAL = "given_total"
"""How a score came about: computed, taken over as it was given, or why there is none."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One component: its score in points of the total, or why there is none. `covered`: the weight that was scored."""

    component: Component
    status: str
    method: str
    ratio: Number | None = None
    value: Number | None = None
    score: Number | None = None
    points: Number | None = None
    covered: Number = 0
    why: Problem | Words | None = None
    formula: str = ""
    inputs: tuple[tuple[str, Number], ...] = ()
    band: str = ""

    def plain(self) -> dict[str, Any]:
        """As the command prints it: the contract's keys first, then the trace."""
        one = self.component
        return {
            "key": one.key, "ratio": plain(self.ratio), "value": plain(self.value), "score": plain(self.score),
            "max": plain(one.max), "cite": one.cite, "status": self.status, "why": said(self.why),
            "label": one.label.id, "aspect": one.aspect, "weight": plain(one.weight), "points": plain(self.points),
            "basis": one.status, "method": self.method, "formula": self.formula,
            "inputs": {name: plain(amount) for name, amount in self.inputs}, "band": self.band,
        }


@dataclass(frozen=True)
class AspectScore:
    """An aspect: the sum of what was scored in it; None where nothing was."""

    aspect: Aspect
    score: Number | None
    coverage: Fraction
    status: str

    def plain(self) -> dict[str, Any]:
        return {
            "key": self.aspect.key, "score": plain(self.score), "max": plain(self.aspect.weight),
            "coverage": plain(self.coverage), "status": self.status, "label": self.aspect.label.id,
            "cite": self.aspect.cite,
        }


@dataclass(frozen=True)
class Proposal:
    """An answer that amounts suggest; a person decides. None: not computable or not reported, and `why`."""

    component: str
    question: Question
    answer: bool | None
    ratio: Number | None
    why: Problem | None
    inputs: tuple[tuple[str, Number], ...] = ()

    def plain(self) -> dict[str, Any]:
        return {
            "component": self.component, "question": self.question.key, "answer": self.answer,
            "ratio": plain(self.ratio), "at_least": plain(self.question.at_least), "formula": self.question.formula,
            "cite": self.question.cite, "inputs": {name: plain(amount) for name, amount in self.inputs},
            "why": said(self.why),
        }


@dataclass(frozen=True)
class Outcome:
    """What an instrument makes of a filling on a day. `partial` totals are the sum of what could be scored."""

    instrument: Instrument
    on: date
    method: str
    components: tuple[Scored, ...]
    aspects: tuple[AspectScore, ...]
    total: Number | None
    total_status: str
    coverage: Fraction
    category: Words | None
    bounds: tuple[Words, Words] | None
    warnings: tuple[Problem | Words, ...]
    derived: tuple[tuple[str, Number], ...] = ()
    proposals: tuple[Proposal, ...] = ()
    alternatives: dict[str, Any] | None = None

    @property
    def partial(self) -> bool:
        return self.coverage < 1 and self.total_status != GIVEN_TOTAL

    def plain(self) -> dict[str, Any]:
        """The whole result as JSON carries it."""
        made = {
            "instrument": self.instrument.name, "version": self.instrument.version, "as_of": self.on.isoformat(),
            "components": [one.plain() for one in self.components],
            "aspects": [one.plain() for one in self.aspects],
            "total": plain(self.total), "coverage": plain(self.coverage),
            "category": self.category.id if self.category else None,
            "warnings": [text for one in self.warnings if (text := said(one)) is not None],
            "partial": self.partial, "total_status": self.total_status, "method": self.method,
            "category_bounds": [one.id for one in self.bounds] if self.bounds else None,
            "status": self.instrument.status, "regime": self.instrument.code, "file": self.instrument.path,
            "sha256": self.instrument.sha256, "derived": {name: plain(amount) for name, amount in self.derived},
            "proposals": [one.plain() for one in self.proposals],
        }
        return made if self.alternatives is None else {**made, **self.alternatives}


def said(why: Problem | Words | None, language: str = "id") -> str | None:
    """A reason or warning as text."""
    if why is None:
        return None
    if isinstance(why, Words):
        return why.en if language.startswith("en") else why.id
    return f"{why.code} {why.text(language)}"
