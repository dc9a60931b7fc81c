"""Adds and changes businesses; owner and cooperative must be records the writer can see."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sidamping.domain.problems import Problem, problem
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries.scope import visible
from sidamping.features.parties.services import keeping
from sidamping.features.parties.services.drafts import BusinessDraft
from sidamping.platform.access.viewer import Viewer


def add_business(*, by: Viewer, draft: BusinessDraft, party_id: UUID | None = None, keep: bool = False) -> UUID:
    """Record a business; `keep` records it although one of the same name stands in the village."""
    return keeping.add(draft.tidy(), by=by, party_id=party_id, keep=keep, links=_links(draft, by))


def change_business(
    *, by: Viewer, party_id: UUID, draft: BusinessDraft, seen: int, keep: bool = False, why: str = ""
) -> None:
    """Change a business as last seen at revision `seen`."""
    keeping.change(
        draft.tidy(), by=by, party_id=party_id, seen=seen, keep=keep, why=why, links=_links(draft, by, party_id)
    )


def _links(draft: BusinessDraft, by: Viewer, party_id: UUID | None = None) -> Iterator[Problem]:
    """Owner and cooperative are in sight; those the business has already are left alone."""
    held: tuple[UUID | None, ...] = ()
    if party_id:
        pairs = Party.objects.filter(pk=party_id).values_list("business__owner", "business__cooperative")
        held = pairs.first() or ()
    if draft.owner not in held and not visible(by, Party.Kind.PERSON).filter(pk=draft.owner).exists():
        yield problem("PARTIES_018", "owner", seen=draft.owner)
    wanted = draft.cooperative
    if wanted and wanted not in held and not visible(by, Party.Kind.COOPERATIVE).filter(pk=wanted).exists():
        yield problem("PARTIES_019", "cooperative", seen=wanted)
