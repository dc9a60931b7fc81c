"""The frozen content of a report, for whoever may read the examination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sidamping.features.supervision.models import Report
from sidamping.features.supervision.queries.scope import visible
from sidamping.platform.access.viewer import Viewer


def report_content(viewer: Viewer, examination: UUID) -> tuple[Mapping[str, Any], str] | None:
    """What the report says and its hash; None for a stranger and before it is issued."""
    row = Report.objects.filter(pk=examination, examination__in=visible(viewer)).first()
    return (row.content, row.sha256) if row is not None else None
