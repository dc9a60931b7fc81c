"""The newest figures of an engagement that count, as lines with words, for features above; mostly unscoped."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.papers import continuity
from sidamping.domain.papers.continuity import Value
from sidamping.domain.papers.states import ACCEPTED
from sidamping.features.papers.models import Revision
from sidamping.features.papers.queries import chain
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import paper_format


@dataclass(frozen=True)
class FigureLine:
    """One line of the development report: 'rupiah' or 'people'."""

    code: str
    label: str
    unit: str
    value: int


@dataclass(frozen=True)
class Figures:
    """The closing figures of the newest month that counts."""

    month: date
    lines: tuple[FigureLine, ...]


def accepted_figures(engagement_id: UUID, on: date) -> Figures | None:
    """The figures of the newest accepted month before a day, in the order of the report; None when there are none."""
    found = chain.accepted_before(engagement_id, on)
    if found is None:
        return None
    told = paper_format(chain.KIND, on).lines
    values = ((one, found.values.get(one.code)) for one in told)
    lines = tuple(FigureLine(one.code, str(one.label), one.unit, value) for one, value in values if value is not None)
    return Figures(found.month, lines)


def figures_of_mentees(viewer: Viewer, mentees: Collection[UUID]) -> dict[UUID, tuple[date, dict[str, Value]]]:
    """Month and closing values of each mentee's newest report that was passed on, of mentorings the viewer reads."""
    passed = Revision.objects.filter(
        paper__kind=chain.KIND, paper__engagement__mentee_id__in=mentees, paper__period_start__lt=viewer.on,
        paper__engagement_id__in=engagement_ids(viewer), acts__action__in=ACCEPTED,
    )  # fmt: skip
    newest = passed.order_by("paper__engagement__mentee_id", "-paper__period_start", "-number")
    rows = newest.distinct("paper__engagement__mentee_id")
    told = rows.values_list("paper__engagement__mentee_id", "paper__period_start", "content")
    return {mentee: (month, continuity.closing(content)) for mentee, month, content in told}
