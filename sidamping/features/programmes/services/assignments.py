"""Writes of assignments: who carries an engagement. Never two on one day: checked here, kept by the database."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries import manages, officials
from sidamping.features.programmes.services.later import later_records
from sidamping.platform.access import roles
from sidamping.platform.access.queries import user_names
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7


@transaction.atomic
def assign(
    *,
    by: Viewer | None,
    engagement: UUID,
    mentor: UUID,
    starts: date,
    ends: date | None = None,
    letter: str = "",
    id: UUID | None = None,
) -> UUID:
    """Give an engagement to a mentor from a day on. Sent twice with the same id, it happens once."""
    host = engagement_for(by, engagement)
    row = Assignment(id=id or uuid7(), engagement=host, mentor_id=mentor, starts=starts, ends=ends, letter=letter)
    if id is not None and (earlier := Assignment.objects.filter(pk=id).first()):
        return _same(earlier, row)
    refuse_if([*mentor_faults(host, mentor, starts), *_date_faults(host, row), *_overlap_faults(row)])
    add_assignment(row)
    said = {"mentor": str(mentor), "starts": str(starts), "ends": str(ends or ""), "letter": letter}
    _tell("programmes.assigned", by, host, "", **said)
    return row.pk


@transaction.atomic
def replace_mentor(
    *,
    by: Viewer | None,
    engagement: UUID,
    mentor: UUID,
    last_day: date,
    why: str,
    letter: str = "",
    id: UUID | None = None,
    keep_later: bool = False,
) -> UUID:
    """End the present assignment on `last_day` and start the new mentor's the day after, both or neither.

    Records of the old mentor for later days are told first; with `keep_later` they stay in that name.
    """
    host = engagement_for(by, engagement)
    row = Assignment(id=id or uuid7(), engagement=host, mentor_id=mentor, starts=last_day + timedelta(days=1))
    row.ends, row.letter = host.ends, letter
    if id is not None and (earlier := Assignment.objects.filter(pk=id).first()):
        return _same(earlier, row)
    old = _carrying(host, last_day)
    later = later_records(host.pk, old.mentor_id, last_day)
    faults = [*_replacing_faults(old, row, why), *mentor_faults(host, mentor, row.starts), *_date_faults(host, row)]
    refuse_if(faults if keep_later else [*faults, *_later_faults(old, last_day, later)])
    old.ends = last_day
    old.save(update_fields=["ends"])
    refuse_if(_overlap_faults(row))
    add_assignment(row)
    said = {"mentor": str(mentor), "before": str(old.mentor_id), "last_day": str(last_day), "letter": letter}
    said |= {f"later_{kind}": str(number) for kind, number in later.items()}
    _tell("programmes.mentor_replaced", by, host, why, **said)
    return row.pk


def engagement_for(by: Viewer | None, engagement: UUID) -> Engagement:
    """The engagement, locked so that two writers take turns; refused outside the actor's area."""
    row = Engagement.objects.select_for_update().filter(pk=engagement).first()
    if row is None or not (by is None or manages(by, row.programme, row.village_id)):
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    return row


def mentor_faults(host: Engagement, mentor: UUID, day: date) -> list[Problem]:
    """The mentor must be appointed in the programme and area on the day the assignment starts."""
    if any(one.user_id == mentor for one in officials(host.programme, roles.MENTOR, host.village_id, day)):
        return []
    return [problem("PROGRAMMES_007", "mentor", name=_name(mentor), day=day)]


def add_assignment(row: Assignment) -> None:
    """Save; should the database refuse an overlap that came in between, say it as the check does."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_clash(row)) from error


def _date_faults(host: Engagement, row: Assignment) -> list[Problem]:
    faults = []
    if row.ends is not None and row.ends < row.starts:
        faults.append(problem("PROGRAMMES_009", "ends", starts=row.starts, ends=row.ends))
    for field, day in (("starts", row.starts), ("ends", row.ends)):
        if day is not None and (day < host.starts or (host.ends is not None and day > host.ends)):
            values = {"day": day, "starts": host.starts, "ends": host.ends or "…"}
            faults.append(problem("PROGRAMMES_010", field, **values))
    return faults


def _overlap_faults(row: Assignment) -> list[Problem]:
    others = Assignment.objects.filter(engagement_id=row.engagement_id).exclude(pk=row.pk).order_by("starts")
    others = others.filter(Q(ends__isnull=True) | Q(ends__gte=row.starts))
    clash = (others.filter(starts__lte=row.ends) if row.ends else others).first()
    return [_clash(clash)] if clash else []


def _clash(clash: Assignment) -> Problem:
    values = {"name": _name(clash.mentor_id), "starts": clash.starts, "ends": clash.ends or "…"}
    return problem("PROGRAMMES_008", "starts", **values)


def _carrying(host: Engagement, day: date) -> Assignment:
    rows = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=day), engagement=host, starts__lte=day)
    found = rows.first()
    if found is None:
        raise Refused(problem("PROGRAMMES_016", "last_day", day=day))
    return found


def _replacing_faults(old: Assignment, row: Assignment, why: str) -> list[Problem]:
    faults = []
    if old.mentor_id == row.mentor_id:
        faults.append(problem("PROGRAMMES_017", "mentor", name=_name(row.mentor_id)))
    if not why.strip():
        faults.append(problem("GENERAL_001", "why", label=_("Alasan")))
    return faults


def _later_faults(old: Assignment, last_day: date, later: dict[str, int]) -> list[Problem]:
    if not later:
        return []
    counts = {kind: later.get(kind, 0) for kind in ("visits", "papers")}
    return [problem("PROGRAMMES_038", "keep_later", name=_name(old.mentor_id), day=last_day, **counts)]


def _name(mentor: UUID) -> str:
    return user_names([mentor]).get(mentor, "?")


def _same(earlier: Assignment, row: Assignment) -> UUID:
    if any(getattr(earlier, part) != getattr(row, part) for part in ("engagement_id", "mentor_id", "starts")):
        raise Refused(problem("PROGRAMMES_018"))
    return earlier.pk


def _tell(action: str, by: Viewer | None, host: Engagement, why: str, **data: str) -> None:
    journal.record(action, by=actor_of(by), subject=host.pk, why=why, regency=host.regency, **data)
