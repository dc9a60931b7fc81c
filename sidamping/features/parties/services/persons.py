"""Adds and changes persons."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.parties.queries import party_names
from sidamping.features.parties.services import keeping
from sidamping.features.parties.services.drafts import PersonDraft
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer


def add_person(*, by: Viewer, draft: PersonDraft, party_id: UUID | None = None, keep: bool = False) -> UUID:
    """Record a person; `keep` records them although one of the same name lives in the village."""
    return keeping.add(draft.tidy(), by=by, party_id=party_id, keep=keep)


def add_member_person(
    *, by: Viewer, cooperative: UUID, draft: PersonDraft, party_id: UUID | None = None, keep: bool = False
) -> UUID:
    """Record a person whom the board takes in as a member; it may do so in the cooperative's own village alone."""
    bound = cooperative in by.subjects(*roles.BOARD)
    place = party_names([cooperative]).get(cooperative) if bound else None
    within = (place.village_code,) if place else ()
    return keeping.add(draft.tidy(), by=by, party_id=party_id, keep=keep, within=within)


def change_person(
    *, by: Viewer, party_id: UUID, draft: PersonDraft, seen: int, keep: bool = False, why: str = ""
) -> None:
    """Change a person as last seen at revision `seen`."""
    keeping.change(draft.tidy(), by=by, party_id=party_id, seen=seen, keep=keep, why=why)
