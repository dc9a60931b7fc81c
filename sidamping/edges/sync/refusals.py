"""What was handed in and could not even be stored: the phone keeps its copy, and whoever looks after it sees why (F1).

Only the reason is kept, once for each thing, however often it is sent; it is told until the thing comes after all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.domain.problems import Problem
from sidamping.edges.sync import messages
from sidamping.edges.sync.models import Refusal

MOST = 100
"""Things of one phone; a program that runs wild fills no table."""


@dataclass(frozen=True)
class Turned:
    """A record by the id it bears, or a file by its hash, with what is wrong; `name` is what people know it by."""

    thing: str
    name: str
    problems: Sequence[Problem]


def note(device: UUID, turned: Sequence[Turned], *, now: datetime) -> None:
    """Keep the newest reasons; a full list takes no further things, but tells anew of those it has."""
    if not turned:
        return
    known = set(Refusal.objects.filter(device_id=device).values_list("thing", flat=True))
    latest = sorted({one.thing: one for one in turned}.values(), key=lambda one: one.thing not in known)
    rows = [
        Refusal(device_id=device, thing=one.thing, name=one.name, problems=messages.kept(one.problems), at=now)
        for number, one in enumerate(latest) if one.thing in known or len(known) + number < MOST
    ]
    Refusal.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["device", "thing"], update_fields=["name", "problems", "at"]
    )
