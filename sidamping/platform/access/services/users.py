"""Writes of people who sign in: add, change, password, switch off and on. Nobody is ever deleted."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.platform.access.models import Appointment, User, in_force, not_over
from sidamping.platform.access.reach import administers_user
from sidamping.platform.access.roles import ADMIN
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,29}")
NIP = re.compile(r"\d{18}")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters of a one-time password: none that is mistaken for another when read aloud."""


@dataclass(frozen=True)
class NewUser:
    """A user just added and the one-time password to hand over; '' when the password was chosen."""

    id: UUID
    one_time_password: str = field(repr=False)


@transaction.atomic
def add_user(
    *,
    by: Viewer | None,
    username: str,
    full_name: str,
    nip: str = "",
    phone: str = "",
    password: str = "",
    hashed: str = "",
    id: UUID | None = None,
) -> NewUser:
    """Add a person; without a password a one-time password is made that must be changed at first sign-in.

    `hashed` is the chosen password as it was hashed before: many accounts of one password need one hashing.

    Sent twice with the same id, it happens once; the one-time password was shown the first time and is gone.
    """
    user = User(id=id or uuid7(), username=username.strip().lower(), full_name=full_name.strip())
    user.nip, user.phone = nip.replace(" ", ""), phone.strip()
    refuse_if([*_reach_faults(by), *_identity_faults(user), *_password_faults(password, user)])
    if earlier := User.objects.filter(pk=user.pk).first():
        return _added_before(earlier, user)
    shown = _give_password(user, password, hashed)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:  # somebody, or the same sending, came in between
        refuse_if(_identity_faults(user))
        return _added_before(User.objects.get(pk=user.pk), user)
    journal.record("access.user_added", by=actor_of(by), subject=user.pk, username=user.username)
    return NewUser(user.pk, shown)


@transaction.atomic
def change_user(
    *, by: Viewer | None, user: UUID, on: date, full_name: str, nip: str = "", phone: str = "", why: str = ""
) -> None:
    """Change the name, NIP and phone of a person. Papers already frozen keep the old name."""
    found = _user(by, user, on)
    found.full_name, found.nip, found.phone = full_name.strip(), nip.replace(" ", ""), phone.strip()
    refuse_if(_identity_faults(found))
    found.save(update_fields=["full_name", "nip", "phone"])
    journal.record("access.user_changed", by=actor_of(by), subject=user, why=why)


@transaction.atomic
def set_password(*, by: Viewer | None, user: UUID, on: date, password: str = "", why: str = "") -> str:
    """Give a new password and end the person's sessions; returns the one-time password, '' when chosen."""
    found = _user(by, user, on)
    refuse_if(_password_faults(password, found))
    shown = _give_password(found, password)
    found.save(update_fields=["password", "password_once"])
    journal.record("access.password_set", by=actor_of(by), subject=user, why=why)
    return shown


@transaction.atomic
def deactivate_user(*, by: Viewer | None, user: UUID, on: date, why: str = "") -> None:
    """Switch off sign-in, end what the person holds today, cancel what was to come; records stay. Twice is once."""
    found = _user(by, user, on)
    if by is not None and by.user_id == user:
        raise Refused(problem("ACCESS_013"))
    if not found.is_active:
        return
    ended = Appointment.objects.filter(in_force(on), user=found).exclude(ends=on).update(ends=on)
    cancelled = Appointment.objects.filter(not_over(on), user=found, starts__gt=on).update(cancelled_on=on)
    found.is_active = False
    found.save(update_fields=["is_active"])
    journal.record("access.user_deactivated", by=actor_of(by), subject=user, why=why, ended=ended, cancelled=cancelled)


@transaction.atomic
def activate_user(*, by: Viewer | None, user: UUID, on: date, why: str = "") -> None:
    """Switch sign-in on again; roles must be given anew. Twice is once."""
    found = _user(by, user, on)
    if found.is_active:
        return
    found.is_active = True
    found.save(update_fields=["is_active"])
    journal.record("access.user_activated", by=actor_of(by), subject=user, why=why)


def _added_before(earlier: User, user: User) -> NewUser:
    if (earlier.username, earlier.full_name, earlier.nip) != (user.username, user.full_name, user.nip):
        raise Refused(problem("ACCESS_016"))
    return NewUser(earlier.pk, "")


def _user(by: Viewer | None, user: UUID, on: date) -> User:
    found = User.objects.select_for_update().filter(pk=user).first()
    if found is None:
        raise Refused(problem("ACCESS_014"))
    if not administers_user(by, user, on):
        raise Refused(problem("ACCESS_007"))
    return found


def _reach_faults(by: Viewer | None) -> list[Problem]:
    return [] if by is None or by.has(ADMIN) else [problem("ACCESS_007")]


def _identity_faults(user: User) -> list[Problem]:
    faults = []
    if not USERNAME.fullmatch(user.username):
        faults.append(problem("ACCESS_009", "username", seen=user.username))
    elif User.objects.filter(username=user.username).exclude(pk=user.pk).exists():
        faults.append(problem("ACCESS_008", "username", seen=user.username))
    if not user.full_name:
        faults.append(problem("GENERAL_001", "full_name", label=_("Nama lengkap")))
    if user.nip and not NIP.fullmatch(user.nip):
        faults.append(problem("ACCESS_011", "nip", seen=user.nip))
    return faults


def _password_faults(password: str, user: User) -> list[Problem]:
    if not password:
        return []
    try:
        validate_password(password, user)
    except ValidationError as fault:
        return [problem("ACCESS_010", "password", reason=" ".join(fault.messages))]
    return []


def _give_password(user: User, password: str, hashed: str = "") -> str:
    if hashed:
        user.password, user.password_once = hashed, False
        return ""
    shown = "" if password else "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    user.set_password(password or shown)
    user.password_once = bool(shown)
    return shown
