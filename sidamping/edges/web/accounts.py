"""How sign-in behaves, and what a person sees of their own account.

Accounts are made by an administrator, never by the public.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from sidamping.edges.web import formats
from sidamping.features.parties.queries import PartyName, party_names
from sidamping.platform.access.models import Appointment, in_force
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import Programme, label, programmes


class Closed(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Refuses public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


@dataclass(frozen=True)
class Held:
    """One role in force: what it is called, for which area or cooperative, from when to when, by which letter."""

    role: str
    programme: str
    scope: str
    starts: date
    ends: date | None
    letter: str


def appointments_of(viewer: Viewer) -> tuple[Held, ...]:
    """The viewer's own appointments in force on the viewer's day."""
    mine = Appointment.objects.filter(in_force(viewer.on), user_id=viewer.user_id)
    rows = tuple(mine.select_related("area").order_by("starts", "id"))
    subjects = {row.subject_id for row in rows if row.subject_id}
    parties = party_names(subjects) if subjects else {}
    known = {one.code: one for one in programmes(viewer.on)}
    return tuple(_held(row, known.get(row.programme), parties) for row in rows)


def _held(row: Appointment, programme: Programme | None, parties: Mapping[UUID, PartyName]) -> Held:
    """What a role is called is data of its programme; without one, the word of the list."""
    language = "en" if formats.english() else "id"
    named = programme.roles.get(row.role) if programme else None
    word = named.text(language) if named else label("roles", row.role, language)
    title = programme.title.text(language) if programme else row.programme
    area = row.area.name if row.area else ""
    party = parties.get(row.subject_id) if row.subject_id else None
    return Held(word, title, party.name if party else area, row.starts, row.ends, row.letter)
