"""Writes of cohorts: open a round of a programme with its call and its own path, and change it with a reason (B1)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.programmes.models import Cohort, Path
from sidamping.features.programmes.queries.cohorts import leads_cohorts
from sidamping.features.programmes.services.paths import begin_path, programme_on
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.platform.territory import queries as territory
from sidamping.rules.programme_forms import Programme

CHANGEABLE = ("name", "starts", "ends", "call_opens", "call_closes", "target", "mentors_wanted")


@transaction.atomic
def open_cohort(
    *,
    by: Viewer | None,
    id: UUID,
    programme: str,
    name: str,
    starts: date,
    area: str = "",
    ends: date | None = None,
    call_opens: date | None = None,
    call_closes: date | None = None,
    target: int | None = None,
    mentors_wanted: int | None = None,
) -> UUID:
    """Open a round of a programme in an area ('' = the nation). Sent twice with the same id, it happens once."""
    take_turns(id)
    row = Cohort(id=id, programme=programme, name=" ".join(name.split()), area=area, starts=starts, ends=ends)
    row.call_opens, row.call_closes, row.target, row.mentors_wanted = call_opens, call_closes, target, mentors_wanted
    if earlier := Cohort.objects.filter(pk=id).first():
        return _same(earlier, row)
    book = programme_on(programme, starts)
    refuse_if([*_place_faults(by, book, area), *_row_faults(row)])
    path = begin_path(by=by, subject=Path.Subject.COHORT, programme=programme, starts=starts, id=id)
    row.path_id = path
    row.save(force_insert=True)
    _tell("programmes.cohort_opened", by, row, "", programme=programme, name=row.name, area=area, starts=str(starts))
    return row.pk


@transaction.atomic
def change_cohort(*, by: Viewer | None, cohort: UUID, why: str, **values: Any) -> None:
    """Change name, days, call or numbers of a cohort, with the reason; the programme and the area stay.

    `values` are those of CHANGEABLE that change; the others stay as they are.
    """
    row = Cohort.objects.select_for_update().filter(pk=cohort).first()
    if row is None or not (by is None or leads_cohorts(by, row.programme, row.area)):
        raise Refused(problem("PROGRAMMES_069", "cohort"))
    before = {key: getattr(row, key) for key in CHANGEABLE if key in values}
    for key in before:
        setattr(row, key, values[key])
    row.name = " ".join(row.name.split())
    changed = {key: old for key, old in before.items() if getattr(row, key) != old}
    if not changed:
        return
    missing = [] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))]
    refuse_if([*missing, *_row_faults(row)])
    row.save(update_fields=list(changed))
    said = {key: [str(old or ""), str(getattr(row, key) or "")] for key, old in changed.items()}
    _tell("programmes.cohort_changed", by, row, why.strip(), changed=said)


def _place_faults(by: Viewer | None, book: Programme, area: str) -> list[Problem]:
    faults = []
    if area and not territory.names_of([area]):
        faults.append(problem("GENERAL_002", "area", label=_("Wilayah"), seen=area))
    if not area.startswith(book.area) or not (by is None or leads_cohorts(by, book.code, area)):
        faults.append(problem("PROGRAMMES_074", "area", area=area or "Indonesia"))
    return faults


def _row_faults(row: Cohort) -> list[Problem]:
    faults = []
    if not row.name:
        faults.append(problem("GENERAL_001", "name", label=_("Nama angkatan")))
    if row.ends is not None and row.ends < row.starts:
        faults.append(problem("PROGRAMMES_009", "ends", starts=row.starts, ends=row.ends))
    if row.call_opens and row.call_closes and row.call_closes < row.call_opens:
        faults.append(problem("PROGRAMMES_072", "call_closes", opens=row.call_opens, closes=row.call_closes))
    if Cohort.objects.filter(programme=row.programme, name=row.name).exclude(pk=row.pk).exists():
        faults.append(problem("PROGRAMMES_070", "name", name=row.name))
    return faults


def _same(earlier: Cohort, row: Cohort) -> UUID:
    if any(getattr(earlier, part) != getattr(row, part) for part in ("programme", "name", "area", "starts")):
        raise Refused(problem("PROGRAMMES_018"))
    return earlier.pk


def _tell(action: str, by: Viewer | None, row: Cohort, why: str, **data: Any) -> None:
    journal.record(action, by=actor_of(by), subject=row.pk, why=why, regency=row.area[:5], **data)
