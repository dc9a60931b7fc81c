"""What would raise a result: the smallest set of steps to the next category, exact; or why there is none.

Fewest components first, then least reach (bands crossed, answers turned, marks added). It suggests and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.problems import Problem, problem
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import TABLE, Category, Derived, Instrument, Verdict, Words
from sidamping.domain.scoring.numbers import Number, written
from sidamping.domain.scoring.outcome import GIVEN_TOTAL, Outcome
from sidamping.domain.scoring.steps import Step, eased, options, turned


@dataclass(frozen=True)
class Raising:
    """From the category now to the next one. Without steps, `why` tells the reason; `notes` hold for all steps."""

    now: Words | None
    next: Words | None
    needed: Number
    steps: tuple[Step, ...] = ()
    why: Problem | Words | None = None
    notes: tuple[Problem, ...] = ()

    @property
    def gained(self) -> Number:
        return sum((one.gain for one in self.steps), Fraction(0))


def raising(instrument: Instrument, filling: Filling, *, on: date, method: str = TABLE) -> Raising:
    """The steps from where the filling stands; scored as `score` does it."""
    return raised_from(score(instrument, filling, on=on, method=method), filling)


def raised_from(made: Outcome, filling: Filling) -> Raising:
    """The same for a result that is there already."""
    instrument = made.instrument
    if instrument.verdict is not None:
        return _to_pass(made, instrument.verdict, filling)
    if not instrument.categories:
        return Raising(None, None, 0, why=instrument.no_category or problem("SCORING_041", ""))
    if made.category is None or made.total is None:
        return Raising(None, None, 0, why=_incomplete(made))
    above = _next(instrument.categories, made.total)
    if above is None:
        return Raising(made.category, None, 0, why=problem("SCORING_043", "", category=made.category.id))
    needed = (above.interval.low or Fraction(0)) - made.total
    if made.total_status == GIVEN_TOTAL:
        return Raising(made.category, above.label, needed, why=problem("SCORING_044", ""))
    steps = _smallest([options(one, made, filling) for one in made.components], needed, not above.interval.low_in)
    if steps is None:
        return Raising(made.category, above.label, needed, why=problem("SCORING_045", "", category=above.label.id))
    steps = _eased(steps, made, needed, above.interval.low_in)
    return Raising(made.category, above.label, needed, steps, notes=tuple(_shared(instrument, steps)))


def _incomplete(made: Outcome) -> Problem:
    return problem("SCORING_042", "", coverage=written(made.coverage * 100, 0, 2))


def _next(categories: Iterable[Category], total: Number) -> Category | None:
    """The lowest category that begins above the total."""
    higher = [one for one in categories if one.interval.low is not None and not one.interval.holds(total)
              and one.interval.low >= total]
    return min(higher, key=lambda one: one.interval.start, default=None)


def _smallest(choices: list[tuple[Step, ...]], needed: Number, strict: bool) -> tuple[Step, ...] | None:
    """Fewest components, then least reach, then most points; None when all of them together are not enough."""
    scale = lcm(Fraction(needed).denominator, *(one.gain.denominator for steps in choices for one in steps))
    wanted = int(needed * scale) + strict
    best = sorted((max(one.gain for one in steps) for steps in choices if steps), reverse=True)
    count = _fewest([int(gain * scale) for gain in best], wanted)
    if count is None:
        return None
    reached: dict[tuple[int, int], tuple[int, tuple[Step, ...]]] = {(0, 0): (0, ())}
    for steps in choices:
        before = list(reached.items())
        for step in steps:
            for (used, reach), (gain, taken) in before:
                key, more = (used + 1, reach + step.reach), gain + int(step.gain * scale)
                if used < count and more > reached.get(key, (-1, ()))[0]:
                    reached[key] = (more, (*taken, step))
    enough = [(reach, -gain, taken) for (used, reach), (gain, taken) in reached.items()
              if used == count and gain >= wanted]
    return min(enough, key=lambda one: one[:2])[2]


def _eased(steps: tuple[Step, ...], made: Outcome, needed: Number, inside: bool) -> tuple[Step, ...]:
    """No further into a sloping band than the category needs; an open end of the category leaves nothing to spare."""
    taken = list(steps)
    for at, one in enumerate(taken):
        spare = sum((step.gain for step in taken), Fraction(0)) - needed
        taken[at] = eased(one, made, spare) if inside else one
    return tuple(taken)


def _fewest(gains: list[int], wanted: int) -> int | None:
    """How many of the largest gains it takes."""
    total = 0
    for count, gain in enumerate(gains, 1):
        total += gain
        if total >= wanted:
            return count
    return None


def _to_pass(made: Outcome, verdict: Verdict, filling: Filling) -> Raising:
    """Each criterion that was answered no; there is no smaller way."""
    if made.category is None:
        return Raising(None, verdict.passed, 0, why=_incomplete(made))
    if made.category == verdict.passed:
        return Raising(made.category, None, 0, why=problem("SCORING_043", "", category=verdict.passed.id))
    asked = [one for one in made.components if one.component.key in verdict.of]
    steps = tuple(step for one in asked if (step := turned(one, filling)) is not None)
    return Raising(made.category, verdict.passed, 0, steps)


def _shared(instrument: Instrument, steps: tuple[Step, ...]) -> Iterator[Problem]:
    """An amount that a step moves may stand in other ratios too: their scores move with it."""
    uses = {one.key: set(_amounts(instrument, one.formulas)) for one in instrument.components if one.formulas}
    for step in steps:
        own = uses.get(step.component.key, set())
        others = {key: used & own for key, used in uses.items() if key != step.component.key and used & own}
        if others:
            names = sorted({name for shared in others.values() for name in shared})
            told = {"amounts": ", ".join(names), "others": ", ".join(others)}
            yield problem("SCORING_046", step.component.key, key=step.component.key, **told)


def _amounts(instrument: Instrument, formulas: Iterable[str]) -> Iterator[str]:
    for formula in formulas:
        for name in FORMULAS[formula].inputs:
            yield from _parts(instrument.derived, name, ())


def _parts(derived: Mapping[str, tuple[Derived, ...]], name: str, above: tuple[str, ...]) -> Iterator[str]:
    yield name
    for way in derived.get(name, ()):
        for part in way.of:
            if part not in (*above, name):
                yield from _parts(derived, part, (*above, name))
