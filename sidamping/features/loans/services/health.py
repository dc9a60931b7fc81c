"""Takes the figures of the book into the own open health form; each says in its note where it comes from."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sidamping.domain.periods import long_day
from sidamping.domain.problems import Refused, problem
from sidamping.features.assessments import services as assessing
from sidamping.features.loans.queries.health import HealthFigures, health_figures
from sidamping.platform.access.viewer import Viewer


def take_figures(*, by: Viewer, assessment: UUID, now: datetime) -> int:
    """How many amounts came from the book. What else is filled in stays; sent twice, it is taken once."""
    found = health_figures(by, assessment, whole=True)
    if found is None or found.book is None:
        raise Refused(problem("LOANS_047"))
    said = _source(found)
    assessing.save_filling(
        by=by, assessment=assessment, values={one.key: str(one.booked) for one in found.lines},
        notes={one.key: said for one in found.lines}, seen=found.form.revised, now=now,
    )  # fmt: skip
    return len(found.lines)


def _source(found: HealthFigures) -> str:
    assert found.book is not None
    unit = f" unit {found.book.unit}" if found.book.unit else ""
    return f"Dari buku besar{unit} per {long_day(found.book.at)}"
