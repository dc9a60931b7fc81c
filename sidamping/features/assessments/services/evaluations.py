"""Opens the cooperative's evaluation of its own mentor (B11). The mentor never reads it; the instrument hides it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.assessments.queries import AssessmentHead, waiting_for
from sidamping.features.assessments.services.opening import AssessmentDraft, open_assessment
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

INSTRUMENT = "mentor-evaluation"


@transaction.atomic
def evaluate_mentor(*, by: Viewer, engagement_id: UUID, id: UUID, on: date) -> UUID:
    """The round in which the chair judges who carries the cooperative today; one that is still open is given again."""
    card = engagement_card(by, engagement_id)
    if card is None or card.mentee_id not in by.subjects(roles.CHAIR):
        raise Refused(problem("PROGRAMMES_001"))
    if card.mentor_id is None:
        raise Refused(problem("PROGRAMMES_064", mentee=card.mentee_name))
    take_turns(engagement_id)
    begun = (one for one in waiting_for(by) if _is_of(one, card))
    if (there := next(begun, None)) is not None:
        return there.id
    draft = AssessmentDraft(id, INSTRUMENT, on, mentor_id=card.mentor_id, engagement_id=card.id)
    return open_assessment(by=by, draft=draft, on=on, vouched=card.regency_code)


def _is_of(one: AssessmentHead, card: EngagementCard) -> bool:
    """Whether an open round judges the mentor of this mentoring, for it or for none in particular."""
    same = (one.instrument, one.subject.id) == (INSTRUMENT, card.mentor_id)
    return same and one.engagement_id in (None, card.id)
