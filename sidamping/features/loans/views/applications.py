"""Applications: the list, writing one, and its page, where others decide, let conflicts in and hand the money out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.loans.eligibility import MET
from sidamping.domain.money import grouped
from sidamping.domain.periods import after_months
from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans import queries, services
from sidamping.features.loans.forms import ApplyForm, DecideForm, DisburseForm, WaiveForm
from sidamping.features.loans.queries import ApplicationCard
from sidamping.features.loans.views.answers import READERS, drafted, found_book, own_book, page, terms_words
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go
from sidamping.rules.finance import loan_conditions


@allow(*READERS)
@require_safe
def loan_applications(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every application, the newest first."""
    at = found_book(request, book)
    rows = queries.applications_page(request.viewer, book, after=request.GET.get("after", ""))
    return page(request, "applications.html", {"book": at, "page": rows})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_apply(request: HttpRequest, book: UUID) -> HttpResponse:
    """Write an application; a member named in the address shows at once how much may be lent."""
    at, viewer = own_book(request, book), request.viewer
    terms = queries.terms_on(queries.every_terms(viewer, book), viewer.on)
    known: dict[str, Any] = {
        "members": books.members_to_choose(viewer, book, viewer.on),
        "products": [(str(one.product_id), f"{one.product} · {terms_words(one)}") for one in terms],
        "conditions": loan_conditions(viewer.on, at.village_code),
    }
    member = read_id(request.POST.get("member") or request.GET.get("anggota", ""))
    start = {"applied_on": viewer.on, "member": str(member or "")}
    form = ApplyForm(request.POST or None, initial=start, **known)
    context = {"book": at, "form": form, "terms": terms, **_allowed(at, member, request)}
    if request.method != "POST" or not form.is_valid():
        return page(request, "apply.html", context)
    try:
        id = services.apply_for_loan(
            by=viewer, id=form.cleaned_data["id"], book=book, draft=form.draft(), now=request.now
        )
    except Refused as refused:
        return page(request, "apply.html", context, refused.problems)
    messages.success(request, _("Permohonan tersimpan. Orang lain memutuskannya."))
    return go(reverse("loan_application", args=[id]))


@allow(*READERS)
@require_safe
def loan_application(request: HttpRequest, loan_request: UUID) -> HttpResponse:
    """Conditions, ceiling, conflicts and decision, each with what it rests on."""
    return _shown(request, _found(request, loan_request))


@allow(*roles.BOARD)
@require_POST
def loan_decide(request: HttpRequest, loan_request: UUID) -> HttpResponse:
    """Approve, refuse or withdraw."""
    card, form = _own(request, loan_request), DecideForm(request.POST)

    def act() -> str:
        services.decide(by=request.viewer, id=card.id, verdict=form.verdict(), now=request.now)
        return _("Keputusan tersimpan.")

    return _acted(request, card, "decide", form, act)


@allow(*services.WAIVERS)
@require_POST
def loan_waive(request: HttpRequest, loan_request: UUID) -> HttpResponse:
    """Let the conflicts of interest in."""
    card, form = _found(request, loan_request), WaiveForm(request.POST)

    def act() -> str:
        services.waive(
            by=request.viewer, id=form.cleaned_data["id"], application=card.id, why=form.cleaned_data["why"],
            now=request.now,
        )  # fmt: skip
        return _("Izin tersimpan.")

    return _acted(request, card, "waive", form, act)


@allow(*roles.BOARD)
@require_POST
def loan_disburse(request: HttpRequest, loan_request: UUID) -> HttpResponse:
    """Draft the voucher that hands the money out."""
    card = _own(request, loan_request)
    form = DisburseForm(request.POST, chart=books.chart_of_book(card.book_id))
    if not form.is_valid():
        return _shown(request, card, {"disburse": form}, wrong=True)
    id = form.cleaned_data["id"]
    try:
        services.disburse(
            by=request.viewer, id=id, application=card.id, handing=form.handing(), now=request.now
        )
    except Refused as refused:
        return _shown(request, card, {"disburse": form}, refused.problems)
    return drafted(request, own_book(request, card.book_id), id, _("Draf pencairan dibuat."))


def _acted(
    request: HttpRequest, card: ApplicationCard, name: str, form: Form, act: Callable[[], str]
) -> HttpResponse:
    """The page again with problems, or the page after the write."""
    if not form.is_valid():
        return _shown(request, card, {name: form}, wrong=True)
    try:
        told = act()
    except Refused as refused:
        return _shown(request, card, {name: form}, refused.problems)
    messages.success(request, told)
    return go(reverse("loan_application", args=[card.id]))


def _found(request: HttpRequest, loan_request: UUID) -> ApplicationCard:
    found = queries.application(request.viewer, loan_request)
    if found is None:
        raise Http404
    return found


def _own(request: HttpRequest, loan_request: UUID) -> ApplicationCard:
    found = _found(request, loan_request)
    own_book(request, found.book_id)
    return found


def _shown(
    request: HttpRequest, card: ApplicationCard, typed: dict[str, Form] | None = None,
    problems: Iterable[Problem] = (), *, wrong: bool = False,
) -> HttpResponse:
    at, today = found_book(request, card.book_id), request.today
    granted = card.decision
    start = {"outcome": "approved", "on": today, "amount": grouped(card.amount), "months": card.months}
    handing = {"day": today, "first_due": after_months(today, 1)}
    context: dict[str, Any] = {
        "book": at, "one": card, "terms": terms_words(card.terms), "waiting": card.state == "waiting",
        "unmet": [line for line in card.conditions if line.state != MET],
        "decide": DecideForm(initial=start), "waive": WaiveForm(),
        "disburse": DisburseForm(initial=handing, chart=books.chart_of_book(card.book_id)),
        "may_waive": request.viewer.has(*services.WAIVERS) and request.viewer.user_id != card.made_by_id,
        "schedule": card.terms.made(granted.amount, granted.months)
        if granted and granted.amount and granted.months else None,
        **(typed or {}),
    }  # fmt: skip
    context["form"] = next(iter(typed.values())) if typed else None
    return page(request, "application.html", context, problems, wrong=wrong)


def _allowed(at: KeptBook, member: UUID | None, request: HttpRequest) -> dict[str, Any]:
    """The savings of the member chosen, and what they allow."""
    if member is None:
        return {"chosen": None}
    held = queries.savings_of(at.id, member, request.today)
    savings = sum(amount for _code, amount in held)
    rules, limit = queries.preview(at.village_code, request.today, savings)
    return {"chosen": str(member), "savings": savings, "rules": rules, "limit": limit}
