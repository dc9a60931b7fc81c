"""Codes of visits: the card for the mentee, today's code for the chair, and the mentor who types what was read out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Problem, Refused
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.queries import ISSUERS
from sidamping.features.oversight.views.answers import found_engagement, month_asked, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language


@allow(roles.CHAIR, *ISSUERS)
@require_http_methods(["GET", "HEAD", "POST"])
def code_card(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The mentee reads the code of these days; the office hands out the card and prints a month of it."""
    card = found_engagement(request, engagement)
    holds, issues = queries.holds_codes(request.viewer, card), queries.issues_codes(request.viewer, card)
    if not holds and not issues:
        raise Http404
    problems = _issue(request, engagement) if request.method == "POST" else ()
    if request.method == "POST" and not problems:
        messages.success(request, _("Kartu kode berlaku mulai hari ini. Cetak dan serahkan langsung kepada dampingan."))
        return go(reverse("code_card", args=[engagement]))
    held, month = queries.cards_of(engagement), month_asked(request)
    context = {
        "card": card, "held": held, "issues": issues, "id": request.POST.get("id") or uuid7(),
        "why": request.POST.get("why", ""), "now": queries.codes_now(held, request.today) if holds else (),
        "printed": queries.codes_of_month(held, month) if issues else (), "month": month.label(reader_language()),
        "earlier": str(month.previous), "later": str(month.next),
    }
    return page(request, "code_card.html", context, problems)


@allow(roles.MENTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def visit_code(request: HttpRequest, visit: UUID) -> HttpResponse:
    """The mentor of the visit types the code that the mentee read out."""
    found = queries.evidence_for(request.viewer, visit)
    if found is None or found.visit.mentor_id != request.viewer.user_id:
        raise Http404
    problems = _enter(request, visit) if request.method == "POST" else ()
    if request.method == "POST" and not problems:
        messages.success(request, _("Kode cocok: dampingan menyetujui kunjungan ini."))
        return go(reverse("visit_code", args=[visit]))
    context = {
        "found": found, "id": uuid7(),
        "typed": request.POST.get("code", ""), "most": services.MOST_WRONG, "days": services.LATEST_DAYS,
        "agreed": "mentee_code" in found.told.confirmed,
    }
    return page(request, "visit_code.html", context, problems)


def _issue(request: HttpRequest, engagement: UUID) -> tuple[Problem, ...]:
    try:
        services.issue_codes(
            by=request.viewer, id=read_id(request.POST.get("id", "")) or uuid7(), engagement=engagement,
            on=request.today, why=request.POST.get("why", ""),
        )
    except Refused as refused:
        return refused.problems
    return ()


def _enter(request: HttpRequest, visit: UUID) -> tuple[Problem, ...]:
    try:
        services.enter_code(
            by=request.viewer, id=read_id(request.POST.get("id", "")) or uuid7(), visit=visit,
            typed=request.POST.get("code", ""), on=request.today,
        )
    except Refused as refused:
        return refused.problems
    return ()
