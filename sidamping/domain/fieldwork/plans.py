"""Checks of a planned activity and the days of a recurring one."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from sidamping.domain.fieldwork.drafts import PlanDraft, Vocabulary
from sidamping.domain.fieldwork.faults import Limits, code_faults, text_faults
from sidamping.domain.problems import Problem, problem

MAX_REPEATS = 26
LONGEST_MINUTES = 12 * 60
TEXTS: Limits = {
    "concern": (240, True),
    "activity": (160, True),
    "purpose": (240, True),
    "target": (160, True),
    "place": (160, True),
    "agreed_by": (120, False),
}


def check_plan(draft: PlanDraft, *, observed: bool, vocabulary: Vocabulary) -> list[Problem]:
    """`observed` tells whether the first observation stands: the real condition is seen before it is planned (D1)."""
    found = text_faults(draft, TEXTS, vocabulary)
    found += code_faults("method", [draft.method], "mentoring-methods", vocabulary)
    if not observed:
        found.append(problem("FIELDWORK_018", "engagement_id"))
    if not 1 <= draft.minutes <= LONGEST_MINUTES:
        found.append(problem("FIELDWORK_019", "minutes", seen=draft.minutes, limit=LONGEST_MINUTES))
    return found


def repeated_days(first: date, repeat: str, until: date | None) -> tuple[date, ...]:
    """The days of 'weekly' or 'monthly' items from the first to `until`; a month too short takes its last day."""
    if repeat not in {"weekly", "monthly"} or until is None:
        return (first,)
    days = [first]
    while len(days) <= MAX_REPEATS:
        following = _following(first, repeat, len(days))
        if following > until:
            break
        days.append(following)
    return tuple(days)


def repeat_faults(first: date, repeat: str, until: date | None) -> list[Problem]:
    """A repetition needs an end that lies after its beginning and within reach."""
    if repeat not in {"weekly", "monthly"}:
        return []
    if until is None or until <= first:
        return [problem("FIELDWORK_020", "until", first=first)]
    if len(repeated_days(first, repeat, until)) > MAX_REPEATS:
        return [problem("FIELDWORK_021", "until", limit=MAX_REPEATS)]
    return []


def _following(first: date, repeat: str, times: int) -> date:
    """The day so many weeks or months later; the last day of the calendar when it ends before."""
    year, month = divmod(first.year * 12 + first.month - 1 + times, 12)
    try:
        if repeat == "weekly":
            return first + timedelta(weeks=times)
        return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return date.max
