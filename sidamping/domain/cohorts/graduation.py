"""The graduation explainer: which conditions hold, what is missing, the smallest set of steps that would pass (B11).

It never decides: the verdict belongs to people, who name the version of the criteria and a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sidamping.domain.problems import Problem, problem

MEASURES = (
    "general_outputs", "theme_outputs", "assessment_pair", "mentor_evaluation", "interventions", "criteria_met",
    "open_follow_ups", "visits", "months_recorded", "final_presentation",
)
"""What a condition may count. The counts come from records; a count nobody reported is None, never 0."""
GRADUATE = "graduate"


class Needed(Protocol):
    """A condition of a programme file; `rules.programme_forms.Condition` fits."""

    @property
    def code(self) -> str: ...
    @property
    def measure(self) -> str: ...
    @property
    def least(self) -> int | None: ...
    @property
    def most(self) -> int | None: ...
    @property
    def weight(self) -> int: ...
    @property
    def must(self) -> bool: ...


@dataclass(frozen=True)
class Met:
    """A condition with the count seen (None = not reported), whether it holds, and by how many it falls short."""

    condition: Needed
    seen: int | None
    holds: bool
    short: int

    @property
    def points(self) -> int:
        return self.condition.weight if self.holds else 0


@dataclass(frozen=True)
class Explained:
    """Every condition, the points reached and asked for, and the least that would be enough."""

    conditions: tuple[Met, ...]
    points: int
    total: int
    pass_mark: int
    smallest: tuple[Met, ...]

    @property
    def ready(self) -> bool:
        """All that must hold holds, and the points are enough: people may decide to graduate without further reason."""
        return not self.smallest and self.points >= self.pass_mark

    @property
    def missing(self) -> tuple[Met, ...]:
        return tuple(one for one in self.conditions if not one.holds)

    @property
    def steps_left(self) -> int:
        """How many single steps the smallest set asks for: deliverables, assessments, criteria, follow-ups."""
        return sum(one.short for one in self.smallest)


def explain(conditions: Sequence[Needed], counts: Mapping[str, int | None], pass_mark: int) -> Explained:
    """What the counts make of the conditions; `pass_mark` in points of the weights."""
    met = tuple(_met(one, counts.get(one.measure)) for one in conditions)
    points = sum(one.points for one in met)
    total = sum(one.weight for one in conditions)
    return Explained(met, points, total, pass_mark, _smallest(met, points, pass_mark))


def verdict_faults(
    explained: Explained, *, verdict: str, reason: str, version: str, roles: Collection[str], deciders: Iterable[str],
    label: Callable[[str], str] = str,
) -> list[Problem]:
    """What stands against a verdict: who decides, on which criteria, a reason where the conditions say otherwise."""
    wanted = tuple(deciders)
    faults = []
    if not set(wanted) & set(roles):
        faults.append(problem("PROGRAMMES_035", "verdict", deciders=", ".join(map(label, wanted))))
    if not version.strip():
        faults.append(problem("PROGRAMMES_036", "criteria"))
    if (verdict == GRADUATE) != explained.ready and not reason.strip():
        codes = ", ".join(label(one.condition.code) for one in explained.smallest) or "-"
        faults.append(problem("PROGRAMMES_037", "reason", missing=codes))
    return faults


def _met(condition: Needed, seen: int | None) -> Met:
    if seen is None:
        return Met(condition, None, False, condition.least or 1)
    short = max((condition.least or 0) - seen, 0)
    over = max(seen - condition.most, 0) if condition.most is not None else 0
    return Met(condition, seen, short + over == 0, short + over)


def _smallest(met: tuple[Met, ...], points: int, pass_mark: int) -> tuple[Met, ...]:
    """What must hold, and of the rest the choice with the fewest single steps that reaches the mark."""
    forced = tuple(one for one in met if one.condition.must and not one.holds)
    free = tuple(one for one in met if not one.condition.must and not one.holds)
    lacking = pass_mark - points - sum(one.condition.weight for one in forced)
    taken = {one.condition.code for one in (*forced, *_fewest(free, max(lacking, 0)))}
    return tuple(one for one in met if one.condition.code in taken)


def _fewest(free: Sequence[Met], lacking: int) -> Sequence[Met]:
    """Conditions that together give the points lacking, with the fewest steps, then the fewest conditions; else all.

    A condition gives its points only as a whole: for every sum of points the best choice so far is kept.
    """
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 0, ())}
    for at, one in enumerate(free):
        for points, (steps, count, chosen) in list(best.items()):
            reached = min(points + one.condition.weight, lacking)
            choice = (steps + one.short, count + 1, (*chosen, at))
            best[reached] = min(best.get(reached, choice), choice)
    return [free[at] for at in best[lacking][2]] if lacking in best else free
