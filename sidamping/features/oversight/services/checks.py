"""Writes what came of checking one visit, drawn for the month's sample or not. Only added to; the last one counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.fieldwork.queries import VisitLine
from sidamping.features.oversight.models import VisitCheck
from sidamping.features.oversight.queries.sampling import is_sampled
from sidamping.features.oversight.queries.visits import visit_within
from sidamping.features.oversight.services.standing import code_faults, day_faults, monitor_faults, seen, text_faults
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class CheckDraft:
    """The answer to 'was this visit made?'; `of_sample` says that the visit was checked because it was drawn."""

    id: UUID
    visit: UUID
    way: str
    result: str
    checked_on: date | None
    note: str = ""
    of_sample: bool = False


@transaction.atomic
def check_visit(*, by: Viewer, draft: CheckDraft, on: date) -> UUID:
    """One check of one visit. Sent twice, it happens once."""
    found = visit_within(by, draft.visit)
    if found is None:
        raise Refused(problem("OVERSIGHT_013", "visit"))
    visit, engagement = found
    card = seen(by, engagement)
    take_turns(draft.id)
    row = VisitCheck(id=draft.id, visit_id=visit.id, engagement_id=engagement, way=draft.way, result=draft.result)
    row.note, row.by_id = draft.note.strip(), by.user_id
    row.checked_on = draft.checked_on  # type: ignore[assignment]  # checked before it is saved
    row.sample = str(Month.of(visit.visited_on)) if draft.of_sample else ""
    if earlier := VisitCheck.objects.filter(pk=draft.id).first():
        return _same(earlier, row)
    faults = [
        *monitor_faults(by, card),
        *_own_faults(by, visit),
        *code_faults("way", _("Cara"), "monitoring-kinds", draft.way),
        *code_faults("result", _("Hasil"), "check-results", draft.result),
        *day_faults(card, draft.checked_on, on, "checked_on", _("Tanggal")),
        *text_faults("note", _("Catatan"), draft.note, 400, required=False),
    ]
    refuse_if([*faults, *_visit_faults(draft, visit, card.regency_code)])
    row.save(force_insert=True)
    told = {"visit": str(visit.id), "way": draft.way, "result": draft.result, "sample": row.sample}
    journal.record("oversight.visit_checked", by=by.user_id, subject=row.pk, regency=card.regency_code, **told)
    return row.pk


def _own_faults(by: Viewer, visit: VisitLine) -> list[Problem]:
    """An overseer who also mentors does not check the own visits."""
    own = visit.mentor_id == by.user_id and by.has(*roles.OVERSEERS)
    return [problem("OVERSIGHT_014", "visit")] if own else []


def _visit_faults(draft: CheckDraft, visit: VisitLine, regency: str) -> list[Problem]:
    faults = []
    if draft.checked_on is not None and draft.checked_on < visit.visited_on:
        faults.append(problem("OVERSIGHT_006", "checked_on", visited=visit.visited_on, day=draft.checked_on))
    if draft.of_sample and not is_sampled(visit, regency):
        month = Month.of(visit.visited_on)
        faults.append(problem("OVERSIGHT_012", "of_sample", visited=visit.visited_on, month=month))
    return faults


def _same(earlier: VisitCheck, row: VisitCheck) -> UUID:
    names = ("visit_id", "way", "result", "checked_on", "note", "sample", "by_id")
    if any(getattr(earlier, name) != getattr(row, name) for name in names):
        raise Refused(problem("OVERSIGHT_007", "id"))
    return earlier.pk
