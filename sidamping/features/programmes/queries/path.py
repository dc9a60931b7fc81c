"""The path of a mentee, a mentor or a cohort: the pinned programme's steps with what was done, is next, or late (E20).

Every state is derived from the dated records on each look; what a role may not read of a step is left out here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain import workflow
from sidamping.features.programmes.models import Engagement, Path
from sidamping.features.programmes.queries.acting import closed_steps
from sidamping.features.programmes.queries.facts import Facts, facts_of
from sidamping.features.programmes.queries.programmes import source_of
from sidamping.features.programmes.queries.records import Told, paths_with_cohort, records_of
from sidamping.features.programmes.queries.words import Words, words_of
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import Programme, pinned_programme


@dataclass(frozen=True)
class Stop:
    """A station of the path with its name in the reader's language, and for which steps or facts it waits.

    `hidden` says that the reader's role may know only whether it is done; outcome, reason and proof are empty then.
    """

    code: str
    label: str
    state: str
    done_on: date | None
    due: date | None
    waits_for: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    stage: str = ""
    outcome: str = ""
    outcome_label: str = ""
    by: str = ""
    why: str = ""
    remark: str = ""
    evidence: int = 0
    record: UUID | None = None
    source: UUID | None = None
    times: int = 0
    owners: tuple[str, ...] = ()
    hint: str = ""
    cite: str = ""
    status: str = ""
    days_late: int = 0
    repeats: bool = False
    hidden: bool = False

    @property
    def on(self) -> date | None:
        """The day shown beside the station: when it was done, else when it is due."""
        return self.done_on or self.due

    @property
    def note(self) -> str:
        """Which steps come first, for a station that waits."""
        return _("sesudah %(steps)s") % {"steps": ", ".join(self.waits_for)} if self.waits_for else ""

    @property
    def source_words(self) -> str:
        """What the step is based on: the source and its article."""
        return source_of(self.cite) if self.cite else ""

    @property
    def passed(self) -> bool:
        """Whether what comes after it may begin."""
        return self.state in workflow.PASSED


def path_stations(
    path_id: UUID, on: date, facts: Facts | None = None, viewer: Viewer | None = None
) -> tuple[Stop, ...]:
    """The stations of one path on a day; unscoped, for features above. With a viewer, hidden parts are left out."""
    told = None if facts is None else {path_id: facts}
    return stations_of([path_id], on, told, viewer).get(path_id, ())


def stations_of(
    path_ids: Collection[UUID], on: date, facts: Mapping[UUID, Facts] | None = None, viewer: Viewer | None = None
) -> dict[UUID, tuple[Stop, ...]]:
    """The stations of any number of paths in four queries, and one for each feature that tells facts; unscoped."""
    return _stops_by_path(paths_with_cohort(path_ids), on, facts, viewer)


def stops_of(
    engagements: Iterable[Engagement], on: date, viewer: Viewer | None = None
) -> dict[UUID, tuple[Stop, ...]]:
    """The path of each engagement as it stood on the day; engagements come with path and cohort."""
    wanted = list(engagements)
    found = _stops_by_path([one.path for one in wanted], on, None, viewer)
    return {one.pk: found[one.path_id] for one in wanted}


def stops_of_path(path: Path, on: date, viewer: Viewer) -> tuple[Stop, ...]:
    """The stations of a path that has been read with its cohort, as the person may see them."""
    return _stops_by_path([path], on, None, viewer)[path.pk]


def walk(
    path: Path, book: Programme, records: Iterable[Told], on: date, facts: Facts
) -> tuple[workflow.Station, ...]:
    """Every station of the programme as this path sees it: the own steps, and those of others it waits for."""
    return workflow.path(book.steps, records, path.starts, on, facts)


def _stops_by_path(
    paths: list[Path], on: date, facts: Mapping[UUID, Facts] | None, viewer: Viewer | None
) -> dict[UUID, tuple[Stop, ...]]:
    if not paths:
        return {}
    records = records_of(paths, on)
    books = {one.pk: pinned_programme(one.pinned) for one in paths}
    known = facts if facts is not None else facts_of([one.pk for one in paths if _asks_facts(one, books[one.pk])])
    closed = closed_steps(viewer, books, paths) if viewer else {}
    return {
        one.pk: _stops(
            one, words_of(books[one.pk]), records[one.pk], on, known.get(one.pk, {}), closed.get(one.pk, frozenset())
        )
        for one in paths
    }


def _asks_facts(path: Path, book: Programme) -> bool:
    """Whether any step is meant for some mentees only; of a cohort nobody tells facts."""
    return path.subject != Path.Subject.COHORT and any(step.applies for step in book.steps)


def _stops(
    path: Path, words: Words, records: tuple[Told, ...], on: date, facts: Facts, closed: frozenset[str]
) -> tuple[Stop, ...]:
    book = words.book
    own = {step.code for step in book.steps_of(path.subject)}
    held = workflow.standing(records, on, {step.code: step.stops for step in book.steps})
    stations = (one for one in walk(path, book, records, on, facts) if one.step in own)
    counts = _counts(records, on)
    return tuple(
        _stop(one, words, held.get(one.step), counts.get(one.step, 0), one.step in closed) for one in stations
    )


def _counts(records: tuple[Told, ...], on: date) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in records:
        if one.on <= on:
            counts[one.step] = counts.get(one.step, 0) + 1
    return counts


def _stop(station: workflow.Station, words: Words, record: object, times: int, hidden: bool) -> Stop:
    step = words.book.step(station.step)
    held = record if isinstance(record, Told) else None
    state = workflow.DONE if hidden and station.done_on else station.state
    plain = Stop(
        step.code, words.step(step.code), state, station.done_on, station.due,
        tuple(words.step(code) for code in station.waits_for), station.unknown, step.stage, times=times,
        owners=tuple(words.role(role) for role in step.owners), hint=words.hint(step), cite=step.cite,
        status=step.status or step.when.status, days_late=station.days_late, repeats=step.repeats, hidden=hidden,
        record=held.id if held else None, source=held.source if held and not hidden else None,
    )
    if hidden or held is None:
        return plain
    return replace(
        plain, outcome=held.outcome, outcome_label=words.outcome(held.outcome) if held.outcome else "", by=held.by,
        why=held.why, remark=held.note, evidence=held.evidence,
    )
