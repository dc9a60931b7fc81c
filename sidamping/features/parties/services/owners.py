"""Finds the owners and cooperatives that a sheet of businesses names by number or by name and village."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.parties import digits, exact_key, legal_key
from sidamping.domain.problems import Problem, problem
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries import duplicates
from sidamping.features.parties.queries.scope import visible
from sidamping.features.parties.services.drafts import PersonDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7


class Linker:
    """Owners in sight by NIK, else by name and village; an owner nobody recorded becomes a new person (`fresh`)."""

    def __init__(self, viewer: Viewer, owners: Sequence[PersonDraft], cooperatives: Sequence[str]) -> None:
        held = {nik: one.id for nik, one in duplicates.holders_of_nik(one.nik for one in owners).items()}
        seen = set(visible(viewer, Party.Kind.PERSON).filter(pk__in=held.values()).values_list("pk", flat=True))
        self.by_nik = {nik: key for nik, key in held.items() if key in seen}
        self.elsewhere = held.keys() - self.by_nik.keys()
        self.by_name = _persons(viewer, owners)
        numbers = {number for number in cooperatives if number}
        self.cooperatives = _cooperatives(viewer, numbers)
        self.fresh: dict[UUID, PersonDraft] = {}

    def resolve(self, owner: PersonDraft | None, number: str) -> tuple[UUID | None, UUID | None, list[Problem]]:
        """The ids for an owner and a cooperative's number, with what could not be found."""
        problems = []
        cooperative = self.cooperatives.get(number)
        if number and cooperative is None:
            problems.append(problem("PARTIES_019", "cooperative", seen=number))
        if owner is None or not (owner.name or owner.nik):
            return None, cooperative, [*problems, problem("GENERAL_001", "owner", label=_("Pemilik"))]
        found = self._owner(owner)
        if found is None:
            problems.append(problem("PARTIES_018", "owner", seen=f"NIK {owner.nik[:4]}…"))
        return found, cooperative, problems

    def _owner(self, owner: PersonDraft) -> UUID | None:
        by_name = self.by_name.get((exact_key(owner.name), owner.village)) if not owner.nik else None
        found = self.by_nik.get(owner.nik) or by_name
        if found or not owner.name or owner.nik in self.elsewhere:
            return found
        new = uuid7()
        self.fresh[new] = owner
        if owner.nik:
            self.by_nik[owner.nik] = new
        else:
            self.by_name[exact_key(owner.name), owner.village] = new
        return new


def _persons(viewer: Viewer, owners: Sequence[PersonDraft]) -> dict[tuple[str, str], UUID]:
    villages = {one.village for one in owners if not one.nik}
    if not villages:
        return {}
    rows = visible(viewer, Party.Kind.PERSON).filter(village_id__in=villages).order_by("-id")
    return {(exact_key(name), village): key for key, name, village in rows.values_list("id", "name", "village_id")}


def _cooperatives(viewer: Viewer, numbers: set[str]) -> dict[str, UUID]:
    """By nomor induk koperasi or legal number, among those in sight; keys as the sheet wrote them."""
    if not numbers:
        return {}
    seen = visible(viewer, Party.Kind.COOPERATIVE)
    by_digits = {digits(number): number for number in numbers}
    by_legal = {legal_key(number): number for number in numbers}
    induk = seen.filter(cooperative__nik_koperasi__in=by_digits).values_list("cooperative__nik_koperasi", "id")
    legal = seen.filter(cooperative__legal_number__in=by_legal).values_list("cooperative__legal_number", "id")
    found = {by_digits[str(number)]: key for number, key in induk}
    return found | {by_legal[str(number)]: key for number, key in legal}
