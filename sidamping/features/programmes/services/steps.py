"""Writes of steps on a path: done, left out, or taken back. Order, owner, date, outcome and proof are checked at once.

A gate is broken only by a role the programme names for it, with a reason that stays on record (E20, B4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain import workflow
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes.models import Path, StepRecord
from sidamping.features.programmes.queries.acting import guarded
from sidamping.features.programmes.queries.records import records_of
from sidamping.features.programmes.queries.words import Words
from sidamping.features.programmes.services.evidence import EvidenceDraft, keep_evidence, read_evidence
from sidamping.features.programmes.services.held import finishing, held_forms, waiting_for
from sidamping.features.programmes.services.walks import Walk, behind, mentorings_behind, walk_of
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7
from sidamping.rules import books
from sidamping.rules.programme_forms import Step

LONGEST_REASON = 240
QUIET = frozenset({"PROGRAMMES_010", "PROGRAMMES_012", "PROGRAMMES_024", "PROGRAMMES_068"})
"""What leaves a step to the people: outside the mentoring's days, gate shut, not needed, done already."""


@dataclass(frozen=True)
class _Wish:
    """What somebody wants to record, in which roles, and whether the calling service has checked who may."""

    by: Viewer | None
    walk: Walk
    row: StepRecord
    given: frozenset[str]
    trusted: bool

    @property
    def step(self) -> Step | None:
        found = next((one for one in self.walk.book.steps if one.code == self.row.step), None)
        return guarded(found) if found else None

    @property
    def overriding(self) -> bool:
        step = self.step
        return bool(self.row.why and step and set(step.override) & self.walk.held)

    @property
    def today(self) -> date:
        return self.by.on if self.by else self.row.done_on


@transaction.atomic
def record_step(
    *,
    by: Viewer | None,
    path: UUID | None = None,
    engagement: UUID | None = None,
    step: str,
    done_on: date,
    note: str = "",
    outcome: str = "",
    evidence: Iterable[EvidenceDraft] = (),
    source_id: UUID | None = None,
    override_why: str = "",
    waive: bool = False,
    id: UUID | None = None,
    trusted: bool = False,
    village: str = "",
) -> UUID:
    """Record a step as done, or left out, on a day. The same on the same day, or from the same source, happens once.

    `trusted` says that the calling service has checked who may; order, day and outcome are checked all the same.
    `by` None is somebody without an account, an applicant at the public page. `village` places a path without mentee.
    """
    walk = walk_of(by, path, engagement, village, trusted)
    row = StepRecord(id=id or uuid7(), path=walk.path, step=step, done_on=done_on, note=note.strip(), outcome=outcome)
    row.kind = StepRecord.Kind.WAIVED if waive else StepRecord.Kind.DONE
    row.source_id, row.by_id, row.why = source_id, actor_of(by), override_why.strip()
    proofs, faults = read_evidence(evidence)
    wish = _Wish(by, walk, row, frozenset(one.kind for one in proofs), trusted)
    if earlier := _earlier(wish, id):
        return earlier
    against = _refusals(wish)
    refuse_if([*against, *faults])
    row.save(force_insert=True)
    keep_evidence(row, proofs, row.by_id)
    _tell("programmes.step_recorded", wish, overridden=bool(_shut(wish)) or waive, source=str(source_id or ""))
    if by is not None:
        _look_again(by, walk, row)
    return row.pk


@transaction.atomic
def take_back(
    *, by: Viewer, record: UUID, why: str, on: date, id: UUID | None = None, trusted: bool = False, village: str = ""
) -> UUID:
    """Take a record back with a reason; both stay on record, and the step is open again as if it had not been done."""
    found = StepRecord.objects.filter(pk=record).exclude(kind=StepRecord.Kind.REVERSED).first()
    if found is None:
        raise Refused(problem("PROGRAMMES_073", "record"))
    walk = walk_of(by, found.path_id, None, village, trusted)
    before = StepRecord.objects.filter(takes_back=found).first()
    if before is not None:
        if id is not None and before.pk == id:
            return before.pk
        raise Refused(problem("PROGRAMMES_073", "record"))
    row = StepRecord(id=id or uuid7(), path=walk.path, step=found.step, done_on=on, why=why.strip())
    row.kind, row.takes_back, row.by_id = StepRecord.Kind.REVERSED, found, by.user_id
    wish = _Wish(by, walk, row, frozenset(), trusted)
    refuse_if([*_domain_faults(wish), *_reason_faults(row), *_early_faults(found, on)])
    row.save(force_insert=True)
    _tell("programmes.step_taken_back", wish, record=str(found.pk))
    return row.pk


