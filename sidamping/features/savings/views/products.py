"""Products of a book and the terms they had; the board writes new terms from a day on."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.domain.savings.products import KINDS as ALL
from sidamping.domain.savings.products import ROLES, VOLUNTARY
from sidamping.features.books import queries as books
from sidamping.features.savings import queries, services
from sidamping.features.savings.forms import TermsForm
from sidamping.features.savings.forms.terms import METHODS
from sidamping.features.savings.views.answers import KINDS, READERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_safe
def savings_products(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every kind: what holds today, what held before, and what is not set yet."""
    found = found_book(request, book)
    there, accounts = queries.products(request.viewer, book), books.chart_of_book(book).accounts
    kinds = [
        (kind, KINDS[kind], [(one, one.on(request.today), books.named(accounts[one.account])) for one in there
                             if one.kind == kind])
        for kind in ALL
    ]
    return page(request, "products.html", {"book": found, "kinds": kinds, "methods": METHODS})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_terms(request: HttpRequest, book: UUID) -> HttpResponse:
    """New terms of one kind."""
    found = own_book(request, book)
    seen = request.POST.get("kind", "") or request.GET.get("jenis", "")
    kind = seen if seen in ALL else VOLUNTARY
    accounts = _accounts(book, kind)
    initial = {"kind": kind, "since": request.today, "account": accounts[0][0] if accounts else ""}
    form = TermsForm(request.POST or None, initial=initial, kind=kind, accounts=accounts)
    context = {"book": found, "form": form, "kind": kind, "word": KINDS[kind], "several": len(accounts) > 1}
    if request.method != "POST" or not form.is_valid():
        return page(request, "terms.html", context)
    seen_now = form.cleaned_data
    try:
        services.set_terms(
            by=request.viewer, id=seen_now["id"], book=book, kind=kind, terms=form.terms(),
            decided=seen_now["decided"], account=seen_now["account"], now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "terms.html", context, refused.problems)
    messages.success(request, _("Aturan ditulis. Aturan sebelumnya tetap terbaca."))
    return go(reverse("savings_products", args=[book]))


def _accounts(book: UUID, kind: str) -> list[tuple[str, str]]:
    """The account of the kind first; voluntary savings may have more than one."""
    chart = books.chart_of_book(book)
    own = [one for one in queries.savings_accounts(chart) if one.role == ROLES[kind]]
    more = [one for one in queries.savings_accounts(chart) if kind == VOLUNTARY and not one.role]
    return [(one.code, f"{one.code} {books.named(one)}") for one in (*own, *more)]
