"""What a board is narrowed to, in words. An address may name anybody: whom its reader does not see stays unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.indicators.definitions import STARTED
from sidamping.features.indicators.models import Summary
from sidamping.features.indicators.queries.groups import MENTOR, group_names
from sidamping.features.indicators.queries.wanted import Wanted
from sidamping.features.indicators.queries.words import group_word, pivot_words
from sidamping.features.programmes.queries import engagement_ids
from sidamping.features.programmes.queries.assignments import mentor_seen
from sidamping.features.programmes.queries.walks import cohorts_named
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory.queries import names_of


def narrowing(viewer: Viewer, wanted: Wanted) -> tuple[str, ...]:
    """Cohort, area, mentor and measured groups by name; those without one by what they lack."""
    return tuple(_told(viewer, wanted))


def cohorts_seen(viewer: Viewer, **narrow: object) -> tuple[tuple[UUID, str], ...]:
    """The cohorts in which the viewer sees anybody, newest first."""
    begun = Summary.objects.filter(measure=STARTED, cohort_id__isnull=False, engagement_id__in=engagement_ids(viewer))
    return cohorts_named(begun.filter(**narrow).values("cohort_id"))


def _told(viewer: Viewer, wanted: Wanted) -> Iterator[str]:
    if isinstance(wanted.cohort, UUID):
        names = dict(cohorts_seen(viewer, cohort_id=wanted.cohort))
        yield names.get(wanted.cohort, _("angkatan tanpa dampingan yang Anda lihat"))
    elif wanted.cohort:
        yield group_word("cohort", "", {})
    if wanted.area:
        yield names_of([wanted.area]).get(wanted.area, wanted.area)
    if isinstance(wanted.mentor, UUID):
        seen = mentor_seen(viewer, wanted.mentor, wanted.month.end)
        yield seen or _("pendamping tanpa dampingan yang Anda lihat")
    elif wanted.mentor:
        yield group_word(MENTOR, "", {})
    for by, value in wanted.held:
        yield _measured(by, "" if value is None else str(value), wanted)


def _measured(by: str, key: str, wanted: Wanted) -> str:
    """The titles name their measure; what is not reported is told with it."""
    word = group_word(by, key, group_names(by, [key], wanted.month.end))
    return word if key else f"{pivot_words([by])[by]}: {word.lower()}"