def _look_again(by: Viewer, walk: Walk, row: StepRecord) -> None:
    """Do the steps behind this one that were done in fact before their gate opened; each looks again in its turn."""
    waiting = waiting_for(walk.book, row.step)
    for host in mentorings_behind(walk) if waiting else ():
        forms = [one for one in held_forms(by, host.pk, waiting) if one.on <= by.on]
        if not any(finishing(step, forms) for step in waiting):
            continue
        path = Path.objects.select_related("cohort").get(pk=host.path_id)
        free = open_steps(path, by.on)
        for step in waiting:
            opened = _opened_on(path, step, by.on)
            form = finishing(step, [one for one in forms if not one.event or one.on >= opened])
            if form is not None and step.code in free:
                record_quietly(by, path, step.code, max(form.on, opened), form.source)


def record_quietly(by: Viewer, path: Path, step: str, on: date, source_id: UUID) -> bool:
    """Record a step that something else than a hand did; what is for the people to settle is left to them."""
    try:
        record_step(by=by, path=path.pk, step=step, done_on=on, source_id=source_id, trusted=True)
    except Refused as refused:
        if set(refused.codes) - QUIET:
            raise
        return False
    return True


def _opened_on(path: Path, step: Step, on: date) -> date:
    """The day on which the last of the steps before it was done."""
    standing = workflow.standing(records_of([path], on)[path.pk], on)
    return max((standing[code].on for code in step.needs if code in standing), default=path.starts)


def _earlier(wish: _Wish, id: UUID | None) -> UUID | None:
    """The record that says the same already; refused when the id was used for something else."""
    row = wish.row
    own = StepRecord.objects.filter(pk=id).first() if id else None
    if own:
        if (own.path_id, own.step, own.done_on, own.kind) != (row.path_id, row.step, row.done_on, row.kind):
            raise Refused(problem("PROGRAMMES_018"))
        return own.pk
    same = StepRecord.objects.filter(path=row.path_id, step=row.step, taken_back_by__isnull=True)
    same = same.exclude(kind=StepRecord.Kind.REVERSED)
    found = same.filter(done_on=row.done_on, kind=row.kind, outcome=row.outcome).first()
    if found is None and row.source_id:
        found = same.filter(source_id=row.source_id).first()
    return found.pk if found else None


def _refusals(wish: _Wish) -> list[Problem]:
    """Everything against the act: of the engine, of the reason's length, of proof, of steps that others do."""
    faults = [*_domain_faults(wish), *_reason_faults(wish.row)]
    step = wish.step
    if step is None:
        return faults
    faults += [*_carrying_faults(wish, step), *_foreign_faults(wish, step), *_twice_faults(wish, step)]
    if wish.trusted or wish.overriding or wish.row.kind == StepRecord.Kind.WAIVED:
        return faults
    return [*faults, *_form_faults(wish, step), *_proof_faults(wish, step)]


def _domain_faults(wish: _Wish) -> list[Problem]:
    walk, row = wish.walk, wish.row
    step = wish.step
    held = walk.held | set(step.owners) if wish.trusted and step else walk.held
    told: list[workflow.Record] = [*walk.records(max(wish.today, row.done_on))]
    if row.kind == StepRecord.Kind.REVERSED:
        told += behind(walk, row.step, wish.today)
    act = workflow.Act(row.step, row.done_on, held, row.kind, row.why, row.outcome)
    ends = walk.last_day(step) if step else None
    frame = workflow.Frame(walk.path.starts, wish.today, ends, walk.facts(), walk.words.any)
    return workflow.refusals(map(guarded, walk.book.steps), told, act, frame)


