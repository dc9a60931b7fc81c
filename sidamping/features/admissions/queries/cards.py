"""One application whole for its officers: identity masked, documents, calls, stages, twins, and what may be done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain import workflow
from sidamping.domain.parties import masked
from sidamping.domain.selection.intake import Screening, screen
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.files import checked_documents
from sidamping.features.admissions.queries.intake import (
    APPLY,
    FACT_LISTS,
    facts_asked,
    intake_of,
    role_words,
    stages_of,
)
from sidamping.features.admissions.queries.lines import (
    Answer,
    ApplicationCard,
    ContactLine,
    Identity,
    StageLine,
    Twin,
    number_of,
)
from sidamping.features.admissions.queries.register import Match, register_matches
from sidamping.features.admissions.queries.scope import ENROLLERS, REVEALERS, held_roles, visible
from sidamping.features.admissions.queries.standing import CHOSEN, Standing, standings, with_ends
from sidamping.features.admissions.queries.twins import candidates, same_as
from sidamping.features.programmes.queries import Stop
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import labels, pinned_programme
from sidamping.rules.programme_forms import Step


def application_card(viewer: Viewer, id: UUID) -> ApplicationCard | None:
    """The application; None for a stranger."""
    row = _found(viewer, id)
    return _card(viewer, row) if row else None


def enrolment_desk(viewer: Viewer, id: UUID) -> tuple[ApplicationCard, tuple[Match, ...]] | None:
    """The application without papers and calls, and the records to link instead of a new one; None for a stranger."""
    row = _found(viewer, id)
    return (_card(viewer, row, papers=False), register_matches(row)) if row else None


def _found(viewer: Viewer, id: UUID) -> Application | None:
    return with_ends(visible(viewer)).select_related("cohort", "by", "party").filter(pk=id).first()


def _card(viewer: Viewer, row: Application, *, papers: bool = True) -> ApplicationCard:
    others = candidates(row)
    known = standings([row, *others], viewer.on)
    standing, pinned = known[row.pk], row.path.pinned
    places = territory.path_of({row.village_id, *(one.village_id for one in others)})
    held = held_roles(viewer, row.programme, row.village_id)
    stages = stage_lines(row, standing, held, viewer.on)
    enrolment = getattr(row, "enrolment", None)
    book = pinned_programme(pinned)
    return ApplicationCard(
        row.pk, row.path_id, row.cohort_id, row.cohort.name, row.programme, pinned,
        book.title.text(reader_language()), number_of(row), identity(row, places.get(row.village_id, "")),
        row.statement, row.applied_on, row.consented_at, row.by.full_name if row.by else "", row.assisted,
        row.party_id, *_readiness(row), tuple(row.priorities), _facts(row),
        checked_documents(row) if papers else (), _contacts(row) if papers else (),
        stages, stops(row, standing, viewer.on), standing,
        tuple(_twin(one, same.reasons, same.sure, places, known) for one, same in same_as(row, others, pinned)),
        enrolment.engagement_id if enrolment else None, row.token, _may(held, standing, stages),
    )  # fmt: skip


def identity(row: Application, place: str) -> Identity:
    """Who applied, with masked numbers."""
    return Identity(
        row.kind, row.name, row.village_id, place, row.address, row.cooperative_kind, row.sector, row.product,
        row.legal_number, row.nik_koperasi, masked(row.nik), masked(row.phone), row.contact_name, row.contact_position,
    )


def stage_lines(row: Application, standing: Standing, held: frozenset[str], on: date) -> tuple[StageLine, ...]:
    """The stages with their decisions; `may` where a role of the viewer decides the one that waits now."""
    made = {one.stage: one for one in standing.made}
    due = {one.step: one for one in _walk(row, standing, on)}
    return tuple(
        StageLine(
            one.code, one.label.text(reader_language()), role_words(row.path.pinned, one.owners), _outcomes(one),
            made.get(one.code), due[one.code].due, due[one.code].state == workflow.LATE,
            standing.state == "open" and standing.stage == one.code, *_rights(one, held), one.cite, one.status,
        )
        for one in stages_of(row.path.pinned)
    )


def stops(row: Application, standing: Standing, on: date) -> tuple[Stop, ...]:
    """The stations from application to the last decision, as a path is drawn."""
    book, language = pinned_programme(row.path.pinned), reader_language()
    names = {one.code: one.label.text(language) for one in book.steps}
    return tuple(
        Stop(one.step, names[one.step], one.state, one.done_on, one.due, tuple(names[code] for code in one.waits_for))
        for one in _walk(row, standing, on)
    )


def _walk(row: Application, standing: Standing, on: date) -> tuple[workflow.Station, ...]:
    """Application and stages alone; what of the round comes before them is passed, or nobody could have applied."""
    book = pinned_programme(row.path.pinned)
    line = [one for one in book.steps if one.code == APPLY] + list(stages_of(book.version))
    inside = {one.code for one in line}
    waived = [workflow.Record(need, row.path.starts) for one in line for need in one.needs if need not in inside]
    records = [
        *waived, workflow.Record(APPLY, row.applied_on),
        *(workflow.Record(one.stage, one.on, workflow.DONE, one.by, one.why, one.outcome) for one in standing.made),
    ]
    return workflow.path(line, records, row.path.starts, on)


def _rights(step: Step, held: frozenset[str]) -> tuple[bool, bool, bool]:
    """Whether a role decides the stage, whether only in the place of those who should, whether it may take back."""
    own, instead = bool(held & set(step.owners)), bool(held & set(step.override))
    return own or instead, instead and not own, instead


def _outcomes(step: Step) -> tuple[tuple[str, str], ...]:
    words = labels("step-outcomes", reader_language())
    return tuple((code, words[code]) for code in step.outcomes)


def _may(held: frozenset[str], standing: Standing, stages: tuple[StageLine, ...]) -> frozenset[str]:
    """What the viewer may do now: decide, contact, enrol, reveal, add documents, withdraw for the applicant."""
    found = {"reveal"} if held & set(REVEALERS) else set()
    if standing.open and held & set(REVEALERS):
        found |= {"contact", "documents", "withdraw"}
    if any(one.now and one.may for one in stages):
        found.add("decide")
    if standing.state == CHOSEN and held & set(ENROLLERS):
        found.add("enrol")
    return frozenset(found)


def _readiness(row: Application) -> tuple[tuple[Answer, ...], Screening]:
    intake = intake_of(row.path.pinned)
    asked = intake.screening if intake else ()
    language = reader_language()
    answers = tuple(
        Answer(one.code, one.label.text(language), row.answers.get(one.code), one.must, one.status) for one in asked
    )
    return answers, screen(asked, row.answers)


def _facts(row: Application) -> tuple[tuple[str, str], ...]:
    """Fact and value as codes of their lists, in the order asked."""
    return tuple((FACT_LISTS[one], row.facts[one]) for one in facts_asked(row.path.pinned) if row.facts.get(one))


def _contacts(row: Application) -> tuple[ContactLine, ...]:
    rows = row.contacts.select_related("by").order_by("called_on", "id")
    return tuple(
        ContactLine(one.pk, one.called_on, one.result, one.spoke_with, one.note, one.by.full_name) for one in rows
    )


def _twin(
    one: Application, reasons: tuple[str, ...], sure: bool, places: dict[str, str], known: dict[UUID, Standing]
) -> Twin:
    who = identity(one, places.get(one.village_id, ""))
    return Twin(one.pk, number_of(one), reasons, sure, who, one.applied_on, known[one.pk])
