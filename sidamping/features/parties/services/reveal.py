"""Opens a masked personal number once, for a written reason that stays in the trail (F10)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.domain.parties import squeezed
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries.scope import visible
from sidamping.features.parties.services.checks import may_write
from sidamping.features.parties.services.sameness import SECRET
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

LEAST_REASON = 8


def reveal(*, by: Viewer, party_id: UUID, field: str, why: str) -> str:
    """The value in full. For mentors and coordinators of the area, secretariat and admin; never without a reason."""
    with transaction.atomic():
        party = visible(by).filter(pk=party_id).first()
        if party is None or not may_write(by, party.village_id):
            raise Refused(problem("PARTIES_021"))
        value, reason = _value(party, field), squeezed(why)
        short = [problem("PARTIES_016", "why", least=LEAST_REASON)] if len(reason) < LEAST_REASON else []
        refuse_if([*short, *([] if value else [problem("PARTIES_017", field)])])
        regency = party.village_id[:5]
        journal.record("parties.revealed", by=by.user_id, subject=party_id, why=reason, regency=regency, field=field)
    return value


def _value(party: Party, field: str) -> str:
    held = {Party.Kind.PERSON: "person", Party.Kind.COOPERATIVE: "cooperative"}.get(Party.Kind(party.kind))
    if held is None or field not in SECRET:
        return ""
    return getattr(getattr(party, held), field, "") or ""
