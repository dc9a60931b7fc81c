"""Acts on a handed-in round: decide, send back, withdraw. Two at once: one wins, the other is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.numbers import written
from sidamping.domain.scoring.outcome import Outcome
from sidamping.features.assessments.models import Evidence, Filling, Result, Step
from sidamping.features.assessments.queries.baselines import has_final
from sidamping.features.assessments.queries.cards import part_word
from sidamping.features.assessments.queries.heads import sealed_subject
from sidamping.features.assessments.queries.instruments import instrument_for
from sidamping.features.assessments.queries.lines import DECIDED, RETURNED, SUBMITTED, WITHDRAWN
from sidamping.features.assessments.queries.outcomes import live_outcome
from sidamping.features.assessments.queries.reading import LEAD, Standing
from sidamping.features.assessments.services.locked import (
    act_word,
    add_step,
    locked,
    moment,
    not_yours,
    state_word,
    tell,
    told,
    too_late,
)
from sidamping.features.assessments.services.marking import mark_steps
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def decide(*, by: Viewer, assessment: UUID, seen_ordinal: int, now: datetime, remark: str = "") -> UUID:
    """The sealed result of the lead's filling. `seen_ordinal` is the number of acts the decider saw.

    What is not complete is decided upon only with a reason in the remark.
    """
    standing = locked(by, assessment, "decide")
    there = Result.objects.filter(assessment=assessment, decided=True, by=by.user_id).first()
    if there is not None and standing.state == DECIDED:
        return there.pk
    _refuse(standing, "decide", seen_ordinal)
    lead, words = standing.current[LEAD], remark.strip()
    made = outcome_of(standing, lead)
    refuse_if(() if words else _incomplete(standing, made))
    result = Result.objects.create(
        assessment_id=assessment, filling=lead, version=standing.row.version, sha256=standing.row.sha256,
        method=standing.row.method, as_of=standing.row.as_of, outcome=made.plain(), decided=True,
        by_id=by.user_id, at=now, given={**lead.data, "subject": sealed_subject(standing.row)},
    )
    add_step(standing, DECIDED, now, words)
    figures = told(made.plain(), "total", "category", "coverage")
    tell("decided", by, standing.row, why=words, result=str(result.pk), sha256=result.sha256, **figures)
    mark_steps(by, standing.row, by.on)
    return result.pk


@transaction.atomic
def send_back(*, by: Viewer, assessment: UUID, remark: str, seen_ordinal: int, now: datetime) -> UUID:
    """A new filling for its author, with everything copied; the one handed in stays as it was."""
    standing = locked(by, assessment, "return")
    last = Step.objects.filter(assessment=assessment).order_by("-ordinal").first()
    if last is not None and (last.act, last.by_id, last.remark) == (RETURNED, by.user_id, remark.strip()):
        return standing.current[LEAD].pk
    _refuse(standing, "return", seen_ordinal)
    if not remark.strip():
        raise Refused(problem("ASSESSMENTS_017", "remark"))
    old = standing.current[LEAD]
    anew = _copied(old, now)
    add_step(standing, RETURNED, now, remark.strip())
    tell("returned", by, standing.row, why=remark.strip(), filling=str(anew.pk), replaces=str(old.pk))
    return anew.pk


@transaction.atomic
def withdraw(*, by: Viewer, assessment: UUID, now: datetime, remark: str = "") -> None:
    """Whoever opened a round by mistake closes it for good, before it is decided. Twice is once.

    Once two score it only an overseer does: neither of the two escapes the comparison.
    """
    standing = locked(by, assessment, "withdraw")
    opener = standing.row.opened_by_id == by.user_id
    if not opener and not standing.withdraws():
        raise Refused(not_yours("withdraw"))
    if standing.state == WITHDRAWN:
        return
    if standing.state == DECIDED:
        raise Refused(too_late(standing, "withdraw"))
    if not standing.withdraws():
        raise Refused(problem("ASSESSMENTS_033"))
    if not remark.strip():
        raise Refused(problem("ASSESSMENTS_017", "remark"))
    if has_final(assessment):
        raise Refused(problem("ASSESSMENTS_032"))
    add_step(standing, WITHDRAWN, now, remark.strip())
    tell("withdrawn", by, standing.row, why=remark.strip())


def outcome_of(standing: Standing, filling: Filling) -> Outcome:
    """What the round's own ruler makes of a filling; Refused when its file is not the one the round was opened on."""
    row = standing.row
    instrument = instrument_for(row.version, row.instrument)
    if instrument.sha256 != row.sha256:
        raise Refused(problem("ASSESSMENTS_031", "version", version=row.version))
    return live_outcome(instrument, filling.data, on=row.as_of, method=row.method)


def _refuse(standing: Standing, act: str, seen: int) -> None:
    """Refused unless the viewer may act now on the round as it was seen."""
    if standing.took_part():
        raise Refused(problem("ASSESSMENTS_013", "", act=act_word(act)))
    steps = list(Step.objects.filter(assessment=standing.row.pk).select_related("by").order_by("ordinal"))
    if steps and len(steps) != seen:
        last = steps[-1]
        seen_last = {"act": state_word(last.act), "name": str(last.by), "at": moment(last.at)}
        raise Refused(problem("ASSESSMENTS_014", "seen_ordinal", **seen_last))
    if act not in standing.may():
        raise Refused(not_yours(act) if standing.state == SUBMITTED else too_late(standing, act))


def _incomplete(standing: Standing, made: Outcome) -> Iterator[Problem]:
    """What a decider must give a reason for."""
    if made.coverage < 1:
        yield problem("ASSESSMENTS_015", "remark", coverage=written(made.coverage * 100))
    if standing.is_drawn:
        yield problem("ASSESSMENTS_029", "remark")
    if standing.waiting:
        names = ", ".join(f"{one.by} ({part_word(one.part)})" for one in standing.waiting)
        yield problem("ASSESSMENTS_016", "remark", names=names)


def _copied(old: Filling, now: datetime) -> Filling:
    """The same answers and files, open for writing again."""
    anew = Filling.objects.create(
        assessment_id=old.assessment_id, part=old.part, by_id=old.by_id, answered_by=old.answered_by,
        source=old.source, data=old.data, revised=old.revised, revised_at=now, replaces=old,
    )
    Evidence.objects.bulk_create(
        Evidence(filling=anew, item=one.item, attachment=one.attachment, note=one.note, by_id=one.by_id)
        for one in Evidence.objects.filter(filling=old).order_by("at", "id")
    )
    return anew
