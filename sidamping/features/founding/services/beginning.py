"""Begins a founding: the group stands in the register as a pra-koperasi, and may be mentored, from that day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.founding.steps import LEVELS
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.founding.models import Founding
from sidamping.features.founding.services.keeping import kept, tell
from sidamping.features.parties import queries as parties
from sidamping.features.parties import services as registers
from sidamping.features.parties.services import CooperativeDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import label

PRE, REGISTERED = "pre", "registered"


@dataclass(frozen=True)
class FoundingDraft:
    """What a founding begins with; `party` is a pra-koperasi of the register, without one a new one is recorded."""

    level: str
    name: str = ""
    village: str = ""
    kind: str = ""
    form: str = "primary"
    party: UUID | None = None


@transaction.atomic
def begin_founding(*, by: Viewer, id: UUID, draft: FoundingDraft, now: datetime, keep: bool = False) -> UUID:
    """A founding from today on. Sent twice, it begins once; `keep` although a pra-koperasi of the name is there."""
    take_turns(draft.party or id)
    if Founding.objects.filter(pk=id, begun_by_id=by.user_id).exists():
        return id
    refuse_if([] if draft.level in LEVELS else [problem("FOUNDING_018", "level", seen=draft.level)])
    if draft.party is None:
        recorded = CooperativeDraft(draft.name, draft.village, draft.kind, draft.form, PRE)
        party = registers.add_cooperative(by=by, draft=recorded, party_id=id, keep=keep)
    else:
        refuse_if(_party_faults(by, draft.party))
        party = draft.party
    row = Founding.objects.create(pk=id, party_id=party, level=draft.level, begun_by_id=by.user_id, begun_at=now)
    tell("begun", by, id, row, level=draft.level)
    return id


@transaction.atomic
def ask_for(*, by: Viewer, founding: UUID, asked: int | None, office: str) -> None:
    """How many founders an office asks for beyond the law: it warns, it stops nothing (C13). None takes it back."""
    row, office = kept(by, founding), office.strip()
    if asked is not None and not office:
        raise Refused(problem("GENERAL_001", "office", label=_("Kantor yang meminta")))
    wanted = (asked, office if asked is not None else "")
    if (row.asked, row.asked_by) == wanted:
        return
    row.asked, row.asked_by = wanted
    row.save(update_fields=["asked", "asked_by"])
    tell("founders_asked", by, row.pk, row, asked=asked, office=wanted[1])


def _party_faults(by: Viewer, party: UUID) -> list[Problem]:
    card = parties.cooperative(by, party)
    if card is None or not registers.may_write(by, card.village_code):
        return [problem("FOUNDING_001", "party")]
    found = []
    if card.standing == REGISTERED:
        standing = label("cooperative-standings", card.standing, get_language() or "id")
        found.append(problem("FOUNDING_004", "party", name=card.name, standing=standing))
    if Founding.objects.filter(party_id=party).exists():
        found.append(problem("FOUNDING_003", "party", name=card.name))
    return found
