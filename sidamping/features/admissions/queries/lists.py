"""The applications of a round in queue order: priorities of the programme first, then by day, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sidamping.domain.selection.duplicates import duplicates
from sidamping.domain.selection.intake import Waiting, queue
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.intake import intake_of, word
from sidamping.features.admissions.queries.lines import ApplicationLine, number_of
from sidamping.features.admissions.queries.reasons import Counted, reasons_of_round
from sidamping.features.admissions.queries.scope import visible
from sidamping.features.admissions.queries.standing import OPEN, Standing, standings, with_ends
from sidamping.features.admissions.queries.twins import applicant
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import PAGE_SIZE, Page
from sidamping.platform.territory import queries as territory

ANY = "all"
"""The filter that hides nothing; without one only those that wait for somebody are shown."""


@dataclass(frozen=True)
class ApplicationFilter:
    """What the list is narrowed to; no `cohorts` are all of them, `stage` is a stage, or a state such as 'refused'."""

    cohorts: tuple[UUID, ...] = ()
    stage: str = ""
    area: str = ""
    priority: str = ""
    text: str = ""


@dataclass(frozen=True)
class Board:
    """A page of the list with the numbers of the whole round beside it."""

    page: Page
    counts: Mapping[str, int]
    reasons: tuple[Counted, ...]


def applications_board(viewer: Viewer, wanted: ApplicationFilter, after: str = "") -> Board:
    """List, counts and reasons of the rounds, read once."""
    everybody = every_application(viewer, replace(wanted, stage=ANY, area="", priority="", text=""))
    shown = [one for one in everybody if _fits(one, wanted)]
    standing = [one.standing for one in everybody]
    reasons = reasons_of_round((one.pinned, one.standing) for one in everybody)
    return Board(_page(shown, after), counts_of(standing), reasons)


def applications_page(viewer: Viewer, wanted: ApplicationFilter, after: str = "") -> Page:
    """A page of the list; `after` is the id of the last one seen."""
    return _page(every_application(viewer, wanted), after)


def _page(found: Sequence[ApplicationLine], after: str, size: int = PAGE_SIZE) -> Page:
    start = next((at for at, one in enumerate(found, 1) if str(one.id) == after), 0)
    shown = found[start : start + size]
    more = len(found) > start + size
    return Page(_named(shown), str(shown[-1].id) if more else "")


def every_application(viewer: Viewer, wanted: ApplicationFilter) -> list[ApplicationLine]:
    """Everything the filter leaves, the queue on top; places are counted before narrowing, as in the queue itself."""
    rows = visible(viewer)
    rows = rows.filter(cohort__in=wanted.cohorts) if wanted.cohorts else rows
    told = list(with_ends(rows).select_related("cohort").order_by("applied_on", "id"))
    known = standings(told, viewer.on)
    places = _places(told, known)
    twins = _twins(told)
    lines = [_line(one, known[one.pk], places.get(one.pk), twins.get(one.pk, 0)) for one in told]
    lines = [one for one in lines if _fits(one, wanted)]
    return sorted(lines, key=lambda one: (one.place is None, one.place or 0, one.cohort))


def funnel(viewer: Viewer, cohort: UUID) -> dict[str, int]:
    """How many applications of a round stand where: stage or state → count, all of them under 'all'."""
    rows = list(with_ends(visible(viewer).filter(cohort=cohort)))
    return counts_of(standings(rows, viewer.on).values())


def counts_of(told: Iterable[Standing]) -> dict[str, int]:
    """Stage or state → count."""
    counts: dict[str, int] = {}
    for one in told:
        key = one.stage if one.state == OPEN else one.state
        counts[key] = counts.get(key, 0) + 1
        counts[ANY] = counts.get(ANY, 0) + 1
    return counts


def named(lines: Iterable[ApplicationLine]) -> tuple[ApplicationLine, ...]:
    """The lines with the names of their villages, for an export."""
    return _named(list(lines))


def _places(rows: list[Application], known: dict[UUID, Standing]) -> dict[UUID, int]:
    """The place of every open application in the queue of its round."""
    found: dict[UUID, int] = {}
    for cohort in {one.cohort_id for one in rows}:
        waiting = [one for one in rows if one.cohort_id == cohort and known[one.pk].open]
        if not waiting:
            continue
        intake = intake_of(waiting[0].path.pinned)
        order = [one.code for one in intake.priorities] if intake else []
        told = (Waiting(str(one.pk), one.applied_on, frozenset(one.priorities)) for one in waiting)
        found |= {UUID(one.id): one.place for one in queue(told, order)}
    return found


def _twins(rows: list[Application]) -> dict[UUID, int]:
    """With how many others of the list each may be the same."""
    counts: dict[UUID, int] = {}
    for pinned in {one.path.pinned for one in rows}:
        intake = intake_of(pinned)
        own = [one for one in rows if one.path.pinned == pinned]
        for pair in duplicates(map(applicant, own), intake.duplicates if intake else ()):
            for id in (pair.first, pair.second):
                counts[UUID(id)] = counts.get(UUID(id), 0) + 1
    return counts


def _line(row: Application, standing: Standing, place: int | None, twins: int) -> ApplicationLine:
    intake = intake_of(row.path.pinned)
    order = [one.code for one in intake.priorities] if intake else []
    met = tuple(code for code in order if code in row.priorities)
    return ApplicationLine(
        row.pk, row.path.pinned, number_of(row), row.name, row.kind, row.village_id, "", row.applied_on, row.assisted,
        met, standing, word(row.path.pinned, standing.stage) if standing.stage else "", place, twins, row.cohort.name,
    )


def _fits(line: ApplicationLine, wanted: ApplicationFilter) -> bool:
    if wanted.stage == "" and not line.standing.open:
        return False
    if wanted.stage not in ("", ANY) and wanted.stage not in (line.standing.state, _at(line.standing)):
        return False
    return (
        line.village.startswith(wanted.area)
        and (not wanted.priority or wanted.priority in line.priorities)
        and (not wanted.text or wanted.text.casefold() in f"{line.name} {line.number}".casefold())
    )


def _at(standing: Standing) -> str:
    return standing.stage if standing.state == OPEN else ""


def _named(lines: Sequence[ApplicationLine]) -> tuple[ApplicationLine, ...]:
    places = territory.path_of({one.village for one in lines}) if lines else {}
    return tuple(replace(one, place_name=places.get(one.village, one.village)) for one in lines)
