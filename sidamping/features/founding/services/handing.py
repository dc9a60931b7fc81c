"""Takes in papers, judged by their content, and the steps with notary and ministry on their days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.founding.steps import MILESTONES, NAME, RATIFIED
from sidamping.domain.parties import legal_key, legal_number_faults, squeezed
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.founding.models import Founding, Milestone, Piece
from sidamping.features.founding.queries.lacking import name_faults
from sidamping.features.founding.services.gatherings import order_faults
from sidamping.features.founding.services.keeping import fresh, late_day, tell
from sidamping.features.parties import queries as parties
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof
from sidamping.rules.books import codes_of


@dataclass(frozen=True)
class MilestoneDraft:
    """A step with an office that is done: its day, the number it was given, by whom."""

    kind: str
    day: date
    number: str
    office: str


@transaction.atomic
def hand_in(
    *, by: Viewer, id: UUID, founding: UUID, kind: str, file: tuple[str, bytes], now: datetime, note: str = ""
) -> UUID:
    """A paper as photo or PDF; a later one of the kind takes its place, the earlier stays. Sent twice, kept once."""
    row = fresh(by, founding, Piece, id)
    if row is None:
        return id
    if kind not in codes_of("founding-pieces"):
        raise Refused(problem("FOUNDING_018", "kind", seen=kind))
    attachment = store.keep_file(read_proof(*file), subject=id, by=by.user_id)[0].id
    Piece.objects.create(
        pk=id, founding=row, kind=kind, attachment=attachment, note=note.strip(), made_by_id=by.user_id, made_at=now
    )
    tell("paper_handed_in", by, id, row, kind=kind)
    return id


@transaction.atomic
def reach(*, by: Viewer, id: UUID, founding: UUID, draft: MilestoneDraft, now: datetime) -> UUID:
    """A step with an office; told again, the later telling counts. Sent twice, told once."""
    row = fresh(by, founding, Milestone, id)
    if row is None:
        return id
    number = legal_key(draft.number) if draft.kind == RATIFIED else squeezed(draft.number)
    told = replace(draft, number=number, office=squeezed(draft.office))
    refuse_if([*_faults(told, by.on), *_of_kind(row, told), *order_faults(row, told.kind, told.day)])
    Milestone.objects.create(
        pk=id, founding=row, kind=told.kind, day=told.day, number=told.number, office=told.office,
        made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    tell("step_reached", by, id, row, kind=told.kind, day=told.day.isoformat())
    return id


def _faults(draft: MilestoneDraft, today: date) -> Iterator[Problem]:
    if draft.kind not in MILESTONES:
        yield problem("FOUNDING_018", "kind", seen=draft.kind)
    yield from late_day(draft.day, today)
    for name, word in (("number", _("Nomor")), ("office", _("Notaris atau instansi"))):
        if not getattr(draft, name):
            yield problem("GENERAL_001", name, label=word)


def _of_kind(row: Founding, draft: MilestoneDraft) -> Iterator[Problem]:
    """A name is judged by the rule of the day it was approved; a legal number is one cooperative's."""
    if draft.kind == NAME:
        yield from name_faults(row.party.party.name, row.party.kind, draft.day)
    if draft.kind != RATIFIED:
        return
    yield from legal_number_faults(draft.number, "number")
    held = parties.holders_of_legal_number([draft.number]).get(draft.number)
    if held is not None and held.id != row.party_id:
        yield problem("FOUNDING_034", "number", seen=draft.number)