def _reason_faults(row: StepRecord) -> list[Problem]:
    if len(row.why) <= LONGEST_REASON:
        return []
    return [problem("PROGRAMMES_076", "override_why", seen=len(row.why), most=LONGEST_REASON)]


def _early_faults(found: StepRecord, on: date) -> list[Problem]:
    """A record is taken back on its own day at the earliest."""
    return [problem("PROGRAMMES_009", "on", starts=found.done_on, ends=on)] if on < found.done_on else []


def _carrying_faults(wish: _Wish, step: Step) -> list[Problem]:
    """A mentor records what was done while carrying the mentee; an overriding role need not carry anybody."""
    if wish.trusted or wish.by is None:
        return []
    doing = wish.walk.held & {*step.owners, *step.override}
    if doing - {roles.MENTOR} or (step.owners and not doing):
        return []
    if wish.walk.carried(wish.by, wish.row.done_on):
        return []
    return [problem("PROGRAMMES_014", "done_on", day=wish.row.done_on)]


def _foreign_faults(wish: _Wish, step: Step) -> list[Problem]:
    """A step of another path may be left out for one mentee, not done there."""
    if step.subject == wish.walk.path.subject or wish.row.kind == StepRecord.Kind.WAIVED:
        return []
    who = wish.walk.words.subject(step.subject)
    return [problem("PROGRAMMES_075", "step", step=wish.walk.words.step(step.code), subject=who)]


def _twice_faults(wish: _Wish, step: Step) -> list[Problem]:
    """What stands is taken back before it is recorded anew, unless the step comes again or was stopped."""
    told = [one for one in wish.walk.records(wish.row.done_on) if one.path == wish.walk.path.pk]
    held = workflow.standing(told, wish.row.done_on).get(step.code)
    if step.repeats or held is None or held.outcome in step.stops:
        return []
    return [problem("PROGRAMMES_068", "step", step=wish.walk.words.step(step.code), day=held.on)]


def _form_faults(wish: _Wish, step: Step) -> list[Problem]:
    if not step.forms:
        return []
    words: Words = wish.walk.words
    forms = ", ".join(words.form(use) for use in step.forms)
    who = ", ".join(words.role(role) for role in step.override)
    return [problem("PROGRAMMES_067", "step", step=words.step(step.code), forms=forms, who=who)]


def _proof_faults(wish: _Wish, step: Step) -> list[Problem]:
    """Every kind of proof the programme asks for; a record of field work that did the step is its own proof."""
    missing = [kind for kind in step.evidence if kind not in wish.given]
    if not missing or wish.row.source_id:
        return []
    language = wish.walk.words.language
    named = ", ".join(books.label("evidence-kinds", kind, language) for kind in missing)
    return [problem("PROGRAMMES_066", "evidence", step=wish.walk.words.step(step.code), missing=named)]


def _shut(wish: _Wish) -> tuple[str, ...]:
    """Which steps the recorded one should have waited for."""
    step = wish.step
    if step is None:
        return ()
    told = [one for one in wish.walk.records(wish.row.done_on) if one.id != wish.row.pk]
    steps = wish.walk.book.steps
    return workflow.waits(
        step.needs, workflow.path(steps, told, wish.walk.path.starts, wish.row.done_on, wish.walk.facts())
    )


def _tell(action: str, wish: _Wish, **more: object) -> None:
    row = wish.row
    said = {"step": row.step, "done_on": str(row.done_on), "path": str(row.path_id), **more}
    journal.record(
        action, by=row.by_id, subject=wish.walk.subject, why=row.why, regency=wish.walk.regency, **said
    )


def open_steps(path: Path, on: date) -> frozenset[str]:
    """Steps of the path that may be done on a day: next or late."""
    walk = walk_of(None, path.pk, None, "", True)
    steps = workflow.path(walk.book.steps, walk.records(on), path.starts, on, walk.facts())
    own = {one.code for one in walk.book.steps_of(path.subject)}
    return frozenset(one.step for one in steps if one.step in own and one.state in (workflow.NEXT, workflow.LATE))
