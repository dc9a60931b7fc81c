"""The path of an engagement: the pinned programme's steps with what was done, is next, or late (E20)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain import workflow
from sidamping.features.programmes.models import Engagement, StepRecord
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import pinned_programme


@dataclass(frozen=True)
class Stop:
    """A station of the path with its name in the reader's language, and for which steps it waits."""

    code: str
    label: str
    state: str
    done_on: date | None
    due: date | None
    waits_for: tuple[str, ...]

    @property
    def on(self) -> date | None:
        """The day shown beside the station: when it was done, else when it is due."""
        return self.done_on or self.due

    @property
    def note(self) -> str:
        """Which steps come first, for a station that waits."""
        return _("sesudah %(steps)s") % {"steps": ", ".join(self.waits_for)} if self.waits_for else ""


def stops_of(engagements: Iterable[Engagement], on: date) -> dict[UUID, tuple[Stop, ...]]:
    """The path of each engagement as it stood on the day, in one query."""
    wanted = list(engagements)
    records: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    found = StepRecord.objects.filter(path__in=[one.path_id for one in wanted])
    for path_id, step, day in found.values_list("path_id", "step", "done_on"):
        records[path_id].append((step, day))
    return {one.pk: _stops(one, records[one.path_id], on) for one in wanted}


def _stops(engagement: Engagement, records: list[tuple[str, date]], on: date) -> tuple[Stop, ...]:
    steps = pinned_programme(engagement.pinned).steps
    names = {step.code: step.label.text(reader_language()) for step in steps}
    stations = workflow.path(steps, records, engagement.starts, on)
    return tuple(
        Stop(
            station.step,
            names[station.step],
            station.state,
            station.done_on,
            station.due,
            tuple(names[code] for code in station.waits_for),
        )
        for station in stations
    )


def missing_steps(engagement_id: UUID, gate: str, on: date) -> tuple[str, ...]:
    """Names of the steps an act ('fieldwork.plan_activity') still waits for on the day; unscoped, for services."""
    engagement = Engagement.objects.get(pk=engagement_id)
    book = pinned_programme(engagement.pinned)
    done = {stop.code for stop in stops_of([engagement], on)[engagement.pk] if stop.done_on}
    waiting = workflow.missing(book.gates.get(gate, ()), done)
    return tuple(book.step(code).label.text(reader_language()) for code in waiting)
