"""What of a visit is sealed, in the one shape that phone and server both make of it; a paper is sealed as it prints.

The hash of a content is over its canonical bytes (`domain/papers/canonical`), described for others in docs/sync.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Presence:
    """A mentee met: who came, and how many they were."""

    engagement: UUID
    attendees: Sequence[str]
    headcount: int | None


@dataclass(frozen=True)
class VisitSaid:
    """A visit as its signer is shown it: no place on the map, no photo, nothing that the server adds by itself."""

    visit: UUID
    visited_on: date
    starts_at: time
    ends_at: time
    mode: str
    place: str
    activity: str
    purpose: str
    material: str
    materials: Sequence[str]
    topics: Sequence[str]
    roles: Sequence[str]
    result: str
    obstacles: str
    advice: str
    cost: int | None
    remarks: str
    presences: Sequence[Presence]


PLAIN = ("mode", "place", "activity", "purpose", "material", "result", "obstacles", "advice", "cost", "remarks")
SEVERAL = ("materials", "topics", "roles")
"""Choices without an order of their own: sorted, so that ticking them in another order changes nothing."""


def visit_content(said: VisitSaid) -> dict[str, Any]:
    """The content of a visit: plain texts, whole numbers and lists."""
    return {
        "visit": str(said.visit),
        "visited_on": said.visited_on.isoformat(),
        "starts_at": f"{said.starts_at:%H:%M}",
        "ends_at": f"{said.ends_at:%H:%M}",
        **{name: getattr(said, name) for name in PLAIN},
        **{name: sorted(getattr(said, name)) for name in SEVERAL},
        "presences": [_met(one) for one in sorted(said.presences, key=lambda one: str(one.engagement))],
    }


def parts_changed(sealed: Mapping[str, Any], stands: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the parts that are no longer as they were sealed, in the order of their names."""
    return tuple(name for name in sorted({*sealed, *stands}) if sealed.get(name) != stands.get(name))


def _met(one: Presence) -> dict[str, Any]:
    return {"engagement": str(one.engagement), "attendees": list(one.attendees), "headcount": one.headcount}
