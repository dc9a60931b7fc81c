"""What mentors owe: papers of a period not handed in yet with their countdown, and how punctual each mentor is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from sidamping.domain.papers.duties import applies, responsible
from sidamping.domain.papers.states import DRAFT, RETURNED
from sidamping.domain.periods import Course, Month, Period, Year
from sidamping.domain.problems import Refused
from sidamping.features.papers.models import Paper
from sidamping.features.papers.queries.formats import Form, form_of
from sidamping.features.papers.queries.scope import with_state
from sidamping.features.papers.queries.states import handed_on
from sidamping.features.programmes.queries import Carried, carried_between, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import books

LOOK_BACK = 2
"""Months before this one whose papers are still asked for on the mentor's pages."""
SHOW_BEFORE_DAYS = 45
"""A paper due later than this is no news yet."""
MISSING = "missing"
STANDING = (
    "pk", "kind", "programme", "mentor_id", "engagement_id", "period_start", "state", "first_submitted_at", "sealed_on",
)
"""What is asked of a paper to tell whether and when it was handed in."""


@dataclass(frozen=True)
class Duty:
    """A paper a mentor owes for a period; `state` is missing, draft or returned; days left may be negative."""

    kind: str
    title: str
    programme: str
    period: str
    period_key: str
    engagement_id: UUID | None
    mentee: str
    paper_id: UUID | None
    state: str
    due_on: date
    days_left: int
    mentor_id: UUID
    mentor: str
    regency: str

    @property
    def late(self) -> bool:
        return self.days_left < 0


@dataclass(frozen=True)
class Punctuality:
    """How a mentor stands with the papers of a month."""

    mentor_id: UUID
    mentor: str
    owed: int
    on_time: int
    late: int
    missing: int
    waiting: int
    returned: int


@dataclass(frozen=True)
class _Owed:
    """A paper somebody must hand in, before looking whether they did."""

    form: Form
    carried: Carried
    of_engagement: bool

    @property
    def key(self) -> tuple[str, str, date]:
        subject = self.carried.engagement_id if self.of_engagement else f"{self.carried.mentor_id}"
        where = "" if self.of_engagement else self.carried.programme
        return self.form.format.name, f"{subject}{where}", self.form.period.start


def due_papers(viewer: Viewer, on: date) -> tuple[Duty, ...]:
    """What the viewer owes as a mentor and has not handed in, the most urgent first."""
    periods = _periods(on)
    first, last = min(one.start for one in periods), max(one.end for one in periods)
    stretches = carried_between(first, last, mentor_id=viewer.user_id)
    others = carried_between(first, last, engagements={one.engagement_id for one in stretches}) if stretches else ()
    every = [*_owed(others, periods, on), *_owed_at_the_end(others, on)]
    owed = [one for one in every if one.carried.mentor_id == viewer.user_id]
    papers = _papers(with_state(Paper.objects.filter(mentor_id=viewer.user_id, period_end__gte=first)))
    duties = (_duty(one, papers.get(one.key), on) for one in owed)
    open_ones = (duty for duty in duties if duty and duty.days_left <= SHOW_BEFORE_DAYS)
    return tuple(sorted(open_ones, key=lambda duty: (duty.due_on, duty.title, duty.mentee)))


def compliance(viewer: Viewer, month: Month, on: date, area: str = "") -> tuple[Punctuality, ...]:
    """Per mentor of the viewer's territory, or of an area of it: the month's papers on time, late, missing, not due."""
    if not viewer.has(*roles.OVERSEERS):
        return ()
    ids = engagement_ids(viewer).filter(village__code__startswith=area)
    stretches = carried_between(month.start, month.end, engagements=ids)
    mentors = {one.mentor_id for one in stretches}
    papers = _papers(with_state(Paper.objects.filter(mentor_id__in=mentors, period_start=month.start)))
    groups: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    for owed in _owed(stretches, (month,), on):
        standing = _standing(owed, papers.get(owed.key), on)
        groups[owed.carried.mentor_id, owed.carried.mentor_name].append(standing)
    rows = (_punctuality(mentor, name, standings) for (mentor, name), standings in groups.items())
    return tuple(sorted(rows, key=lambda row: (-row.missing, -row.late, row.mentor)))


def answers_for(engagement_id: UUID, mentor_id: UUID, period: Period, on: date) -> bool:
    """Whether the mentor owes the engagement's papers of a period."""
    found = responsible(carried_between(period.start, period.end, engagements=[engagement_id]), period, on)
    return found is not None and found.mentor_id == mentor_id


