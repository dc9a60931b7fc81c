"""Keeps profiles of mentors: the office the official part, mentors their contact, themes, sectors and languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain import parties as identity
from sidamping.domain.parties import masked, squeezed
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.mentors.models import MentorProfile
from sidamping.features.mentors.queries.scope import keeps, sees
from sidamping.features.mentors.services.drafts import OwnDraft, ProfileDraft
from sidamping.features.parties import queries as parties
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import listing

MOST_MENTEES = 200
LEAST_REASON = 8
LISTS = {"themes": "mentoring-themes", "sectors": "business-sectors", "languages": "languages"}
LABELS = {
    "themes": _("Tema"), "sectors": _("Bidang usaha"), "languages": _("Bahasa"), "education": _("Pendidikan terakhir"),
    "village": _("Desa/kelurahan"), "address": _("Alamat"), "capacity_why": _("Alasan batas dampingan"),
}
LONGEST = {"address": 240, "capacity_why": 240}


@transaction.atomic
def keep_profile(
    *, by: Viewer | None, user: UUID, draft: ProfileDraft, seen: int | None = None, trusted: bool = False
) -> None:
    """Write the whole profile. `seen` is the revision it was written against; the same content counts once.

    `trusted`: the calling service has checked that the user is a candidate in the writer's area.
    """
    if not (by is None or trusted or keeps(by, user)):
        raise Refused(problem("MENTORS_001", "user"))
    take_turns(user)
    row = _row(user)
    tidy = draft.tidy()
    if tidy.nik and tidy.nik == masked(row.nik or ""):
        tidy = ProfileDraft(**{**asdict(tidy), "nik": row.nik or ""})
    refuse_if([*_seen_faults(row, seen), *_own_faults(tidy), *_office_faults(user, tidy)])
    changed = _write(row, {**asdict(tidy), "village_id": tidy.village or None, "nik": tidy.nik or None})
    if changed:
        actor = by.user_id if by else None
        journal.record("mentors.profile_kept", by=actor, subject=user, regency=tidy.village[:5], fields=changed)


@transaction.atomic
def keep_own_profile(*, by: Viewer, draft: OwnDraft, seen: int | None = None) -> None:
    """Mentors write their own contact, themes, sectors and languages; the rest stays as the office wrote it."""
    if not by.has(roles.MENTOR):
        raise Refused(problem("MENTORS_001", "user"))
    take_turns(by.user_id)
    row, tidy = _row(by.user_id), draft.tidy()
    refuse_if([*_seen_faults(row, seen), *_own_faults(tidy)])
    changed = _write(row, asdict(tidy))
    if changed:
        regency = (row.village_id or "")[:5]
        journal.record("mentors.profile_kept", by=by.user_id, subject=by.user_id, regency=regency, fields=changed)


@transaction.atomic
def reveal_nik(*, by: Viewer, user: UUID, why: str) -> str:
    """The NIK in full, once, for a reason that stays in the trail; for its owner and those who keep the profile."""
    if not (sees(by, user) and (by.user_id == user or keeps(by, user))):
        raise Refused(problem("MENTORS_001", "user"))
    row, reason = _row(user), squeezed(why)
    faults = [problem("MENTORS_015", "why", least=LEAST_REASON)] if len(reason) < LEAST_REASON else []
    refuse_if([*faults, *([] if row.nik else [problem("MENTORS_016", "nik", name=row.user.full_name)])])
    journal.record("mentors.nik_revealed", by=by.user_id, subject=user, why=reason, regency=(row.village_id or "")[:5])
    return row.nik or ""


def _row(user: UUID) -> MentorProfile:
    who = User.objects.filter(pk=user).first()
    if who is None:
        raise Refused(problem("MENTORS_001", "user"))
    return MentorProfile.objects.filter(pk=user).first() or MentorProfile(user=who)


def _write(row: MentorProfile, values: dict[str, Any]) -> list[str]:
    """The names of the fields that changed; nothing is written when none did."""
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    values.pop("village", None)
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    if changed or row._state.adding:
        for name in changed:
            setattr(row, name, values[name])
        row.revised += 1
        row.save()
        return changed or ["village_id"]
    return []


def _seen_faults(row: MentorProfile, seen: int | None) -> list[Problem]:
    return [problem("GENERAL_003")] if seen is not None and seen != row.revised else []


def _own_faults(draft: OwnDraft) -> Iterator[Problem]:
    yield from identity.phone_faults(draft.phone)
    for field, name in LISTS.items():
        known = {one.code for one in listing(name) if not one.retired}
        for code in getattr(draft, field):
            if code not in known:
                yield problem("GENERAL_002", field, label=str(LABELS[field]), seen=code[:40])
    for field, most in LONGEST.items():
        if (seen := len(getattr(draft, field, ""))) > most:
            yield problem("MENTORS_021", field, label=str(LABELS[field]), seen=seen, most=most)


def _office_faults(user: UUID, draft: ProfileDraft) -> Iterator[Problem]:
    yield from identity.nik_faults(draft.nik)
    yield from _same_number(user, draft.nik)
    if draft.education and draft.education not in {one.code for one in listing("education-levels")}:
        yield problem("GENERAL_002", "education", label=str(LABELS["education"]), seen=draft.education)
    if draft.village and not territory.known_villages({draft.village}):
        yield problem("AREAS_001", "village", seen=draft.village)
    if draft.capacity is not None and not 1 <= draft.capacity <= MOST_MENTEES:
        yield problem("MENTORS_004", "capacity", seen=draft.capacity, most=MOST_MENTEES)
    if draft.capacity is not None and not draft.capacity_why:
        yield problem("MENTORS_005", "capacity_why")


def _same_number(user: UUID, nik: str) -> Iterator[Problem]:
    other = MentorProfile.objects.filter(nik=nik).exclude(pk=user).select_related("user").first() if nik else None
    if other is not None:
        yield problem("MENTORS_002", "nik", name=other.user.full_name)
    register = parties.niks_of_users([user]).get(user, "")
    if nik and register and register != nik:
        yield problem("MENTORS_003", "nik", name=User.objects.get(pk=user).full_name)
