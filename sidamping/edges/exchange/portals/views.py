"""Pages of the systems of others: their layouts, the file of each, the fields of one row to copy, the comparison."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.portals import Difference, Reconciled, Value
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.edges.exchange.portals.comparing import compared
from sidamping.edges.exchange.portals.files import csv_lines, json_lines, tables
from sidamping.edges.exchange.portals.forms import TheirFileForm
from sidamping.edges.exchange.portals.rows import READERS, OurRow, every_row, row_of, row_page
from sidamping.edges.exchange.preview import MOST_FAULTS, fault_lines
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import room_page, there
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import PAGE_SIZE
from sidamping.platform.xlsx.read import MOST_BYTES
from sidamping.platform.xlsx.write import write_book
from sidamping.rules import portals as rules
from sidamping.rules.portals import Portal, PortalColumn

page = partial(room_page, "exchange")
TEXTS = {"csv": "text/csv", "json": "application/json"}
SHOWN = 100
"""So many rows of each list of a comparison stand on the page."""


@dataclass(frozen=True)
class Told:
    """A column of a row in words: its heading, the value as typed there, and what it means."""

    column: PortalColumn
    label: str
    value: str
    meaning: str


@allow(*READERS)
@require_safe
def portals(request: HttpRequest) -> HttpResponse:
    """The systems for which there is a layout today."""
    found = [(one, one.title.text(reader_language())) for one in rules.portals(request.today)]  # type: ignore[attr-defined]  # set by middleware
    return page(request, "portals.html", {"portals": found})


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def portal(request: HttpRequest, portal: str) -> HttpResponse:
    """A layout with its rows; with a file of theirs the comparison, of which nothing is kept."""
    found = _portal(request, portal)
    if request.method == "POST":
        try:
            return page(request, "portal_compared.html", _setting(found) | _lists(found, _comparison(request, found)))
        except Refused as refused:
            return _form(request, found, refused.problems)
    return _form(request, found, ())


@allow(*READERS)
@require_safe
def portal_row(request: HttpRequest, portal: str, row: UUID) -> HttpResponse:
    """Each field of one row to copy, in the order in which the other system asks for it."""
    found = _portal(request, portal)
    held = there(row_of(request.viewer, found, row))  # type: ignore[attr-defined]  # set by middleware
    fields = told(found, held)
    text = "\n".join(f"{one.label}: {one.value or '-'}" for one in fields)
    return page(request, "portal_row.html", _setting(found) | {"row": held, "fields": fields, "text": text})


@allow(*READERS)
@require_safe
def portal_export(request: HttpRequest, portal: str) -> HttpResponseBase:
    """The rows of the layout as a workbook, or with ?bentuk= as csv or json."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    found, form = _portal(request, portal), request.GET.get("bentuk", "xlsx")
    rows, name = every_row(viewer, found), f"{found.name}-{viewer.on:%Y-%m-%d}"
    if form == "xlsx":
        return FileResponse(write_book(tables(found, rows)), as_attachment=True, filename=f"{name}.xlsx")
    if form not in TEXTS:
        raise Http404
    lines = csv_lines(found, rows) if form == "csv" else json_lines(found, rows, viewer.on)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"', "Cache-Control": "private, no-store"}
    return StreamingHttpResponse(lines, content_type=f"{TEXTS[form]}; charset=utf-8", headers=headers)


def told(portal: Portal, row: OurRow) -> list[Told]:
    """The columns of a row for whoever types them elsewhere."""
    language = reader_language()
    return [
        Told(one, one.label.id, said(row.values[one.key]), one.meaning.text(language))
        for one in portal.columns
    ]


def said(value: Value) -> str:
    """A value as it is typed there: a day as dd/mm/yyyy, an amount in digits alone; '' where nothing is told."""
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else "" if value is None else str(value)


def _portal(request: HttpRequest, name: str) -> Portal:
    return there(rules.portal(name, request.today))  # type: ignore[attr-defined]  # set by middleware


def _setting(found: Portal) -> dict[str, object]:
    language = reader_language()
    return {"portal": found, "title": found.title.text(language), "how": found.how.text(language)}


def _form(request: HttpRequest, found: Portal, problems: tuple[Problem, ...]) -> HttpResponse:
    """The layout's page, with the faults of the file by row where it could not be read."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    rows = row_page(viewer, found, request.GET.get("after", ""), PAGE_SIZE)
    lines = fault_lines(problems)
    context = _setting(found) | {
        "form": TheirFileForm(), "page": rows, "columns": told_columns(found),
        "rows": [(row, told(found, row)[:4]) for row in rows.rows],
        "lines": [one for one in lines if one.row], "more": max(0, len(problems) - MOST_FAULTS),
    }
    whole = [one for one in problems if "row" not in one.values]
    return page(request, "portal.html", context, whole, wrong=bool(problems))


def told_columns(found: Portal) -> list[tuple[PortalColumn, str]]:
    """Each column with its meaning in the reader's language."""
    return [(one, one.meaning.text(reader_language())) for one in found.columns]


def _comparison(request: HttpRequest, found: Portal) -> Reconciled:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(problem("SHEETS_009", "file"))
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return compared(viewer, found, file.read(MOST_BYTES + 1), file.name or _("berkas.xlsx"))


def _lists(found: Portal, made: Reconciled) -> dict[str, object]:
    labels = {one.key: one.label.id for one in found.columns}

    def pair(one: Difference) -> tuple[str, str, str]:
        return labels[one.column], said(one.ours), said(one.theirs)

    return {
        "made": made, "shown": SHOWN, "ours": made.ours_alone[:SHOWN], "theirs": made.theirs_alone[:SHOWN],
        "differing": [(row, [pair(one) for one in told]) for row, told in made.differing[:SHOWN]],
        "doubled": [key.partition(":")[2] for key in made.doubled[:SHOWN]],
    }  # fmt: skip
