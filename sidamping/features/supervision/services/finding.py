"""Writes findings between the letter of assignment and the report, and strikes a wrong one with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.supervision.models import Examination, Finding, Report
from sidamping.features.supervision.services.keeping import missing, own, own_row, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

AREAS = "finding-areas"
LABELS = {"text": _("Temuan"), "advice": _("Rekomendasi"), "charged": _("Penanggung jawab")}
MOST = {"text": 2000, "advice": 2000, "charged": 120}


@dataclass(frozen=True)
class FindingDraft:
    """What was found, against what, what the office advises, who is to mend it and by when."""

    area: str
    text: str
    advice: str
    charged: str
    due: date
    basis: str = ""


@transaction.atomic
def write_finding(*, by: Viewer, id: UUID, examination: UUID, draft: FindingDraft, now: datetime) -> UUID:
    """A finding with the next number. Sent twice, written once."""
    row = own(by, examination)
    there = Finding.objects.filter(pk=id).values_list("examination_id", flat=True).first()
    if there is not None:
        if there != examination:
            raise Refused(problem("SUPERVISION_020", "id"))
        return id
    refuse_if([*_in_time(row), *_faults(draft, by.on)])
    last = Finding.objects.filter(examination=row).aggregate(last=Max("number"))["last"] or 0
    Finding.objects.create(
        pk=id, examination=row, number=last + 1, area=draft.area, text=draft.text.strip(), advice=draft.advice.strip(),
        charged=draft.charged.strip(), due=draft.due, basis=draft.basis.strip(), written_by_id=by.user_id,
        written_at=now,
    )  # fmt: skip
    tell("found", by, id, row.cooperative.village_id, examination)
    return id


@transaction.atomic
def strike_finding(*, by: Viewer, finding: UUID, why: str, now: datetime) -> None:
    """A wrong finding leaves the report before it is issued, and stays readable. Struck twice, struck once."""
    row, there = own_row(by, Finding, finding)
    if there.struck_at is not None:
        return
    refuse_if([*_in_time(row), *missing({"why": why}, {"why": _("Alasan")}, {"why": 240})])
    Finding.objects.filter(pk=finding).update(struck_at=now, struck_why=why.strip())
    tell("struck", by, finding, row.cooperative.village_id, row.pk)


def _in_time(row: Examination) -> Iterator[Problem]:
    if row.letter_id is None:
        yield problem("SUPERVISION_007")
    report = Report.objects.filter(pk=row.pk).values_list("on", flat=True).first()
    if report is not None:
        yield problem("SUPERVISION_008", day=report)


def _faults(draft: FindingDraft, today: date) -> Iterator[Problem]:
    given = {name: getattr(draft, name) for name in LABELS}
    yield from missing(given, LABELS, MOST)
    if draft.area not in codes_of(AREAS):
        yield problem("GENERAL_001", "area", label=_("Bidang"))
    if len(draft.basis.strip()) > 240:
        yield problem("SUPERVISION_021", "basis", label=_("Dasar"), seen=len(draft.basis.strip()), most=240)
    if draft.due <= today:
        yield problem("SUPERVISION_009", "due", day=draft.due, today=today)
