"""Turns drafts into table rows and back into place; many at once, without a query per record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sidamping.features.parties.models import Business, Cooperative, Party, Person, ServiceArea
from sidamping.features.parties.services.drafts import BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.features.parties.services.sameness import KIND, UNIQUE, Draft

BATCH = 2000
SHARED = ("name", "address", "note")
TABLE = {CooperativeDraft: Cooperative, PersonDraft: Person, BusinessDraft: Business}
ELSEWHERE = {*SHARED, "village", "serves", "owner", "cooperative"}


def insert(records: Sequence[tuple[UUID, Draft]]) -> None:
    """Insert the records of one register: parties first, then their details and service areas."""
    parties = (
        Party(pk=new, kind=KIND[type(draft)], village_id=draft.village, **_shared(draft)) for new, draft in records
    )
    Party.objects.bulk_create(parties, batch_size=BATCH)
    for kind, table in TABLE.items():
        details = [table(party_id=new, **_own(draft)) for new, draft in records if type(draft) is kind]
        table.objects.bulk_create(details, batch_size=BATCH)  # type: ignore[attr-defined]  # three models
    _serve((new, draft) for new, draft in records if isinstance(draft, CooperativeDraft))


def update(party: Party, draft: Draft) -> None:
    """Write the draft over the stored record and count the revision."""
    for name, value in _shared(draft).items():
        setattr(party, name, value)
    party.village_id, party.revised = draft.village, party.revised + 1
    party.save()
    TABLE[type(draft)].objects.filter(pk=party.pk).update(**_own(draft))  # type: ignore[attr-defined]  # as above
    if isinstance(draft, CooperativeDraft):
        ServiceArea.objects.filter(cooperative_id=party.pk).exclude(village_id__in=draft.serves).delete()
        _serve([(party.pk, draft)])


def _shared(draft: Draft) -> dict[str, str]:
    return {name: getattr(draft, name) for name in SHARED}


def _own(draft: Draft) -> dict[str, Any]:
    own = {name: value for name, value in vars(draft).items() if name not in ELSEWHERE}
    own.update({name: own[name] or None for name in UNIQUE if name in own})
    if isinstance(draft, BusinessDraft):
        own.update(owner_id=draft.owner, cooperative_id=draft.cooperative)
    return own


def _serve(records: Iterable[tuple[UUID, Draft]]) -> None:
    areas = [
        ServiceArea(cooperative_id=party, village_id=code)
        for party, draft in records
        if isinstance(draft, CooperativeDraft)
        for code in draft.serves
    ]
    ServiceArea.objects.bulk_create(areas, batch_size=BATCH, ignore_conflicts=True)
