"""The person who looks: an immutable view of a user and the appointments in force on a day.

Every query takes a Viewer; what a person may see is decided from it and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User, in_force


@dataclass(frozen=True)
class Grant:
    """One appointment in force: role, programme ('' = all), area code prefix ('' = all), subject if bound to one."""

    role: str
    programme: str = ""
    area: str = ""
    subject_id: UUID | None = None


@dataclass(frozen=True)
class Viewer:
    """Who looks, on which day, with which grants."""

    user_id: UUID
    name: str
    on: date
    grants: tuple[Grant, ...] = ()

    def has(self, *wanted: str) -> bool:
        return any(grant.role in wanted for grant in self.grants)

    def holding(self, *wanted: str) -> tuple[Grant, ...]:
        """The grants of the given roles."""
        return tuple(grant for grant in self.grants if grant.role in wanted)

    def areas(self, *wanted: str) -> tuple[str, ...]:
        """Area code prefixes reached through the given roles; '' means the nation."""
        return tuple(sorted({grant.area for grant in self.holding(*wanted) if grant.subject_id is None}))

    def subjects(self, *wanted: str) -> tuple[UUID, ...]:
        return tuple(grant.subject_id for grant in self.holding(*wanted) if grant.subject_id is not None)

    @property
    def main_role(self) -> str:
        """The role whose home is shown first, in the order of `roles.ALL`; '' when none is in force."""
        held = {grant.role for grant in self.grants}
        return next((role for role in roles.ALL if role in held), "")


def actor_of(by: Viewer | None) -> UUID | None:
    """Who stands in the trail: the person, or nobody for the operator at the server's own command line."""
    return None if by is None else by.user_id


def viewer_of(user: User, on: date) -> Viewer:
    """The viewer for a user with the appointments in force on the day (one query)."""
    rows = Appointment.objects.filter(in_force(on), user=user)
    values = rows.order_by("id").values_list("role", "programme", "area_id", "subject_id")
    grants = tuple(Grant(role, programme, area or "", subject) for role, programme, area, subject in values)
    return Viewer(user.pk, str(user), on, grants)


class ViewerOfRequest:
    """Middleware: `request.viewer`, made when first asked for; None for a visitor who has not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: _viewer(request))  # type: ignore[attr-defined]  # set by us
        return self.get_response(request)


def _viewer(request: HttpRequest) -> Viewer | None:
    if not request.user.is_authenticated:
        return None
    return viewer_of(request.user, request.today)  # type: ignore[attr-defined]  # the calendar sets it
