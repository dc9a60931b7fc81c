"""Checks of a visit draft: all faults at once. Assignment and overlap need records; the service brings them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sidamping.domain.fieldwork.drafts import VisitDraft, Vocabulary
from sidamping.domain.fieldwork.faults import Limits, code_faults, text_faults
from sidamping.domain.fieldwork.records import check_follow_up
from sidamping.domain.problems import Problem, problem

MAX_COST = 10**12 - 1
MAX_HEADCOUNT = 10_000
MAX_ACCURACY = 20_100_000  # metres, half around the Earth
TEXTS: Limits = {
    "activity": (160, True),
    "purpose": (240, True),
    "result": (None, True),
    "place": (160, False),
    "material": (240, False),
}


@dataclass(frozen=True)
class Taken:
    """The time a recorded visit takes, and whom it met."""

    visit_id: UUID
    visited_on: date
    starts_at: time
    ends_at: time
    mentees: str


def check_visit(draft: VisitDraft, *, on: date, vocabulary: Vocabulary) -> list[Problem]:
    """Every fault of the draft that can be seen without other records."""
    return [
        *_when(draft, on),
        *_who(draft, vocabulary),
        *text_faults(draft, TEXTS, vocabulary),
        *code_faults("mode", [draft.mode], "visit-modes", vocabulary),
        *code_faults("topics", draft.topics, "mentoring-topics", vocabulary),
        *code_faults("roles", draft.roles, "mentor-roles", vocabulary),
        *code_faults("source", [draft.source], "entry-sources", vocabulary),
        *_figures(draft),
        *_follow_ups(draft, vocabulary),
    ]


def overlapping(draft: VisitDraft, taken: Iterable[Taken]) -> Taken | None:
    """The first other visit of the same mentor that shares a minute with the draft; touching ends do not."""
    return next(
        (
            other
            for other in taken
            if other.visit_id != draft.id
            and other.visited_on == draft.visited_on
            and other.starts_at < draft.ends_at
            and draft.starts_at < other.ends_at
        ),
        None,
    )


def _when(draft: VisitDraft, on: date) -> list[Problem]:
    found = []
    if draft.visited_on > on:
        found.append(problem("FIELDWORK_004", "visited_on", day=draft.visited_on, today=on))
    if draft.ends_at <= draft.starts_at:
        values = {"starts": f"{draft.starts_at:%H.%M}", "ends": f"{draft.ends_at:%H.%M}"}
        found.append(problem("FIELDWORK_005", "ends_at", **values))
    return found


def _who(draft: VisitDraft, vocabulary: Vocabulary) -> list[Problem]:
    if not draft.presences:
        return [problem("FIELDWORK_006", "engagements")]
    times = Counter(one.engagement_id for one in draft.presences)
    found = [problem("FIELDWORK_007", "engagements", times=count) for count in times.values() if count > 1]
    for one in draft.presences:
        counted = one.counted
        if counted is not None and (not 1 <= counted <= MAX_HEADCOUNT or len(one.attendees) > counted):
            where = f"headcount-{one.engagement_id}"
            named = len(one.attendees)
            found.append(problem("FIELDWORK_008", where, seen=counted, named=named, limit=MAX_HEADCOUNT))
        for name in one.attendees:
            if len(name) > 120:
                label = vocabulary.label("attendees")
                where = f"attendees-{one.engagement_id}"
                found.append(problem("FIELDWORK_001", where, label=label, length=len(name), limit=120))
    return found


def _figures(draft: VisitDraft) -> list[Problem]:
    found = []
    if draft.cost is not None and not 0 <= draft.cost <= MAX_COST:
        found.append(problem("FIELDWORK_009", "cost", seen=draft.cost, limit=MAX_COST))
    if not _on_earth(draft):
        found.append(problem("FIELDWORK_010", "latitude", latitude=draft.latitude, longitude=draft.longitude))
    return found


def _on_earth(draft: VisitDraft) -> bool:
    if draft.accuracy_m is not None and not 0 <= draft.accuracy_m <= MAX_ACCURACY:
        return False
    if draft.latitude is None or draft.longitude is None:
        return draft.latitude is draft.longitude
    return abs(draft.latitude) <= 90 and abs(draft.longitude) <= 180


def _follow_ups(draft: VisitDraft, vocabulary: Vocabulary) -> list[Problem]:
    present = {one.engagement_id for one in draft.presences}
    found = []
    for number, one in enumerate(draft.follow_ups, start=1):
        faults = check_follow_up(one, vocabulary=vocabulary, earliest=draft.visited_on)
        if one.engagement_id not in present:
            faults.append(problem("FIELDWORK_011", "engagement", text=one.text))
        found += [Problem(fault.code, f"follow_up-{number}-{fault.where}", fault.values) for fault in faults]
    return found
