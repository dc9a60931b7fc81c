"""The participant's own view beside that of whoever assessed the business: per aspect, with the difference (C10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.scoring.numbers import exact
from sidamping.features.assessments.queries import (
    AssessmentCard,
    assessment_card,
    instrument_for,
    latest_of_parties,
    live_outcome,
)
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.progress.queries.lines import LinkLine
from sidamping.platform.access.viewer import Viewer

MENTORS = "business-success"
"""The instrument whose aspects are those of the self-assessment."""


@dataclass(frozen=True)
class AspectPair:
    """An aspect as the participant and as the assessor see it, in points; None = not told."""

    label: str
    own: int | None
    other: int | None
    most: int

    @property
    def difference(self) -> int | None:
        """How much higher the participant's own view is; below nothing, the assessor's."""
        return None if self.own is None or self.other is None else self.own - self.other


@dataclass(frozen=True)
class SelfView:
    """One self-assessment: who answered, when, and the aspects beside the newest decided assessment."""

    assessment_id: UUID
    purpose: str
    answered_by: str
    on: date
    total: int | None
    aspects: tuple[AspectPair, ...]
    other_id: UUID | None
    other_on: date | None


def self_views(viewer: Viewer, card: EngagementCard, links: Iterable[LinkLine]) -> tuple[SelfView, ...]:
    """Those the participant sent through one of the links, as far as the viewer may read them."""
    sent = [one for one in links if one.assessment]
    if not sent:
        return ()
    other = _other(viewer, card)
    found = (assessment_card(viewer, one.assessment) for one in sent if one.assessment)
    return tuple(_view(one, other) for one in found if one is not None and one.fillings)


def _other(viewer: Viewer, card: EngagementCard) -> AssessmentCard | None:
    latest = latest_of_parties([card.mentee_id]).get(card.mentee_id, ())
    newest = next((one for one in latest if one.instrument == MENTORS), None)
    return assessment_card(viewer, newest.assessment_id) if newest else None


def _view(card: AssessmentCard, other: AssessmentCard | None) -> SelfView:
    own = card.fillings[0]
    instrument = instrument_for(card.head.version, card.head.instrument)
    told = live_outcome(instrument, own.data, on=card.head.as_of).plain()
    decided = other.decided if other else None
    others = _points(decided.outcome) if decided else {}
    aspects = tuple(
        AspectPair(one["label"], _whole(one["score"]), others.get(one["key"]), most)
        for one in told["aspects"] if (most := _whole(one["max"]))
    )
    return SelfView(
        card.head.id, card.head.purpose, own.answered_by, card.head.as_of, _whole(told["total"]), aspects,
        other.head.id if other and decided else None, other.head.as_of if other and decided else None,
    )


def _points(outcome: Mapping[str, Any]) -> dict[str, int | None]:
    return {one["key"]: _whole(one["score"]) for one in outcome["aspects"]}


def _whole(value: Any) -> int | None:
    number = exact(value) if value is not None else None
    return None if number is None else round(number)
