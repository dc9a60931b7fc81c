"""How sign-in behaves, and what a person sees of their own account.

Accounts are made by an administrator, never by the public.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allauth.account.adapter import DefaultAccountAdapter
from django.db.models import Q
from django.http import HttpRequest

from sidamping.edges.web import formats
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import Programme, label, programmes


class Closed(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Refuses public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


@dataclass(frozen=True)
class Held:
    """One role in force: where, in which programme, from when to when, by which letter."""

    role: str
    role_word: str
    programme: str
    area: str
    starts: date
    ends: date | None
    letter: str


def appointments_of(viewer: Viewer) -> tuple[Held, ...]:
    """The viewer's own appointments in force on the viewer's day."""
    in_force = Q(ends__isnull=True) | Q(ends__gte=viewer.on)
    rows = Appointment.objects.filter(in_force, user_id=viewer.user_id, starts__lte=viewer.on).order_by("starts", "id")
    values = rows.values_list("role", "programme", "area__name", "starts", "ends", "letter")
    known = {one.code: one for one in programmes(viewer.on)}
    return tuple(_held(known.get(row[1]), *row) for row in values)


def _held(
    programme: Programme | None, role: str, code: str, area: str | None, starts: date, ends: date | None, letter: str
) -> Held:
    """What a role is called is data of its programme; without one, the word of the list."""
    language = "en" if formats.english() else "id"
    named = programme.roles.get(role) if programme else None
    word = named.text(language) if named else label("roles", role, language)
    return Held(role, word, programme.title.text(language) if programme else code, area or "", starts, ends, letter)
