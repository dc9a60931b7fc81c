"""Interviewers: the interviews they hold, and the own marks, which nobody else reads before all have handed in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.forms import MarksForm
from sidamping.features.recruitment.queries import INTERVIEWERS
from sidamping.features.recruitment.views.answers import found_candidate, page
from sidamping.features.recruitment.views.printing import shown_result
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*INTERVIEWERS)
@require_safe
def interviews(request: HttpRequest) -> HttpResponse:
    """The interviews the viewer is asked to hold."""
    return page(request, "interviews.html", {"rows": queries.appearances(request.viewer)})


@allow(*INTERVIEWERS)
@require_http_methods(["GET", "HEAD", "POST"])
def candidate_marks(request: HttpRequest, candidacy: UUID) -> HttpResponse:
    """The viewer's own marks of a candidate: kept as a draft, or handed in for good."""
    card = found_candidate(request, candidacy)
    if card.seat is None or card.result is None:
        raise Http404
    ruler = card.book.instrument_on(card.line.applied_on)
    data = request.POST if request.method == "POST" else None
    form = MarksForm(data, instrument=ruler, marks=card.seat.marks, initial={"remark": card.seat.remark})
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        handing = "serahkan" in request.POST
        try:
            _keep(request, candidacy, form, handing)
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, _("Nilai diserahkan.") if handing else _("Nilai disimpan sebagai draf."))
            return go(reverse("candidate" if handing else "candidate_marks", args=[candidacy]))
    return page(request, "marks.html", {"card": card, "form": form, "result": shown_result(card.result)}, problems)


def _keep(request: HttpRequest, candidacy: UUID, form: MarksForm, handing: bool) -> None:
    marks, remark = form.marks(), form.cleaned_data["remark"]
    if handing:
        services.hand_in_marks(by=request.viewer, candidacy=candidacy, marks=marks, now=request.now, remark=remark)
    else:
        services.save_marks(by=request.viewer, candidacy=candidacy, marks=marks, remark=remark)
