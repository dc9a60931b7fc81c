"""Savings in and out in plain words: receipt, withdrawal, and everything back to a member who leaves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.domain.savings.bills import next_months
from sidamping.domain.savings.products import MANDATORY, PRINCIPAL, ROLES, VOLUNTARY
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook, MemberLine
from sidamping.features.savings import queries, services
from sidamping.features.savings.forms import LeaverForm, ReceiveForm, WithdrawForm
from sidamping.features.savings.views.answers import drafted, own_book, page, purses_of
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_receive(request: HttpRequest, book: UUID) -> HttpResponse:
    """Terima simpanan: with a member in the address the open months stand there already."""
    found = own_book(request, book)
    member, known = _asked(request, book)
    initial = {"day": request.today, "member": member, **_usual(request, known)}
    form = ReceiveForm(request.POST or None, initial=initial, **_choices(request, book))
    context = {"book": found, "form": form, "known": known, "told": _told(request, book, known)}
    if request.method != "POST" or not form.is_valid():
        return page(request, "receive.html", context)
    seen = form.cleaned_data
    text = seen["text"] or _("Setoran simpanan %(name)s") % {"name": _name(form)}
    try:
        kept = services.receive(
            by=request.viewer, id=seen["id"], book=book, receipt=form.receipt(), day=seen["day"], purse=seen["purse"],
            text=text, now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "receive.html", context, refused.problems)
    return drafted(request, found, seen["id"], kept)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def savings_withdraw(request: HttpRequest, book: UUID) -> HttpResponse:
    """Simpanan sukarela diambil, never more than there is."""
    found = own_book(request, book)
    member, known = _asked(request, book)
    form = WithdrawForm(request.POST or None, initial={"day": request.today, "member": member},
                        **_choices(request, book))
    context = {"book": found, "form": form, "known": known, "balance": _held(known, ROLES[VOLUNTARY])}
    if request.method != "POST" or not form.is_valid():
        return page(request, "withdraw.html", context)
    seen = form.cleaned_data
    text = seen["text"] or _("Pengambilan simpanan sukarela %(name)s") % {"name": _name(form)}
    try:
        kept = services.withdraw(
            by=request.viewer, id=seen["id"], book=book, member=UUID(seen["member"]), amount=seen["amount"],
            day=seen["day"], purse=seen["purse"], text=text, now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "withdraw.html", context, refused.problems)
    return drafted(request, found, seen["id"], kept)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def saver_leave(request: HttpRequest, member: UUID) -> HttpResponse:
    """Everything saved goes back to a member who leaves; the leaving itself is recorded on the member's card."""
    read = queries.saver(request.viewer, member, request.today, request.today)
    if read is None:
        raise Http404
    found: KeptBook = own_book(request, read.book_id)
    heirs = {str(one.id): one.name for one in queries.heirs(request.viewer, member)}
    form = LeaverForm(
        request.POST or None, initial={"day": request.today}, heirs=heirs.items(), **purses_of(found.id)
    )
    held = [(books.named(one.account), one.closing) for one in read.pockets if one.closing]
    drafts = books.drafts_of(found.id, read.party_id)
    context = {"book": found, "form": form, "saver": read, "held": held, "drafts": drafts}
    if request.method != "POST" or not form.is_valid():
        return page(request, "leave.html", context)
    seen = form.cleaned_data
    told = {"name": read.name, "heir": heirs.get(seen.get("receiver", ""), "")}
    usual = _("Simpanan %(name)s dibayarkan kembali karena keluar")
    inherited = _("Simpanan almarhum %(name)s dibayarkan kepada ahli waris, %(heir)s")
    text = seen["text"] or (inherited if told["heir"] else usual) % told
    try:
        kept = services.pay_out_leaver(
            by=request.viewer, id=seen["id"], book=found.id, member=read.party_id, day=seen["day"],
            purse=seen["purse"], text=text, now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "leave.html", context, refused.problems)
    return drafted(request, found, seen["id"], kept)


def _asked(request: HttpRequest, book: UUID) -> tuple[str, MemberLine | None]:
    """The member in the address, when it is one of this book."""
    try:
        found = books.member(request.viewer, UUID(request.GET.get("anggota", "")), request.today)
    except ValueError:
        return "", None
    return (str(found[1].party_id), found[1]) if found is not None and found[0] == book else ("", None)


def _choices(request: HttpRequest, book: UUID) -> dict[str, Any]:
    return {"members": books.members_to_choose(request.viewer, book, request.today), **purses_of(book)}


def _usual(request: HttpRequest, known: MemberLine | None) -> dict[str, Any]:
    """The months that are asked for in the address; one without."""
    asked = request.GET.get("bulan", "")
    return {"months": int(asked)} if asked.isdecimal() and len(asked) <= 2 else {"months": 1} if known else {}


def _told(request: HttpRequest, book: UUID, known: MemberLine | None) -> dict[str, Any]:
    """What the articles ask of the member: the next months, and what is left of principal savings."""
    found = queries.products(request.viewer, book)
    mandatory, principal = queries.of_kind(found, MANDATORY), queries.of_kind(found, PRINCIPAL)
    told: dict[str, Any] = {"mandatory": mandatory.on(request.today) if mandatory else None, "ready": bool(found)}
    if known is None:
        return told
    if mandatory is not None:
        paid = _held(known, ROLES[MANDATORY])
        nexts = next_months(mandatory.terms, known.joined, Month.of(request.today), paid, 3)
        told["months"] = [(month.label(reader_language()), amount) for month, amount in nexts]
    terms = principal.on(request.today) if principal else None
    told["principal"] = max(terms.amount - _held(known, ROLES[PRINCIPAL]), 0) if terms else 0
    return told


def _held(known: MemberLine | None, role: str) -> int:
    return sum(amount for account, amount in known.held if account.role == role) if known else 0


def _name(form: ReceiveForm | WithdrawForm) -> str:
    choices = dict(form.fields["member"].choices)  # type: ignore[attr-defined]  # a ChoiceField
    return str(choices.get(form.cleaned_data["member"], "")).partition(" · ")[2]
