"""Before and after with one ruler: differences per component; two rulers are refused by name (B6)."""

from __future__ import annotations

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.numbers import Number
from sidamping.domain.scoring.outcome import Outcome


def delta(before: Outcome, after: Outcome) -> dict[str, Number | None]:
    """Change of score per component and of the total ('total'); None where either side has no score."""
    first, second = before.instrument, after.instrument
    if (first.name, first.sha256, before.method) != (second.name, second.sha256, after.method):
        told = {"first": f"{first.version} ({before.method})", "second": f"{second.version} ({after.method})"}
        raise Refused(problem("SCORING_019", "", **told))
    scores = {one.component.key: one.score for one in before.components}
    changed = {one.component.key: _change(scores[one.component.key], one.score) for one in after.components}
    return {**changed, "total": _change(before.total, after.total)}


def _change(before: Number | None, after: Number | None) -> Number | None:
    return None if before is None or after is None else after - before
