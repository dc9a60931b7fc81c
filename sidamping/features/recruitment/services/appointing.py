"""Appoints chosen candidates: letters, account, role, profile, certificates, and the step on their path (B3, E18).

All or none; sent twice, nothing is issued or given twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.numbers import written
from sidamping.domain.selection.stages import CHOSEN
from sidamping.features.letters import services as letters
from sidamping.features.letters.queries import letter_card
from sidamping.features.mentors import services as mentors
from sidamping.features.mentors.queries import has_profile, user_with_nik
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import path_stations
from sidamping.features.recruitment.models import Call, Candidacy, CandidateDocument
from sidamping.features.recruitment.queries.candidates import standing_of
from sidamping.features.recruitment.services.taken import Taken, taken, tell
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User, not_over
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.attachments import store
from sidamping.platform.territory.queries import path_of

DECREE, ORDER, NOTICE = "sk", "spk", "dinas-notice"


@dataclass(frozen=True)
class AppointmentDraft:
    """One candidate to appoint; the user name is left out where an account is there already."""

    candidacy: UUID
    username: str = ""


@dataclass(frozen=True)
class Appointed:
    """What came of it: the account, its one-time password ('' when it had one), and the letters by kind."""

    candidacy: UUID
    user: UUID
    name: str
    username: str
    one_time_password: str
    letters: Mapping[str, UUID]


@transaction.atomic
def appoint(
    *, by: Viewer, call: UUID, chosen: Sequence[AppointmentDraft], on: date, starts: date, ends: date | None = None,
    area: str = "", place: str = "",
) -> tuple[Appointed, ...]:
    """Appoint the chosen ones from `starts` on, in the area of the cohort or a part of it, with the letters."""
    if not chosen:
        raise Refused(problem("RECRUITMENT_023", "chosen"))
    held = [(draft, taken(by, draft.candidacy)) for draft in sorted(chosen, key=lambda one: str(one.candidacy))]
    within = _area(held, call, area)
    refuse_if(fault for draft, one in held for fault in _faults(by, one, draft))
    made = tuple(_one(by, one, draft, _Terms(on, starts, ends, within, place)) for draft, one in held)
    _notify(by, held, made, _Terms(on, starts, ends, within, place))
    return made


@dataclass(frozen=True)
class _Terms:
    """From when to when, where, and what stands on every letter of a batch."""

    on: date
    starts: date
    ends: date | None
    area: str
    place: str

    @property
    def words(self) -> str:
        return path_of([self.area]).get(self.area, "Indonesia") if self.area else "Indonesia"


def _one(by: Viewer, held: Taken, draft: AppointmentDraft, terms: _Terms) -> Appointed:
    row = held.row
    issued = _letters(by, held, terms)
    user, password = _account(by, row, draft)
    number = _number(by, issued.get(DECREE))
    _give_role(by, held, user, terms, number)
    if row.user_id is None:
        Candidacy.objects.filter(pk=row.pk).update(user_id=user.pk)
    programmes.name_person(path=row.path_id, person=user.pk)
    _profile(by, row, user.pk)
    _record(by, held, terms, issued)
    tell("appointed", by, row, user=str(user.pk), starts=str(terms.starts), letter=number)
    return Appointed(row.pk, user.pk, row.name, user.username, password, issued)


def _letters(by: Viewer, held: Taken, terms: _Terms) -> dict[str, UUID]:
    """The letters to the mentor, once each: the decree first, the order names its number."""
    row = held.row
    found: dict[str, UUID] = {}
    for kind in (one for one in held.book.recruitment.letters if one != NOTICE):
        facts: dict[str, Any] = {"name": row.name, "area": terms.words, "starts": terms.starts, "ends": terms.ends}
        if kind == DECREE:
            facts |= {"address": path_of([row.village_id]).get(row.village_id, ""), "score": _score(row),
                      "decided_on": max(one.on for one in row.decisions.all())}
        else:
            facts |= {"decree": _number(by, found.get(DECREE)), "tasks": _tasks(held)}
        found[kind] = letters.issue(
            by=by, id=uuid5(row.pk, kind), programme=row.call.cohort.programme, kind=kind, recipient=row.name,
            place=terms.place, facts=facts, on=terms.on, cohort=row.call.cohort_id, path=row.path_id,
            regency=row.call.cohort.area,
        )
    return found


def _notify(by: Viewer, held: Sequence[tuple[AppointmentDraft, Taken]], made: Sequence[Appointed], terms: _Terms
            ) -> None:
    """One notice to the office about everybody of the batch."""
    first = held[0][1]
    if NOTICE not in first.book.recruitment.letters:
        return
    cohort = first.row.call.cohort
    batch = uuid5(first.row.call_id, "/".join(str(one.candidacy) for one in made))
    letters.issue(
        by=by, id=batch, programme=cohort.programme, kind=NOTICE,
        recipient=f"Kepala Dinas yang membidangi koperasi, {terms.words}"[:200], place=terms.place, on=terms.on,
        cohort=cohort.pk, regency=cohort.area,
        facts={"names": [one.name for one in made], "area": terms.words, "starts": terms.starts, "ends": terms.ends},
    )


def _account(by: Viewer, row: Candidacy, draft: AppointmentDraft) -> tuple[User, str]:
    """The account held before, by sign-in or by NIK, or a new one with a one-time password."""
    known = user_with_nik(row.nik)
    if row.user_id is not None or known is not None:
        return User.objects.get(pk=row.user_id or known[0]), ""  # type: ignore[index]  # one of the two is there
    new = programmes.add_user(
        by=_lent(by, row.call), id=uuid5(row.pk, "account"), username=draft.username, full_name=row.name,
        phone=row.phone,
    )
    return User.objects.get(pk=new.id), new.one_time_password


def _give_role(by: Viewer, held: Taken, user: User, terms: _Terms, letter: str) -> None:
    """The role of mentor in the programme and area; who holds it there already keeps it."""
    programme = held.row.call.cohort.programme
    same = Appointment.objects.filter(not_over(terms.starts), user=user, role=roles.MENTOR)
    same = same.filter(programme__in=("", programme), starts__lte=terms.starts)
    if any(terms.area.startswith(one.area_id or "") for one in same):
        return
    programmes.appoint(
        by=_lent(by, held.row.call), user=user.pk, role=roles.MENTOR, starts=terms.starts, ends=terms.ends,
        programme=programme, area=terms.area, letter=letter[:120], id=uuid5(held.row.pk, "appointment"),
    )


def _lent(by: Viewer, call: Call) -> Viewer:
    """The recruiter with the right to add mentors of this programme and area, no other; the trail names them."""
    cohort = call.cohort
    return Viewer(by.user_id, by.name, by.on, (Grant(roles.ADMIN, cohort.programme, cohort.area),))


def _profile(by: Viewer, row: Candidacy, user: UUID) -> None:
    """What the application told goes into the profile where there is none yet; certificates come along."""
    if not has_profile(user):
        draft = mentors.ProfileDraft(
            phone=row.phone, themes=(row.position.theme,), nik=row.nik, village=row.village_id, education=row.education
        )
        mentors.keep_profile(by=by, user=user, draft=draft, trusted=True)
    for one in CandidateDocument.objects.filter(candidacy=row, kind="certificate", issued_on__isnull=False):
        kept = store.kept([one.attachment_id])[one.attachment_id]
        draft_of = mentors.CertificateDraft(
            scheme=one.title, number=one.number or "-", issued=one.issued_on or row.applied_on, expires=one.expires,
            issuer=one.issuer, file_name=kept.name, content=store.bytes_of(kept),
        )
        mentors.add_certificate(by=by, id=uuid5(one.pk, "certificate"), user=user, draft=draft_of, trusted=True)


def _record(by: Viewer, held: Taken, terms: _Terms, issued: Mapping[str, UUID]) -> None:
    step = held.book.appoint_step
    done = {one.code for one in path_stations(held.row.path_id, terms.on) if one.passed}
    if step and step not in done:
        programmes.record_step(
            by=by, path=held.row.path_id, step=step, done_on=terms.on, source_id=next(iter(issued.values()), None),
            trusted=True, village=held.row.village_id,
        )


def _area(held: Sequence[tuple[AppointmentDraft, Taken]], call: UUID, area: str) -> str:
    """The area of work: a part of the cohort's, all of it when none is named. All candidates are of one call."""
    whole = str(held[0][1].row.call.cohort.area)
    if any(one.row.call_id != call for _draft, one in held):
        raise Refused(problem("RECRUITMENT_015", "chosen"))
    if area and not area.startswith(whole):
        raise Refused(problem("PROGRAMMES_074", "area", area=area))
    return area or whole


