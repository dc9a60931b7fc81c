"""Induction: schedules sessions, records who was there, and marks the step once all that is required was attended (B4).

Attendance alone opens field work; breaking that gate is an override of the programme's engine, with name and reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import path_stations
from sidamping.features.recruitment.models import Attendance, Call, Session
from sidamping.features.recruitment.queries.books import Book, book_for
from sidamping.features.recruitment.queries.induction import BEFORE, Person, participants, required_codes
from sidamping.features.recruitment.queries.scope import calls_seen
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.database.locks import take_turns

LONGEST = {"place": 160, "link": 240}


@dataclass(frozen=True)
class SessionDraft:
    """A session to be held; `name` and `content` are its material, if there is any."""

    code: str
    on: date
    starts_at: time
    place: str = ""
    link: str = ""
    name: str = ""
    content: bytes = b""


@transaction.atomic
def schedule_session(*, by: Viewer, id: UUID, cohort: UUID, draft: SessionDraft) -> UUID:
    """A session of the induction of a cohort. Sent twice with the same id, it is scheduled once."""
    call, book = _held(by, cohort)
    there = Session.objects.filter(pk=id).first()
    if there is not None:
        if (there.cohort_id, there.code, there.on) != (cohort, draft.code, draft.on):
            raise Refused(problem("RECRUITMENT_006", "id"))
        return there.pk
    refuse_if(_faults(book, draft))
    file = read_proof(draft.name, draft.content, "material") if draft.content else None
    if Session.objects.filter(cohort_id=cohort, code=draft.code, on=draft.on, starts_at=draft.starts_at).exists():
        raise Refused(problem("RECRUITMENT_006", "on"))
    material = store.keep_file(file, subject=id, by=by.user_id)[0].id if file else None
    Session.objects.create(
        id=id, cohort_id=cohort, code=draft.code, on=draft.on, starts_at=draft.starts_at, place=draft.place.strip(),
        link=draft.link.strip(), material_id=material, by_id=by.user_id,
    )
    _tell("session_scheduled", by, id, call, code=draft.code, on=str(draft.on))
    return id


@transaction.atomic
def record_attendance(*, by: Viewer, session: UUID, present: Collection[UUID], on: date) -> tuple[UUID, ...]:
    """Who was at the session, all at once; gives the candidates whose induction is complete by it.

    The step is recorded by itself once every required session before field work was attended; a session during
    the mentoring marks the step that repeats. The same list sent twice changes nothing.
    """
    row = Session.objects.filter(pk=session).first()
    if row is None:
        raise Refused(problem("RECRUITMENT_024", "session", seen=str(session)[-8:]))
    call, book = _held(by, row.cohort_id)
    held = list(Session.objects.filter(cohort_id=row.cohort_id))
    people = {one.id: one for one in participants(call.cohort, book, held, by.on)}
    refuse_if(_attending_faults(row, people, present, book, on, held))
    before = {one.candidacy_id: one for one in Attendance.objects.filter(session=row)}
    changed = [id for id in people if (id in before and before[id].present) != (id in present)]
    for id in changed:
        Attendance.objects.update_or_create(
            session=row, candidacy_id=id, defaults={"present": id in present, "by_id": by.user_id}
        )
    if changed:
        there = sorted(str(one) for one in present)
        _tell("attendance_recorded", by, session, call, present=there, changed=sorted(map(str, changed)))
    return tuple(_marked(by, call, book, row, held))


def _marked(by: Viewer, call: Call, book: Book, row: Session, held: list[Session]) -> Iterator[UUID]:
    """The steps that follow from the attendance as it now stands."""
    days = {one.pk: one for one in held}
    for person in participants(call.cohort, book, held, by.on):
        there = [days[id] for id in person.attended]
        if person.done_on is None and not person.missing and required_codes(book):
            last = max((one for one in there if one.code in required_codes(book)), key=lambda one: one.on)
            if _step(by, book, person, book.programme.induction_step, last):
                yield person.id
        elif row.pk in person.attended and _phase(book, row.code) != BEFORE:
            _repeat(by, book, person, row)


def _step(by: Viewer, book: Book, person: Person, step: str, session: Session) -> bool:
    stops = {one.code: one for one in path_stations(person.path_id, by.on)}
    if step not in stops or stops[step].passed or not _open(book, step, stops):
        return False
    since = [day for code in book.programme.step(step).needs if code in stops and (day := stops[code].done_on)]
    programmes.record_step(
        by=by, path=person.path_id, step=step, done_on=max([session.on, *since]), source_id=session.pk, trusted=True
    )
    return True


def _repeat(by: Viewer, book: Book, person: Person, row: Session) -> None:
    """Sharing and learning: the mentor's step that repeats and follows the induction."""
    stops = {one.code: one for one in path_stations(person.path_id, by.on)}
    induction = book.programme.induction_step
    for step in book.programme.steps_of("mentor"):
        if step.repeats and induction in step.needs and stops[induction].passed:
            day = max(row.on, stops[induction].done_on or row.on)
            programmes.record_step(
                by=by, path=person.path_id, step=step.code, done_on=day, source_id=row.pk, trusted=True
            )


def _open(book: Book, step: str, stops: Any) -> bool:
    return all(stops[code].passed for code in book.programme.step(step).needs if code in stops)


def _held(by: Viewer, cohort: UUID) -> tuple[Call, Book]:
    take_turns(cohort)
    call = calls_seen(by).filter(cohort_id=cohort).select_related("cohort__path").first()
    book = book_for(call.cohort) if call else None
    if call is None or book is None:
        raise Refused(problem("RECRUITMENT_001", "cohort"))
    return call, book


def _phase(book: Book, code: str) -> str:
    return next((one.phase for one in book.programme.induction if one.code == code), BEFORE)


def _faults(book: Book, draft: SessionDraft) -> Iterator[Problem]:
    if draft.code not in {one.code for one in book.programme.induction}:
        yield problem("RECRUITMENT_024", "code", seen=draft.code[:40])
    if not draft.place.strip() and not draft.link.strip():
        yield problem("RECRUITMENT_025", "place")
    for field, most in LONGEST.items():
        if (length := len(getattr(draft, field).strip())) > most:
            yield problem("RECRUITMENT_033", field, label=field, length=length, limit=most)


def _attending_faults(
    row: Session, people: dict[UUID, Person], present: Collection[UUID], book: Book, on: date, held: list[Session]
) -> Iterator[Problem]:
    if row.on > on:
        yield problem("RECRUITMENT_026", "session", day=row.on)
    for id in set(present) - set(people):
        yield problem("RECRUITMENT_027", "present", name=str(id)[-8:])
    again = {one.pk for one in held if one.code == row.code and one.pk != row.pk}
    for id, one in people.items():
        needed = row.code in required_codes(book) and one.done_on is not None and not one.overridden
        if row.pk in one.attended and id not in present and needed and not one.attended & again:
            step = book.programme.step(book.programme.induction_step).label.text(book.language)
            yield problem("RECRUITMENT_028", "present", name=one.name, step=step)


def _tell(verb: str, by: Viewer, subject: UUID, call: Call, **data: Any) -> None:
    journal.record(
        f"recruitment.{verb}", by=by.user_id, subject=subject, regency=call.cohort.area[:5],
        cohort=str(call.cohort_id), **data,
    )
