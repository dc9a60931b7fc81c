"""Reads people and appointments: who signs for an area on a day, who may be chosen, the list of users (F10).

`officials` serves papers and is unscoped: names and NIP of officials stand on every printed paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, Prefetch, Q, QuerySet
from django.db.models.expressions import Combinable

from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User, in_force
from sidamping.platform.access.reach import administers, people_within
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of

WATCHERS = (roles.ADMIN, roles.SECRETARIAT)
"""Roles that may read the list of users."""


@dataclass(frozen=True)
class Official:
    """A person who holds a role over an area on a day, as printed on papers."""

    user_id: UUID
    name: str
    nip: str
    role: str
    area: str


@dataclass(frozen=True)
class Held:
    """One appointment as its page shows it; `in_force` on the day of looking."""

    id: UUID
    role: str
    programme: str
    area: str
    area_name: str
    subject_id: UUID | None
    starts: date
    ends: date | None
    letter: str
    in_force: bool
    changeable: bool
    cancelled_on: date | None = None


@dataclass(frozen=True)
class Account:
    """A person of the list of users."""

    id: UUID
    username: str
    name: str
    nip: str
    phone: str
    active: bool
    appointments: tuple[Held, ...]

    @property
    def current(self) -> tuple[Held, ...]:
        return tuple(one for one in self.appointments if one.in_force)


def officials(programme: str, role: str, area: str, on: date) -> tuple[Official, ...]:
    """Who holds the role over the area on the day, the nearest area first; '' reaches every programme or area."""
    rows = Appointment.objects.filter(in_force(on), role=role, programme__in=("", programme), subject_id__isnull=True)
    rows = rows.filter(Q(area__isnull=True) | Q(area_id__in=_prefixes(area))).select_related("user")
    nearest = sorted(rows, key=lambda row: (-len(row.area_id or ""), row.programme == "", row.starts, str(row.id)))
    return tuple(_official(row) for row in nearest)


def holders(role: str | tuple[str, ...], programme: str, areas: Iterable[str], on: date) -> tuple[Official, ...]:
    """Who holds the role, or one of the roles, in or over any of the areas on the day, by name."""
    reach = Q(area__isnull=True)
    for area in areas:
        reach |= Q(area__code__startswith=area) | Q(area_id__in=_prefixes(area))
    rows = Appointment.objects.filter(in_force(on), reach, subject_id__isnull=True, user__is_active=True)
    rows = rows.filter(role__in=(role,) if isinstance(role, str) else role)
    rows = rows.filter(programme__in=("", programme)) if programme else rows
    found = {row.user_id: _official(row) for row in rows.select_related("user")}
    return tuple(sorted(found.values(), key=lambda one: (one.name, str(one.user_id))))


def chairs_of(subject: UUID, on: date) -> tuple[Official, ...]:
    """Who holds the role of chair of a cooperative on the day, by name."""
    return _bound_to(subject, on, (roles.CHAIR,))


def board_of(subject: UUID, on: date) -> tuple[Official, ...]:
    """Who keeps the books of a cooperative on the day, chair and treasurer, by name."""
    return _bound_to(subject, on, roles.BOARD)


def another_keeps(subject: Combinable, viewer: Viewer) -> Exists:
    """Whether somebody else of the board has an account on the viewer's day, as an expression on a cooperative."""
    return Exists(others_of_board(subject, viewer))


def others_of_board(subject: Combinable | UUID, viewer: Viewer) -> QuerySet[Appointment, str]:
    """The names of those who keep the books of a cooperative beside the viewer on the viewer's day, in their order."""
    held = Appointment.objects.filter(in_force(viewer.on), role__in=roles.BOARD, user__is_active=True)
    others = held.filter(subject_id=subject).exclude(user=viewer.user_id)
    return others.order_by("user__full_name").values_list("user__full_name", flat=True).distinct()


