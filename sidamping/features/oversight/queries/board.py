"""The board of a programme: how many mentees passed each step, by region, theme, mentor and cohort; the target (B14).

Counts only, each of a stated whole on a stated day; the same filter that narrows the board lists the mentees behind it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sidamping.domain.cohorts.shares import Share
from sidamping.features.oversight.queries.benefits import AreaCount, area_counts
from sidamping.features.oversight.queries.walked import MENTEE, Runner, runners
from sidamping.features.programmes.queries.walks import cohort_names
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules import books
from sidamping.rules.programme_forms import Programme

GRADUATE = "graduate"
PASSED, LATE, STOPPED, AT, GRADUATED = "lewat", "terlambat", "berhenti", "di", "wisuda"
STATES = (PASSED, LATE, STOPPED, AT, GRADUATED)
NOBODY = "-"
"""Stands in the address for 'without theme', 'without mentor', 'without cohort'."""


@dataclass(frozen=True)
class BoardFilter:
    """What the board, or the list behind a figure, is narrowed to by its address; empty means no limit."""

    region: str = ""
    theme: str = ""
    mentor: str = ""
    step: str = ""
    state: str = ""
    stage: str = ""


@dataclass(frozen=True)
class StepCount:
    """A step: how many passed it, are late at it, were stopped at it, stand before it; of how many."""

    code: str
    label: str
    stage: str
    passed: int
    late: int
    stopped: int
    at: int
    whole: int


@dataclass(frozen=True)
class GroupCount:
    """A region, theme, mentor or cohort: mentees, how many reached each stage, late, graduated."""

    key: str
    name: str
    whole: int
    stages: tuple[tuple[str, int], ...]
    late: int
    graduated: int


@dataclass(frozen=True)
class Groups:
    """The same mentees by where they are, what they need, who carries them, and which round they came in by."""

    regions: tuple[GroupCount, ...]
    themes: tuple[GroupCount, ...]
    mentors: tuple[GroupCount, ...]
    cohorts: tuple[GroupCount, ...]


@dataclass(frozen=True)
class Board:
    """Everything on the board as it stood on a day."""

    programme: str
    title: str
    on: date
    target: int | None
    counted: str
    reached: Share
    whole: int
    stages: tuple[tuple[str, str], ...]
    steps: tuple[StepCount, ...]
    groups: Groups
    benefits: tuple[AreaCount, ...]
    cohort_choices: tuple[tuple[UUID, str], ...]
    late: int
    unassigned: int
    behind: tuple[Runner, ...]
    """The mentees behind the figures, by name."""


def boards(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """The programmes whose board the viewer may open: code and title."""
    held = {grant.programme for grant in viewer.holding(*roles.OVERSEERS)}
    found = (one for one in books.programmes(viewer.on) if "" in held or one.code in held)
    return tuple((one.code, one.title.text(reader_language())) for one in found)


def board(viewer: Viewer, programme: str, cohort: UUID | None = None,
          wanted: BoardFilter | None = None) -> Board | None:
    """The board of a programme, of one cohort; None where the viewer oversees nothing of it."""
    book = _book(viewer, programme)
    if book is None:
        return None
    narrow = wanted or BoardFilter()
    everybody = narrowed_runners(runners(viewer, programme, cohort), narrow, book)
    graduation = _graduation(book)
    done = [one for one in everybody if _reached(one, graduation)]
    among = [one.engagement_id for one in everybody if one.engagement_id]
    benefits = area_counts(viewer, among) if among else ()
    return Board(
        programme, book.title.text(reader_language()), viewer.on, book.target, graduation,
        Share(len(done), book.target or len(everybody)), len(everybody), _stages(book), _steps(book, everybody),
        _groups(book, everybody, graduation), benefits, cohort_names(programme),
        sum(bool(one.lap.late) and not one.ended for one in everybody),
        sum(one.engagement_id is not None and one.mentor_id is None and not one.ended for one in everybody),
        tuple(sorted(everybody, key=lambda one: one.name)),
    )


def board_list(viewer: Viewer, programme: str, cohort: UUID | None, wanted: BoardFilter) -> tuple[Runner, ...] | None:
    """The mentees behind a figure, by name; None where the viewer oversees nothing of the programme."""
    book = _book(viewer, programme)
    if book is None:
        return None
    found = narrowed_runners(runners(viewer, programme, cohort), wanted, book)
    return tuple(sorted(found, key=lambda one: one.name))


def narrowed_runners(everybody: Iterable[Runner], wanted: BoardFilter, book: Programme) -> list[Runner]:
    """Those that fit every part of the filter."""
    tests: list[Callable[[Runner], bool]] = []
    if wanted.region:
        tests.append(lambda one: one.regency.startswith(wanted.region))
    if wanted.theme:
        tests.append(lambda one: (one.theme or NOBODY) == wanted.theme)
    if wanted.mentor:
        tests.append(lambda one: str(one.mentor_id or NOBODY) == wanted.mentor)
    if wanted.stage:
        tests.append(lambda one: (one.lap.stage or NOBODY) == wanted.stage)
    if wanted.step or wanted.state:
        tests.append(_state_test(wanted, _graduation(book)))
    return [one for one in everybody if all(test(one) for test in tests)]


def filter_of(values: dict[str, str]) -> BoardFilter:
    """The filter of an address; unknown states count as none."""
    known = {name: values.get(name, "")[:60] for name in (one.name for one in fields(BoardFilter))}
    return BoardFilter(**{**known, "state": known["state"] if known["state"] in STATES else ""})


def step_words(programme: str, on: date) -> dict[str, str]:
    """Code → name of the mentee's steps, for headings and the list."""
    book = next((one for one in books.programmes(on) if one.code == programme), None)
    return {one.code: one.label.text(reader_language()) for one in book.steps_of(MENTEE)} if book else {}