def paper_applies(form: Form, mentee_kind: str) -> bool:
    """Whether a kind of paper is written about such a mentee."""
    must_sign = any(one.slot == "chair" and not one.optional for one in form.format.signers)
    return applies(mentee_kind, form.programme.mentee_kinds, chair_must_sign=must_sign)


def _periods(on: date) -> tuple[Period, ...]:
    month = Month.of(on)
    months = [month.next, month]
    while len(months) < LOOK_BACK + 2:
        months.append(months[-1].previous)
    return (*months, Year.of(on), Year.of(on).previous)


def _owed(stretches: Iterable[Carried], periods: Iterable[Period], on: date) -> Iterator[_Owed]:
    """Every paper of the periods: one per engagement, and one per mentor and programme for a mentor's own.

    In a month in which the mentor changed, whoever carries at its end answers for the engagement; the journal is owed
    by both, each for the own days.
    """
    by_engagement, asked = _grouped(stretches), cache(_forms)
    own: dict[tuple[str, str, date], _Owed] = {}
    for period in periods:
        for group in by_engagement.values():
            carried = responsible(group, period, on)
            for one in (stretch for stretch in group if _was_carried(stretch, period)):
                for form in asked(one.programme, one.regency, period):
                    found = _Owed(form, one, form.format.subject == "engagement")
                    if not found.of_engagement:
                        own.setdefault(found.key, found)
                    elif one is carried and paper_applies(form, one.mentee_kind):
                        yield found
    yield from own.values()


def _owed_at_the_end(stretches: Iterable[Carried], on: date) -> Iterator[_Owed]:
    """The papers about a whole mentoring, once it is over."""
    for group in _grouped(stretches).values():
        course = course_of(group[0], on)
        if course is not None:
            yield from (one for one in _owed(group, (course,), on) if one.of_engagement)


def course_of(carried: Carried, on: date) -> Course | None:
    """The mentoring from its first to its last day; None while it runs."""
    over = carried.closed is not None and carried.closed <= on
    return Course(carried.opened, carried.closed) if over and carried.closed else None


def _grouped(stretches: Iterable[Carried]) -> dict[UUID, list[Carried]]:
    by_engagement: dict[UUID, list[Carried]] = defaultdict(list)
    for one in stretches:
        by_engagement[one.engagement_id].append(one)
    return by_engagement


def _was_carried(carried: Carried, period: Period) -> bool:
    return carried.starts <= period.end and (carried.ends is None or carried.ends >= period.start)


def _forms(programme: str, regency: str, period: Period) -> list[Form]:
    """The programme's papers that are asked for in such a period; none before the programme's own formats began."""
    found = []
    try:
        for kind in books.programme(programme, period.end).papers:
            told = books.paper_format(kind, period.end)
            if told.cadence == period.cadence and not told.voluntary:
                found.append(form_of(kind, programme, period, regency))
    except Refused:
        return []
    return found


def _papers(rows: QuerySet[Any]) -> dict[tuple[str, str, date], Any]:
    found = {}
    for row in rows.values_list(*STANDING, named=True):
        subject = row.engagement_id if row.engagement_id else f"{row.mentor_id}{row.programme}"
        found[row.kind, str(subject), row.period_start] = row
    return found


def _duty(owed: _Owed, paper: Any, on: date) -> Duty | None:
    """None once it is handed in; next month's papers are owed only when they come due before the month ends."""
    form, state = owed.form, (paper.state or DRAFT) if paper else MISSING
    if state not in (MISSING, DRAFT, RETURNED) or (form.period.start > on and form.due_on > form.period.end):
        return None
    language = get_language() or "id"
    carried = owed.carried
    return Duty(
        form.format.name, form.format.label.text(language), carried.programme, form.period.label(language),
        str(form.period), carried.engagement_id if owed.of_engagement else None,
        carried.mentee_name if owed.of_engagement else "", paper.pk if paper else None, state, form.due_on,
        (form.due_on - on).days, carried.mentor_id, carried.mentor_name, carried.regency,
    )


def _standing(owed: _Owed, paper: Any, on: date) -> str:
    handed = handed_on(paper) if paper else None
    if handed is None:
        return "missing" if on > owed.form.due_on else "waiting"
    if paper.state == RETURNED:
        return "returned"
    return "late" if handed > owed.form.due_on else "on_time"


def _punctuality(mentor: UUID, name: str, standings: list[str]) -> Punctuality:
    counts = {word: standings.count(word) for word in ("on_time", "late", "missing", "waiting", "returned")}
    return Punctuality(mentor, name, len(standings), **counts)
