"""Writes of engagements: open one for a mentee in a programme, end it. The programme's version is pinned at opening."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sidamping.domain.cohorts.lengths import closing_faults
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.parties import queries as parties
from sidamping.features.programmes.models import Assignment, Cohort, Engagement, Path
from sidamping.features.programmes.queries import manages
from sidamping.features.programmes.services.assignments import add_assignment, engagement_for
from sidamping.features.programmes.services.later import still_open
from sidamping.features.programmes.services.paths import programme_on
from sidamping.features.programmes.services.taking import Taking, mark_assigned, taking_faults
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import Programme, pinned_programme


@transaction.atomic
def open_engagement(
    *,
    by: Viewer | None,
    mentee_id: UUID,
    programme: str,
    starts: date,
    ends: date | None = None,
    priority: int = 3,
    mentor_id: UUID | None = None,
    letter: str = "",
    path: UUID | None = None,
    cohort: UUID | None = None,
    over_why: str = "",
    id: UUID | None = None,
) -> UUID:
    """Open the mentoring of a cooperative or business, with its first mentor if named. Sent twice, it happens once.

    `path` is the path of an application that goes on; without one a new path begins, in the cohort if named. Where
    the programme has steps of a cohort, a mentoring belongs to one.
    """
    take_turns(mentee_id)
    row = Engagement(id=id or uuid7(), programme=programme, mentee_id=mentee_id, starts=starts, ends=ends)
    row.priority = priority
    if id is not None and (earlier := Engagement.objects.filter(pk=id).first()):
        return _same(earlier, row)
    walked = _walked(row, path, cohort)
    book = pinned_programme(walked.pinned)
    mentee = _mentee(mentee_id)
    row.pinned, row.village_id, row.regency = book.version, mentee.village_code, mentee.village_code[:5]
    faults = [*_mentee_faults(by, book, mentee), *_row_faults(row, mentee.name), *_cohort_faults(walked, book, mentee)]
    refuse_if([*faults, *(taking_faults(by, [Taking(row, mentor_id, starts, ends, over_why)]) if mentor_id else [])])
    _begin(by, row, walked, mentor_id, letter)
    said = {"programme": programme, "pinned": row.pinned, "mentor": str(mentor_id or ""), "starts": str(starts)}
    _tell("programmes.engagement_opened", by, row, "", **said)
    return row.pk


def _begin(by: Viewer | None, row: Engagement, walked: Path, mentor: UUID | None, letter: str) -> None:
    """Save the mentoring on its path, a new one too, and give it to its first mentor."""
    if walked._state.adding:
        walked.save(force_insert=True)
    row.path = walked
    row.save(force_insert=True)
    if mentor is not None:
        given = Assignment(engagement=row, mentor_id=mentor, starts=row.starts, ends=row.ends, letter=letter)
        add_assignment(given)
        mark_assigned(by, row, row.starts, given.pk)


@transaction.atomic
def end_engagement(
    *, by: Viewer | None, engagement: UUID, ends: date, why: str, carried_by: str = ""
) -> None:
    """End a mentoring and the assignment that runs; `ends` is the last day of both.

    Refused while promises are open, unless `carried_by` says who carries them on.
    """
    row = engagement_for(by, engagement)
    take_turns(row.mentee_id)
    if row.ends == ends:
        return
    running = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gt=ends), engagement=row)
    later = running.filter(starts__gt=ends).select_related("mentor").first()
    promises = closing_faults(still_open(row.pk), carried_by=carried_by)
    refuse_if([*_ending_faults(row, ends, why, later), *_next_faults(row, ends), *promises])
    running.update(ends=ends)
    row.ends = ends
    row.save(update_fields=["ends"])
    _tell("programmes.engagement_ended", by, row, why, ends=str(ends), carried_by=carried_by.strip())


@transaction.atomic
def set_priority(
    *, by: Viewer | None, engagement: UUID, priority: int, why: str, trusted: bool = False
) -> None:
    """The priority a mentoring works on, 1 to 5, with the reason; what stood before stays in the trail.

    `trusted`: the calling service has checked who may, as the determination of needs does.
    """
    row = engagement_for(None if trusted else by, engagement)
    if row.priority == priority:
        return
    faults = [] if 1 <= priority <= 5 else [problem("PROGRAMMES_020", "priority", seen=priority)]
    refuse_if([*faults, *([] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))])])
    before, row.priority = row.priority, priority
    row.save(update_fields=["priority"])
    _tell("programmes.priority_changed", by, row, why.strip(), priority_before=str(before), priority=str(priority))


def hold_engagements(ids: Iterable[UUID]) -> None:
    """Wait for whoever writes about one of these mentorings; always in one order, so that nobody waits in a circle.

    For services that touch several in more than one statement.
    """
    rows = Engagement.objects.select_for_update(no_key=True).filter(pk__in=set(ids)).order_by("pk")
    list(rows.values_list("pk", flat=True))


def _mentee(mentee_id: UUID) -> parties.PartyName:
    found = parties.party_names([mentee_id]).get(mentee_id)
    if found is None:
        raise Refused(problem("PROGRAMMES_003", "mentee_id"))
    return found


def _give(by: Viewer | None, row: Engagement, mentor_id: UUID, letter: str) -> None:
    """The first mentor, from the first day on."""
    given = Assignment(engagement=row, mentor_id=mentor_id, starts=row.starts, ends=row.ends, letter=letter)
    add_assignment(given)
    mark_assigned(by, row, row.starts, given.pk)


def _walked(row: Engagement, path: UUID | None, cohort: UUID | None) -> Path:
    """The path that goes on, or a new one from the first day of the mentoring, on the version of its cohort."""
    if path is not None:
        found = Path.objects.select_related("cohort").filter(pk=path, subject=Path.Subject.MENTEE).first()
        if found is None or found.programme != row.programme or Engagement.objects.filter(path=found).exists():
            raise Refused(problem("PROGRAMMES_069", "path"))
        return found
    host = Cohort.objects.select_related("path").filter(pk=cohort).first() if cohort else None
    if cohort and host is None:
        raise Refused(problem("PROGRAMMES_069", "cohort"))
    book = programme_on(row.programme, row.starts)
    pinned = host.path.pinned if host and host.programme == book.code else book.version
    return Path(
        id=row.pk, subject=Path.Subject.MENTEE, programme=book.code, pinned=pinned, cohort=host, starts=row.starts
    )


def _cohort_faults(path: Path, book: Programme, mentee: parties.PartyName) -> list[Problem]:
    """A programme with an open call takes mentees by it; a cohort takes those of its programme and area."""
    if path.cohort is None:
        needed = book.steps_of(Path.Subject.COHORT)
        return [problem("PROGRAMMES_065", "cohort", programme=book.code)] if needed else []
    if path.cohort.programme == book.code and mentee.village_code.startswith(path.cohort.area):
        return []
    return [problem("PROGRAMMES_071", "cohort", cohort=path.cohort.name, what=mentee.name)]


def _mentee_faults(by: Viewer | None, book: Programme, mentee: parties.PartyName) -> list[Problem]:
    faults = []
    if mentee.kind not in book.mentee_kinds:
        faults.append(problem("PROGRAMMES_004", "mentee_id", name=mentee.name, programme=book.code))
    if not _reached(by, book, mentee.village_code):
        faults.append(problem("PROGRAMMES_005", "mentee_id", name=mentee.name, village=mentee.village_name))
    return faults


def _reached(by: Viewer | None, book: Programme, village: str) -> bool:
    return village.startswith(book.area) and (by is None or manages(by, book.code, village))


def _row_faults(row: Engagement, name: str) -> list[Problem]:
    faults = []
    if row.ends is not None and row.ends < row.starts:
        faults.append(problem("PROGRAMMES_009", "ends", starts=row.starts, ends=row.ends))
    if not 1 <= row.priority <= 5:
        faults.append(problem("PROGRAMMES_020", "priority", seen=row.priority))
    same = Engagement.objects.filter(mentee_id=row.mentee_id, programme=row.programme)
    same = same.filter(Q(ends__isnull=True) | Q(ends__gte=row.starts))
    clash = (same.filter(starts__lte=row.ends) if row.ends else same).first()
    if clash:
        values = {"name": name, "starts": clash.starts, "ends": clash.ends or "…"}
        faults.append(problem("PROGRAMMES_006", "mentee_id", **values))
    return faults


def _ending_faults(row: Engagement, ends: date, why: str, later: Assignment | None) -> list[Problem]:
    faults = []
    if ends < row.starts:
        faults.append(problem("PROGRAMMES_009", "ends", starts=row.starts, ends=ends))
    if not why.strip():
        faults.append(problem("GENERAL_001", "why", label=_("Alasan")))
    if later:
        values = {"name": later.mentor.full_name, "starts": later.starts, "day": ends}
        faults.append(problem("PROGRAMMES_019", "ends", **values))
    return faults


def _next_faults(row: Engagement, ends: date) -> list[Problem]:
    """A later last day may not run into the next mentoring of the same mentee."""
    same = Engagement.objects.filter(mentee_id=row.mentee_id, programme=row.programme, starts__gt=row.starts)
    following = same.filter(starts__lte=ends).select_related("mentee").order_by("starts").first()
    if following is None:
        return []
    values = {"name": following.mentee.name, "starts": following.starts, "ends": following.ends or "…"}
    return [problem("PROGRAMMES_006", "ends", **values)]


def _same(earlier: Engagement, row: Engagement) -> UUID:
    parts = ("programme", "mentee_id", "starts")
    if any(getattr(earlier, part) != getattr(row, part) for part in parts):
        raise Refused(problem("PROGRAMMES_018"))
    return earlier.pk


def _tell(action: str, by: Viewer | None, row: Engagement, why: str, **data: str) -> None:
    journal.record(action, by=actor_of(by), subject=row.pk, why=why, regency=row.regency, **data)
