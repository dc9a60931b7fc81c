"""The chart of accounts of a book, and adding an account below one of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.ledger.chart import GROUPS
from sidamping.features.books import queries, services
from sidamping.features.books.forms.accounts import AccountForm
from sidamping.features.books.queries import named
from sidamping.features.books.views.answers import READERS, answered, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow

WORDS = dict(zip(GROUPS, (
    gettext_lazy("Harta"), gettext_lazy("Utang"), gettext_lazy("Modal"), gettext_lazy("Pendapatan"),
    gettext_lazy("Beban"),
), strict=True))  # fmt: skip


@allow(*READERS)
@require_safe
def accounts(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every account by group with what it carries today."""
    found, chart = found_book(request, book), queries.chart_of_book(book)
    held = queries.sums(book, request.today)
    groups = [
        (str(word), [(one, named(one), one.shown(held.get(one.code, 0))) for one in chart.of(group)])
        for group, word in WORDS.items()
    ]
    return page(request, "accounts.html", {"book": found, "groups": [one for one in groups if one[1]]})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def account_add(request: HttpRequest, book: UUID) -> HttpResponse:
    """Add an account; none that exists is ever changed."""
    found = own_book(request, book)
    form = AccountForm(request.POST or None, chart=queries.chart_of_book(book))
    return answered(
        request, "account_add.html", {"book": found, "form": form},
        lambda: services.add_account(by=request.viewer, book=book, **form.cleaned_data),
        _("Akun ditambahkan."), reverse("accounts", args=[book]),
    )  # fmt: skip
