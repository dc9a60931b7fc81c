"""Benefits of one mentoring: the list, a new one with its proof, taking one back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.features.oversight import queries, services
from sidamping.features.oversight.forms import BenefitForm, WithdrawForm
from sidamping.features.oversight.views.answers import faults_of, found_engagement, page
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, stored_file, there

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
WRITERS = (roles.MENTOR, *queries.MONITORS)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def benefits(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The benefits of a mentoring by area, and the form for a new one."""
    card = found_engagement(request, engagement)
    if request.method != "POST":
        return _show(request, card, BenefitForm(initial={"happened_on": request.today}))
    form = BenefitForm(request.POST, request.FILES)
    draft = form.draft(engagement)
    problems = faults_of(form, lambda: services.record_benefit(by=request.viewer, draft=draft, on=request.today))
    if problems:
        return _show(request, card, form, problems)
    messages.success(request, _("Manfaat tersimpan."))
    return go(reverse("benefits", args=[engagement]))


@allow(*WRITERS)
@require_POST
def benefit_withdraw(request: HttpRequest, benefit: UUID) -> HttpResponse:
    """Take a benefit back with a reason."""
    found = queries.benefit(request.viewer, benefit)
    if found is None:
        raise Http404
    form = WithdrawForm(request.POST)
    why = form.typed("why")
    problems = faults_of(
        form, lambda: services.withdraw_benefit(by=request.viewer, benefit=benefit, why=why, on=request.today)
    )
    if problems:
        card = found_engagement(request, found.engagement_id)
        return _show(request, card, BenefitForm(initial={"happened_on": request.today}), problems, benefit)
    messages.success(request, _("Manfaat ditarik; catatannya tetap terbaca."))
    return go(reverse("benefits", args=[found.engagement_id]))


@allow(*READERS)
@require_safe
def benefit_file(request: HttpRequest, benefit: UUID) -> HttpResponse:
    """The picture or PDF behind a benefit."""
    found = there(queries.proof_of(request.viewer, benefit))
    return stored_file(found, f"bukti-{found.sha256[:8]}")


def _show(
    request: HttpRequest, card: EngagementCard, form: BenefitForm, problems: object = (), at: UUID | None = None
) -> HttpResponse:
    rows = queries.benefits_of(request.viewer, card.id)
    writes = request.viewer.has(*WRITERS)
    context = {"card": card, "form": form, "rows": rows, "writes": writes, "faulty": at,
               "counts": queries.area_counts(request.viewer, [card.id])}
    return page(request, "benefits.html", context, problems)  # type: ignore[arg-type]  # problems of a refusal
