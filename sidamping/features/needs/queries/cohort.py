"""All needs of a cohort on one list: mentors are sought for needs, not the other way round (B2, B3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sidamping.features.needs.models import Need
from sidamping.features.needs.queries.determined import needs_by_engagement
from sidamping.features.needs.queries.lines import NeedLine
from sidamping.features.programmes.queries import EngagementCard, cards, engagement_ids
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class CohortNeed:
    """A mentee of the cohort with its needs in force; None while they are not determined."""

    card: EngagementCard
    need: NeedLine | None


@dataclass(frozen=True)
class ThemeCount:
    """How many mentees have a theme first, by kind of help, and how many of them still seek a mentor."""

    theme: str
    mentees: int
    homebase: int
    coaching: int
    other: int
    unassigned: int


def cohort_needs(viewer: Viewer, cohort: UUID) -> tuple[CohortNeed, ...]:
    """The mentees of a cohort within the viewer's scope, most urgent first; whose needs are open at the end."""
    ids = engagement_ids(viewer).filter(path__cohort_id=cohort).values_list("id", flat=True)
    found = cards(viewer, ids=ids)
    needs = needs_by_engagement(one.id for one in found)
    lines = (CohortNeed(one, needs.get(one.id)) for one in found)
    return tuple(sorted(lines, key=lambda one: (one.need is None, one.card.priority, one.card.mentee_name)))


def themes_sought(cohort: UUID) -> dict[str, int]:
    """How many mentees of the cohort have each theme first; unscoped, for the call that seeks mentors."""
    ids = Need.objects.filter(engagement__path__cohort_id=cohort).values_list("engagement_id", flat=True)
    return dict(Counter(need.theme for need in needs_by_engagement(ids).values()))


def by_theme(lines: Iterable[CohortNeed]) -> tuple[ThemeCount, ...]:
    """The needs counted by first theme, the most wanted first."""
    told = [(one.need, one.card) for one in lines if one.need is not None]
    mentees = Counter(need.theme for need, _card in told)
    helps = Counter((need.theme, kind) for need, _card in told for kind in need.types)
    free = Counter(need.theme for need, card in told if card.mentor_id is None)
    return tuple(
        ThemeCount(
            theme, count, helps[theme, "homebase"], helps[theme, "coaching"], helps[theme, "other"], free[theme]
        )
        for theme, count in mentees.most_common()
    )