def _book(viewer: Viewer, programme: str) -> Programme | None:
    if programme not in {code for code, _title in boards(viewer)}:
        return None
    return next(one for one in books.programmes(viewer.on) if one.code == programme)


def _graduation(book: Programme) -> str:
    """The step whose outcome says that a mentee graduated; '' where a programme counts whoever takes part."""
    return next((one.code for one in book.steps_of(MENTEE) if GRADUATE in one.outcomes), "")


def _reached(one: Runner, graduation: str) -> bool:
    return graduation in one.lap.passed if graduation else one.engagement_id is not None


def _state_test(wanted: BoardFilter, graduation: str) -> Callable[[Runner], bool]:
    step = wanted.step
    tests: dict[str, Callable[[Runner], bool]] = {
        PASSED: lambda one: step in one.lap.passed,
        LATE: lambda one: (step in one.lap.late if step else bool(one.lap.late)) and not one.ended,
        STOPPED: lambda one: step in one.lap.stopped if step else bool(one.lap.stopped),
        AT: lambda one: one.lap.at == step,
        GRADUATED: lambda one: _reached(one, graduation),
    }
    return tests[wanted.state or PASSED]


def _stages(book: Programme) -> tuple[tuple[str, str], ...]:
    return tuple((one.code, one.label.text(reader_language())) for one in book.stages)


def _steps(book: Programme, everybody: list[Runner]) -> tuple[StepCount, ...]:
    passed = Counter(code for one in everybody for code in one.lap.passed)
    late = Counter(code for one in everybody if not one.ended for code in one.lap.late)
    stopped = Counter(code for one in everybody for code in one.lap.stopped)
    at = Counter(one.lap.at for one in everybody)
    return tuple(
        StepCount(one.code, one.label.text(reader_language()), one.stage, passed[one.code], late[one.code],
                  stopped[one.code], at[one.code], len(everybody))
        for one in book.steps_of(MENTEE)
    )


def _groups(book: Programme, everybody: list[Runner], graduation: str) -> Groups:
    themes = books.labels("mentoring-themes", reader_language())

    def by(key: Callable[[Runner], tuple[str, str]]) -> tuple[GroupCount, ...]:
        return _grouped(book, everybody, graduation, key)

    return Groups(
        by(lambda one: (one.regency, one.regency_name)),
        by(lambda one: (one.theme or NOBODY, themes.get(one.theme, one.theme))),
        by(lambda one: (str(one.mentor_id or NOBODY), one.mentor)),
        by(lambda one: (str(one.cohort_id or NOBODY), one.cohort)),
    )


def _grouped(
    book: Programme, everybody: list[Runner], graduation: str, key: Callable[[Runner], tuple[str, str]]
) -> tuple[GroupCount, ...]:
    groups: dict[tuple[str, str], list[Runner]] = defaultdict(list)
    for one in everybody:
        groups[key(one)].append(one)
    return tuple(
        GroupCount(
            code, name, len(own), _by_stage(book, own), sum(bool(one.lap.late) and not one.ended for one in own),
            sum(_reached(one, graduation) for one in own),
        )
        for (code, name), own in sorted(groups.items(), key=lambda pair: (pair[0][0] == NOBODY, pair[0][1]))
    )


def _by_stage(book: Programme, own: list[Runner]) -> tuple[tuple[str, int], ...]:
    counts = Counter(one.lap.stage for one in own)
    return tuple((stage.code, counts[stage.code]) for stage in book.stages)
