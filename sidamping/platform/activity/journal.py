"""Writes and reads the trail of activities. `record` belongs into the transaction of the write it tells of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from sidamping.platform.activity.alongside import Work, work_of
from sidamping.platform.activity.announcements import tell
from sidamping.platform.activity.models import Activity


@dataclass(frozen=True)
class Line:
    """One activity as shown to people."""

    at: datetime
    actor: str
    action: str
    subject_id: UUID
    why: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One activity as reactions read it: codes and identifiers, no names."""

    action: str
    at: datetime
    actor_id: UUID | None
    subject_id: UUID
    why: str
    data: dict[str, Any]


def record(action: str, *, by: UUID | None, subject: UUID, why: str = "", regency: str = "", **data: Any) -> None:
    """Write one activity row; `data` holds plain JSON values, never secrets or personal numbers."""
    record_with("activity_record", action, [by, action, subject, regency, why, json.dumps(data, ensure_ascii=False)])


def record_with(function: str, action: str, values: Sequence[Any]) -> tuple[Any, ...]:
    """What a function of the database answers that writes the activity beside what it tells of, in one statement.

    Its last answer is the activity's key, None where nothing was written. Work alongside joins a transaction that is
    open; a statement by itself is over before any could, and what it left waits for the worker.
    """
    work = work_of(action) if connection.in_atomic_block else ()
    left = "".join(f", activity_left('{one.queue}')" for one in work)
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:  # every write of the house comes by here: no model is made for it
        cursor.execute(f"SELECT done.*{left} FROM {function}({marks}) AS done", values)
        found = cursor.fetchone()
    cut = len(found) - len(work)
    *answer, written = found[:cut]
    if written is not None:
        _follow(action, written, zip(work, found[cut:], strict=True))
    return tuple(answer)


def _follow(action: str, written: int, work: Iterable[tuple[Work, bool]]) -> None:
    """Work that the write has left, and those who want to hear of it."""
    for one, waits in work:
        if waits:
            one.run()
    tell(action, written)


def last_of(actor: UUID) -> datetime | None:
    """When a person's last write arrived; None when there is none. Unscoped."""
    return Activity.objects.filter(actor_id=actor).order_by("-id").values_list("at", flat=True).first()


def entry(activity_id: int) -> Entry:
    """One activity as reactions read it."""
    row = Activity.objects.get(pk=activity_id)
    return Entry(row.action, row.at, row.actor_id, row.subject_id, row.why, row.data)


def record_each(
    action: str, subjects: Iterable[tuple[UUID, str]], *, by: UUID | None, why: str = "", **data: Any
) -> None:
    """Write one row per (subject, regency) in bulk, for imports of many records."""
    rows = (
        Activity(action=action, actor_id=by, subject_id=subject, why=why, regency=regency, data=data)
        for subject, regency in subjects
    )
    Activity.objects.bulk_create(rows, batch_size=2000)
    for one in work_of(action):
        one.run()


def history(subjects: Iterable[UUID], *, limit: int = 100) -> tuple[Line, ...]:
    """The newest activities about the subjects."""
    rows = Activity.objects.filter(subject_id__in=list(subjects)).select_related("actor").order_by("-id")[:limit]
    return tuple(
        Line(row.at, str(row.actor) if row.actor else "", row.action, row.subject_id, row.why, row.data) for row in rows
    )
