"""Decides the stages of an application one after the other, each with outcome, reasons, note and proof (B1, C8).

Only the role a programme names decides; another overriding role may do it in their place, with a written reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.selection import stages as selection
from sidamping.features.admissions.models import Decision
from sidamping.features.admissions.queries.files import held_codes
from sidamping.features.admissions.queries.intake import (
    intake_of,
    needs_of,
    reasons_of,
    role_words,
    stage_of,
    stages_of,
    word,
)
from sidamping.features.admissions.queries.standing import ENROLLED, WITHDRAWN
from sidamping.features.admissions.queries.twins import sure_twins
from sidamping.features.admissions.services.letters import refused_letter
from sidamping.features.admissions.services.taking import Taken, closed_faults, taken, tell
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels
from sidamping.rules.programme_forms import Step

CALL_LOG = "call_log"
LONGEST_NOTE = 4000


@dataclass(frozen=True)
class DecisionDraft:
    """What is decided on a stage, on which day, why, and what proves it; `instead` is why somebody else decides."""

    step: str
    outcome: str
    on: date
    reasons: tuple[str, ...] = ()
    note: str = ""
    evidence: tuple[EvidenceDraft, ...] = ()
    instead: str = ""


@transaction.atomic
def decide_stage(*, by: Viewer, id: UUID, application: UUID, draft: DecisionDraft) -> UUID:
    """The id of the decision; sent twice with one id, it happens once. A refusal issues its letter."""
    found = taken(by, application)
    if earlier := Decision.objects.filter(pk=id).first():
        refuse_if([] if earlier.application_id == application else [problem("ADMISSIONS_008")])
        return id
    stage = stage_of(found.row.path.pinned, draft.step)
    if stage is None:
        raise Refused(problem("PROGRAMMES_011", "step", seen=draft.step))
    passed = draft.outcome in stage.outcomes and draft.outcome not in stage.stops
    wanted = replace(draft, reasons=() if passed else tuple(dict.fromkeys(draft.reasons)))
    refuse_if(_faults(by, found, stage, wanted, passed))
    record = _recorded(by, found, wanted, id)
    note = wanted.note.strip()[:LONGEST_NOTE]
    Decision.objects.create(id=id, application=found.row, record_id=record, reasons=list(wanted.reasons), note=note)
    tell("decided", by, found.row, wanted.instead, step=draft.step, outcome=draft.outcome, reasons=wanted.reasons)
    if not passed:
        refused_letter(by=by, row=found.row, record=record, reasons=wanted.reasons, on=draft.on)
    return id


@transaction.atomic
def take_back_decision(*, by: Viewer, application: UUID, record: UUID, why: str, on: date) -> None:
    """Take the newest decision back with a reason, by a role that may override it. Asked twice, it is once."""
    found = taken(by, application)
    made = next((one for one in found.standing.made if one.record == record), None)
    if made is None:
        return
    stage = stage_of(found.row.path.pinned, made.stage)
    faults = closed_faults(found) if found.standing.state in (WITHDRAWN, ENROLLED) else []
    if stage is None or not found.held & set(stage.override):
        faults.append(_not_yours(found, stage, stage.override if stage else ()))
    refuse_if(faults)
    programmes.take_back(by=by, record=record, why=why, on=on, trusted=True)
    tell("taken_back", by, found.row, why, step=made.stage)


def _recorded(by: Viewer, found: Taken, draft: DecisionDraft, id: UUID) -> UUID:
    return programmes.record_step(
        by=by, path=found.row.path_id, step=draft.step, done_on=draft.on, outcome=draft.outcome,
        evidence=(*draft.evidence, *_calls(found, draft)), source_id=id, override_why=draft.instead, trusted=True,
        village=found.row.village_id,
    )


def _faults(by: Viewer, found: Taken, stage: Step, draft: DecisionDraft, passed: bool) -> list[Problem]:
    if found.standing.state in (WITHDRAWN, ENROLLED):
        return closed_faults(found)
    pinned = found.row.path.pinned
    order = [one.code for one in stages_of(pinned)]
    new = selection.Decision(stage.code, passed, by.name, draft.on, draft.reasons, draft.note)
    words = {**labels("roles", reader_language()), **{code: word(pinned, code) for code in order}}
    grounds = selection.Grounds(_requirements(found, stage, by.on), None, lambda code: words.get(code, code))
    return [
        *_who(found, stage, draft),
        *selection.decision_faults(order, [one.plain() for one in found.standing.made], new, grounds),
        *_days(by, found, draft), *_outcome(stage, draft, pinned), *_reasons(found, draft),
        *_proof(found, stage, draft, passed),
    ]


def _who(found: Taken, stage: Step, draft: DecisionDraft) -> list[Problem]:
    if found.held & set(stage.owners):
        return []
    if not found.held & set(stage.override):
        return [_not_yours(found, stage, stage.owners)]
    if draft.instead.strip():
        return []
    pinned = found.row.path.pinned
    owners = role_words(pinned, stage.owners)
    return [problem("ADMISSIONS_012", "instead", stage=word(pinned, stage.code), owners=owners)]


def _not_yours(found: Taken, stage: Step | None, owners: Sequence[str]) -> Problem:
    pinned = found.row.path.pinned
    name = word(pinned, stage.code) if stage else "?"
    return problem("ADMISSIONS_011", "", stage=name, owners=role_words(pinned, owners))


def _days(by: Viewer, found: Taken, draft: DecisionDraft) -> list[Problem]:
    if found.row.applied_on <= draft.on <= by.on:
        return []
    return [problem("ADMISSIONS_021", "on", seen=draft.on, since=found.row.applied_on)]


def _outcome(stage: Step, draft: DecisionDraft, pinned: str) -> list[Problem]:
    if draft.outcome in stage.outcomes:
        return []
    words = labels("step-outcomes", reader_language())
    known = ", ".join(words[code] for code in stage.outcomes)
    seen = {"step": word(pinned, stage.code), "seen": draft.outcome or "-", "known": known}
    return [problem("PROGRAMMES_025", "outcome", **seen)]


def _reasons(found: Taken, draft: DecisionDraft) -> list[Problem]:
    intake = intake_of(found.row.path.pinned)
    known = reasons_of(intake) if intake else {}
    return [problem("GENERAL_002", "reasons", label=_("Alasan"), seen=one) for one in draft.reasons if one not in known]


def _requirements(found: Taken, stage: Step, on: date) -> dict[str, bool]:
    """Documents and a single application at the first stage, readiness at the last; each with whether it is met."""
    row, stages = found.row, stages_of(found.row.path.pinned)
    met: dict[str, bool] = {}
    if stage.code == stages[0].code:
        held = held_codes(row)
        met |= {one.label: one.code in held for one in needs_of(row.path.pinned) if one.required}
        met |= {_("tidak ada permohonan lain yang sama"): False} if sure_twins(row, on) else {}
    intake = intake_of(row.path.pinned)
    if stage.code == stages[-1].code and intake:
        met |= {
            one.label.text(reader_language()): row.answers.get(one.code) is True
            for one in intake.screening if one.must
        }
    return met


def _proof(found: Taken, stage: Step, draft: DecisionDraft, passed: bool) -> Iterable[Problem]:
    """A call before contact is decided on; other proof only where the stage is passed."""
    if CALL_LOG in stage.evidence and not found.row.contacts.exists():
        yield problem("ADMISSIONS_014", "")
    given = {one.kind for one in draft.evidence if one.said.strip() or one.content}
    for kind in stage.evidence if passed else ():
        if kind != CALL_LOG and kind not in given:
            named = labels("evidence-kinds", reader_language())[kind]
            yield problem("ADMISSIONS_013", f"said_{kind}", kind=named, stage=word(found.row.path.pinned, stage.code))


def _calls(found: Taken, draft: DecisionDraft) -> Iterable[EvidenceDraft]:
    """The log of calls as proof, in words, where the stage asks for it."""
    stage = stage_of(found.row.path.pinned, draft.step)
    if stage is None or CALL_LOG not in stage.evidence:
        return
    results = labels("contact-results")
    for one in found.row.contacts.order_by("called_on", "id"):
        said = f"{one.called_on:%Y-%m-%d} {one.spoke_with or '–'}: {results.get(one.result, one.result)}"
        yield EvidenceDraft(CALL_LOG, said)
