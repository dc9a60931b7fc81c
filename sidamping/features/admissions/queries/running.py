"""Applications that have not become a mentoring, as far as a board counts them: path, place, cohort (B14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.admissions.queries.scope import visible
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Applying:
    """An applicant's path; refused ones stay, they are part of the funnel."""

    path_id: UUID
    application_id: UUID
    name: str
    pinned: str
    starts: date
    cohort_id: UUID
    cohort: str
    cohort_path: UUID
    regency: str
    regency_name: str


def applying(viewer: Viewer, programme: str, cohort: UUID | None = None) -> tuple[Applying, ...]:
    """The applications of a programme within the viewer's reach that no mentoring came of yet, by name."""
    rows = visible(viewer).filter(programme=programme, path__engagement__isnull=True, applied_on__lte=viewer.on)
    rows = rows.filter(cohort=cohort) if cohort else rows
    names = (
        "path_id", "id", "name", "path__pinned", "path__starts", "cohort_id", "cohort__name", "cohort__path_id",
        "village_id", "village__parent__parent__name",
    )
    found = rows.order_by("name", "id").values_list(*names)
    return tuple(_applying(row) for row in found)


def _applying(row: tuple[Any, ...]) -> Applying:
    village, regency = row[8], row[9]
    values: tuple[Any, ...] = (*row[:8], village[:5], regency or village[:5])
    return Applying(*values)
