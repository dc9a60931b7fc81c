"""What a board is narrowed to, in words. An address may name anybody: whom its reader does not see stays unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.indicators.definitions import STARTED
from sidamping.features.indicators.models import Summary
from sidamping.features.indicators.queries.groups import MENTOR, group_names
from sidamping.features.indicators.queries.wanted import READERS, Wanted, home_province, provinces_read
from sidamping.features.indicators.queries.words import group_word, pivot_words
from sidamping.features.programmes.queries import engagement_ids, open_places
from sidamping.features.programmes.queries.assignments import mentor_seen
from sidamping.features.programmes.queries.walks import cohorts_named
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.queries import branches, names_of
from sidamping.rules import books


def narrowing(viewer: Viewer, wanted: Wanted) -> tuple[str, ...]:
    """Cohort, area, mentor and measured groups by name; those without one by what they lack."""
    return tuple(_told(viewer, wanted))


def narrowed_to(viewer: Viewer, wanted: Wanted) -> str:
    """The programme and everything else in one line, for papers and workbooks; '' of all the viewer sees."""
    programme = dict(programmes_of(viewer)).get(wanted.programme, "")
    return ", ".join(one for one in (programme, *_told(viewer, wanted)) if one)


def programmes_of(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """The programmes in which the viewer reads boards: code and title."""
    held = {grant.programme for grant in viewer.holding(*READERS)}
    found = (one for one in books.programmes(viewer.on) if "" in held or one.code in held)
    return tuple((one.code, one.title.text(reader_language())) for one in found)


def cohorts_seen(viewer: Viewer, programme: str = "", cohort: UUID | None = None) -> tuple[tuple[UUID, str], ...]:
    """The cohorts in which the viewer sees anybody, newest first; of a programme, or the one named."""
    begun = Summary.objects.filter(measure=STARTED, cohort_id__isnull=False, engagement_id__in=engagement_ids(viewer))
    begun = begun.filter(programme=programme) if programme else begun
    return cohorts_named((begun.filter(cohort_id=cohort) if cohort else begun).values("cohort_id"))


def province_first(viewer: Viewer, wanted: Wanted, by: str) -> bool:
    """Whether a province has to be chosen before mentors stand side by side.

    Nobody reads the thousands of a nation, and who carries whom is asked of each mentoring.
    """
    return by == MENTOR and not home_province(viewer, wanted) and open_places(viewer) is not None


def provinces_of(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """(code, name) of the provinces of which the viewer reads boards."""
    held = provinces_read(viewer)
    return tuple((one.code, one.name) for one in branches("") if "" in held or one.code in held)


def _told(viewer: Viewer, wanted: Wanted) -> Iterator[str]:
    if wanted.programme and wanted.programme not in dict(programmes_of(viewer)):
        yield _("program tanpa dampingan yang Anda lihat")
    if isinstance(wanted.cohort, UUID):
        names = dict(cohorts_seen(viewer, cohort=wanted.cohort))
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
    """Titles name their measure; what has none, as what is not reported, is told with it."""
    named = group_names(by, [key], wanted.month.end)
    return named[key] if key in named else f"{pivot_words([by])[by]}: {group_word(by, key, named).lower()}"
