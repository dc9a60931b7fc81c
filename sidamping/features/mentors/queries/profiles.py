"""Profiles of mentors: what they can, where they live, how many they may carry. The NIK is shown masked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from sidamping.domain.parties import masked
from sidamping.features.mentors.models import MentorProfile
from sidamping.features.mentors.queries.scope import READERS, appointed, keeps, seen, sees
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory


@dataclass(frozen=True)
class ProfileCard:
    """A mentor as the profile page shows it; `may_keep` when the viewer writes its official part."""

    user_id: UUID
    name: str
    nik: str
    village_code: str
    place: str
    address: str
    phone: str
    education: str
    themes: tuple[str, ...]
    sectors: tuple[str, ...]
    languages: tuple[str, ...]
    capacity: int | None
    capacity_why: str
    note: str
    revised: int
    recorded: bool
    own: bool
    may_keep: bool


@dataclass(frozen=True)
class MentorFacts:
    """What assigning and matching read of a mentor; empty where nobody has written it yet."""

    user_id: UUID
    name: str
    village_code: str = ""
    themes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    capacity: int | None = None
    capacity_why: str = ""


@dataclass(frozen=True)
class MentorLine:
    """A mentor in the list."""

    user_id: UUID
    name: str
    place: str
    themes: tuple[str, ...]
    languages: tuple[str, ...]
    recorded: bool


def profile(viewer: Viewer, user: UUID) -> ProfileCard | None:
    """The profile, or None for a stranger; an empty one where none has been written."""
    if not sees(viewer, user):
        return None
    who = User.objects.filter(pk=user).select_related("mentor_profile").first()
    if who is None:
        return None
    row: MentorProfile = getattr(who, "mentor_profile", None) or MentorProfile(user=who)
    village = row.village_id or ""
    place = territory.path_of([village]).get(village, "") if village else ""
    return ProfileCard(
        user, who.full_name, masked(row.nik or ""), village, place, row.address, row.phone or who.phone, row.education,
        tuple(row.themes), tuple(row.sectors), tuple(row.languages), row.capacity, row.capacity_why, row.note,
        row.revised, not row._state.adding, viewer.user_id == user, keeps(viewer, user),
    )


def mentor_name(viewer: Viewer, user: UUID) -> str | None:
    """What a mentor whose profile the viewer may open is called; None for a stranger."""
    return seen(viewer, user).values_list("full_name", flat=True).first()


def profiles_of(users: Iterable[UUID]) -> dict[UUID, MentorFacts]:
    """What is known of each user, an empty record where nothing is; unscoped, in one query."""
    rows = User.objects.filter(pk__in=set(users)).select_related("mentor_profile")
    return {row.pk: _facts(row.pk, row.full_name, getattr(row, "mentor_profile", None)) for row in rows}


def user_with_nik(nik: str) -> tuple[UUID, str] | None:
    """The account of the mentor with that number of identity, with its user name; unscoped, for services above."""
    row = MentorProfile.objects.filter(nik=nik).select_related("user").first() if nik else None
    return (row.user_id, row.user.username) if row else None


def has_profile(user: UUID) -> bool:
    """Whether anything is written about the mentor; unscoped, for services above."""
    return MentorProfile.objects.filter(pk=user).exists()


def mentors_page(viewer: Viewer, *, text: str = "", theme: str = "", after: str = "") -> Page:
    """The mentors of the viewer's area by name; nothing for a stranger."""
    rows = User.objects.filter(appointed(viewer, *READERS)) if viewer.has(*READERS) else User.objects.none()
    rows = rows.filter(is_active=True).select_related("mentor_profile")
    if text:
        rows = rows.filter(Q(full_name__icontains=text))
    if theme:
        rows = rows.filter(mentor_profile__themes__contains=[theme])
    page = page_of(rows, order=("full_name", "id"), after=after)
    found = [(row, getattr(row, "mentor_profile", None)) for row in page.rows]
    places = territory.path_of(one.village_id for _, one in found if one and one.village_id)
    return Page(tuple(_mentor_line(row, one, places) for row, one in found), page.next_key)


def _facts(user: UUID, name: str, row: MentorProfile | None) -> MentorFacts:
    if row is None:
        return MentorFacts(user, name)
    return MentorFacts(
        user, name, row.village_id or "", frozenset(row.themes), frozenset(row.sectors), frozenset(row.languages),
        row.capacity, row.capacity_why,
    )


def _mentor_line(row: Any, one: MentorProfile | None, places: dict[str, str]) -> MentorLine:
    if one is None:
        return MentorLine(row.pk, row.full_name, "", (), (), False)
    place = places.get(one.village_id or "", "")
    return MentorLine(row.pk, row.full_name, place, tuple(one.themes), tuple(one.languages), True)
