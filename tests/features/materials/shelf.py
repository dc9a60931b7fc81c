"""Pieces as an office writes them; each test changes what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.features.materials import services
from sidamping.features.materials.services import MaterialDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.people import look

STARTER = "cost-of-one-pack"
BODY = "Ajak menghitung.\n## Langkah\n1. Timbang\n2. Catat\nHasil: ______"


def draft(**changes: Any) -> MaterialDraft:
    """A guide on weighing coffee."""
    plain = {
        "title": "Menimbang kopi dengan benar", "summary": "Supaya berat di label sama dengan isinya.",
        "topic": "success", "format": "guide", "level": "basic", "body": BODY,
    }
    return MaterialDraft(**{**plain, **changes})


def added(by: User, now: datetime, *, area: str = places.KUPANG, upload: Any = None, **changes: Any) -> UUID:
    """A piece of Yosef's office in Kupang, unless another one is told."""
    return services.add_material(
        by=look(by), id=uuid7(), area=area, draft=draft(**changes), now=now, upload=upload
    )
