"""The chair's day: papers about the own cooperative and drafts of its book that wait, promises of the cooperative,
the latest visits, assessments to fill in."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.features.assessments.queries import AssessmentHead, waiting_for
from sidamping.features.books.queries import WaitingDrafts, drafts_to_check
from sidamping.features.fieldwork.queries import FollowUpLine, VisitLine, last_visits, open_follow_ups
from sidamping.features.papers.queries import PaperLine, to_acknowledge
from sidamping.features.programmes.queries import EngagementCard, cards
from sidamping.features.supervision.queries import to_answer
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

VISITS_SHOWN = 3


@dataclass(frozen=True)
class ChairDay:
    """What a chair sees first."""

    waiting: tuple[PaperLine, ...]
    promises: tuple[FollowUpLine, ...]
    visits: tuple[VisitLine, ...]
    to_fill: tuple[AssessmentHead, ...]
    carried: tuple[EngagementCard, ...]
    """Mentorings of the own cooperative that a mentor carries now."""
    drafts: tuple[WaitingDrafts, ...]
    """Books with drafts that wait for the chair to check and post them."""
    findings: int
    """Findings of the office that wait for an answer."""


def chair_day(viewer: Viewer) -> ChairDay:
    """What waits for the chair and what happened last."""
    return ChairDay(
        waiting=to_acknowledge(viewer),
        promises=open_follow_ups(viewer, owner_side="mentee"),
        visits=last_visits(viewer, VISITS_SHOWN),
        to_fill=waiting_for(viewer),
        carried=tuple(
            one for one in cards(viewer, walked=False)
            if one.mentor_id and one.mentee_id in viewer.subjects(roles.CHAIR)
        ),
        drafts=drafts_to_check(viewer),
        findings=to_answer(viewer),
    )