def _faults(by: Viewer, held: Taken, draft: AppointmentDraft) -> Iterator[Problem]:
    now = standing_of(held.row, held.book)
    if now.state != CHOSEN:
        stage = held.book.label(now.stage) if now.stage else ""
        yield problem("RECRUITMENT_022", "chosen", name=held.row.name, stage=stage)
    step = held.book.programme.step(held.book.appoint_step) if held.book.appoint_step else None
    if step is not None and not held.held & {*step.owners, *step.override}:
        label = step.label.text(held.book.language)
        yield problem("RECRUITMENT_014", "chosen", stage=label, owners=held.book.owners(step))
    other = user_with_nik(held.row.nik)
    if other is not None and held.row.user_id not in (None, other[0]):
        yield problem("RECRUITMENT_030", "chosen", name=held.row.name, username=other[1])


def _score(row: Any) -> str:
    """The total of the interview as it was decided on."""
    total = next((one.score.get("total") for one in row.decisions.all() if one.score), None)
    return written(Fraction(total), 2, 2) if total else ""


def _tasks(held: Taken) -> list[str]:
    """What the programme asks a mentor to do: the steps of a mentee that are the mentor's."""
    steps = held.book.programme.steps_of("mentee")
    found = [one.label.text("id") for one in steps if not one.owners or roles.MENTOR in one.owners]
    return found or ["Mendampingi sesuai petunjuk program"]


def _number(by: Viewer, letter: UUID | None) -> str:
    card = letter_card(by, letter) if letter else None
    return card.line.number if card else ""
