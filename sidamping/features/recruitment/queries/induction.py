"""Induction: the sessions of a cohort, who takes part, who was at which session and who misses what (B4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.programmes.queries import stations_of
from sidamping.features.recruitment.models import Attendance, Call, Candidacy, Session
from sidamping.features.recruitment.queries.books import Book, book_for
from sidamping.features.recruitment.queries.candidates import standing_of
from sidamping.features.recruitment.queries.scope import calls_seen, sessions_seen
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.rules.programme_forms import Session as Planned

BEFORE = "before"


@dataclass(frozen=True)
class SessionLine:
    """One session as scheduled."""

    id: UUID
    code: str
    label: str
    phase: str
    required: bool
    on: date
    starts_at: time
    place: str
    link: str
    material: str
    cohort_id: UUID
    cohort: str
    present: int = 0


@dataclass(frozen=True)
class Person:
    """A mentor of the induction: attended session ids, the required codes still missing, whether the step is done."""

    id: UUID
    name: str
    path_id: UUID
    attended: frozenset[UUID]
    missing: tuple[str, ...]
    done_on: date | None
    overridden: str


@dataclass(frozen=True)
class Induction:
    """The induction of a cohort: what the programme asks, what is scheduled, who takes part."""

    cohort_id: UUID
    cohort: str
    programme: str
    call_id: UUID
    planned: tuple[tuple[Planned, str], ...]
    sessions: tuple[SessionLine, ...]
    people: tuple[Person, ...]
    step: str
    step_label: str
    book: Book

    @property
    def unscheduled(self) -> tuple[str, ...]:
        """Required sessions for which no day is set."""
        held = {one.code for one in self.sessions}
        return tuple(label for one, label in self.planned if one.required and one.code not in held)


def induction_of(viewer: Viewer, cohort: UUID) -> Induction | None:
    """The induction of a cohort where the viewer recruits; None for a stranger."""
    return _induction(viewer, calls_seen(viewer).filter(cohort_id=cohort))


def induction_of_call(viewer: Viewer, call: UUID) -> Induction | None:
    """The induction of the cohort of a call where the viewer recruits; None for a stranger."""
    return _induction(viewer, calls_seen(viewer).filter(pk=call))


def induction_of_session(viewer: Viewer, session: UUID) -> tuple[SessionLine, Induction] | None:
    """A session and the induction it belongs to where the viewer recruits; None for a stranger."""
    held = Session.objects.filter(pk=session).values("cohort_id")
    found = _induction(viewer, calls_seen(viewer).filter(cohort_id__in=held))
    return next(((one, found) for one in found.sessions if one.id == session), None) if found else None


def _induction(viewer: Viewer, calls: QuerySet[Call]) -> Induction | None:
    call = calls.select_related("cohort__path").first()
    book = book_for(call.cohort) if call else None
    if call is None or book is None or not book.programme.induction_step:
        return None
    cohort = call.cohort_id
    held = list(Session.objects.filter(cohort_id=cohort).select_related("material").order_by("on", "starts_at", "id"))
    people = participants(call.cohort, book, held, viewer.on)
    step = book.programme.induction_step
    planned = tuple((one, one.label.text(book.language)) for one in book.programme.induction)
    return Induction(
        cohort, call.cohort.name, book.programme.title.text(book.language), call.pk, planned,
        tuple(_line(one, call.cohort, book, _present(one, people)) for one in held), people, step,
        book.programme.step(step).label.text(book.language), book,
    )  # fmt: skip


def participants(cohort: Any, book: Book, held: Collection[Session], on: date) -> tuple[Person, ...]:
    """Mentors who have reached the induction: what comes before it is done, and nothing refused them."""
    rows = Candidacy.objects.filter(call__cohort=cohort).select_related("path").prefetch_related("decisions")
    rows = rows.order_by("name", "id")
    stops = stations_of([row.path_id for row in rows], on)
    there = attended_by([one.pk for one in held])
    reached = [row for row in rows if _reached(row, book, stops.get(row.path_id, ()))]
    return tuple(_person(row, book, held, stops[row.path_id], there.get(row.pk, frozenset())) for row in reached)


def attended_by(sessions: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Candidacy → sessions it was at."""
    found: dict[UUID, set[UUID]] = {}
    rows = Attendance.objects.filter(session_id__in=sessions, present=True).values_list("candidacy_id", "session_id")
    for candidacy, session in rows:
        found.setdefault(candidacy, set()).add(session)
    return {key: frozenset(value) for key, value in found.items()}


def required_codes(book: Book) -> tuple[str, ...]:
    """Sessions to be attended before field work."""
    return tuple(one.code for one in book.programme.induction if one.required and one.phase == BEFORE)


def own_sessions(viewer: Viewer) -> tuple[tuple[SessionLine, bool], ...]:
    """Sessions of the viewer's own cohorts as a mentor, with whether attendance is recorded."""
    own = dict(Candidacy.objects.filter(user_id=viewer.user_id).values_list("call__cohort_id", "pk"))
    rows = Session.objects.filter(cohort_id__in=own).select_related("cohort__path", "material").order_by("on", "id")
    there = {one for ids in attended_by([row.pk for row in rows]).items() if ids[0] in own.values() for one in ids[1]}
    found = [(row, book_for(row.cohort)) for row in rows]
    return tuple((_line(row, row.cohort, book, 0), row.pk in there) for row, book in found if book)


def material_of(viewer: Viewer, id: UUID) -> store.Kept | None:
    """The file handed out at a session; None for a stranger, and where there is none."""
    row = sessions_seen(viewer).filter(pk=id).first()
    return store.kept([row.material_id]).get(row.material_id) if row and row.material_id else None


def _reached(row: Candidacy, book: Book, stops: Any) -> bool:
    step = next((one for one in stops if one.code == book.programme.induction_step), None)
    before = {one.code: one for one in stops}
    needs = book.programme.step(book.programme.induction_step).needs
    opened = all(before[code].passed for code in needs if code in before)
    return step is not None and (step.passed or opened) and standing_of(row, book).state in ("open", "chosen")


def _person(
    row: Candidacy, book: Book, held: Collection[Session], stops: Any, attended: frozenset[UUID]
) -> Person:
    codes = {one.code for one in held if one.pk in attended}
    names = {one.code: one.label.text(book.language) for one in book.programme.induction}
    missing = tuple(names[code] for code in required_codes(book) if code not in codes)
    step = next(one for one in stops if one.code == book.programme.induction_step)
    return Person(row.pk, row.name, row.path_id, attended, missing, step.done_on, step.why)


def _present(session: Session, people: tuple[Person, ...]) -> int:
    return sum(session.pk in one.attended for one in people)


def _line(row: Session, cohort: Any, book: Book, present: int) -> SessionLine:
    planned = next((one for one in book.programme.induction if one.code == row.code), None)
    label = planned.label.text(book.language) if planned else row.code
    material = row.material.filename if row.material else ""
    return SessionLine(
        row.pk, row.code, label, planned.phase if planned else "", planned.required if planned else False, row.on,
        row.starts_at, row.place, row.link, material, cohort.pk, cohort.name, present,
    )
