"""Writes of appointments: give a role, change its dates, end it. Two equal roles at once are refused, here and by the
database."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User, not_over
from sidamping.platform.access.reach import administers
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7
from sidamping.platform.territory.models import Area
from sidamping.rules import books


@transaction.atomic
def appoint(
    *,
    by: Viewer | None,
    user: UUID,
    role: str,
    starts: date,
    ends: date | None = None,
    programme: str = "",
    area: str = "",
    subject_id: UUID | None = None,
    letter: str = "",
    id: UUID | None = None,
) -> UUID:
    """Give a role from a day on. Sent twice with the same id, it happens once."""
    row = Appointment(id=id or uuid7(), user_id=user, role=role, programme=programme, area_id=area or None)
    row.subject_id, row.starts, row.ends, row.letter = subject_id, starts, ends, letter.strip()
    person = User.objects.select_for_update().filter(pk=user).first()
    if person is None:
        raise Refused(problem("ACCESS_014", "user"))
    if id is not None and (earlier := Appointment.objects.filter(pk=id).first()):
        return _same(earlier, row)
    refuse_if([*_row_faults(by, row), *_person_faults(person), *_overlap_faults(row, person)])
    _save(row, person)
    said = {"programme": programme, "area": area, "starts": str(starts), "ends": str(ends or "")}
    _tell("access.appointed", by, row, "", **said)
    return row.pk


@transaction.atomic
def change_appointment(
    *, by: Viewer | None, appointment: UUID, starts: date, ends: date | None, letter: str, why: str = ""
) -> None:
    """Change the dates and the letter of an appointment; the old dates stay in the trail."""
    row = _appointment(by, appointment)
    before = {"starts": str(row.starts), "ends": str(row.ends or "")}
    row.starts, row.ends, row.letter = starts, ends, letter.strip()
    refuse_if([*_date_faults(row), *_overlap_faults(row, row.user)])
    _save(row, row.user)
    after = {"starts": str(starts), "ends": str(ends or "")}
    _tell("access.appointment_changed", by, row, why, before=before, after=after)


@transaction.atomic
def end_appointment(*, by: Viewer | None, appointment: UUID, ends: date, why: str = "") -> None:
    """End an appointment; `ends` is its last day. Ending it twice on the same day happens once."""
    row = _appointment(by, appointment)
    if row.ends == ends:
        return
    row.ends = ends
    refuse_if([*_date_faults(row), *_overlap_faults(row, row.user)])
    _save(row, row.user)
    _tell("access.appointment_ended", by, row, why, ends=str(ends))


def _tell(action: str, by: Viewer | None, row: Appointment, why: str, **data: Any) -> None:
    said = {"appointment": str(row.pk), "role": row.role, **data}
    journal.record(action, by=actor_of(by), subject=row.user_id, why=why, regency=(row.area_id or "")[:5], **said)


def _appointment(by: Viewer | None, appointment: UUID) -> Appointment:
    """The row, its person locked so that two administrators take turns."""
    standing = Appointment.objects.filter(cancelled_on__isnull=True)
    row = standing.select_related("user").select_for_update().filter(pk=appointment).first()
    if row is None:
        raise Refused(problem("ACCESS_014"))
    if not administers(by, row.programme, row.area_id or ""):
        raise Refused(problem("ACCESS_007"))
    return row


def _row_faults(by: Viewer | None, row: Appointment) -> list[Problem]:
    area = row.area_id or ""
    faults = _date_faults(row)
    if row.role not in roles.ALL:
        faults.append(problem("ACCESS_002", "role", seen=row.role))
    if row.programme and row.programme not in {one.code for one in books.programmes(row.starts)}:
        faults.append(problem("ACCESS_003", "programme", seen=row.programme, day=row.starts))
    if area and not Area.objects.filter(code=area).exists():
        faults.append(problem("AREAS_001", "area", seen=area))
    if row.role in roles.BOARD and row.subject_id is None:
        faults.append(problem("ACCESS_005", "subject_id"))
    if row.role not in roles.BOARD and row.subject_id is not None:
        faults.append(problem("ACCESS_015", "subject_id"))
    if not administers(by, row.programme, area):
        faults.append(problem("ACCESS_007", "area"))
    return faults


def _date_faults(row: Appointment) -> list[Problem]:
    if row.ends is not None and row.ends < row.starts:
        return [problem("ACCESS_004", "ends", starts=row.starts, ends=row.ends)]
    return []


def _person_faults(person: User) -> list[Problem]:
    return [] if person.is_active else [problem("ACCESS_012", "user", name=person.full_name)]


def _overlap_faults(row: Appointment, person: User) -> list[Problem]:
    same = Appointment.objects.filter(user_id=row.user_id, role=row.role, programme=row.programme)
    same = same.filter(area_id=row.area_id, subject_id=row.subject_id).exclude(pk=row.pk)
    if row.ends is not None:
        same = same.filter(starts__lte=row.ends)
    clash = same.filter(not_over(row.starts)).first()
    return [_clash(clash, person)] if clash else []


def _clash(clash: Appointment, person: User) -> Problem:
    values = {"name": person.full_name, "role": clash.role, "starts": clash.starts, "ends": clash.ends or "…"}
    return problem("ACCESS_006", "starts", **values)


def _save(row: Appointment, person: User) -> None:
    """Save; should the database refuse an overlap that came in between, say it as the check does."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(_clash(row, person)) from error


def _same(earlier: Appointment, row: Appointment) -> UUID:
    parts = ("user_id", "role", "programme", "area_id", "subject_id", "starts")
    if any(getattr(earlier, part) != getattr(row, part) for part in parts):
        raise Refused(problem("ACCESS_016"))
    return earlier.pk
