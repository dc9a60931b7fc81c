"""Applications and the counted reasons of a round as workbooks: the scope and filters of the page (B1, C8)."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.admissions import queries
from sidamping.features.admissions.forms.filters import STATES
from sidamping.features.admissions.queries import ApplicationLine
from sidamping.features.admissions.views.applications import filter_form
from sidamping.platform.access.guard import allow
from sidamping.platform.http.workbooks import Columns, table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value


@allow(*queries.READERS)
@require_safe
def applications_export(request: HttpRequest) -> FileResponse:
    """The filtered list; numbers of identity and telephones stay out."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = filter_form(request)
    lines = queries.named(queries.every_application(viewer, form.wanted())) if form.cohorts else ()
    columns = [
        (_("Antrean"), Kind.NUMBER, 10), (_("Nomor"), Kind.CODE, 34), (_("Nama"), Kind.TEXT, 32),
        (_("Tempat"), Kind.TEXT, 40), (_("Kode desa"), Kind.CODE, 16), (_("Tanggal permohonan"), Kind.DATE, 14),
        (_("Keadaan"), Kind.TEXT, 28), (_("Sejak"), Kind.DATE, 14), (_("Prioritas"), Kind.TEXT, 36),
        (_("Angkatan"), Kind.TEXT, 28),
    ]
    return _file(_("Permohonan"), columns, map(_row, lines), "permohonan")


@allow(*queries.READERS)
@require_safe
def application_reasons_export(request: HttpRequest) -> FileResponse:
    """Why applications of the round were refused or withdrawn, counted."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    counted = queries.counted_reasons(viewer, *filter_form(request).rounds)
    columns = [
        (_("Keadaan"), Kind.TEXT, 24), (_("Tahap"), Kind.TEXT, 36), (_("Alasan"), Kind.TEXT, 44),
        (_("Jumlah"), Kind.NUMBER, 10),
    ]
    rows = ((str(STATES[one.state]), one.stage, one.reason, one.count) for one in counted)
    return _file(_("Alasan"), columns, rows, "alasan-permohonan")


def _row(one: ApplicationLine) -> tuple[Value, ...]:
    state = one.stage_word if one.standing.state == queries.OPEN else str(STATES[one.standing.state])
    who = (one.place, one.number, one.name, one.place_name, one.village, one.applied_on)
    return (*who, state, one.standing.since, "; ".join(one.preferred), one.cohort)


def _file(
    title: str, columns: Columns, rows: Iterable[tuple[Value, ...]], name: str
) -> FileResponse:
    return workbook(f"{name}.xlsx", table_of(title, columns, rows))
