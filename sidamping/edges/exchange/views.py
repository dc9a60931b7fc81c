"""An instrument as XLSForm to take along, and one from elsewhere: looked at by row first, then kept as a sample."""

from __future__ import annotations

import io

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.domain.scoring.numbers import written
from sidamping.edges.exchange.forms import WorkbookForm
from sidamping.edges.exchange.preview import MOST_FAULTS, fault_lines, parts_of
from sidamping.edges.exchange.xlsform.read import FormRead, read_workbook
from sidamping.edges.exchange.xlsform.template import template
from sidamping.edges.exchange.xlsform.workbook import MOST_BYTES
from sidamping.edges.exchange.xlsform.write import workbook_of
from sidamping.features.assessments.queries.instruments import instrument_for, instrument_on, said
from sidamping.features.assessments.services.forms import FORM_BRINGERS, NewForm, add_form
from sidamping.features.parties.services import keep_upload, read_upload
from sidamping.platform.access.guard import allow, signed_in

SPARE_NAME = "formulir.xlsx"


@signed_in
@require_safe
def instrument_xlsform(request: HttpRequest, name: str) -> FileResponse:
    """The workbook of the version in force today, or of ?versi=."""
    version = request.GET.get("versi", "")
    try:
        found = instrument_for(version, name) if version else instrument_on(name, request.today)  # type: ignore[attr-defined]  # set by middleware
    except Refused:
        raise Http404 from None
    filename = f"{found.version.replace('/', '-')}.xlsx"
    return FileResponse(io.BytesIO(workbook_of(found)), as_attachment=True, filename=filename)


@allow(*FORM_BRINGERS)
@require_safe
def instrument_template(request: HttpRequest) -> FileResponse:
    """A small form that can be taken as it is, with a sheet that explains the columns."""
    return FileResponse(io.BytesIO(template()), as_attachment=True, filename="templat-instrumen.xlsx")


@allow(*FORM_BRINGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def instrument_import(request: HttpRequest) -> HttpResponse:
    """Explains the import; takes a workbook and shows what it holds; keeps what was shown."""
    if request.method != "POST":
        return _page(request)
    try:
        return _keep(request) if "upload" in request.POST else _look(request)
    except Refused as refused:
        return _page(request, refused.problems)


def _look(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(problem("SHEETS_009", "file"))
    content, name = file.read(MOST_BYTES + 1), file.name or SPARE_NAME
    read = read_workbook(name, content)
    upload = keep_upload(content, now=request.now)  # type: ignore[attr-defined]  # set by middleware
    one = read.instrument
    context = {
        "read": read, "title": said(one.title), "total": written(one.total, 0), "parts": parts_of(one),
        "remarks": fault_lines(read.remarks), "upload": _signer(request).sign(upload),
    }
    return render(request, "exchange/preview.html", context)


def _keep(request: HttpRequest) -> HttpResponse:
    """Reads the workbook once more, so that only what is sound is kept, whatever was sent."""
    name = request.POST.get("name", "") or SPARE_NAME
    read: FormRead = read_workbook(name, read_upload(_own_upload(request)))
    form = NewForm(read.name, read.starts, read.content, name, read.workbook)
    version = add_form(by=request.viewer, form=form)  # type: ignore[attr-defined]  # set by middleware
    messages.success(request, _("Instrumen %(version)s disimpan sebagai contoh.") % {"version": version})
    return redirect("instrument", read.name)


def _own_upload(request: HttpRequest) -> str:
    """The hash that this person was shown a preview of; SHEETS_009 for any other."""
    try:
        return _signer(request).unsign(request.POST["upload"])
    except BadSignature:
        raise Refused(problem("SHEETS_009", "file")) from None


def _signer(request: HttpRequest) -> Signer:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return Signer(salt=f"exchange.upload.{viewer.user_id}")


def _page(request: HttpRequest, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    lines = fault_lines(problems)
    context = {
        "form": WorkbookForm(), "problems": [one for one in problems if "row" not in one.values],
        "lines": [one for one in lines if one.row], "more": max(0, len(problems) - MOST_FAULTS),
    }
    return render(request, "exchange/import.html", context, status=422 if problems else 200)
