"""Writing a draft: its cells and figures, the locked starting values, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, refuse_if
from sidamping.features.papers import queries, services
from sidamping.features.papers.forms import DraftForm
from sidamping.features.papers.queries import EditPage
from sidamping.features.papers.views.answers import now_of, viewer_of
from sidamping.features.papers.views.behind import behind
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, tell_faults

EARLIER_FIRST = "PAPERS_016"
NOT_MEASURED = "PAPERS_042"


@allow(roles.MENTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_edit(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The draft open for writing; `serahkan` among the posted values hands it in after saving."""
    page = _page_or_404(request, paper)
    if page is None:
        return go(reverse("paper", args=[paper]))
    if request.method != "POST":
        return _answer(request, page, DraftForm(page))
    form = DraftForm(page, request.POST)
    try:
        _save(request, paper, form)
        if "serahkan" in request.POST:
            viewer = viewer_of(request)
            services.submit_paper(by=viewer, paper=paper, on=viewer.on, now=now_of(request), answer=form.answer())
    except Refused as refused:
        return _answer(request, page, form, refused.problems)
    if "serahkan" in request.POST:
        messages.success(request, _("%(title)s %(period)s diserahkan.") % {
            "title": page.line.title, "period": page.line.period})  # fmt: skip
        return go(reverse("paper", args=[paper]))
    messages.success(request, _("Draf tersimpan."))
    return go(reverse("paper_edit", args=[paper]))


def edit_answer(request: HttpRequest, paper: UUID, problems: Iterable[Problem]) -> HttpResponse:
    """The writing page with the faults of a submission tried elsewhere; the sheet when it is closed for writing."""
    page = _page_or_404(request, paper)
    if page is None:
        tell_faults(request, problems)
        return go(reverse("paper", args=[paper]))
    return _answer(request, page, DraftForm(page), problems)


def _figure_lines(page: EditPage, form: DraftForm) -> list[dict[str, Any]]:
    """The fields of each line, with the pages behind what the books tell of it."""
    book, month = str(page.booked.book), Month.of(page.line.period_start)
    return [
        {**one, "opened": one["line"].written,
         "behind": behind(book, one["line"].known.accounts, one["line"].is_stock, month)
         if one["line"].known else []}
        for one in form.line_fields
    ]  # fmt: skip


def _linked(missing: Iterable[Problem], form: DraftForm) -> list[tuple[str, str]]:
    """What is missing, each with where to mend it: its field, or the earlier paper that must come first."""
    language = get_language() or "id"
    return [(one.text(language), _mended_at(one, form)) for one in missing]


def _mended_at(fault: Problem, form: DraftForm) -> str:
    if fault.code == EARLIER_FIRST:
        line = form.page.line
        wished = {"kind": line.kind, "engagement": line.engagement_id, "period": Month.of(line.period_start).previous}
        return f"{reverse('papers')}?{urlencode(wished)}#susun"
    if fault.code == NOT_MEASURED:
        return reverse("indicators", args=[form.page.line.engagement_id])
    return f"#{form[fault.where].auto_id}" if fault.where in form.fields else ""


def _save(request: HttpRequest, paper: UUID, form: DraftForm) -> None:
    seen = request.POST.get("seen", "")
    figures, wrong = form.figures()
    refuse_if(wrong)
    viewer = viewer_of(request)
    services.save_draft(
        by=viewer, paper=paper, seen=int(seen) if seen.isdecimal() else -1, narrative=form.narrative(),
        figures=figures, on=viewer.on,
    )  # fmt: skip


def _page_or_404(request: HttpRequest, paper: UUID) -> EditPage | None:
    """The draft; None when the mentor's own paper is closed for writing; 404 for anybody else."""
    viewer = viewer_of(request)
    page = queries.edit_page(viewer, paper)
    if page is None:
        seen = queries.paper(viewer, paper)
        if seen is None or not seen.own:
            raise Http404
    return page


def _answer(request: HttpRequest, page: EditPage, form: DraftForm, problems: Iterable[Problem] = ()) -> HttpResponse:
    found = tuple(page.words.fault(one) for one in problems)
    fresh = queries.edit_page(viewer_of(request), page.line.id) if found else page
    missing = fresh.missing if fresh else page.missing
    context = {
        "page": page, "line": page.line, "form": form, "problems": found, "missing": _linked(missing, form),
        "figure_lines": _figure_lines(page, form),
    }  # fmt: skip
    if form.is_bound and fresh is not None and not any(one.code == "GENERAL_003" for one in found):
        form.data = {**form.data.dict(), "seen": str(fresh.revised)}  # type: ignore[attr-defined]  # a posted QueryDict
    return render(request, "papers/edit.html", context, status=422 if found else 200)
