"""Asks another person into a round: a lead beside a self-assessment, a blind second, or the subject's own view."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.assessments.models import Filling
from sidamping.features.assessments.queries.cards import part_word
from sidamping.features.assessments.queries.inviting import may_be_asked
from sidamping.features.assessments.queries.reading import OPEN
from sidamping.features.assessments.services.locked import locked, not_yours, tell, too_late
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def invite(*, by: Viewer, assessment: UUID, part: str, user_id: UUID) -> UUID:
    """An empty filling for the person. Asked twice, the person is asked once; a part is for one person."""
    standing = locked(by, assessment, "invite")
    held = standing.current.get(part)
    if held is not None and held.by_id == user_id:
        return held.pk
    if "invite" not in standing.may():
        raise Refused(not_yours("invite") if standing.state in OPEN else too_late(standing, "invite"))
    if held is not None:
        raise Refused(problem("ASSESSMENTS_019", "part", part=part_word(part), name=str(held.by)))
    if user_id not in {one.user_id for one in may_be_asked(standing, part)}:
        raise Refused(problem("ASSESSMENTS_018", "user_id", part=part_word(part)))
    made = Filling.objects.create(assessment_id=assessment, part=part, by_id=user_id)
    tell("invited", by, standing.row, part=part, user=str(user_id), filling=str(made.pk))
    return made.pk
