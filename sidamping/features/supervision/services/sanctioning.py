"""Gives a sanction in its order, with its letter, for findings past their deadline; lifts one with a reason (E14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import long_day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.supervision.ladder import WARNING, faults
from sidamping.features.supervision.models import Sanction
from sidamping.features.supervision.queries.cards import examination as card_of
from sidamping.features.supervision.queries.ladder import SANCTIONS, Steps, rungs, steps
from sidamping.features.supervision.queries.lines import ExaminationCard
from sidamping.features.supervision.services.keeping import missing, own, own_row, send_letter, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of, label


@dataclass(frozen=True)
class SanctionDraft:
    """The kind; for a warning the day by which to mend, for anything heavier the reason."""

    kind: str
    until: date | None = None
    reason: str = ""


@transaction.atomic
def give_sanction(*, by: Viewer, id: UUID, examination: UUID, draft: SanctionDraft, now: datetime) -> UUID:
    """A sanction of today with its letter. Sent twice, given once; out of order it is refused."""
    row = own(by, examination)
    there = Sanction.objects.filter(pk=id).values_list("examination_id", "kind").first()
    if there is not None:
        if there != (examination, draft.kind):
            raise Refused(problem("SUPERVISION_020", "id"))
        return id
    card = card_of(by, examination)
    if card is None or card.report_on is None:
        raise Refused(problem("SUPERVISION_010"))
    ladder = steps(card, by.on)
    refuse_if([*_faults(draft, card, ladder, by.on)])
    kind = "supervision-warning" if draft.kind == WARNING else "supervision-sanction"
    letter = send_letter(by, row, uuid5(id, "letter"), kind, card.line.cooperative, _facts(draft, card, ladder))
    Sanction.objects.create(
        pk=id, examination=row, number=len(card.sanctions) + 1, kind=draft.kind, on=by.on,
        until=draft.until if draft.kind == WARNING else None, reason=draft.reason.strip(),
        warnings=ladder.order.warnings, interval=ladder.order.interval, rule=ladder.cited[0].path, letter_id=letter,
        by_id=by.user_id, at=now,
    )  # fmt: skip
    tell("sanctioned", by, id, row.cooperative.village_id, examination)
    return id


@transaction.atomic
def lift_sanction(*, by: Viewer, sanction: UUID, why: str, now: datetime) -> None:
    """A sanction counts no more; it stays readable with the reason. Lifted twice, lifted once."""
    row, there = own_row(by, Sanction, sanction)
    if there.lifted_at is not None:
        return
    refuse_if([*missing({"why": why}, {"why": _("Alasan")}, {"why": 240})])
    Sanction.objects.filter(pk=sanction).update(lifted_at=now, lifted_by_id=by.user_id, lifted_why=why.strip())
    tell("lifted", by, sanction, row.cooperative.village_id, row.pk)


def _faults(draft: SanctionDraft, card: ExaminationCard, ladder: Steps, today: date) -> Iterator[Problem]:
    if draft.kind not in codes_of(SANCTIONS):
        yield problem("SUPERVISION_016", "kind", seen=draft.kind)
        return
    if not ladder.overdue:
        yield problem("SUPERVISION_013", "kind")
    yield from faults(draft.kind, today, rungs(card.sanctions), ladder.order)
    if draft.kind != WARNING:
        yield from missing({"reason": draft.reason}, {"reason": _("Pertimbangan")}, {"reason": 400})
    elif draft.until is None:
        yield problem("GENERAL_001", "until", label=_("Batas perbaikan"))
    elif draft.until <= today:
        yield problem("SUPERVISION_009", "until", day=draft.until, today=today)


def _facts(draft: SanctionDraft, card: ExaminationCard, ladder: Steps) -> dict[str, Any]:
    """What the letter tells."""
    findings = [f"Temuan {one.number}: {one.text}" for one in ladder.overdue]
    warnings = [one for one in card.sanctions if one.kind == WARNING and one.lifted_at is None]
    if draft.kind == WARNING:
        return {"ordinal": len(warnings) + 1, "examined_on": card.report_on, "findings": findings,
                "until": draft.until}  # fmt: skip
    told = [f"{one.letter_number} tanggal {long_day(one.on, 'id')}" for one in warnings]
    return {"sanction": label(SANCTIONS, draft.kind), "warnings": told, "findings": findings,
            "reason": draft.reason.strip()}  # fmt: skip
