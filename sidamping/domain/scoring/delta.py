"""Before and after with one ruler; with two rulers, what the change of the ruler did stands apart from the change (B6).

Nothing is mixed silently: comparing results of two versions is refused by name, `rulers` scores both with both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import TABLE, Instrument, Words
from sidamping.domain.scoring.numbers import Number
from sidamping.domain.scoring.outcome import GIVEN_TOTAL, Outcome


def delta(before: Outcome, after: Outcome) -> dict[str, Number | None]:
    """Change of score per component and of the total ('total'); None where either side has no score.

    The totals are compared only where both cover the same components: a partial total is no smaller total.
    """
    first, second = before.instrument, after.instrument
    if (first.name, first.sha256, before.method) != (second.name, second.sha256, after.method):
        told = {"first": f"{first.version} ({before.method})", "second": f"{second.version} ({after.method})"}
        raise Refused(problem("SCORING_019", "", **told))
    scores = {one.component.key: one.score for one in before.components}
    changed = {one.component.key: _change(scores[one.component.key], one.score) for one in after.components}
    return {**changed, "total": _change(before.total, after.total) if _alike(before, after) else None}


@dataclass(frozen=True)
class Line:
    """A component under both rulers: `ruler` is what the new one alone does to before, `change` what changed since."""

    key: str
    label: Words
    before_old: Number | None
    before_new: Number | None
    after_new: Number | None
    in_old: bool
    in_new: bool

    @property
    def ruler(self) -> Number | None:
        return _change(self.before_old, self.before_new)

    @property
    def change(self) -> Number | None:
        return _change(self.before_new, self.after_new)


@dataclass(frozen=True)
class Rulers:
    """A filling before under the old and the new ruler, and one after under the new: three results side by side."""

    before_old: Outcome
    before_new: Outcome
    after_new: Outcome
    lines: tuple[Line, ...]

    @property
    def ruler(self) -> Number | None:
        """What the new ruler alone does to the total; None where the two totals do not cover the whole."""
        whole = not self.before_old.partial and not self.before_new.partial
        return _change(self.before_old.total, self.before_new.total) if whole else None

    @property
    def change(self) -> Number | None:
        """What changed between before and after, under the new ruler."""
        return delta(self.before_new, self.after_new)["total"]


def rulers(
    old: Instrument, new: Instrument, before: Mapping[str, Any], after: Mapping[str, Any], *, before_on: date,
    after_on: date, method: str = TABLE,
) -> Rulers:
    """Scores the data of before and after; Refused where the two instruments are not versions of one another."""
    if old.name != new.name:
        raise Refused(problem("SCORING_019", "", first=old.version, second=new.version))
    before_old = score(old, read_filling(old, before), on=before_on, method=method)
    before_new = score(new, read_filling(new, before), on=before_on, method=method)
    after_new = score(new, read_filling(new, after), on=after_on, method=method)
    return Rulers(before_old, before_new, after_new, tuple(_lines(before_old, before_new, after_new)))


def _lines(before_old: Outcome, before_new: Outcome, after_new: Outcome) -> list[Line]:
    """The new ruler's components in its order, then those only the old one has."""
    old, new, after = (
        {one.component.key: one for one in made.components} for made in (before_old, before_new, after_new)
    )
    keys = [*new, *(key for key in old if key not in new)]
    return [
        Line(
            key, (new.get(key) or old[key]).component.label,
            old[key].points if key in old else None, new[key].points if key in new else None,
            after[key].points if key in after else None, key in old, key in new,
        )
        for key in keys
    ]


def _alike(before: Outcome, after: Outcome) -> bool:
    """Whether both totals cover the same components and aspects, or are whole."""
    if not before.partial and not after.partial:
        return True
    if GIVEN_TOTAL in (before.total_status, after.total_status):
        return False
    return _covered(before) == _covered(after)


def _covered(made: Outcome) -> list[Number]:
    return [*(one.covered for one in made.components), *(one.coverage for one in made.aspects)]


def _change(before: Number | None, after: Number | None) -> Number | None:
    return None if before is None or after is None else after - before
