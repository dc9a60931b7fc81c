"""Budgets of a book: the years, one budget with plan and realisation, its lines, approval, revision, downloads (E3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.ledger.budgeting import MONTHLY, YEARLY
from sidamping.domain.ledger.sheets import Paper, Sheet
from sidamping.domain.periods import long_day, month_name
from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import queries as books
from sidamping.features.budgets import queries, services
from sidamping.features.budgets.forms import LineForm, RemarkForm, SpanForm, YearForm
from sidamping.features.budgets.queries import BudgetCard, by_month, compared
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.answers import go, made_file, room_page, there
from sidamping.platform.http.language import reader_language
from sidamping.platform.xlsx.sheets import paper_xlsx

READERS = books.READERS
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LATEST = 12
page = partial(room_page, "budgets")


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def budgets(request: HttpRequest, book: UUID) -> HttpResponse:
    """The budgets of a book by year; its board opens one."""
    found = books.book(request.viewer, book)
    if found is None:
        raise Http404
    form = YearForm(request.POST or None, initial={"year": request.today.year})
    context = {"book": found, "form": form, "rows": queries.budgets_of(request.viewer, book)}
    if request.method != "POST":
        return page(request, "budgets.html", context)
    if not found.may_write:
        raise Http404
    if not form.is_valid():
        return page(request, "budgets.html", context)
    seen = form.cleaned_data
    try:
        id = services.open_budget(by=request.viewer, id=seen["id"], book=book, year=seen["year"], now=request.now)
    except Refused as refused:
        return page(request, "budgets.html", context, refused.problems)
    return go(reverse("budget", args=[id]))


@allow(*READERS)
@require_safe
def budget(request: HttpRequest, budget: UUID) -> HttpResponse:
    """Plan beside realisation of a span, with readings; lines open for change while it is a draft."""
    return _page(request, _found(request, budget))


@allow(*roles.BOARD)
@require_POST
def budget_act(request: HttpRequest, budget: UUID) -> HttpResponse:
    """Approve a draft, or begin a revision of an approved budget."""
    card = _found(request, budget)
    if not card.book.may_write:
        raise Http404
    try:
        if request.POST.get("act") == "approve":
            services.approve_budget(by=request.viewer, budget=budget, now=request.now)
            messages.success(request, _("Anggaran disahkan."))
            return go(reverse("budget", args=[budget]))
        id = services.open_budget(
            by=request.viewer, id=uuid7(), book=card.book.id, year=card.head.year, now=request.now
        )
    except Refused as refused:
        return _page(request, card, refused.problems)
    return go(reverse("budget", args=[id]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def budget_line_add(request: HttpRequest, budget: UUID) -> HttpResponse:
    """Add a line to a draft."""
    card = _own(request, budget)
    return _line(request, card, LineForm(request.POST or None, accounts=_accounts(card)))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def budget_line(request: HttpRequest, budget_line: UUID) -> HttpResponse:
    """Change a line of a draft, or take it out."""
    card = _open(there(queries.budget_of_line(request.viewer, budget_line)))
    budget = card.head.id
    if request.POST.get("act") == "drop":
        try:
            services.drop_line(by=request.viewer, budget=budget, line=budget_line)
        except Refused as refused:
            return _page(request, card, refused.problems)
        return go(reverse("budget", args=[budget]))
    kept = next(one.line for one in card.lines if one.id == budget_line)
    start = {**LineForm.start(kept), "id": budget_line}
    return _line(request, card, LineForm(request.POST or None, initial=start, accounts=_accounts(card)), budget_line)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def budget_remark(request: HttpRequest, budget_line: UUID) -> HttpResponse:
    """Say why a line came out otherwise in a span, and what is done about it."""
    card = there(queries.budget_of_line(request.viewer, budget_line))
    if not card.book.may_write:
        raise Http404
    span, number, title = _span(request, card)
    kept = card.remarks.get((budget_line, span, number))
    start = {"reason": kept.reason, "action": kept.action} if kept else {}
    form = RemarkForm(request.POST or None, initial=start)
    line = next(one.line for one in card.lines if one.id == budget_line)
    context = {"card": card, "form": form, "title": title, "line": line, "back": _way_back(card, span, number)}
    if request.method != "POST" or not form.is_valid():
        return page(request, "budget_remark.html", context)
    try:
        services.remark(
            by=request.viewer, line=budget_line, span=span, number=number, now=request.now, **form.cleaned_data
        )
    except Refused as refused:
        return page(request, "budget_remark.html", context, refused.problems)
    return go(_way_back(card, span, number))


def _way_back(card: BudgetCard, span: str, number: int) -> str:
    return f"{reverse('budget', args=[card.head.id])}?{urlencode({'kala': span, 'ke': number})}"


@allow(*READERS)
@require_safe
def budget_pdf(request: HttpRequest, budget: UUID) -> HttpResponse:
    """Plan and realisation as a paper."""
    card = _found(request, budget)
    span, number, title = _span(request, card)
    paper = _paper(card, (compared(card, span, number, title),))
    return made_file(paper_pdf(paper), "application/pdf", f"rapbk-{card.head.year}.pdf")


@allow(*READERS)
@require_safe
def budget_xlsx(request: HttpRequest, budget: UUID) -> HttpResponse:
    """Plan and realisation as a workbook with formulas, and every month on a sheet of its own."""
    card = _found(request, budget)
    span, number, title = _span(request, card)
    sheets = (compared(card, span, number, title), by_month(card, _("Realisasi")))
    return made_file(paper_xlsx(_paper(card, sheets)), XLSX, f"rapbk-{card.head.year}.xlsx", inline=False)


def _page(request: HttpRequest, card: BudgetCard, problems: Sequence[Problem] = ()) -> HttpResponse:
    span, number, title = _span(request, card)
    sheet = compared(card, span, number, title)
    context = {
        "span": span, "number": number,
        "card": card, "book": card.book, "head": card.head, "sheet": sheet, "title": title,
        "form": SpanForm({"kala": span, "ke": number}), "query": request.GET.urlencode(),
    }  # fmt: skip
    return page(request, "budget.html", context, problems)


def _line(request: HttpRequest, card: BudgetCard, form: LineForm, line: UUID | None = None) -> HttpResponse:
    context = {"card": card, "form": form, "line": line}
    if request.method != "POST" or not form.is_valid():
        return page(request, "budget_line.html", context)
    try:
        id = line or form.cleaned_data["id"]
        services.save_line(by=request.viewer, id=id, budget=card.head.id, line=form.line())
    except Refused as refused:
        return page(request, "budget_line.html", context, refused.problems)
    return go(reverse("budget", args=[card.head.id]))


def _span(request: HttpRequest, card: BudgetCard) -> tuple[str, int, str]:
    """The span asked for, its number and name; of a past year the last one, of this year the running one."""
    today = request.today
    month = today.month if today.year == card.head.year else LATEST
    span, number = SpanForm(request.GET).span(month)
    title = _("RAPBK %(year)s") % {"year": card.head.year}
    if span == MONTHLY:
        return span, number, f"{title}, {month_name(number, reader_language())}"
    if span == YEARLY:
        return span, number, title
    words = {"triwulan": _("triwulan %(at)s"), "semester": _("semester %(at)s")}
    return span, number, f"{title}, {words[span] % {'at': number}}"


def _paper(card: BudgetCard, sheets: tuple[Sheet, ...]) -> Paper:
    approved, language = card.head.approved_at, reader_language()
    state = _("Disahkan %(day)s") % {"day": long_day(approved, language)} if approved else _("Rancangan")
    words = {"page": _("Halaman"), "of": _("dari"), "place": "................", "fault": _("Belum cocok")}
    return Paper(card.book.name, (state,), sheets, language, words, (_("Ketua"), _("Bendahara")))


def _accounts(card: BudgetCard) -> list[tuple[str, str]]:
    return [
        (code, f"{code} {books.named(one)}") for code, one in sorted(card.chart.accounts.items())
        if not one.header and not one.cash
    ]


def _found(request: HttpRequest, budget: UUID) -> BudgetCard:
    found = queries.budget(request.viewer, budget)
    if found is None:
        raise Http404
    return found


def _own(request: HttpRequest, budget: UUID) -> BudgetCard:
    return _open(_found(request, budget))


def _open(card: BudgetCard) -> BudgetCard:
    """The budget while its reader may still change it; 404 otherwise."""
    if not card.open:
        raise Http404
    return card
