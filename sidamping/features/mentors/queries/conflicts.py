"""Conflicts of interest: by NIK against boards, managers, owners and lenders, and by what was declared (A13, C34).

A conflict stays shown after it was let in; numbers never leave this module.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q

from sidamping.domain.matching.conflicts import Tie, conflicts
from sidamping.features.mentors.models import Interest, Waiver
from sidamping.features.mentors.queries.scope import sees
from sidamping.features.parties import queries as parties
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer

DECLARED = "declared"


@dataclass(frozen=True)
class Ground:
    """One reason of a conflict: its kind, the office and cooperative it comes from or the words declared, its days."""

    kind: str
    position: str = ""
    through: str = ""
    said: str = ""
    starts: date | None = None
    ends: date | None = None

    @property
    def declared(self) -> bool:
        return bool(self.said)


@dataclass(frozen=True)
class LetIn:
    """Who let a conflict in or refused it, when and why."""

    by: UUID
    by_name: str
    on: date
    why: str
    let_in: bool
    kinds: frozenset[str]


@dataclass(frozen=True)
class PairConflict:
    """A mentor and a mentee who are bound, on which grounds; `decision` is the newest about all these kinds."""

    mentor_id: UUID
    mentee_id: UUID
    grounds: tuple[Ground, ...]
    decision: LetIn | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.kind for one in self.grounds))

    @property
    def waived(self) -> bool:
        """Whether another person let in every kind found."""
        return self.decision is not None and self.decision.let_in


@dataclass(frozen=True)
class InterestLine:
    """An interest a mentor declared."""

    id: UUID
    user_id: UUID
    party_id: UUID
    party_name: str
    kind: str
    note: str
    starts: date
    ends: date | None


def conflicts_of(users: Collection[UUID], mentees: Collection[UUID], on: date) -> tuple[PairConflict, ...]:
    """Every pair of the given people that is bound on the day; unscoped, in at most six queries."""
    if not users or not mentees:
        return ()
    found: dict[tuple[UUID, UUID], list[Ground]] = {}
    known = _known(users, on)
    for pair, ground in (*_by_number(known, mentees, on), *_declared(known, mentees)):
        found.setdefault(pair, []).append(ground)
    told = _decisions(found)
    return tuple(
        PairConflict(*pair, tuple(grounds), _fitting(told.get(pair, ()), {one.kind for one in grounds}))
        for pair, grounds in found.items()
    )


def interests_of(viewer: Viewer, user: UUID) -> tuple[InterestLine, ...]:
    """What a mentor has declared, the newest first; nothing for a stranger."""
    return interests_declared(user) if sees(viewer, user) else ()


def interests_declared(user: UUID) -> tuple[InterestLine, ...]:
    """What a mentor has declared, the newest first; the caller has looked up the profile within its scope."""
    rows = Interest.objects.filter(user_id=user).select_related("party").order_by("-starts", "-id")
    return tuple(
        InterestLine(row.pk, row.user_id, row.party_id, row.party.name, row.kind, row.note, row.starts, row.ends)
        for row in rows
    )


def _known(users: Collection[UUID], on: date) -> list[Any]:
    """Each user with the numbers of identity, once for every interest declared that holds on the day."""
    holds = Q(mentor_interests__starts__lte=on) & (
        Q(mentor_interests__ends__isnull=True) | Q(mentor_interests__ends__gte=on)
    )
    rows = User.objects.filter(pk__in=set(users)).annotate(held=FilteredRelation("mentor_interests", condition=holds))
    told = rows.annotate(
        own_nik=F("mentor_profile__nik"), register_nik=F("person__nik"), party=F("held__party_id"),
        through=F("held__party__name"), kind=F("held__kind"), said=F("held__note"), since=F("held__starts"),
        until=F("held__ends"),
    )
    return list(told.order_by("held__starts", "held__id"))


def _by_number(
    known: Iterable[Any], mentees: Collection[UUID], on: date
) -> Iterable[tuple[tuple[UUID, UUID], Ground]]:
    """The number of the profile, or else of the person of the register."""
    numbers = {row.pk: row.own_nik or row.register_nik for row in known if row.own_nik or row.register_nik}
    bound = parties.ties_of(mentees, on) if numbers else ()
    ties = [Tie(str(one.mentee_id), one.kind, one.nik) for one in bound]
    for clash in conflicts({str(user): nik for user, nik in numbers.items()}, ties):
        mentor, mentee = UUID(clash.mentor), UUID(clash.mentee)
        for one in bound:
            if one.mentee_id == mentee and one.nik == numbers[mentor]:
                ground = Ground(one.kind, one.position, one.through, "", one.starts, one.ends)
                yield (mentor, mentee), ground


def _declared(known: Iterable[Any], mentees: Collection[UUID]) -> Iterable[tuple[tuple[UUID, UUID], Ground]]:
    """Declared about the mentee itself, or about the cooperative or owner it belongs to."""
    rows = [row for row in known if row.party]
    belongs = parties.belonging(mentees) if rows else {}
    for row in rows:
        for mentee in belongs.get(row.party, ()):
            through = "" if mentee == row.party else row.through
            yield (row.pk, mentee), Ground(row.kind, "", through, row.said, row.since, row.until)


def _decisions(pairs: Collection[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], list[LetIn]]:
    if not pairs:
        return {}
    rows = Waiver.objects.filter(
        user_id__in={user for user, _ in pairs}, party_id__in={party for _, party in pairs}
    ).select_related("by")
    found: dict[tuple[UUID, UUID], list[LetIn]] = {}
    for row in rows.order_by("-created_at", "-id"):
        told = LetIn(row.by_id, row.by.full_name, row.on, row.why, row.let_in, frozenset(row.kinds))
        found.setdefault((row.user_id, row.party_id), []).append(told)
    return found


def _fitting(told: Iterable[LetIn], kinds: set[str]) -> LetIn | None:
    """The newest decision that knew every kind found today; one about fewer kinds decides nothing."""
    return next((one for one in told if kinds <= one.kinds), None)
