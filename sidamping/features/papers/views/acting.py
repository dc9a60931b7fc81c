"""Writes on papers: open, hand in, act, confirm a copy. What is refused is told on the page it was tried from."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.papers import queries, services
from sidamping.features.papers.forms import ActForm, OnPaperForm, OpenForm
from sidamping.features.papers.views.answers import ACTORS, HOLDERS, RECORDERS, found_page, now_of, viewer_of
from sidamping.features.papers.views.editing import edit_answer
from sidamping.features.papers.views.lists import papers_page
from sidamping.features.papers.views.sheets import sheet_page
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go, tell_faults


@allow(roles.MENTOR)
@require_POST
def paper_open(request: HttpRequest) -> HttpResponse:
    """Make or find the draft of a kind for a period, and go to writing it."""
    viewer, said = viewer_of(request), request.POST
    if "susun" in said:
        return _open_other(request)
    engagement = _id(said.get("engagement", ""))
    if engagement is not None and engagement_card(viewer, engagement) is None:
        raise Http404
    try:
        made = services.open_paper(
            by=viewer, kind=said.get("kind", ""), period=said.get("period", ""), on=viewer.on, engagement=engagement,
            programme=said.get("programme", ""),
        )
    except Refused as refused:
        tell_faults(request, refused.problems)
        return go(reverse("papers"))
    return go(reverse("paper_edit", args=[made]))


def _open_other(request: HttpRequest) -> HttpResponse:
    """From the form of the list: what is refused is told there and the choice stays."""
    viewer = viewer_of(request)
    form = OpenForm(queries.openable(viewer), request.POST)
    asked, wrong = form.asked()
    try:
        refuse_if(wrong)
        made = services.open_paper(by=viewer, on=viewer.on, **asked)
    except Refused as refused:
        return papers_page(request, form, refused.problems)
    return go(reverse("paper_edit", args=[made]))


@allow(roles.MENTOR)
@require_POST
def paper_submit(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Hand the paper in; what is missing is told on the writing page."""
    viewer = viewer_of(request)
    page = queries.paper(viewer, paper)
    if page is None or not page.own:
        raise Http404
    try:
        services.submit_paper(by=viewer, paper=paper, on=viewer.on, now=now_of(request))
    except Refused as refused:
        return edit_answer(request, paper, refused.problems)
    messages.success(request, _("%(title)s %(period)s diserahkan.") % {
        "title": page.line.title, "period": page.line.period})  # fmt: skip
    return go(reverse("paper", args=[paper]))


@allow(*ACTORS)
@require_POST
def paper_act(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Acknowledge, pass on, return or receive the version that the actor saw."""
    viewer, page = viewer_of(request), found_page(request, paper)
    form = ActForm(request.POST)
    if not form.is_valid():
        return sheet_page(request, page, problems=(problem("GENERAL_003"),))
    try:
        services.act(by=viewer, paper=paper, now=now_of(request), **form.cleaned_data)
    except Refused as refused:
        return sheet_page(request, found_page(request, paper), problems=refused.problems, form=form)
    messages.success(request, _("Tercatat pada %(title)s %(period)s.") % {
        "title": page.line.title, "period": page.line.period})  # fmt: skip
    return go(reverse("paper", args=[paper]))


@allow(*RECORDERS)
@require_POST
def paper_on_paper(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Write down that a chair without an account signed the printed sheet."""
    viewer, page = viewer_of(request), found_page(request, paper)
    form = OnPaperForm(request.POST)
    said = form.said()
    if said is None:
        return sheet_page(request, page, problems=(problem("GENERAL_003"),))
    try:
        services.acknowledge_on_paper(by=viewer, paper=paper, on=viewer.on, now=now_of(request), **said)
    except Refused as refused:
        return sheet_page(request, found_page(request, paper), problems=refused.problems, on_paper=form)
    messages.success(request, _("Tanda tangan ketua di atas kertas tercatat."))
    return go(reverse("paper", args=[paper]))


@allow(*HOLDERS)
@require_POST
def paper_copy(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Confirm the receipt of one copy."""
    page, said = found_page(request, paper), request.POST.get("copy", "")
    try:
        number = int(said) if said.isdecimal() and len(said) < 3 else 0
        services.receive_copy(by=viewer_of(request), paper=paper, copy_no=number, now=now_of(request))
    except Refused as refused:
        return sheet_page(request, page, problems=refused.problems)
    messages.success(request, _("Rangkap %(no)s tercatat diterima.") % {"no": number})
    return go(reverse("paper", args=[paper]))


def _id(text: str) -> UUID | None:
    found = read_id(text)
    if text and found is None:
        raise Http404
    return found
