"""What stands about one engagement in the field, and whom a mentor should visit next and why."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.domain.fieldwork import Candidate, Suggestion, suggest_visits
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries.follow_ups import open_follow_ups
from sidamping.features.fieldwork.queries.lines import (
    FollowUpLine,
    ObservationLine,
    PlanLine,
    ProblemHead,
    VisitLine,
)
from sidamping.features.fieldwork.queries.plans import next_planned, plan_of
from sidamping.features.fieldwork.queries.problems import observation_of, problem_heads, unsolved_problems
from sidamping.features.fieldwork.queries.visits import last_seen, recent_visits
from sidamping.features.programmes.queries import EngagementCard, engagement_card, mentor_engagements
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import contact_limit, pinned_programme
from sidamping.rules.in_force import NotInForce


@dataclass(frozen=True)
class FieldOverview:
    """The field side of an engagement's page."""

    card: EngagementCard
    visits: tuple[VisitLine, ...]
    problems: tuple[ProblemHead, ...]
    follow_ups: tuple[FollowUpLine, ...]
    plan: tuple[PlanLine, ...]
    observation: ObservationLine | None
    own: bool


def engagement_overview(viewer: Viewer, engagement_id: UUID) -> FieldOverview | None:
    """Everything for the engagement's field page; None for a stranger."""
    card = engagement_card(viewer, engagement_id)
    if card is None:
        return None
    return FieldOverview(
        card=card,
        visits=recent_visits(viewer, engagement_id),
        problems=problem_heads([engagement_id]),
        follow_ups=open_follow_ups(viewer, engagement=engagement_id, limit=20),
        plan=plan_of(viewer, Month.of(viewer.on), engagement=engagement_id),
        observation=observation_of(engagement_id),
        own=card.mentor_id == viewer.user_id,
    )


def next_visits(viewer: Viewer, *, limit: int = 5) -> tuple[Suggestion, ...]:
    """Suggested next visits of a mentor with their reasons, in the order of the reasons."""
    carried = mentor_engagements(viewer.user_id, viewer.on)
    ids = [card.id for card in carried]
    seen, planned = last_seen(ids, viewer.on), next_planned(ids, viewer.on)
    problems: dict[UUID, ProblemHead] = {}
    for one in unsolved_problems(ids):
        problems.setdefault(one.engagement_id, one)
    promises: dict[UUID, FollowUpLine] = {}
    for promise in open_follow_ups(viewer):
        promises.setdefault(promise.engagement_id, promise)
    candidates = []
    for card in carried:
        worst, oldest = problems.get(card.id), promises.get(card.id)
        candidates.append(
            Candidate(
                engagement_id=card.id, name=card.mentee_name, starts=card.starts, priority=card.priority,
                last_seen=seen.get(card.id), unseen_after=_unseen_after(card, viewer),
                problem=worst.title if worst else "", problem_priority=worst.priority if worst else None,
                promise=oldest.text if oldest else "", promise_due=oldest.due if oldest else None,
                planned_on=planned.get(card.id),
            )
        )
    return suggest_visits(candidates, on=viewer.on, limit=limit)


def _unseen_after(card: EngagementCard, viewer: Viewer) -> int | None:
    """The days of the programme's contact rule; None when no rule is in force there."""
    try:
        return contact_limit(pinned_programme(card.pinned), on=viewer.on, area=card.regency_code)[0]
    except NotInForce:
        return None