def _bound_to(subject: UUID, on: date, held: tuple[str, ...]) -> tuple[Official, ...]:
    rows = Appointment.objects.filter(in_force(on), role__in=held, subject_id=subject, user__is_active=True)
    found = {row.user_id: _official(row) for row in rows.select_related("user")}
    return tuple(sorted(found.values(), key=lambda one: (one.name, str(one.user_id))))


def user_names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Full names by id, in one query."""
    return dict(User.objects.filter(pk__in=set(ids)).values_list("pk", "full_name"))


def nip_of(user: UUID) -> str:
    """The NIP of an account, as its administrator entered it; '' for whoever has none."""
    return User.objects.values_list("nip", flat=True).get(pk=user)


def user_id(username: str) -> UUID | None:
    """The id of a user name; for the operator's own commands."""
    return User.objects.filter(username=username).values_list("pk", flat=True).first()


def users(viewer: Viewer, *, text: str = "", role: str = "", active: bool = True, after: str = "") -> Page:
    """A page of accounts by name, for administrators and the secretariat of their areas; nothing for anybody else."""
    page = page_of(_found(viewer, text, role, active), order=("full_name", "id"), after=after)
    return Page(tuple(_account(row, viewer) for row in page.rows), page.next_key)


def every_user(viewer: Viewer, *, text: str = "", role: str = "", active: bool = True) -> Iterator[Account]:
    """All accounts of the list, for an export."""
    rows = _found(viewer, text, role, active).order_by("full_name", "id")
    return (_account(row, viewer) for row in rows.iterator(chunk_size=1000))


def user(viewer: Viewer, id: UUID) -> Account | None:
    """One account with every appointment, past ones too."""
    row = _readable(viewer).filter(pk=id).first()
    return _account(row, viewer) if row else None


def appointment(viewer: Viewer, id: UUID) -> tuple[Account, Held] | None:
    """One appointment and whose it is."""
    row = Appointment.objects.filter(pk=id).first()
    account = user(viewer, row.user_id) if row else None
    held = next((one for one in account.appointments if one.id == id), None) if account else None
    return (account, held) if account and held else None


def _found(viewer: Viewer, text: str, role: str, active: bool) -> QuerySet[User]:
    rows = _readable(viewer).filter(is_active=active)
    if text:
        rows = rows.filter(Q(full_name__icontains=text) | Q(username__icontains=text) | Q(nip__startswith=text))
    if role:
        held = Appointment.objects.filter(in_force(viewer.on), role=role)
        rows = rows.filter(pk__in=held.values("user_id"))
    return rows


def _readable(viewer: Viewer) -> QuerySet[User]:
    """NIP and telephone are read within the viewer's own areas, never those of another regency."""
    if not viewer.has(*WATCHERS):
        return User.objects.none()
    held = Appointment.objects.select_related("area").order_by("-starts", "id")
    found = User.objects.filter(people_within(viewer, *WATCHERS))
    return found.prefetch_related(Prefetch("appointments", queryset=held))


def _account(row: User, viewer: Viewer) -> Account:
    held = tuple(_held(one, viewer) for one in row.appointments.all())
    return Account(row.pk, row.username, row.full_name, row.nip, row.phone, row.is_active, held)


def _held(row: Appointment, viewer: Viewer) -> Held:
    stands = row.cancelled_on is None
    now = stands and row.starts <= viewer.on and (row.ends is None or row.ends >= viewer.on)
    area_name = row.area.name if row.area else ""
    changeable = stands and viewer.has(roles.ADMIN) and administers(viewer, row.programme, row.area_id or "")
    parts = (row.id, row.role, row.programme, row.area_id or "", area_name, row.subject_id)
    return Held(*parts, row.starts, row.ends, row.letter, now, changeable, row.cancelled_on)


def _official(row: Appointment) -> Official:
    return Official(row.user_id, row.user.full_name, row.user.nip, row.role, row.area_id or "")


def _prefixes(area: str) -> list[str]:
    parts = area.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]
