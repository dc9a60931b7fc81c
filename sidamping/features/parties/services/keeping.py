"""How every register keeps a record: check everything, write it and its activity row together, once."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.parties.models import Party
from sidamping.features.parties.services import rows
from sidamping.features.parties.services.checks import Draft, Ground, faults, may_write, villages_of
from sidamping.features.parties.services.sameness import (
    KIND,
    already_received,
    number_clashes,
    stored,
    suspicion,
    unveiled,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7


def add(
    draft: Draft, *, by: Viewer, party_id: UUID | None, keep: bool, links: Iterable[Problem] = (),
    within: tuple[str, ...] = (),
) -> UUID:
    """Write a new party; the same sending twice is one record. `keep` writes it although one looks alike.

    `within` are places open to the writer for this one record beyond those of the roles.
    """
    new = party_id or uuid7()
    if already_received(new, draft):
        return new
    try:
        refuse_if([*_faults(draft, by, within=within), *links, *_alike(draft, by, keep)])
        with transaction.atomic():
            rows.insert([(new, draft)])
            _tell("added", new, draft, by, why="")
    except Refused:
        if not already_received(new, draft):  # the same sending may have arrived in between
            raise
    except IntegrityError:
        if not already_received(new, draft):
            raise Refused(number_clashes(draft, by)) from None
    return new


def change(
    draft: Draft, *, by: Viewer, party_id: UUID, seen: int, keep: bool, why: str, links: Iterable[Problem] = ()
) -> None:
    """Write the changed party, unless somebody changed it after revision `seen`; the trail keeps which fields."""
    try:
        with transaction.atomic():
            party = Party.objects.select_for_update().get(pk=party_id, kind=KIND[type(draft)])
            before = stored(party)
            draft = unveiled(draft, before)
            if before == draft:
                return
            renamed = (before.name, before.village) != (draft.name, draft.village)
            alike = _alike(draft, by, keep or not renamed, party_id)
            refuse_if([*_stale(party, seen), *_foreign(party, by), *_faults(draft, by, party_id), *links, *alike])
            rows.update(party, draft)
            changed = [name for name, value in vars(before).items() if value != getattr(draft, name)]
            _tell("changed", party_id, draft, by, why, fields=changed)
    except IntegrityError:
        raise Refused(number_clashes(draft, by, party_id)) from None


def _faults(
    draft: Draft, by: Viewer, besides: UUID | None = None, within: tuple[str, ...] = ()
) -> list[Problem]:
    return [*faults(draft, Ground.of(by, villages_of(draft), within)), *number_clashes(draft, by, besides)]


def _alike(draft: Draft, by: Viewer, keep: bool, besides: UUID | None = None) -> list[Problem]:
    """Names that look alike, told only to who may write in the village."""
    return [] if keep or not may_write(by, draft.village) else list(suspicion(draft, besides))


def _stale(party: Party, seen: int) -> list[Problem]:
    return [] if party.revised == seen else [problem("GENERAL_003")]


def _foreign(party: Party, by: Viewer) -> list[Problem]:
    return [] if may_write(by, party.village_id) else [problem("PARTIES_021")]


def _tell(verb: str, subject: UUID, draft: Draft, by: Viewer, why: str, **data: object) -> None:
    action = f"parties.{KIND[type(draft)].value}_{verb}"
    journal.record(action, by=by.user_id, subject=subject, why=why, regency=draft.village[:5], **data)
