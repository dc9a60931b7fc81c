"""Products of loans with their terms by day."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Refused
from sidamping.features.loans import queries, services
from sidamping.features.loans.forms import ProductForm
from sidamping.features.loans.views.answers import READERS, found_book, own_book, page, percent, terms_words
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_products(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every product with its terms; the board adds a product, or newer terms."""
    at = own_book(request, book) if request.method == "POST" else found_book(request, book)
    terms = queries.every_terms(request.viewer, book)
    products = [(key, [(one, terms_words(one), percent(one.penalty_day)) for one in held])
                for key, held in groupby(terms, key=lambda one: (str(one.product_id), one.product))]
    form = ProductForm(
        request.POST or None, initial={"starts": request.today}, products=[key for key, _held in products]
    )
    context = {"book": at, "products": products, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "products.html", context)
    seen, by, now = form.cleaned_data, request.viewer, request.now
    try:
        if seen["product"]:
            services.add_terms(by=by, id=seen["id"], product=UUID(seen["product"]), draft=form.draft(), now=now)
        else:
            services.add_product(by=by, id=seen["id"], book=book, name=seen["name"], draft=form.draft(), now=now)
    except Refused as refused:
        return page(request, "products.html", context, refused.problems)
    messages.success(request, _("Ketentuan pinjaman tersimpan."))
    return go(reverse("loan_products", args=[book]))
