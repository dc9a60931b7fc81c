"""What a participant sends through the own link: monthly figures, or the self-assessment (C9, C10).

No account is needed; the link says for whom, and who made it answers for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.assessments import queries as assessed
from sidamping.features.assessments import services as assessing
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.features.progress.models import Link
from sidamping.features.progress.queries.lines import LinkLine
from sidamping.features.progress.queries.people import writes
from sidamping.features.progress.services.drafts import MonthDraft, Photo
from sidamping.features.progress.services.months import keep_month
from sidamping.features.progress.services.standing import tell
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer, viewer_of

INSTRUMENT = "tkm-self-assessment"
SOURCE = "participant"
BASELINE, FINAL, SINGLE = "baseline", "final", "single"


def participant_of(link: LinkLine, on: date) -> tuple[Viewer, EngagementCard]:
    """Who made the link and the mentee it is about; Refused when the link, or the mentor's right, is over."""
    by = viewer_of(User.objects.get(pk=link.by_id), on)
    card = engagement_card(by, link.engagement_id)
    if card is None or not writes(by, card):
        raise Refused(problem("PROGRESS_013"))
    if link.used_at is not None and link.purpose != Link.Purpose.FIGURES:
        raise Refused(problem("PROGRESS_014"))
    if not link.is_open(on):
        raise Refused(problem("PROGRESS_013"))
    return by, card


@transaction.atomic
def send_month(*, link: LinkLine, draft: MonthDraft, on: date, photo: Photo | None = None) -> UUID:
    """The figures of a month as the participant tells them."""
    row = Link.objects.select_for_update().get(pk=link.id, purpose=Link.Purpose.FIGURES)
    _by, card = participant_of(link, on)
    return keep_month(card, draft, on, photo, by=row.by_id, link=row)


@transaction.atomic
def send_self_view(*, link: LinkLine, values: Mapping[str, str], name: str, on: date, now: datetime) -> UUID:
    """The self-assessment, handed in at once: a round in the participant's name, and the step that asks for it.

    Sent twice, it is once.
    """
    row = Link.objects.select_for_update().exclude(purpose=Link.Purpose.FIGURES).get(pk=link.id)
    if row.used_at is not None and row.assessment:
        return row.assessment
    by, card = participant_of(link, on)
    id = uuid5(link.id, "self-assessment")
    purpose, pair = _purpose(by, card, link.purpose)
    draft = assessing.AssessmentDraft(id, INSTRUMENT, on, purpose=purpose, party_id=card.mentee_id, pair_id=pair)
    assessing.open_assessment(by=by, draft=draft, on=on)
    answered = name.strip() or card.mentee_name
    assessing.save_filling(
        by=by, assessment=id, values=values, notes={}, seen=0, now=now, answered_by=answered, source=SOURCE
    )
    assessing.submit_filling(by=by, assessment=id, now=now)
    row.used_at, row.assessment = now, id
    row.save(update_fields=["used_at", "assessment"])
    held = {(INSTRUMENT, link.purpose)}
    programmes.forms_done(by=by, engagement=card.id, kind="instrument", held=held, on=on, source_id=id)
    tell("self_view_sent", None, id, card, link=str(link.id), purpose=purpose)
    return id


def _purpose(by: Viewer, card: EngagementCard, wanted: str) -> tuple[str, UUID | None]:
    """A final closes the baseline there is; without one it stands by itself."""
    if wanted != FINAL:
        return BASELINE, None
    found = (one for one in assessed.open_baselines(by, card.mentee_id) if one.instrument == INSTRUMENT)
    first = next(found, None)
    return (FINAL, first.id) if first else (SINGLE, None)
