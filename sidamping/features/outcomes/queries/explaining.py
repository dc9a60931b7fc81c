"""The graduation explainer: every condition with what was seen and needed, what is missing, the fewest steps (B11).

It never decides; people do, on a named version of the criteria.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sidamping.domain.cohorts.graduation import Explained, Met, explain
from sidamping.features.assessments.queries import versions_of
from sidamping.features.outcomes.queries.counting import Seen, seen_of
from sidamping.features.outcomes.queries.scope import book_of
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language


@dataclass(frozen=True)
class ConditionLine:
    """One condition in words; `seen` is None where nobody reported, `smallest` where it is among the fewest steps."""

    code: str
    label: str
    measure: str
    cite: str
    status: str
    seen: int | None
    least: int | None
    most: int | None
    weight: int
    points: int
    must: bool
    holds: bool
    short: int
    smallest: bool


@dataclass(frozen=True)
class Explanation:
    """The conditions of the engagement's programme as they stand, with the counts behind them."""

    explained: Explained
    lines: tuple[ConditionLine, ...]
    seen: Seen
    pass_cite: str
    pass_status: str
    deciders: tuple[str, ...]
    verdicts: str
    criteria: str

    @property
    def ready(self) -> bool:
        return self.explained.ready

    @property
    def smallest(self) -> tuple[ConditionLine, ...]:
        return tuple(one for one in self.lines if one.smallest)

    def kept(self) -> dict[str, Any]:
        """As a judgement keeps it: plain values that nothing computes anew."""
        told = [
            {"code": one.code, "label": one.label, "seen": one.seen, "least": one.least, "most": one.most,
             "weight": one.weight, "must": one.must, "holds": one.holds}
            for one in self.lines
        ]  # fmt: skip
        sums = {"points": self.explained.points, "total": self.explained.total, "pass_mark": self.explained.pass_mark}
        return {"conditions": told, **sums, "ready": self.ready}


def graduation_of(viewer: Viewer, engagement: UUID) -> Explanation | None:
    """How far the mentee is; None for a stranger, and where the programme knows no graduation."""
    card = engagement_card(viewer, engagement)
    return explanation(card, viewer) if card else None


def explanation(card: EngagementCard, viewer: Viewer, *, carried_on: bool = False) -> Explanation | None:
    """As `graduation_of` for a card already looked up; `carried_on`: somebody named carries the open promises on."""
    rule = book_of(card).graduation
    if rule is None:
        return None
    seen = seen_of(card, viewer.on, viewer)
    counts = {**seen.counts, "open_follow_ups": 0} if carried_on else seen.counts
    made = explain(rule.conditions, counts, rule.pass_mark)
    least = {one.condition.code for one in made.smallest}
    lines = tuple(_line(one, one.condition.code in least) for one in made.conditions)
    return Explanation(
        made, lines, seen, rule.pass_cite, rule.pass_status, rule.decided_by, rule.verdicts, rule.criteria
    )


def criteria_versions(criteria: str) -> tuple[tuple[str, str], ...]:
    """The versions of the criteria one may judge by, the newest first: file and title."""
    return tuple((one.version, one.title) for one in reversed(versions_of(criteria)))


def _line(met: Met, smallest: bool) -> ConditionLine:
    one: Any = met.condition
    return ConditionLine(
        one.code, one.label.text(reader_language()), one.measure, one.cite, one.status, met.seen, one.least, one.most,
        one.weight, met.points, one.must, met.holds, met.short, smallest,
    )
