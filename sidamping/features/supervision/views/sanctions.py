"""Sanctions in their order: given with a letter, lifted with a reason."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.features.supervision import queries, services
from sidamping.features.supervision.forms import SanctionForm, WhyForm
from sidamping.features.supervision.queries import OFFICES
from sidamping.features.supervision.views.answers import answered, own_examination
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import there


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def sanction_add(request: HttpRequest, examination: UUID) -> HttpResponse:
    """Give a sanction; the page tells which may be given today and from when the next."""
    card = own_examination(request, examination)
    steps = queries.steps(card, request.today)
    begin = {"kind": "warning", "until": request.today + timedelta(days=max(steps.order.interval, 1))}
    form = SanctionForm(request.POST or None, initial=begin)
    return answered(
        request, "sanction_add.html", {"card": card, "steps": steps, "form": form},
        lambda: services.give_sanction(
            by=request.viewer, id=form.cleaned_data["id"], examination=examination, draft=form.draft(), now=request.now
        ),
        _("Sanksi dicatat dan suratnya terbit."), reverse("examination", args=[examination]),
    )  # fmt: skip


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def sanction_lift(request: HttpRequest, sanction: UUID) -> HttpResponse:
    """Lift a sanction with the reason; it counts no more and stays readable."""
    card, line = there(queries.sanction_of(request.viewer, sanction))
    if not card.keeps:
        raise Http404
    form = WhyForm(request.POST or None)
    return answered(
        request, "reason.html", {"card": card, "act": _("Cabut sanksi"), "lead": line.letter_number, "form": form},
        lambda: services.lift_sanction(
            by=request.viewer, sanction=sanction, why=form.cleaned_data["why"], now=request.now
        ),
        _("Sanksi dicabut."), reverse("examination", args=[card.line.id]),
    )  # fmt: skip
