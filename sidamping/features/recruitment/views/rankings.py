"""The ranked list on the page, as a workbook and on paper, and the appointment of those who were chosen."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.forms import AppointForm
from sidamping.features.recruitment.queries import RECRUITERS, Ranking
from sidamping.features.recruitment.render.pdf import ranking_pdf as pdf_of
from sidamping.features.recruitment.render.workbook import ranking_book
from sidamping.features.recruitment.views.answers import found_call, page
from sidamping.features.recruitment.views.printing import printed
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, made_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(*RECRUITERS)
@require_safe
def ranking(request: HttpRequest, call: UUID) -> HttpResponse:
    """The ranked list with its tie rule."""
    found = _found(request, call)
    return page(request, "ranking.html", {"found": found, "call": found.call, "shown": printed(found, request.today)})


@allow(*RECRUITERS)
@require_safe
def ranking_xlsx(request: HttpRequest, call: UUID) -> HttpResponseBase:
    """The ranked list as a workbook."""
    book = ranking_book(printed(_found(request, call), request.today))
    return FileResponse(book, as_attachment=True, filename=f"peringkat-{request.today}.xlsx", content_type=XLSX)


@allow(*RECRUITERS)
@require_safe
def ranking_pdf(request: HttpRequest, call: UUID) -> HttpResponse:
    """The ranked list on paper."""
    found = _found(request, call)
    return made_file(pdf_of(printed(found, request.today), found.call.title), "application/pdf", "peringkat.pdf")


@allow(*RECRUITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def call_appoint(request: HttpRequest, call: UUID) -> HttpResponse:
    """Appoint the chosen candidates with their letters; one-time passwords are shown once."""
    card = found_call(request, call)
    lines = [one for one in queries.candidates_of(request.viewer, call) if one.state == "chosen"]
    start = {"on": request.today, "starts": request.today, "ends": card.ends}
    if request.method != "POST":
        return page(request, "appoint.html", {"call": card, "form": AppointForm(lines=lines, initial=start)})
    form = AppointForm(request.POST, lines=lines)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        seen = form.cleaned_data
        try:
            made = services.appoint(
                by=request.viewer, call=call, chosen=form.drafts(), on=seen["on"], starts=seen["starts"],
                ends=seen["ends"], place=seen["place"],
            )
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, _("Pendamping ditetapkan dan suratnya terbit."))
            if any(one.one_time_password for one in made):
                return page(request, "appointed.html", {"call": card, "made": made})
            return go(reverse("recruitment", args=[call]))
    return page(request, "appoint.html", {"call": card, "form": form}, problems)


def _found(request: HttpRequest, call: UUID) -> Ranking:
    found = queries.ranking_of(request.viewer, call)
    if found is None:
        raise Http404
    return found
