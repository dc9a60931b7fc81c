"""Decisions on a candidate, stage by stage: none is skipped, refusals keep coded reasons, the path moves on (B3).

Where the decision departs from the ranked list, or a tie straddles the places, people decide and say why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.selection.stages import INTERVIEW, Grounds, decision_faults
from sidamping.domain.selection.stages import Decision as Said
from sidamping.features.programmes import services as programmes
from sidamping.features.recruitment.models import Decision
from sidamping.features.recruitment.queries.candidates import REASONS, decided, same_nik, standing_of
from sidamping.features.recruitment.queries.interviews import scored
from sidamping.features.recruitment.queries.rankings import place_of
from sidamping.features.recruitment.services.taken import Taken, taken, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

PASSED, FAILED = "passed", "failed"
LONGEST_REMARK = 400


@dataclass(frozen=True)
class DecisionDraft:
    """What is to be decided at a stage; `withdrawn` says that the candidate leaves."""

    stage: str
    passed: bool
    on: date
    criteria: Mapping[str, bool]
    reasons: Sequence[str] = ()
    remark: str = ""
    withdrawn: bool = False


@transaction.atomic
def decide(*, by: Viewer, id: UUID, candidacy: UUID, draft: DecisionDraft) -> UUID:
    """One decision on the stage that waits. Sent twice with the same id, it is decided once."""
    held = taken(by, candidacy)
    if there := Decision.objects.filter(pk=id).first():
        return _again(there, candidacy, draft)
    new = Said(
        draft.stage, draft.passed, str(by.user_id), draft.on, tuple(draft.reasons), draft.remark, draft.withdrawn
    )
    grounds, problems = _grounds(held, draft)
    refuse_if([*_own_faults(by, held, draft), *problems,
               *decision_faults(held.book.stages, decided(held.row), new, grounds)])
    if draft.stage == INTERVIEW and not draft.withdrawn:
        refuse_if(_ranked_faults(held, draft))
    row = Decision.objects.create(
        id=id, candidacy=held.row, stage=draft.stage, passed=draft.passed, withdrawn=draft.withdrawn,
        criteria={} if draft.withdrawn else dict(grounds.requirements), reasons=list(draft.reasons),
        remark=draft.remark.strip(), score=_score(grounds), on=draft.on, by_id=by.user_id,
    )
    if not draft.withdrawn:
        _walk(by, held, draft, row)
    verb = "withdrawn" if draft.withdrawn else "decided"
    tell(verb, by, held.row, why=draft.remark.strip(), stage=draft.stage, passed=draft.passed,
         reasons=list(draft.reasons))
    return row.pk


def _walk(by: Viewer, held: Taken, draft: DecisionDraft, row: Decision) -> None:
    """The step without the remark: interviewers, and once there is an account the candidate, read the path."""
    step = held.book.step_of(draft.stage)
    outcome = (PASSED if draft.passed else FAILED) if step.outcomes else ""
    programmes.record_step(
        by=by, path=held.row.path_id, step=step.code, done_on=draft.on, outcome=outcome,
        source_id=row.pk, trusted=True, village=held.row.village_id,
    )


def _grounds(held: Taken, draft: DecisionDraft) -> tuple[Grounds, list[Problem]]:
    """What the decision rests on; the faults of the panel itself come with all the others."""
    known = {one.code for stage in held.book.recruitment.stages if stage.code == draft.stage for one in stage.criteria}
    requirements = {code: bool(draft.criteria.get(code)) for code in sorted(known)}
    names = {str(one.user_id): str(one.user) for one in held.row.panel.all()}

    def label(code: str) -> str:
        return names.get(code) or held.book.label(code)

    if draft.stage != INTERVIEW or draft.withdrawn or not held.book.interviews:
        return Grounds(requirements, None, label), []
    seats = [one for one in held.row.panel.all() if not one.excused_why]
    ruler = held.book.instrument_on(held.row.applied_on)
    try:
        return Grounds(requirements, scored(seats, ruler, held.row, held.book, strict=True), label), []
    except Refused as refused:
        return Grounds(requirements, None, label), list(refused.problems)


def _own_faults(by: Viewer, held: Taken, draft: DecisionDraft) -> Iterator[Problem]:
    if draft.stage in held.book.stages:
        step = held.book.step_of(draft.stage)
        if not held.held & {*step.owners, *step.override}:
            label = held.book.label(draft.stage)
            yield problem("RECRUITMENT_014", "stage", stage=label, owners=held.book.owners(step))
    for code in draft.reasons:
        if code not in codes_of(REASONS):
            yield problem("RECRUITMENT_031", "reasons", seen=code[:40])
    if draft.on > by.on:
        yield problem("PROGRAMMES_013", "on", day=draft.on)
    yield from _twice(held, draft)
    if (length := len(draft.remark.strip())) > LONGEST_REMARK:
        yield problem("RECRUITMENT_033", "remark", label=_("Catatan"), length=length, limit=LONGEST_REMARK)


def _twice(held: Taken, draft: DecisionDraft) -> Iterator[Problem]:
    """Of two applications with one NIK both may be somebody else's: whoever passes one says why the other is wrong."""
    others = same_nik(held.row) if draft.passed and not draft.remark.strip() else ()
    if others:
        told = ", ".join(f"{one.name}, {one.applied_on:%d-%m-%Y}" for one in others)
        yield problem("RECRUITMENT_035", "remark", name=held.row.name, others=told)


def _ranked_faults(held: Taken, draft: DecisionDraft) -> list[Problem]:
    """Passing somebody ranked beyond the places, refusing somebody within, or breaking a tie by hand needs a reason."""
    places = sum(one.wanted for one in held.row.call.positions.all())
    place = place_of(held.row, held.book, places)
    if place is None or draft.remark.strip():
        return []
    if place.within == draft.passed and not place.people_decide:
        return []
    return [problem("RECRUITMENT_021", "remark", name=held.row.name, rank=place.rank, places=places)]


def _score(grounds: Grounds) -> dict[str, Any]:
    """The interview as it was decided on: exact shares, never computed anew in place."""
    made = grounds.interview
    if made is None:
        return {}
    return {
        "total": str(made.total), "totals": {key: str(value) for key, value in made.totals.items()},
        "aspects": [
            {"key": one.key, "share": str(one.share), "mark": str(one.mark), "score": str(one.score),
             "spread": str(one.spread)} for one in made.aspects
        ],
    }  # fmt: skip


def _again(there: Decision, candidacy: UUID, draft: DecisionDraft) -> UUID:
    if (there.candidacy_id, there.stage, there.passed, there.on) != (candidacy, draft.stage, draft.passed, draft.on):
        raise Refused(problem("RECRUITMENT_006", "id"))
    return there.pk


def chosen(held: Taken) -> bool:
    """Whether every stage is passed."""
    return standing_of(held.row, held.book).state == "chosen"
