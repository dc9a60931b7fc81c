"""A piece of the material library that an address can name: of the office of a regency, with a file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from sidamping.features.fieldwork.models import Delivery, VisitRevision
from sidamping.features.materials.models import Edition, Material
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture


def shelved(by: User, visit: Any, area: str, drawn: bytes) -> dict[str, Any]:
    """The piece, handed over in the visit."""
    now = timezone.make_aware(datetime(2026, 10, 1, 9))
    piece = Material.objects.create(area=area, by=by, created_at=now)
    kept, _ = keep_picture(read_picture("timbangan.png", drawn), subject=piece.pk, by=by.pk)
    edition = Edition.objects.create(
        material=piece, number=1, title="Menimbang", summary="Supaya beratnya benar", topic="success", format="guide",
        level="basic", body="- Timbang", file_id=kept.id, by=by, at=now,
    )
    revision = VisitRevision.objects.get(visit_id=visit)
    Delivery.objects.create(revision=revision, code=str(piece.pk), edition=edition)
    return {"material": piece.pk}
