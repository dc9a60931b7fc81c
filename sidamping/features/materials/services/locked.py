"""What every write to a piece begins with: its own turn, and whether the writer's office keeps it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.materials.models import Edition, Material, Retirement
from sidamping.features.materials.queries.scope import keeps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


def locked(by: Viewer, material: UUID) -> tuple[Material, Edition, Retirement | None]:
    """The piece with its current edition and the retirement that stands; Refused when it is not the writer's."""
    take_turns(material)
    row = Material.objects.filter(pk=material).first()
    if row is None or not keeps(by, row.area):
        raise Refused(problem("MATERIALS_004"))
    newest = Edition.objects.select_related("by").get(material=row, superseded_at=None)
    return row, newest, Retirement.objects.filter(material=row, lifted_at=None).first()


def tell(what: str, by: Viewer, row: Material, **more: Any) -> None:
    """The activity row of a write."""
    journal.record(f"materials.{what}", by=by.user_id, subject=row.pk, regency=row.area[:5], **more)
