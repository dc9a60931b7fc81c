"""Writes benefits that can be counted, with their proof, and withdraws them with a reason (B15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.oversight.models import Benefit
from sidamping.features.oversight.services.standing import benefit_faults, code_faults, day_faults, seen, text_faults
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.attachments.store import Kept, keep_file
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns

MOST = Decimal("999999999999.99")


@dataclass(frozen=True)
class BenefitDraft:
    """A benefit as it is written down; `quantity` None where no number could be read, `typed` what stood there."""

    id: UUID
    engagement_id: UUID
    area: str
    happened_on: date | None
    text: str
    quantity: Decimal | None
    unit: str
    typed: str = ""
    file_name: str = ""
    file: bytes = b""


@transaction.atomic
def record_benefit(*, by: Viewer, draft: BenefitDraft, on: date) -> UUID:
    """A benefit of the mentoring, with a picture or a PDF as proof if there is one. Sent twice, it happens once."""
    card = seen(by, draft.engagement_id)
    take_turns(draft.id)
    if earlier := Benefit.objects.filter(pk=draft.id).first():
        return _same(earlier, draft, by)
    faults = [
        *benefit_faults(by, card),
        *code_faults("area", _("Bidang"), "benefit-areas", draft.area),
        *day_faults(card, draft.happened_on, on, "happened_on", _("Tanggal")),
        *text_faults("text", _("Apa yang didapat"), draft.text, 240),
        *_quantity_faults(draft),
        *text_faults("unit", _("Satuan"), draft.unit, 40),
    ]
    refuse_if(faults)
    assert draft.happened_on is not None and draft.quantity is not None
    kept = _keep(draft, by) if draft.file else None
    Benefit.objects.create(
        id=draft.id, engagement_id=card.id, area=draft.area, happened_on=draft.happened_on, text=draft.text.strip(),
        quantity=draft.quantity, unit=draft.unit.strip(), attachment_id=kept.id if kept else None, by_id=by.user_id,
    )
    told = {"engagement": str(card.id), "area": draft.area}
    journal.record("oversight.benefit_recorded", by=by.user_id, subject=draft.id, regency=card.regency_code, **told)
    return draft.id


@transaction.atomic
def withdraw_benefit(*, by: Viewer, benefit: UUID, why: str, on: date, id: UUID | None = None) -> UUID:
    """Take a benefit back with a reason; it stays readable and is counted no more. Once withdrawn, it stays so."""
    take_turns(benefit)
    row = Benefit.objects.filter(pk=benefit, withdraws=None).first()
    if row is None:
        raise Refused(problem("OVERSIGHT_001", "benefit"))
    card = seen(by, row.engagement_id)
    said = why.strip()
    if taken := Benefit.objects.filter(withdraws=row).select_related("by").first():
        if taken.by_id == by.user_id and taken.why == said:
            return taken.pk
        raise Refused(problem("OVERSIGHT_009", "why", name=str(taken.by), day=taken.happened_on))
    refuse_if([*benefit_faults(by, card), *text_faults("why", _("Alasan"), why, 240)])
    made = Benefit.objects.create(
        id=id or uuid7(), engagement_id=row.engagement_id, area=row.area, happened_on=on, text=row.text,
        quantity=row.quantity, unit=row.unit, withdraws=row, why=said, by_id=by.user_id,
    )
    told = {"engagement": str(card.id), "benefit": str(row.pk)}
    journal.record(
        "oversight.benefit_withdrawn", by=by.user_id, subject=made.pk, regency=card.regency_code, why=said, **told
    )
    return made.pk


def _quantity_faults(draft: BenefitDraft) -> list[Problem]:
    if not draft.typed and draft.quantity is None:
        return [problem("GENERAL_001", "quantity", label=_("Jumlah"))]
    number = draft.quantity
    if number is not None and number.is_finite() and 0 < number <= MOST and number == round(number, 2):
        return []
    return [problem("OVERSIGHT_008", "quantity", label=_("Jumlah"), seen=draft.typed or str(number))]


def _keep(draft: BenefitDraft, by: Viewer) -> Kept:
    return keep_file(read_proof(draft.file_name, draft.file), subject=draft.id, by=by.user_id)[0]


def _same(earlier: Benefit, draft: BenefitDraft, by: Viewer) -> UUID:
    told = (draft.engagement_id, draft.area, draft.happened_on, draft.text.strip(), draft.quantity, draft.unit.strip())
    held = (earlier.engagement_id, earlier.area, earlier.happened_on, earlier.text, earlier.quantity, earlier.unit)
    if held != told or earlier.by_id != by.user_id:
        raise Refused(problem("OVERSIGHT_007", "id"))
    return earlier.pk
