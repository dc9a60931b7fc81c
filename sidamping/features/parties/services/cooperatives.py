"""Adds and changes cooperatives."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.parties.services import keeping
from sidamping.features.parties.services.drafts import CooperativeDraft
from sidamping.platform.access.viewer import Viewer


def add_cooperative(
    *, by: Viewer, draft: CooperativeDraft, party_id: UUID | None = None, keep: bool = False
) -> UUID:
    """Record a cooperative; `keep` records it although one of the same name stands in the village."""
    return keeping.add(draft.tidy(), by=by, party_id=party_id, keep=keep)


def change_cooperative(
    *, by: Viewer, party_id: UUID, draft: CooperativeDraft, seen: int, keep: bool = False, why: str = ""
) -> None:
    """Change a cooperative as last seen at revision `seen`."""
    keeping.change(draft.tidy(), by=by, party_id=party_id, seen=seen, keep=keep, why=why)
