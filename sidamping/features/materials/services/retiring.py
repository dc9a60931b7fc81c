"""Retires a piece that should not be handed over any more, and takes it up again; it is never deleted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.materials.drafts import long_faults
from sidamping.domain.problems import problem, refuse_if
from sidamping.features.materials.models import Retirement
from sidamping.features.materials.queries.words import LABELS
from sidamping.features.materials.services.locked import locked, tell
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def retire_material(*, by: Viewer, material: UUID, why: str, now: datetime) -> None:
    """Not offered from now on; what was handed over stays readable. A second time changes nothing."""
    row, _newest, retired = locked(by, material)
    if retired is not None:
        return
    empty = [] if why.strip() else [problem("GENERAL_001", "why", label=LABELS["why"])]
    refuse_if([*empty, *long_faults({"why": why}, LABELS)])
    Retirement.objects.create(material=row, why=why.strip(), by_id=by.user_id, at=now)
    tell("retired", by, row, why=why.strip())


@transaction.atomic
def take_up_material(*, by: Viewer, material: UUID, now: datetime) -> None:
    """Offered again; nothing happens where it is offered already."""
    row, _newest, retired = locked(by, material)
    if retired is None:
        return
    Retirement.objects.filter(pk=retired.pk).update(lifted_at=now, lifted_by_id=by.user_id)
    tell("taken_up", by, row)
