"""Packs for the notary: the versions of a founding, and one with its frozen content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.features.founding.models import Pack
from sidamping.features.founding.queries.scope import in_sight
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class PackLine:
    """A version of the papers for the notary."""

    id: UUID
    founding: UUID
    version: int
    sha256: str
    made_at: datetime
    made_by: str
    content: Mapping[str, Any]


def packs(founding: UUID) -> tuple[PackLine, ...]:
    """The versions, the latest first; the caller has scoped the founding."""
    rows = Pack.objects.filter(founding_id=founding).select_related("made_by").order_by("-version")
    return tuple(_line(row) for row in rows)


def pack(viewer: Viewer, id: UUID) -> PackLine | None:
    """One version; None for a stranger."""
    row = Pack.objects.filter(pk=id, founding__in=in_sight(viewer)).select_related("made_by").first()
    return _line(row) if row else None


def _line(row: Pack) -> PackLine:
    return PackLine(row.pk, row.founding_id, row.version, row.sha256, row.made_at, str(row.made_by), row.content)
