"""All needs of a cohort: the list by which mentors are sought, on the page and as a workbook (B2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from sidamping.features.needs import queries
from sidamping.features.needs.queries import FIELDS, CohortNeed
from sidamping.features.needs.views.answers import page
from sidamping.features.programmes.queries import cohort_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value
from sidamping.rules.books import labels


@allow(*roles.OVERSEERS)
@require_safe
def cohort_needs(request: HttpRequest, cohort: UUID) -> HttpResponse:
    """Every mentee of the cohort with its needs, and how many mentors each theme asks for."""
    lines = _lines(request, cohort)
    told = {one.card.id: _words(one) for one in lines}
    context = {
        "cohort": cohort, "rows": [(one, told[one.card.id]) for one in lines], "themes": queries.by_theme(lines),
        "open": sum(one.need is None for one in lines),
    }  # fmt: skip
    return page(request, "cohort.html", context)


@allow(*roles.OVERSEERS)
@require_safe
def cohort_needs_export(request: HttpRequest, cohort: UUID) -> FileResponse:
    """The same list as a workbook."""
    lines = _lines(request, cohort)
    columns = [
        (pgettext("satu", "Dampingan"), Kind.TEXT, 32), (_("Desa"), Kind.TEXT, 20), (_("Kecamatan"), Kind.TEXT, 20),
        (_("Kabupaten/Kota"), Kind.TEXT, 24), (_("Prioritas"), Kind.NUMBER, 10), (_("Jenis kebutuhan"), Kind.TEXT, 28),
        (_("Tema"), Kind.TEXT, 32), (_("Bidang prioritas"), Kind.TEXT, 32), (_("Tujuan"), Kind.TEXT, 40),
        (_("Strategi"), Kind.TEXT, 40), (_("Metode"), Kind.TEXT, 32), (_("Ditetapkan pada"), Kind.DATE, 12),
        (_("Oleh"), Kind.TEXT, 24), (_("Pendamping"), Kind.TEXT, 24), (_("Catatan"), Kind.TEXT, 40),
    ]
    table = table_of(_("Kebutuhan"), columns, _rows(lines), _("Kebutuhan seluruh peserta"))
    return workbook("kebutuhan.xlsx", table)


def _lines(request: HttpRequest, cohort: UUID) -> tuple[CohortNeed, ...]:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if cohort_card(viewer, cohort) is None:
        raise Http404
    return queries.cohort_needs(viewer, cohort)


def _words(line: CohortNeed) -> dict[str, str]:
    language = reader_language()
    return {
        part: ", ".join(labels(name, language).get(code, code) for code in getattr(line.need, part))
        for part, name in FIELDS.items() if line.need is not None
    }  # fmt: skip


def _rows(lines: Iterable[CohortNeed]) -> Iterable[tuple[Value, ...]]:
    for line in lines:
        card, need, said = line.card, line.need, _words(line)
        words: list[Any] = [said.get(part, "") for part in FIELDS]
        when = (need.determined_on, need.by) if need else (None, "")
        place = (card.mentee_name, card.village, card.district, card.regency, card.priority)
        yield (*place, *words, *when, card.mentor_name, need.remark if need else "")
