"""Visits with what confirms them, the month's sample, and the check of one visit."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.oversight import queries, services
from sidamping.features.oversight.forms import CheckForm
from sidamping.features.oversight.queries import AGAINST_IT, SAMPLED, WEAK, Evidence
from sidamping.features.oversight.views.answers import faults_of, month_asked, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

SHOWN = 100


@allow(*roles.OVERSEERS)
@require_safe
def visit_proofs(request: HttpRequest) -> HttpResponse:
    """The visits of a month with their confirmations; ?saring= narrows, ?pendamping= shows one mentor."""
    month = month_asked(request)
    what = request.GET.get("saring", "")
    mentor = read_id(request.GET.get("pendamping", ""))
    found = queries.evidence_of(request.viewer, month, mentor=mentor)
    rows = queries.narrowed(found.rows, what)
    later = month.next if month.next.start <= request.today else None
    context = {
        "found": found, "rows": rows[:SHOWN], "count": len(rows), "month": month.label(get_language() or "id"),
        "shown": str(month), "earlier": str(month.previous), "later": str(later) if later else "", "what": what,
        "mentor": mentor, "filters": _filters(), "asked": queries.ASKED,
        "writes": request.viewer.has(*queries.MONITORS),
    }
    return page(request, "visit_proofs.html", context)


@allow(*roles.OVERSEERS)
@require_http_methods(["GET", "HEAD", "POST"])
def visit_check(request: HttpRequest, visit: UUID) -> HttpResponse:
    """One visit with its confirmations and checks; the office writes down a further check."""
    found = queries.evidence_for(request.viewer, visit)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _show(request, found, CheckForm(initial={"checked_on": request.today}))
    form = CheckForm(request.POST)
    draft = form.draft(visit, of_sample=found.sampled)
    problems = faults_of(form, lambda: services.check_visit(by=request.viewer, draft=draft, on=request.today))
    if problems:
        return _show(request, found, form, problems)
    messages.success(request, _("Hasil pemeriksaan tersimpan."))
    return go(reverse("visit_check", args=[visit]))


def _show(request: HttpRequest, found: Evidence, form: CheckForm, problems: object = ()) -> HttpResponse:
    writes = request.viewer.has(*queries.MONITORS)
    context = {"found": found, "form": form, "writes": writes}
    return page(request, "visit_check.html", context, problems)  # type: ignore[arg-type]  # problems of a refusal


def _filters() -> list[tuple[str, str]]:
    known = labels("visit-confirmations", reader_language())
    lacking = [(code, _("Belum ada: %(what)s") % {"what": known[code]}) for code in queries.ASKED]
    first = [("", _("Semua")), (WEAK, _("Kurang bukti")), (SAMPLED, _("Terpilih sampel"))]
    return [*first, (AGAINST_IT, _("Bertentangan")), *lacking]
