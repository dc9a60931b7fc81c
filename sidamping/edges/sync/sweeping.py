"""What the worker does every minute: go on with what was left, and look again at what could not be understood (F1).

Nothing starves: what was never looked at comes first, then what was looked at longest ago.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from time import monotonic
from uuid import UUID

from django.db.models import F

from sidamping.edges.sync import corrections, files, understanding
from sidamping.edges.sync.models import SETTLING, Open, State

MOST = 2_000
"""So many records at once; the next sweep goes on."""


def sweep(*, now: datetime, seconds: float, again: bool = False) -> None:
    """Everything that the server left or that waits; `again` also what it could not understand or attach."""
    until = monotonic() + seconds
    attach(files.left(again=False), until=_half(until))  # first: a long line of records leaves no time after it
    understanding.go_on(_oldest(SETTLING), now=now, seconds=until - monotonic())
    if again:
        attach(files.left(again=True), until=_half(until))
        _look_again(until=until, now=now)
    attach(files.left(again=False), until=until)


def attach(records: Iterable[UUID], *, until: float) -> None:
    """Attach the files of the records while there is time."""
    for record in records:
        if monotonic() > until:
            return
        files.attach(record)


def _look_again(*, until: float, now: datetime) -> None:
    """Look once more at what could not be understood while there is time."""
    for record in _oldest((State.ATTENTION,)):
        if monotonic() > until:
            return
        corrections.look_again(record, now=now)


def _half(until: float) -> float:
    """The middle of the time that is left."""
    return (monotonic() + until) / 2


def _oldest(states: Iterable[str]) -> list[UUID]:
    """Records in the states, those never looked at first."""
    rows = Open.objects.filter(state__in=states)
    rows = rows.order_by(F("looked_at").asc(nulls_first=True), "since", "record__told_number")
    return list(rows.values_list("pk", flat=True)[:MOST])
