"""The mentor's day: what is planned, what was missed or promised, which papers are due, whom to visit next and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from sidamping.domain.fieldwork import Reason
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import (
    FollowUpLine,
    PlanLine,
    WorkProfile,
    next_visits,
    open_follow_ups,
    plan_of,
    work_profile,
)
from sidamping.features.needs.queries import ReferralLine, open_referrals
from sidamping.features.papers.queries import Duty, due_papers
from sidamping.features.programmes.queries import carried_between, engagement_ids
from sidamping.platform.access.viewer import Viewer

PROMISES_SHOWN = 5
SUGGESTED = 3
PROFILE_DAYS = 365
PRESSING_DAYS = 10
"""A paper due within these days stands open on the page; later ones are folded away."""
SENTENCES = {
    "problem": _("Masalah prioritas utama belum selesai: %(title)s"),
    "promise": ngettext_lazy("Janji lewat %(days)s hari: %(text)s", "Janji lewat %(days)s hari: %(text)s", "days"),
    "unseen": _("Belum ditemui %(days)s hari; batasnya %(limit)s hari"),
    "never": _("Belum pernah ditemui sejak %(days)s hari; batasnya %(limit)s hari"),
    "priority": _("Prioritas %(level)s dan belum ditemui hari ini"),
}


OF_THE_RULE = ("unseen", "never")
"""Reasons that rest on the contact rule of the programme."""


@dataclass(frozen=True)
class MentorDay:
    """Everything on the page 'Hari ini' but the suggestions."""

    on: date
    planned: tuple[PlanLine, ...]
    missed: tuple[PlanLine, ...]
    month_plan: tuple[PlanLine, ...]
    promises: tuple[FollowUpLine, ...]
    promises_left: int
    referrals: tuple[ReferralLine, ...]
    returned: tuple[Duty, ...]
    pressing: tuple[Duty, ...]
    later: tuple[Duty, ...]


@dataclass(frozen=True)
class Suggested:
    """A mentee to visit next with the reasons in words, the strongest first; `by_rule` when the contact rule is one."""

    engagement_id: UUID
    name: str
    reasons: tuple[str, ...]
    planned_on: date | None
    by_rule: bool


@dataclass(frozen=True)
class MentorProfile:
    """A mentor's work between two days, with the mentees carried on the last of them."""

    mentor_id: UUID
    name: str
    start: date
    end: date
    mentees: int
    work: WorkProfile


def mentor_day(viewer: Viewer) -> MentorDay:
    """The day of a mentor."""
    on = viewer.on
    month = tuple(item for item in plan_of(viewer, Month.of(on)) if item.mentor_id == viewer.user_id)
    standing = tuple(item for item in month if item.dropped_on is None)
    promises = open_follow_ups(viewer)
    duties = due_papers(viewer, on)
    owed = tuple(one for one in duties if one.state != "returned")
    return MentorDay(
        on=on,
        planned=tuple(sorted((item for item in standing if item.planned_on == on), key=_hour)),
        missed=tuple(item for item in standing if item.planned_on < on and not item.realised),
        month_plan=standing,
        promises=promises[:PROMISES_SHOWN],
        promises_left=len(promises[PROMISES_SHOWN:]),
        referrals=open_referrals(viewer, limit=PROMISES_SHOWN),
        returned=tuple(one for one in duties if one.state == "returned"),
        pressing=tuple(one for one in owed if one.days_left <= PRESSING_DAYS),
        later=tuple(one for one in owed if one.days_left > PRESSING_DAYS),
    )


def suggested_visits(viewer: Viewer) -> tuple[Suggested, ...]:
    """Whom to visit next and why."""
    return tuple(
        Suggested(
            one.engagement_id, one.name, tuple(str(sentence(reason)) for reason in one.reasons), one.planned_on,
            any(reason.code in OF_THE_RULE for reason in one.reasons),
        )
        for one in next_visits(viewer, limit=SUGGESTED)
    )


def mentor_profile(viewer: Viewer, mentor_id: UUID) -> MentorProfile | None:
    """How a mentor worked in the last twelve months; None when the viewer sees no mentee of theirs."""
    start = viewer.on - timedelta(days=PROFILE_DAYS)
    carried = carried_between(start, viewer.on, mentor_id=mentor_id, engagements=engagement_ids(viewer))
    if not carried:
        return None
    mentees = len({one.engagement_id for one in carried if one.ends is None or one.ends >= viewer.on})
    return MentorProfile(
        mentor_id, carried[0].mentor_name, start, viewer.on, mentees, work_profile(viewer, mentor_id, start, viewer.on)
    )


def sentence(reason: Reason) -> str | Promise:
    """A reason in words."""
    return SENTENCES[reason.code] % reason.values


def _hour(item: PlanLine) -> tuple[bool, str]:
    return item.starts_at is None, str(item.starts_at or "")
