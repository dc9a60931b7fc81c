"""Lists help from others that the mentee got during the mentoring (B11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.needs.queries import KEEPERS, acts_as
from sidamping.features.outcomes.models import Intervention
from sidamping.features.outcomes.services.shared import (
    code_faults,
    day_faults,
    locked_card,
    not_yours,
    tell,
    text_faults,
)
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

KINDS = "intervention-kinds"


@dataclass(frozen=True)
class InterventionDraft:
    """What help, on which day, from whom."""

    id: UUID
    engagement: UUID
    kind: str
    held_on: date
    who: str
    note: str = ""


@transaction.atomic
def add_intervention(*, by: Viewer, draft: InterventionDraft) -> UUID:
    """Keep it on record. Sent twice, it is once."""
    card = locked_card(by, draft.engagement)
    if not acts_as(by, card, KEEPERS):
        raise Refused(not_yours(card, "interventions", KEEPERS))
    there = Intervention.objects.filter(pk=draft.id).first()
    if there is not None:
        if (there.engagement_id, there.kind, there.who) != (card.id, draft.kind, draft.who.strip()):
            raise Refused(problem("OUTCOMES_001", "id"))
        return there.pk
    refuse_if(_faults(by, card, draft))
    Intervention.objects.create(
        id=draft.id, engagement_id=card.id, kind=draft.kind, held_on=draft.held_on, who=draft.who.strip(),
        note=draft.note.strip(), by_id=by.user_id,
    )
    tell("intervention_added", by, card, draft.id, draft.note.strip(), kind=draft.kind)
    return draft.id


def _faults(by: Viewer, card: EngagementCard, draft: InterventionDraft) -> Iterator[Problem]:
    yield from code_faults("kind", _("Jenis"), draft.kind, codes_of(KINDS), KINDS)
    yield from day_faults(card, by, draft.held_on, "held_on")
    yield from text_faults([
        ("who", _("Dari siapa"), draft.who, 160, True), ("note", _("Catatan"), draft.note, 400, False)
    ])
