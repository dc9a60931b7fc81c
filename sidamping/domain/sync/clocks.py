"""The clock of a phone is evidence, not truth: what was told is weighed against what the server knows (F1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

TOLERANCE = timedelta(minutes=5)
"""Phones without a signal run away by seconds a day; more than this between two clocks is told."""


class Doubt(StrEnum):
    """Why the time of a seal is not taken as it was told."""

    UNREADABLE = "unreadable"
    AHEAD = "ahead"
    BEHIND = "behind"
    UNWITNESSED = "unwitnessed"
    IMPOSSIBLE = "impossible"
    JUMPED = "jumped"


@dataclass(frozen=True)
class Evidence:
    """What a phone tells of a seal: its wall clock, milliseconds since the app's start, which start, and the last
    server time that it saw."""

    sealed_at: datetime | None = None
    monotonic_ms: int | None = None
    boot: str = ""
    server_seen: datetime | None = None


def doubts(told: Evidence, *, received_at: datetime, before: Evidence | None = None) -> tuple[Doubt, ...]:
    """Every reason for doubt, none when the clock is sound; `before` is the entry sealed before this one."""
    if told.sealed_at is None:
        return (Doubt.UNREADABLE,)
    found = []
    if told.sealed_at > received_at + TOLERANCE:
        found.append(Doubt.AHEAD)
    if told.server_seen is None:
        found.append(Doubt.UNWITNESSED)
    elif told.server_seen > received_at + TOLERANCE:
        found.append(Doubt.IMPOSSIBLE)
    elif told.sealed_at < told.server_seen - TOLERANCE:
        found.append(Doubt.BEHIND)
    if before is not None and _jumped(before, told):
        found.append(Doubt.JUMPED)
    return tuple(found)


def counts_on(
    told: Evidence, found: tuple[Doubt, ...], *, received_at: datetime, zone: tzinfo
) -> date:
    """The day on which a record counts: that of its seal; where that is in doubt, the day it was received."""
    sound = told.sealed_at if not found else None
    return (sound or received_at).astimezone(zone).date()


def _jumped(before: Evidence, told: Evidence) -> bool:
    """Whether the wall clock was set between two seals: against the counter, or backwards over a new start."""
    if before.sealed_at is None or told.sealed_at is None:
        return False
    wall = told.sealed_at - before.sealed_at
    if before.boot != told.boot or before.monotonic_ms is None or told.monotonic_ms is None:
        return wall < -TOLERANCE
    counted = timedelta(milliseconds=told.monotonic_ms - before.monotonic_ms)
    return abs(wall - counted) > TOLERANCE
