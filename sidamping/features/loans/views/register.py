"""The register of loans, and one loan: what it is today, its schedules, its events; the card as PDF and workbook."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.loans import queries
from sidamping.features.loans.forms import AgreeForm, MendForm
from sidamping.features.loans.queries import LoanCard, ProposalLine
from sidamping.features.loans.render.card import CardPrint, card_pdf
from sidamping.features.loans.views.answers import (
    NAMERS,
    READERS,
    found_book,
    found_loan,
    method_word,
    page,
    percent,
    terms_words,
)
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import made_file
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind


@allow(*READERS)
@require_safe
def loans(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every loan by number with what is owed and what is late today; overseers get the sums."""
    at = found_book(request, book)
    if not at.sees_names:
        return page(request, "sums.html", {"book": at, "whole": queries.portfolio(at, request.today)})
    rows = queries.loans_page(request.viewer, book, on=request.today, after=request.GET.get("after", ""))
    return page(request, "loans.html", {"book": at, "page": rows})


@allow(*NAMERS)
@require_safe
def loan(request: HttpRequest, loan: UUID) -> HttpResponse:
    """One loan; `jadwal` shows an older schedule of it."""
    card, at = found_loan(request, loan)
    life = card.on(request.today)
    chosen = _chosen(request, card, life.plan.number)
    shown = next(one for one in card.plans if one.plan.number == chosen)
    paid = {one.due.no: one for one in life.state.rows} if chosen == life.plan.number else {}
    owed = _balances(card, chosen)
    context = {
        "book": at, "loan": card, "life": life, "terms": terms_words(card.terms), "plan": shown, "old": not paid,
        "rows": [(one, paid.get(one.no), owed[one.no]) for one in shown.plan.dues], "rate": percent(shown.rate_year),
        "method": method_word(shown.method), "apart": abs(life.difference), "mend": MendForm(), "today": request.today,
        "outgrown": card.outgrown(request.today), "proposals": _proposals(request, loan), "agree": AgreeForm(),
    }  # fmt: skip
    return page(request, "loan.html", context)


@allow(*NAMERS)
@require_safe
def loan_card_pdf(request: HttpRequest, loan: UUID) -> HttpResponse:
    """The card of the loan for the member: the schedule with room to tick off payments."""
    card, at = found_loan(request, loan)
    life = card.on(request.today)
    words = {
        "page": _("Halaman"), "of": _("dari"), "no": _("Ke"), "due": _("Jatuh tempo"), "principal": _("Pokok"),
        "interest": _("Jasa"), "total": _("Jumlah"), "balance": _("Sisa pokok"), "paid": _("Dibayar"),
        "sign": _("Paraf"), "sum": _("Jumlah"), "number": _("Nomor pinjaman"), "member": _("Anggota"),
        "terms": _("Ketentuan"), "borrowed": _("Pinjaman"), "treasurer": _("Bendahara"), "borrower": _("Peminjam"),
    }  # fmt: skip
    print_ = CardPrint(
        at.name, _("Kartu pinjaman"), reader_language(), words, card.code, card.member, life, terms_words(card.terms)
    )
    return made_file(card_pdf(print_), "application/pdf", f"kartu-{card.code.lower()}.pdf")


@allow(*NAMERS)
@require_safe
def loan_card_export(request: HttpRequest, loan: UUID) -> FileResponse:
    """The schedule as a workbook."""
    card, at = found_loan(request, loan)
    life = card.on(request.today)
    columns = [
        (_("Ke"), Kind.NUMBER, 6), (_("Jatuh tempo"), Kind.DATE, 14), (_("Pokok"), Kind.MONEY, 16),
        (_("Jasa"), Kind.MONEY, 16), (_("Jumlah"), Kind.MONEY, 16), (_("Sisa pokok"), Kind.MONEY, 16),
        (_("Pokok dibayar"), Kind.MONEY, 16), (_("Jasa dibayar"), Kind.MONEY, 16), (_("Lunas tanggal"), Kind.DATE, 14),
    ]  # fmt: skip
    balances = _balances(card, life.plan.number)
    rows = (
        (one.due.no, one.due.day, one.due.principal, one.due.interest, one.due.principal + one.due.interest,
         balances[one.due.no], one.principal, one.interest, one.settled)
        for one in life.state.rows
    )  # fmt: skip
    lead = [f"{card.code} {card.member}", at.name, terms_words(card.terms)]
    return workbook(f"kartu-{card.code.lower()}.xlsx", table_of(card.code, columns, rows, _("Kartu pinjaman"), lead))


def _proposals(request: HttpRequest, loan: UUID) -> list[tuple[ProposalLine, str]]:
    return [(one, method_word(one.method)) for one in queries.proposals(request.viewer, loan)]


def _chosen(request: HttpRequest, card: LoanCard, current: int) -> int:
    asked = request.GET.get("jadwal", "")
    known = {str(one.plan.number): one.plan.number for one in card.plans}
    return known.get(asked, current)


def _balances(card: LoanCard, number: int) -> dict[int, int]:
    """What is owed by plan after each instalment."""
    plan = next(one.plan for one in card.plans if one.plan.number == number)
    owed, found = plan.principal, {}
    for one in plan.dues:
        owed -= one.principal
        found[one.no] = owed
    return found
