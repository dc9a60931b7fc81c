"""All paths of a programme in the viewer's territory with where each stands: the records behind every figure (B14)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.cohorts.laps import Lap, lap
from sidamping.features.admissions.queries.running import Applying, applying
from sidamping.features.needs.queries.determined import needs_by_engagement
from sidamping.features.programmes.queries.facts import facts_of
from sidamping.features.programmes.queries.walks import WalkLine, days_of, mentor_paths, walks
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme
from sidamping.rules.programme_forms import Step

MENTOR, MENTEE = "mentor", "mentee"


@dataclass(frozen=True)
class Runner:
    """One mentee on its way; `engagement_id` None while it is an application."""

    name: str
    engagement_id: UUID | None
    application_id: UUID | None
    cohort_id: UUID | None
    cohort: str
    regency: str
    regency_name: str
    mentor_id: UUID | None
    mentor: str
    theme: str
    ended: bool
    lap: Lap


def runners(viewer: Viewer, programme: str, cohort: UUID | None = None) -> tuple[Runner, ...]:
    """Everybody on the programme's path, with where each stands on the viewer's day."""
    carried, waiting = walks(viewer, programme, cohort), applying(viewer, programme, cohort)
    mentors = mentor_paths(programme, {one.mentor_id for one in carried if one.mentor_id}) if carried else {}
    everybody: tuple[WalkLine | Applying, ...] = (*carried, *waiting)
    own = {one.path_id for one in everybody}
    beside = {one.cohort_path for one in everybody if one.cohort_path}
    pinned = {one.pinned for one in everybody}
    stops = _stops(pinned)
    days = days_of([*own, *beside, *mentors.values()], viewer.on, stops) if own else {}
    facts = facts_of(own) if _asks_facts(pinned) else {}
    themes = _themes(carried)
    steps = {version: _own(version) for version in pinned}

    def stand(one: WalkLine | Applying, mentor: UUID | None) -> Lap:
        others = {**days.get(one.cohort_path or one.path_id, {}), **days.get(mentor or one.path_id, {})}
        return lap(steps[one.pinned], days.get(one.path_id, {}), others, one.starts, viewer.on, facts.get(one.path_id))

    return (
        *(_carried(one, stand(one, mentors.get((one.mentor_id, one.cohort_id))), themes, viewer.on) for one in carried),
        *(_applying(one, stand(one, None)) for one in waiting),
    )


def _carried(one: WalkLine, at: Lap, themes: Mapping[UUID, str], on: date) -> Runner:
    ended = one.ends is not None and one.ends < on
    return Runner(
        one.name, one.engagement_id, None, one.cohort_id, one.cohort, one.regency, one.regency_name, one.mentor_id,
        one.mentor, themes.get(one.engagement_id, ""), ended, at,
    )


def _applying(one: Applying, at: Lap) -> Runner:
    return Runner(
        one.name, None, one.application_id, one.cohort_id, one.cohort, one.regency, one.regency_name, None, "", "",
        False, at,
    )


def _themes(carried: tuple[WalkLine, ...]) -> dict[UUID, str]:
    found = needs_by_engagement(one.engagement_id for one in carried) if carried else {}
    return {id: need.theme for id, need in found.items() if need.themes}


def _own(pinned: str) -> tuple[Step, ...]:
    return pinned_programme(pinned).steps_of(MENTEE)


def _stops(pinned: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {step.code: step.stops for one in set(pinned) for step in pinned_programme(one).steps if step.stops}


def _asks_facts(pinned: Iterable[str]) -> bool:
    return any(step.applies for one in pinned for step in _own(one))


