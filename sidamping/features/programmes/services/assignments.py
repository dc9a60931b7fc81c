"""Writes of assignments: who carries an engagement. Never two on one day: checked here, kept by the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries import manages
from sidamping.features.programmes.queries.assigning import assigns
from sidamping.features.programmes.services.later import later_records
from sidamping.features.programmes.services.taking import Taking, mark_assigned, taking_faults
from sidamping.platform.access.queries import user_names
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7


@dataclass(frozen=True)
class Wanted:
    """One of many mentees to be given to a mentor; `where` is the field its faults are shown at."""

    id: UUID
    engagement: UUID
    mentor: UUID
    letter: str = ""
    over_why: str = ""
    where: str = ""


@transaction.atomic
def assign(
    *,
    by: Viewer | None,
    engagement: UUID,
    mentor: UUID,
    starts: date,
    ends: date | None = None,
    letter: str = "",
    over_why: str = "",
    id: UUID | None = None,
) -> UUID:
    """Give an engagement to a mentor from a day on. Sent twice with the same id, it happens once.

    `over_why` is the reason for one mentee more than the ratio of the programme allows.
    """
    host = assigned_host(by, engagement)
    row = Assignment(id=id or uuid7(), engagement=host, mentor_id=mentor, starts=starts, ends=ends, letter=letter)
    if id is not None and (earlier := Assignment.objects.filter(pk=id).first()):
        return _same(earlier, row)
    taking = Taking(host, mentor, starts, ends, over_why)
    refuse_if([*taking_faults(by, [taking]), *_date_faults(host, row), *_overlap_faults(row)])
    _give(by, host, row, over_why)
    return row.pk


@transaction.atomic
def assign_many(*, by: Viewer | None, wanted: Sequence[Wanted], starts: date) -> tuple[UUID, ...]:
    """Give many mentees to mentors at once, all or none; every fault is told, at the number of its pair."""
    hosts = {one.engagement: assigned_host(by, one.engagement) for one in sorted(wanted, key=_order)}
    rows = [
        Assignment(id=one.id, engagement=hosts[one.engagement], mentor_id=one.mentor, starts=_later(starts, host),
                   ends=host.ends, letter=one.letter)
        for one in wanted for host in [hosts[one.engagement]]
    ]
    earlier = Assignment.objects.in_bulk([row.pk for row in rows])
    new = [(one, row) for one, row in zip(wanted, rows, strict=True) if row.pk not in earlier]
    takings = [Taking(row.engagement, row.mentor_id, row.starts, row.ends, one.over_why, one.where) for one, row in new]
    faults = taking_faults(by, takings)
    for one, row in new:
        faults += [Problem(fault.code, one.where, fault.values) for fault in _overlap_faults(row)]
    refuse_if(faults)
    for one, row in new:
        _give(by, row.engagement, row, one.over_why)
    return tuple(_same(earlier[row.pk], row) if row.pk in earlier else row.pk for row in rows)


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
    over_why: str = "",
) -> UUID:
    """End the present assignment on `last_day` and start the new mentor's the day after, both or neither.

    Records of the old mentor for later days are told first; with `keep_later` they stay in that name.
    """
    host = assigned_host(by, engagement)
    row = Assignment(id=id or uuid7(), engagement=host, mentor_id=mentor, starts=last_day + timedelta(days=1))
    row.ends, row.letter = host.ends, letter
    if id is not None and (earlier := Assignment.objects.filter(pk=id).first()):
        return _same(earlier, row)
    old = _carrying(host, last_day)
    later = later_records(host.pk, old.mentor_id, last_day)
    taking = Taking(host, mentor, row.starts, row.ends, over_why)
    faults = [*_replacing_faults(old, row, why), *taking_faults(by, [taking]), *_date_faults(host, row)]
    refuse_if(faults if keep_later else [*faults, *_later_faults(old, last_day, later)])
    old.ends = last_day
    old.save(update_fields=["ends"])
    refuse_if(_overlap_faults(row))
    add_assignment(row)
    said = {"mentor": str(mentor), "before": str(old.mentor_id), "last_day": str(last_day), "letter": letter}
    said |= {"over": over_why.strip()} if over_why.strip() else {}
    said |= {f"later_{kind}": str(number) for kind, number in later.items()}
    _tell("programmes.mentor_replaced", by, host, why, **said)
    return row.pk


def engagement_for(by: Viewer | None, engagement: UUID) -> Engagement:
    """The engagement, locked so that two writers take turns; refused outside the actor's area."""
    row = Engagement.objects.select_for_update().filter(pk=engagement).first()
    if row is None or not (by is None or manages(by, row.programme, row.village_id)):
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    return row


def assigned_host(by: Viewer | None, engagement: UUID) -> Engagement:
    """The engagement, locked, for those who assign in its programme; refused for anybody else."""
    rows = Engagement.objects.select_for_update(of=("self",)).select_related("mentee")
    row = rows.filter(pk=engagement).first()
    if row is None or not (by is None or assigns(by, row.pinned, row.village_id)):
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    return row


def add_assignment(row: Assignment) -> None:
    """Save; should the database refuse an overlap that came in between, say it as the check does."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_clash(row)) from error


def _give(by: Viewer | None, host: Engagement, row: Assignment, over_why: str) -> None:
    """Write the assignment, its activity, and the step it does."""
    add_assignment(row)
    why = over_why.strip()
    said = {"mentor": str(row.mentor_id), "starts": str(row.starts), "ends": str(row.ends or ""), "letter": row.letter}
    _tell("programmes.assigned", by, host, why, **said)
    mark_assigned(by, host, row.starts, row.pk)


def _order(one: Wanted) -> str:
    """Locks are taken in one order by everybody."""
    return str(one.engagement)


def _later(starts: date, host: Engagement) -> date:
    return max(starts, host.starts)


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
