"""How applications stand: at which stage, refused where and why, withdrawn, through, enrolled. Derived, never stored.

What counts are the step records of each path that nobody took back; reasons stand beside them (E20).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sidamping.domain import workflow
from sidamping.domain.selection import stages as selection
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.intake import stages_of

OPEN, REFUSED, WITHDRAWN, CHOSEN, ENROLLED = (
    selection.OPEN, selection.REFUSED, selection.WITHDRAWN, selection.CHOSEN, "enrolled",
)  # fmt: skip

NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Made:
    """A decision on a stage that stands: its record, outcome, day, person, note, reason of an override, reasons."""

    record: UUID
    stage: str
    passed: bool
    outcome: str
    on: date
    by: str
    note: str = ""
    why: str = ""
    reasons: tuple[str, ...] = ()

    def plain(self) -> selection.Decision:
        """As the pure layer reads it."""
        return selection.Decision(self.stage, self.passed, self.by, self.on, self.reasons, self.note)


@dataclass(frozen=True)
class Standing:
    """Where an application is: its state, the stage it waits at or ended at, why, since when."""

    state: str
    stage: str = ""
    reasons: tuple[str, ...] = ()
    since: date | None = None
    made: tuple[Made, ...] = ()

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide or to enrol."""
        return self.state in (OPEN, CHOSEN)


def standings(rows: Iterable[Application], on: date) -> dict[UUID, Standing]:
    """Every application's standing on a day, in one query; rows come with path, withdrawal and enrolment."""
    told = list(rows)
    paths = {one.path_id: one for one in told}
    records: dict[UUID, list[_Held]] = defaultdict(list)
    for held in _records(paths):
        records[held.path].append(held)
    return {one.pk: _standing(one, records[one.path_id], on) for one in told}


def with_ends(rows: QuerySet[Application]) -> QuerySet[Application]:
    """The rows as `standings` wants them."""
    return rows.select_related("path", "withdrawal", "enrolment")


@dataclass(frozen=True)
class _Held(workflow.Record):
    """A step record with its path and what was said."""

    id: UUID = NOBODY
    path: UUID = NOBODY
    note: str = ""
    reasons: tuple[str, ...] = ()


_COLUMNS = tuple(f"path__steps__{name}" for name in (
    "step", "done_on", "kind", "by__full_name", "why", "outcome", "id", "path_id", "admission__note",
    "admission__reasons",
))


def _records(paths: Iterable[UUID]) -> list[_Held]:
    """What was recorded and not taken back, in the order of recording."""
    standing = {"path__steps__kind__in": ("done", "waived"), "path__steps__taken_back_by__isnull": True}
    steps = Application.objects.filter(path__in=list(paths), **standing)
    rows = steps.order_by("path__steps__created_at", "path__steps__id").values_list(*_COLUMNS)
    return [
        _Held(row[0], row[1], row[2], row[3] or "", row[4], row[5], row[6], row[7], row[8] or "", tuple(row[9] or ()))
        for row in rows
    ]


def _standing(row: Application, records: list[_Held], on: date) -> Standing:
    stages = stages_of(row.path.pinned)
    made = _made(stages, records, on)
    withdrawal = getattr(row, "withdrawal", None)
    enrolment = getattr(row, "enrolment", None)
    if enrolment is not None and enrolment.on <= on:
        return Standing(ENROLLED, "", (), enrolment.on, made)
    if withdrawal is not None and withdrawal.on <= on:
        return Standing(WITHDRAWN, "", (withdrawal.reason,), withdrawal.on, made)
    found = selection.standing([one.code for one in stages], [one.plain() for one in made])
    return Standing(found.state, found.stage, found.reasons, found.since or row.applied_on, made)


def _made(stages: Iterable[workflow.Stage], records: list[_Held], on: date) -> tuple[Made, ...]:
    line = {one.code: one for one in stages}
    held = workflow.standing(records, on, {code: one.stops for code, one in line.items()})
    found = (one for code, one in held.items() if code in line and isinstance(one, _Held))
    return tuple(
        Made(one.id, one.step, one.outcome not in line[one.step].stops, one.outcome, one.on, one.by,
             one.note, one.why, one.reasons)
        for one in found
    )
