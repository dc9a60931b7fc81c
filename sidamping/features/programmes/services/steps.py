"""Writes of steps on the path: by hand, or when field work did the step. A gate may be overridden with a name and a
reason."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain import workflow
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes.models import Engagement, StepRecord
from sidamping.features.programmes.queries import carried_by, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import Programme, pinned_programme

OVERRIDERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Roles that may record a step for a mentor, and before its gate is open, with a reason."""


@transaction.atomic
def record_step(
    *,
    by: Viewer,
    engagement: UUID,
    step: str,
    done_on: date,
    note: str = "",
    source_id: UUID | None = None,
    override_why: str = "",
    id: UUID | None = None,
) -> UUID:
    """Record a step as done on a day. The same step on the same day, or from the same source, happens once."""
    host = _host(by, engagement)
    row = StepRecord(id=id or uuid7(), path_id=host.path_id, step=step, done_on=done_on, note=note.strip())
    row.source_id, row.by_id = source_id, by.user_id
    if earlier := _earlier(row, id):
        return earlier
    book = pinned_programme(host.pinned)
    gate = _gate_faults(book, row)
    refuse_if([*_row_faults(by, book, host, row), *_override_faults(by, host, gate, override_why)])
    row.save(force_insert=True)
    said = {"step": step, "done_on": str(done_on), "overridden": bool(gate), "source": str(source_id or "")}
    _tell(by, host, override_why, said)
    return row.pk


def step_done(*, by: Viewer, engagement: UUID, action: str, done_on: date, source_id: UUID) -> None:
    """For reactions: record the steps the action marks, once each; a step whose gate is shut is left for the people."""
    host = Engagement.objects.get(pk=engagement)
    for step in pinned_programme(host.pinned).steps:
        records = StepRecord.objects.filter(path=host.path_id, step=step.code, done_on__lte=done_on)
        if step.marked_by != action or records.exists():
            continue
        try:
            record_step(by=by, engagement=engagement, step=step.code, done_on=done_on, source_id=source_id)
        except Refused as refused:
            if set(refused.codes) - {"PROGRAMMES_012"}:
                raise


def _host(by: Viewer, engagement: UUID) -> Engagement:
    """The engagement, locked so that the same step sent twice at once happens once."""
    row = Engagement.objects.select_for_update().filter(pk=engagement, pk__in=engagement_ids(by)).first()
    if row is None:
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    return row


def _earlier(row: StepRecord, id: UUID | None) -> UUID | None:
    """The record that says the same already; refused when the id was used for something else."""
    own = StepRecord.objects.filter(pk=id).first() if id else None
    if own and (own.path_id, own.step, own.done_on) != (row.path_id, row.step, row.done_on):
        raise Refused(problem("PROGRAMMES_018"))
    same = StepRecord.objects.filter(path=row.path_id, step=row.step)
    found = own or same.filter(done_on=row.done_on).first()
    if found is None and row.source_id:
        found = same.filter(source_id=row.source_id).first()
    return found.pk if found else None


def _tell(by: Viewer, host: Engagement, why: str, said: dict[str, Any]) -> None:
    action = "programmes.step_recorded"
    journal.record(action, by=by.user_id, subject=host.pk, why=why, regency=host.regency, **said)


def _row_faults(by: Viewer, book: Programme, host: Engagement, row: StepRecord) -> list[Problem]:
    day, faults = row.done_on, []
    if row.step not in {step.code for step in book.steps}:
        faults.append(problem("PROGRAMMES_011", "step", seen=row.step))
    if day > by.on:
        faults.append(problem("PROGRAMMES_013", "done_on", day=day))
    if day < host.starts or (host.ends is not None and day > host.ends):
        faults.append(problem("PROGRAMMES_010", "done_on", day=day, starts=host.starts, ends=host.ends or "…"))
    if not _may_override(by, host) and not carried_by(host.pk, by.user_id, day):
        faults.append(problem("PROGRAMMES_014", "done_on", day=day))
    return faults


def _gate_faults(book: Programme, row: StepRecord) -> list[Problem]:
    step = next((one for one in book.steps if one.code == row.step), None)
    if step is None:
        return []
    records = StepRecord.objects.filter(path=row.path_id).values_list("step", "done_on")
    waits = workflow.missing(step.needs, workflow.first_days(records, row.done_on))
    if not waits:
        return []
    needs = ", ".join(book.step(code).label.text(reader_language()) for code in waits)
    return [problem("PROGRAMMES_012", "step", step=step.label.text(reader_language()), needs=needs)]


def _override_faults(by: Viewer, host: Engagement, gate: list[Problem], why: str) -> list[Problem]:
    if not gate or not why.strip():
        return gate
    return [] if _may_override(by, host) else [*gate, problem("PROGRAMMES_015", "override_why")]


def _may_override(by: Viewer, host: Engagement) -> bool:
    """Whether an overriding role of the writer reaches this engagement, not just any other."""
    return any(covers(grant, host.programme, host.village_id) for grant in by.holding(*OVERRIDERS))
