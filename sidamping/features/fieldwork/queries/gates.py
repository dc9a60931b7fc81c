"""What field work with a mentee waits for, as the programme file says: induction before visits (B4), observing before
plans (D1). A phone is told beforehand, so that nobody writes a visit in vain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.fieldwork.queries.problems import observed
from sidamping.features.programmes.queries import EngagementCard, ShutStep, shut_gates
from sidamping.rules.books import pinned_programme

OBSERVATION, PLAN, VISIT = "fieldwork.observed", "fieldwork.activity_planned", "fieldwork.visit_recorded"


@dataclass(frozen=True)
class Wait:
    """The steps that must come first, and who may leave them out, in the reader's words."""

    steps: str
    who: str


@dataclass(frozen=True)
class Waits:
    """What visits and plans wait for; `observation` says that a plan wants the first one."""

    visit: Wait | None = None
    plan: Wait | None = None
    observation: bool = False


def waits_of(cards: Sequence[EngagementCard], on: date) -> dict[UUID, Waits]:
    """Of each mentee, as it stands on the day; unscoped."""
    ids = [one.id for one in cards]
    shut, seen = shut_gates(ids, (VISIT, PLAN), on), observed(ids)
    return {one.id: _waits(one, shut.get(one.id, {}), one.id in seen) for one in cards}


def wait_for(shut: Sequence[ShutStep], *, seen: bool = False) -> Wait | None:
    """The steps in words; with `seen`, a first observation on record stands for those that it would have marked."""
    left = [one for one in shut if not (seen and one.marked_by == OBSERVATION)]
    who = dict.fromkeys(role for one in left for role in one.override)
    return Wait(", ".join(one.label for one in left), ", ".join(who)) if left else None


def wants_observation(pinned: str, shut: Sequence[ShutStep]) -> bool:
    """Whether a plan waits for the first observation; a programme that names no gate asks for it as well (D1)."""
    return not pinned_programme(pinned).gates.get(PLAN) or any(one.marked_by == OBSERVATION for one in shut)


def _waits(card: EngagementCard, shut: Mapping[str, tuple[ShutStep, ...]], seen: bool) -> Waits:
    plan = shut.get(PLAN, ())
    wanted = not seen and wants_observation(card.pinned, plan)
    return Waits(wait_for(shut.get(VISIT, ())), wait_for(plan, seen=True), wanted)
