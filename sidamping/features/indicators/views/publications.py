"""Figures that others published: the list, one with what speaks against it, entering and withdrawing."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.indicators import services
from sidamping.features.indicators.forms import PublicationForm, WithdrawForm
from sidamping.features.indicators.queries import publications as queries
from sidamping.features.indicators.queries.narrowing import programmes_of
from sidamping.features.indicators.queries.wanted import READERS, address
from sidamping.features.indicators.views.boards import asked, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import form_page, go
from sidamping.platform.http.language import reader_language


@allow(*READERS)
@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """Every publication, newest first, with how many contradictions it holds."""
    found = queries.publications_page(request.viewer, request.GET.get("after", ""))
    context = {"page": found, "keeps": _keeps(request), "query": address(asked(request))}
    return page(request, "publications.html", context)


@allow(*READERS)
@require_safe
def publication(request: HttpRequest, publication: UUID) -> HttpResponse:
    """The figures as printed, the counts they can stand for, and each contradiction with its reason."""
    return _show(request, publication, WithdrawForm())


@allow(*queries.KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def publication_add(request: HttpRequest) -> HttpResponse:
    """The form for figures of others; contradictions are kept and shown, not refused."""
    programmes, titles = programmes_of(request.viewer), queries.titles(request.today)
    sent = request.POST if request.method == "POST" else None
    form = PublicationForm(sent, programmes=programmes, titles=titles)

    def enter() -> UUID:
        return services.enter_publication(by=request.viewer, draft=form.draft())

    def judge(seen: object) -> list[Problem]:
        told = services.publication_faults(request.viewer, form.draft())
        return [one for one in told if one.where not in form.errors]

    said = _("Angka luar tersimpan sebagaimana tercetak.")
    return form_page(
        "indicators", request, "publication_add.html", {"form": form}, enter, said,
        lambda: reverse("publication", args=[form.cleaned_data["id"]]), judge,
    )


@allow(*queries.KEEPERS)
@require_POST
def publication_withdraw(request: HttpRequest, publication: UUID) -> HttpResponse:
    """Take figures back with a reason; they stay readable."""
    form = WithdrawForm(request.POST)
    form.is_valid()
    if queries.publication(request.viewer, publication) is None:
        raise Http404
    try:
        services.withdraw_publication(
            by=request.viewer, publication_id=publication, why=form.cleaned_data.get("why", ""), on=request.today
        )
    except Refused as refused:
        return _show(request, publication, form, refused.problems)
    messages.success(request, _("Angka luar ditarik; catatannya tetap terbaca."))
    return go(reverse("publication", args=[publication]))


def _show(request: HttpRequest, id: UUID, form: WithdrawForm, problems: Iterable[Problem] = ()) -> HttpResponse:
    found = queries.publication(request.viewer, id)
    if found is None:
        raise Http404
    disputes = [(one.code, one.text(reader_language())) for one in found.disputes]
    context = {"one": found, "disputes": disputes, "form": form, "keeps": _keeps(request)}
    return page(request, "publication.html", context, problems)


def _keeps(request: HttpRequest) -> bool:
    return request.viewer.has(*queries.KEEPERS)
