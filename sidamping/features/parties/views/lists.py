"""The registers as lists, and each list as a workbook; both show only what the viewer may see."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from sidamping.features.parties import services
from sidamping.features.parties.forms import FilterForm
from sidamping.features.parties.views.registers import READERS, REGISTERS, Register
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import day_text, reader_language
from sidamping.platform.xlsx.columns import Column, Kind
from sidamping.platform.xlsx.write import Table, write_book
from sidamping.rules.books import labels


@allow(*READERS)
@require_safe
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """A page of a register with its filter."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    of = REGISTERS[kind]
    form = FilterForm(request.GET, viewer=viewer, kind=kind)
    page = of.page(viewer, form.asked(), request.GET.get("after", ""))
    may_add = viewer.has(*services.WRITERS)
    context = {"register": of, "form": form, "page": page, "may_add": may_add, "filtered": any(request.GET.values())}
    return render(request, f"parties/{of.list}.html", {**context, **_addresses(of)})


@allow(*READERS)
@require_safe
def export(request: HttpRequest, kind: str) -> FileResponse:
    """The list, filtered as on the page, as a workbook; personal numbers stay masked."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    of = REGISTERS[kind]
    lines = of.every(viewer, FilterForm(request.GET, viewer=viewer, kind=kind).asked())
    words = {key: labels(name, reader_language()) for key, name in of.coded.items()}
    keys = [key for key, _label, _width in of.columns]
    rows = (
        [*(words.get(key, {}).get(value := getattr(line, key), value) for key in keys), line.village_code, line.place]
        for line in lines
    )
    columns = [Column(key, str(label), width=width) for key, label, width in of.columns]
    columns.append(Column("village", _("Kode desa"), Kind.CODE, 16))
    columns.append(Column("place", pgettext("satu", "Wilayah"), width=52))
    lead = (_("Per tanggal %(on)s, oleh %(name)s.") % {"on": day_text(viewer.on), "name": viewer.name},)
    book = write_book([Table(tab=str(of.title), columns=columns, rows=rows, title=str(of.title), lead=lead)])
    return FileResponse(book, as_attachment=True, filename=f"{of.list}-{viewer.on:%Y-%m-%d}.xlsx")


def _addresses(of: Register) -> dict[str, str]:
    """Names of the addresses that the list's template links to."""
    return {
        "card_url": of.card, "add_url": f"{of.card}_add", "import_url": f"{of.list}_import",
        "export_url": f"{of.list}_export",
    }

