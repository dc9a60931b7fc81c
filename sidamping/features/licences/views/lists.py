"""The list of an office: which papers are missing, have run out or soon will; the same as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.licences import queries
from sidamping.features.licences.forms import FilterForm
from sidamping.features.licences.queries import PAPERS, OfficeLine, PaperLine
from sidamping.features.licences.views.desk import page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value
from sidamping.rules.books import label


@allow(*roles.OVERSEERS)
@require_safe
def licences(request: HttpRequest) -> HttpResponse:
    """The cooperatives of the area with what wants attention."""
    text = _text(request)
    rows = queries.office_page(request.viewer, request.today, text, request.GET.get("after", ""))
    return page(request, "licences.html", {"page": rows, "form": FilterForm(request.GET or None), "text": text})


@allow(*roles.OVERSEERS)
@require_safe
def licences_export(request: HttpRequest) -> FileResponse:
    """The whole list."""
    columns = (
        (_("Koperasi"), Kind.TEXT, 36), (_("Tempat"), Kind.TEXT, 40), (_("Belum ada"), Kind.TEXT, 50),
        (_("Habis masa berlaku"), Kind.TEXT, 50), (_("Segera habis"), Kind.TEXT, 50),
    )  # fmt: skip
    rows = _rows(queries.every_line(request.viewer, request.today, _text(request)))
    return workbook("izin-koperasi.xlsx", table_of(_("Izin koperasi"), columns, rows))


def _rows(lines: Iterable[OfficeLine]) -> Iterator[tuple[Value, ...]]:
    for one in lines:
        yield one.name, one.place, _told(one.missing), _told(one.expired), _told(one.expiring)


def _told(papers: Iterable[PaperLine]) -> str:
    named = ((label(PAPERS, one.kind, reader_language()), one.expires_on) for one in papers)
    return "; ".join(f"{name} ({day:%d/%m/%Y})" if day else name for name, day in named)


def _text(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:80]
