"""The mentees a mentor carries with their visits of twelve months, open problems and promises, and the month's plan.

In a group visit written by somebody else only the mentor's own mentees are named, as on the pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import (
    FollowUpLine,
    Met,
    ObservationLine,
    PlanLine,
    ProblemLine,
    VisitLine,
    Waits,
    last_seen,
    next_planned,
    open_follow_ups,
    photos_of,
    plan_between,
    problem_log,
    visits_between,
    waits_of,
)
from sidamping.features.fieldwork.queries.problems import observations_of
from sidamping.features.programmes.queries import EngagementCard, programme_name
from sidamping.features.progress.queries import series_of
from sidamping.features.workdesk.queries import contact_rule
from sidamping.platform.access.viewer import Viewer

WINDOW = 12
"""Months of visits a phone holds."""
VISIT = (
    "number", "mode", "place", "activity", "purpose", "material", "result", "obstacles", "advice", "cost", "remarks",
    "source", "topics", "roles",
)
PLAN = ("concern", "activity", "purpose", "target", "method", "place", "minutes", "agreed_by")


def documents(viewer: Viewer, cards: Sequence[EngagementCard]) -> dict[str, Any]:
    """`mentee:`, `visits:` and `work:` of each mentee carried, `plan:` of last month, this one and the next."""
    ids = [card.id for card in cards]
    return {
        **_mentees(cards, ids, viewer.on),
        **_visits(viewer, ids),
        **_work(viewer, ids),
        **_plans(viewer),
    }


def _mentees(cards: Sequence[EngagementCard], ids: list[UUID], on: date) -> dict[str, Any]:
    seen, planned, months = last_seen(ids, on), next_planned(ids, on), series_of(ids)
    waits = waits_of(cards, on)
    return {
        f"mentee:{card.id}": {
            **_mentee(card, seen.get(card.id), planned.get(card.id), on),
            "months": [str(one.month) for one in months.get(card.id, ())][-WINDOW:],
            "waits": _waiting(waits[card.id]),
        }
        for card in cards
    }


def _waiting(waits: Waits) -> dict[str, Any]:
    """What must come before a visit and a plan of this mentee, as far as anything must."""
    told = {"visit": waits.visit and asdict(waits.visit), "plan": waits.plan and asdict(waits.plan)}
    return {name: wait for name, wait in told.items() if wait} | ({"observation": True} if waits.observation else {})


def _mentee(card: EngagementCard, seen: date | None, planned: date | None, on: date) -> dict[str, Any]:
    rule = contact_rule(card.programme, on, card.regency_code)
    due = max(seen or card.starts, card.starts) + timedelta(days=rule.days) if rule else None
    return {
        "id": str(card.id), "mentee": str(card.mentee_id), "name": card.mentee_name, "kind": card.mentee_kind,
        "programme": programme_name(card.programme, on), "cohort": card.cohort_name, "priority": card.priority,
        "village": card.village_code, "village_name": card.village, "place": f"{card.district}, {card.regency}",
        "starts": card.starts.isoformat(), "ends": _day(card.ends), "last_visit": _day(seen), "planned": _day(planned),
        "contact_due": _day(due), "step": card.next_stop.label if card.next_stop else "",
    }


def _visits(viewer: Viewer, ids: list[UUID]) -> dict[str, Any]:
    first = Month.of(viewer.on).plus(1 - WINDOW).start
    found = visits_between(start=first, end=viewer.on, engagement_ids=ids)
    photos = photos_of([line.id for line in found])
    months: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in found:
        met = [one for one in line.mentees if one.engagement_id in ids or line.mentor_id == viewer.user_id]
        told = _visit(line, met, len(photos.get(line.id, ())), own=line.mentor_id == viewer.user_id)
        for one in met:
            if one.engagement_id in ids:
                months[f"visits:{one.engagement_id}:{Month.of(line.visited_on)}"].append(told)
    return {key: {"visits": visits} for key, visits in months.items()}


def _visit(line: VisitLine, met: Iterable[Met], photos: int, *, own: bool) -> dict[str, Any]:
    return {
        "id": str(line.id), "revision": str(line.revision_id), "own": own, "mentor": line.mentor_name,
        "visited_on": line.visited_on.isoformat(), "starts_at": f"{line.starts_at:%H:%M}",
        "ends_at": f"{line.ends_at:%H:%M}", "village": line.village_code, "village_name": line.village,
        "plan_item": str(line.plan_item_id) if line.plan_item_id else None, "photos": photos,
        "presences": [_met(one) for one in met], "materials": [one.code for one in line.materials],
        "latitude": line.latitude and str(line.latitude), "longitude": line.longitude and str(line.longitude),
        "accuracy_m": line.accuracy_m, **{name: getattr(line, name) for name in VISIT},
    }


def _met(one: Met) -> dict[str, Any]:
    return {
        "engagement": str(one.engagement_id), "mentee": one.mentee_name, "attendees": list(one.attendees),
        "headcount": one.headcount,
    }


def _work(viewer: Viewer, ids: list[UUID]) -> dict[str, Any]:
    """Problems without an outcome that closed them, promises not kept yet, what was observed."""
    seen = observations_of(ids)
    made: dict[UUID, dict[str, Any]] = {
        id: {"problems": [], "follow_ups": [], "observation": _observed(seen.get(id))} for id in ids
    }
    for problem in problem_log(ids):
        if problem.state != "solved":
            made[problem.engagement_id]["problems"].append(_problem(problem))
    for promise in open_follow_ups(viewer):
        if promise.engagement_id in made:
            made[promise.engagement_id]["follow_ups"].append(_promise(promise))
    return {f"work:{id}": work for id, work in made.items()}


def _observed(line: ObservationLine | None) -> dict[str, Any] | None:
    """The observation in force, which a correction names."""
    if line is None:
        return None
    return {
        "id": str(line.id), "observed_on": line.observed_on.isoformat(), "findings": line.findings,
        "potentials": line.potentials, "needs": line.needs,
    }


def _problem(line: ProblemLine) -> dict[str, Any]:
    choice = line.choice
    return {
        "id": str(line.id), "title": line.title, "side": line.side, "category": line.category,
        "priority": line.priority, "causes": list(line.causes), "dialogue": line.dialogue,
        "found_on": line.found_on.isoformat(), "state": line.state,
        "alternatives": [
            {"id": str(one.id), "text": one.text, "consequences": one.consequences} for one in line.alternatives
        ],
        "choice": choice and {
            "alternative": str(choice.alternative_id), "chosen_by": choice.chosen_by, "capacity": choice.capacity,
            "chosen_on": choice.chosen_on.isoformat(), "meeting": choice.meeting,
        },
    }


def _promise(line: FollowUpLine) -> dict[str, Any]:
    return {
        "id": str(line.id), "text": line.text, "owner_side": line.owner_side, "owner_name": line.owner_name,
        "due": line.due.isoformat(), "visit": str(line.visit_id) if line.visit_id else None,
        "problem": str(line.problem_id) if line.problem_id else None,
    }


def _plans(viewer: Viewer) -> dict[str, Any]:
    this = Month.of(viewer.on)
    months = [this.previous, this, this.next]
    made: dict[str, list[Any]] = {f"plan:{month}": [] for month in months}
    for line in plan_between([viewer.user_id], months[0].start, months[-1].end):
        made[f"plan:{Month.of(line.planned_on)}"].append(_planned(line))
    return {key: {"items": items} for key, items in made.items()}


def _planned(line: PlanLine) -> dict[str, Any]:
    return {
        "id": str(line.id), "engagement": str(line.engagement_id), "mentee": line.mentee_name,
        "planned_on": line.planned_on.isoformat(), "starts_at": f"{line.starts_at:%H:%M}" if line.starts_at else None,
        "visited": _day(line.realised_on), **{name: getattr(line, name) for name in PLAN},
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
