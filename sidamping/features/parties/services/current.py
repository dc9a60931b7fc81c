"""The stored content of a record as a draft, for the form that changes it: personal numbers masked."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.parties.models import Party
from sidamping.features.parties.queries.scope import visible
from sidamping.features.parties.services.checks import Draft, may_write
from sidamping.features.parties.services.sameness import stored, veiled
from sidamping.platform.access.viewer import Viewer


def stored_draft(*, by: Viewer, party_id: UUID, kind: str) -> tuple[Draft, int] | None:
    """The draft and its revision; None for whoever may not write it."""
    party: Party | None = visible(by, kind).filter(pk=party_id).first()
    if party is None or not may_write(by, party.village_id):
        return None
    return veiled(stored(party)), party.revised
