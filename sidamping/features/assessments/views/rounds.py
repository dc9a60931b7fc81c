"""Rounds: the list of what waits, opening one, the page of one with its people, acts and the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.assessments import queries
from sidamping.features.assessments.forms import FilterForm
from sidamping.features.assessments.queries import AssessmentFilter
from sidamping.features.assessments.views.answers import READERS
from sidamping.features.assessments.views.shown import LOOKS, PURPOSES, work_item
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, write_book

MOST_ROWS = 20_000


@allow(*READERS)
@require_safe
def assessments(request: HttpRequest) -> HttpResponseBase:
    """What waits for the viewer and what was decided; as a workbook with ?unduh=xlsx."""
    viewer: Viewer = request.viewer
    form = FilterForm(request.GET, instruments_known(viewer))
    wanted = form.wanted()
    if request.GET.get("unduh") == "xlsx":
        return _workbook(viewer, wanted)
    after = request.GET.get("after", "")
    page = queries.assessments_page(viewer, wanted, after)
    waiting = queries.waiting_for(viewer) if wanted == AssessmentFilter() and not after else ()
    above = {one.id for one in waiting}
    context = {
        "page": page, "waiting": [work_item(one) for one in waiting],
        "items": [work_item(one) for one in page.rows if one.id not in above], "form": form, "wanted": wanted,
        "filtered": wanted != AssessmentFilter(), "named": bool(wanted.text or wanted.instrument),
        "tabs": _tabs(wanted), "may_open": queries.opens_any(viewer),
    }  # fmt: skip
    return render(request, "assessments/assessments.html", context)


def instruments_known(viewer: Viewer) -> list[tuple[str, str]]:
    """The instruments in force today, as choices."""
    return [(one.name, one.title) for one in queries.instruments_on(viewer.on)]


def _tabs(wanted: AssessmentFilter) -> list[dict[str, Any]]:
    words = {"": _("Semua"), **{code: word for code, (_look, word) in LOOKS.items() if code != "withdrawn"}}
    return [{"code": code, "word": word, "here": wanted.state == code} for code, word in words.items()]


def _workbook(viewer: Viewer, wanted: AssessmentFilter) -> FileResponse:
    columns = [
        Column("subject", _("Yang dinilai"), width=30), Column("place", _("Tempat"), width=36),
        Column("instrument", _("Instrumen"), width=40), Column("version", _("Versi"), width=26),
        Column("status", _("Status aturan")), Column("purpose", _("Untuk apa"), width=22),
        Column("as_of", _("Per tanggal"), Kind.DATE), Column("state", _("Keadaan")),
        Column("lead", _("Penilai utama"), width=24), Column("total", _("Nilai")),
        Column("simulated", _("Simulasi")), Column("category", _("Kategori"), width=24),
        Column("coverage", _("Bobot yang dinilai (%)")),
    ]  # fmt: skip
    book = write_book([Table(tab=_("Asesmen"), columns=columns, rows=_rows(viewer, wanted), title=_("Asesmen"))])
    return FileResponse(book, as_attachment=True, filename="asesmen.xlsx")


def _rows(viewer: Viewer, wanted: AssessmentFilter) -> Iterator[tuple[Any, ...]]:
    after, written = "", 0
    while True:
        page = queries.assessments_page(viewer, wanted, after)
        for one in page.rows:
            yield (
                one.subject.name, one.subject.place, one.instrument_title, one.version, one.status,
                str(PURPOSES[one.purpose]), one.as_of, str(LOOKS[one.state][1]), one.lead, _figure(one.total),
                _("ya") if one.simulated else _("tidak"), one.category, _figure(one.coverage),
            )  # fmt: skip
        after, written = page.next_key, written + len(page.rows)
        if not after or written >= MOST_ROWS:
            return


def _figure(value: object) -> str:
    """The exact figure as text: totals have decimals, and cells of numbers here are whole."""
    return "" if value is None else str(value).replace(".", ",")
