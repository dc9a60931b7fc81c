"""Writes the problem log (A5): problem, alternatives, the mentee's choice, the outcome. The mentor never decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain import fieldwork
from sidamping.domain.fieldwork import AlternativeDraft, ChoiceDraft, Option, ProblemDraft
from sidamping.domain.fieldwork.faults import day_faults, text_faults
from sidamping.domain.problems import Problem as Fault
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.fieldwork.models import Alternative, Choice, Outcome, Problem
from sidamping.features.fieldwork.queries.vocabulary import vocabulary
from sidamping.features.fieldwork.services import steps
from sidamping.features.fieldwork.services.arrivals import is_new
from sidamping.features.fieldwork.services.standing import carried, carried_or_own
from sidamping.features.programmes.queries import EngagementCard, mentor_on
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class OutcomeDraft:
    """What was seen after a choice; `solved` closes the problem."""

    id: UUID
    problem_id: UUID
    seen_on: date
    text: str
    solved: bool = False


@transaction.atomic
def log_problem(*, by: Viewer, draft: ProblemDraft, on: date) -> UUID:
    """A problem met with the mentee, with the chain of causes, deepest last."""
    if not is_new(draft.id, "problem", by, draft):
        return draft.id
    card = carried(by, draft.engagement_id, draft.found_on, "found_on")
    refuse_if(fieldwork.check_problem(draft, on=on, vocabulary=vocabulary()))
    Problem.objects.create(
        id=draft.id, engagement_id=card.id, title=draft.title.strip(), side=draft.side, category=draft.category,
        priority=draft.priority, dialogue=draft.dialogue, causes=list(draft.causes), found_on=draft.found_on,
        by_id=by.user_id,
    )
    _tell("problem_logged", by, draft.id, card)
    return draft.id


@transaction.atomic
def add_alternative(*, by: Viewer, draft: AlternativeDraft, on: date) -> UUID:
    """A way out with its consequences; closed once the mentee has chosen."""
    if not is_new(draft.id, "alternative", by, draft):
        return draft.id
    host, card = _host(by, draft.problem_id, on)
    refuse_if([*fieldwork.check_alternative(draft, vocabulary=vocabulary()), *_decided(host)])
    Alternative.objects.create(
        id=draft.id, problem=host, text=draft.text.strip(), consequences=draft.consequences.strip(), by_id=by.user_id
    )
    _tell("alternative_added", by, host.pk, card, alternative=str(draft.id))
    return draft.id


@transaction.atomic
def record_choice(*, by: Viewer, draft: ChoiceDraft, on: date) -> UUID:
    """The mentee's decision; written down by the mentor, or by the chair in person."""
    if not is_new(draft.id, "choice", by, draft):
        return draft.id
    host, card = _host(by, draft.problem_id, on)
    refuse_if(_decided(host))
    options = [Option(one.pk, one.text, one.consequences) for one in host.alternatives.order_by("created_at")]
    refuse_if(
        fieldwork.check_choice(
            draft, options, mentors=_mentors(by, card, draft.chosen_on), found_on=host.found_on, on=on,
            vocabulary=vocabulary(),
        )
    )
    chosen = host.alternatives.get(pk=str(draft.alternative_id))
    Choice.objects.create(
        id=draft.id, problem=host, alternative=chosen, chosen_by=draft.chosen_by.strip(),
        capacity=draft.capacity.strip(), chosen_on=draft.chosen_on, meeting=draft.meeting.strip(), by_id=by.user_id,
    )
    _tell("choice_recorded", by, host.pk, card, chosen_by=draft.chosen_by.strip())
    steps.reached(by, card, steps.CHOICE, draft.chosen_on, draft.id)
    return draft.id


@transaction.atomic
def record_outcome(*, by: Viewer, draft: OutcomeDraft, on: date) -> UUID:
    """What came of the choice."""
    if not is_new(draft.id, "outcome", by, draft):
        return draft.id
    host, card = _host(by, draft.problem_id, on)
    words = vocabulary()
    faults = text_faults(draft, {"text": (None, True)}, words)
    choice = Choice.objects.filter(problem=host).first()
    if choice is None:
        faults.append(problem("FIELDWORK_028", "text"))
    earliest = choice.chosen_on if choice else host.found_on
    refuse_if(faults + day_faults("seen_on", draft.seen_on, words, latest=on, earliest=earliest))
    Outcome.objects.create(
        id=draft.id, problem=host, seen_on=draft.seen_on, text=draft.text.strip(), solved=draft.solved, by_id=by.user_id
    )
    _tell("outcome_recorded", by, host.pk, card, solved=draft.solved)
    return draft.id


def _host(by: Viewer, problem_id: UUID, on: date) -> tuple[Problem, EngagementCard]:
    """The problem, one writer at a time, when the writer may write about its mentee."""
    take_turns(problem_id)
    row = Problem.objects.filter(pk=problem_id).first()
    if row is None:
        raise Refused(problem("FIELDWORK_034", "problem_id"))
    return row, carried_or_own(by, row.engagement_id, on)


def _decided(host: Problem) -> list[Fault]:
    choice = Choice.objects.filter(problem=host).first()
    if choice is None:
        return []
    return [problem("FIELDWORK_027", "alternative_id", name=choice.chosen_by, day=choice.chosen_on)]


def _mentors(by: Viewer, card: EngagementCard, day: date) -> list[str]:
    """Names that may not stand as the one who decided: who mentors now, who did that day, who writes as a mentor."""
    then = mentor_on(card.id, day)
    names = [card.mentor_name, then.mentor_name if then else ""]
    return names if card.mentee_id in by.subjects(roles.CHAIR) else [*names, by.name]


def _tell(verb: str, by: Viewer, subject: UUID, card: EngagementCard, **data: Any) -> None:
    journal.record(
        f"fieldwork.{verb}", by=by.user_id, subject=subject, regency=card.regency_code, engagement=str(card.id), **data
    )
