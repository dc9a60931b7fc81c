"""The stored records that a batch of drafts may meet, fetched in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sidamping.domain.parties import exact_key, name_key
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries import duplicates
from sidamping.features.parties.services.drafts import BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.features.parties.services.sameness import KIND

Draft = CooperativeDraft | PersonDraft | BusinessDraft


def numbers_of(draft: Draft) -> dict[str, str]:
    """The numbers that name a record for good, where the draft has them."""
    names = {PersonDraft: ("nik",), CooperativeDraft: ("nik_koperasi", "legal_number"), BusinessDraft: ()}
    found = {name: getattr(draft, name) for name in names[type(draft)]}
    return {name: value for name, value in found.items() if value}


@dataclass(frozen=True)
class _Namesake:
    """A stored record of one of the villages: its name, whether it has numbers, its owner if it is a business."""

    id: UUID
    name: str
    numbered: bool
    owner: UUID | None


@dataclass(frozen=True)
class Stored:
    """Numbers held anywhere, and the records of the drafts' villages by what their names mean."""

    numbers: dict[str, dict[str, UUID]]
    names: dict[tuple[str, str], list[_Namesake]]

    @staticmethod
    def beside(drafts: Sequence[Draft]) -> Stored:
        asked: dict[str, set[str]] = defaultdict(set)
        for draft in drafts:
            for name, value in numbers_of(draft).items():
                asked[name].add(value)
        held = {
            "nik": duplicates.holders_of_nik(asked["nik"]),
            "nik_koperasi": duplicates.holders_of_cooperative_number(asked["nik_koperasi"]),
            "legal_number": duplicates.holders_of_legal_number(asked["legal_number"]),
        }
        numbers = {name: {value: one.id for value, one in found.items()} for name, found in held.items()}
        return Stored(numbers, _namesakes(drafts))

    def known(self, draft: Draft) -> UUID | None:
        """The record stored for certain: same number; without numbers the same name, village and owner."""
        numbers = numbers_of(draft)
        held = (self.numbers[name][value] for name, value in numbers.items() if value in self.numbers[name])
        if numbers:
            return next(held, None)
        owner = draft.owner if isinstance(draft, BusinessDraft) else None
        same = (one for one in self._near(draft) if not one.numbered and one.owner == owner)
        return next((one.id for one in same if exact_key(one.name) == exact_key(draft.name)), None)

    def alike(self, draft: Draft) -> list[str]:
        """Names in the same village that mean the same."""
        return [one.name for one in self._near(draft)]

    def _near(self, draft: Draft) -> list[_Namesake]:
        return self.names.get((draft.village, name_key(draft.name)), [])


def _namesakes(drafts: Sequence[Draft]) -> dict[tuple[str, str], list[_Namesake]]:
    found: dict[tuple[str, str], list[_Namesake]] = defaultdict(list)
    if not drafts:
        return found
    kind = KIND[type(drafts[0])]
    villages = {draft.village for draft in drafts}
    columns = ("id", "name", "village_id", "person__nik", "cooperative__nik_koperasi", "cooperative__legal_number")
    rows: Any = Party.objects.filter(kind=kind, village_id__in=villages)
    for key, name, village, *numbers, owner in rows.values_list(*columns, "business__owner"):
        found[village, name_key(name)].append(_Namesake(key, name, any(numbers), owner))
    return found
