"""One sum of money for all running loans of a member: how it is spread is shown before anything is kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.money import grouped
from sidamping.domain.problems import Refused
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans import services
from sidamping.features.loans.forms import TogetherForm
from sidamping.features.loans.queries import LoanCard
from sidamping.features.loans.queries.together import claims, loans_with, running, together
from sidamping.features.loans.views.answers import drafted, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_pay_together(request: HttpRequest, loan: UUID) -> HttpResponse:
    """Show how the money goes over the loans of the member, then take it as one draft."""
    found, at = _own(request, loan)
    today = request.today
    owing = running(found, today)
    asked = claims(owing, today, today)
    owed, due = sum(one.owed for one in asked), sum(one.due(today) for one in asked)
    start = {"day": today, "amount": grouped(due or sum(one.coming for one in asked))}
    form = TogetherForm(request.POST or None, initial=start, chart=books.chart_of_book(at.id))
    context: dict[str, Any] = {
        "book": at, "loan": found[0], "form": form, "owed": owed,
        "rows": [(one, one.on(today), claim) for one, claim in zip(owing, asked, strict=True)],
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid():
        return page(request, "together.html", context, wrong=request.method == "POST")
    seen = form.cleaned_data
    try:
        if not form.was_shown:
            context["parts"] = together(owing, seen["day"], seen["amount"], today)
            context["asks"] = form.asks
            return page(request, "together.html", context)
        id = services.pay_together(
            by=request.viewer, id=seen["id"], loan=loan, payment=form.payment(), now=request.now
        )
    except Refused as refused:
        return page(request, "together.html", context, refused.problems)
    return drafted(request, at, id, _("Draf angsuran dibuat."))


def _own(request: HttpRequest, loan: UUID) -> tuple[tuple[LoanCard, ...], KeptBook]:
    """The loan and the others of its member, when the viewer keeps their book."""
    found = loans_with(request.viewer, loan)
    if not found:
        raise Http404
    return found, own_book(request, found[0].book_id)
