"""Loans for other programs: the same scope as the pages; amounts are whole rupiah, days those of the books."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Router, Schema

from sidamping.features.books import queries as books
from sidamping.features.books.queries import READERS
from sidamping.features.loans import queries, services
from sidamping.features.loans.queries import LoanCard
from sidamping.features.loans.queries.together import loans_with, running, together
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["pinjaman"])


class LoanOut(Schema):
    """A loan on a day; `code` is its class of repayment, '' where none was asked for."""

    id: UUID
    number: str
    member_id: UUID
    member: str
    product: str
    group: str
    lent: int
    balance: int
    arrears: int
    days_late: int
    difference: int
    code: str


class LoansOut(Schema):
    """A page of loans and the key of the next one ('' on the last page)."""

    rows: list[LoanOut]
    next_key: str


class InstalmentOut(Schema):
    """A month of the schedule in force, with what was paid of it."""

    no: int
    due: date
    principal: int
    interest: int
    paid_principal: int
    paid_interest: int
    settled: date | None


class EventOut(Schema):
    """A voucher of the loan; it counts when `state` is posted."""

    id: UUID
    kind: str
    day: date
    voucher_id: UUID
    state: str
    principal: int
    interest: int
    penalty: int


class LoanDetail(LoanOut):
    """A loan with its schedule and events."""

    schedule: list[InstalmentOut]
    events: list[EventOut]


class ClassOut(Schema):
    """The loans of a class, and what they ask to be set aside."""

    code: str
    from_days: int
    loans: int
    balance: int
    provision: int


class PortfolioOut(Schema):
    """All loans of a book by class on a day; `status` of the rule is resmi, usulan or contoh."""

    on: date
    classes: list[ClassOut]
    needed: int
    held: int
    rule: str
    status: str


class TogetherIn(Schema):
    """Money for all running loans of a member at once; `id` names the voucher, so that sending twice takes it once."""

    id: UUID
    day: date
    amount: int
    purse: str
    note: str = Field("", max_length=240)


class PartOut(Schema):
    """What one of the loans gets of the money, and the principal left afterwards."""

    number: str
    principal: int
    interest: int
    fine: int
    left: int


class VoucherOut(Schema):
    """The draft that another person posts."""

    voucher: UUID


@router.get("/books/{id}/loans", response=LoansOut, summary=_("Pinjaman satu buku pada satu tanggal"))
def loans(request: HttpRequest, id: UUID, on: date | None = None, after: str = "") -> dict[str, Any]:
    viewer = _namer(request, id)
    found = queries.loans_page(viewer, id, on=_day(viewer, on), after=after)
    return {"rows": [_plain(one.card, _day(viewer, on), one.code) for one in found.rows], "next_key": found.next_key}


@router.get("/books/{id}/loans/classes", response=PortfolioOut, summary=_("Kolektibilitas dan penyisihan pinjaman"))
def classes(request: HttpRequest, id: UUID, on: date | None = None) -> dict[str, Any]:
    viewer = _reader(request, id)
    at = books.kept_book(viewer, id)
    if at is None:
        raise Http404
    found = queries.portfolio(at, _day(viewer, on))
    rows = [
        {"code": sums.code, "from_days": of.from_days, "loans": sums.loans, "balance": sums.balance,
         "provision": sums.provision}
        for of, sums in found.classes
    ]  # fmt: skip
    return {
        "on": found.on, "classes": rows, "needed": found.needed, "held": found.held, "rule": found.rule.path,
        "status": found.rule.status,
    }  # fmt: skip


@router.get("/loans/{id}", response=LoanDetail, summary=_("Satu pinjaman dengan jadwal dan kejadiannya"))
def loan(request: HttpRequest, id: UUID, on: date | None = None) -> dict[str, Any]:
    viewer = _viewer(request)
    card, day = _loan(viewer, id), _day(viewer, on)
    schedule = [
        {"no": one.due.no, "due": one.due.day, "principal": one.due.principal, "interest": one.due.interest,
         "paid_principal": one.principal, "paid_interest": one.interest, "settled": one.settled}
        for one in card.on(day).state.rows
    ]  # fmt: skip
    return {**_plain(card, day), "schedule": schedule, "events": list(card.events)}


@router.get(
    "/loans/{id}/payments/together", response=list[PartOut],
    summary=_("Pembagian satu jumlah uang atas semua pinjaman anggota itu"),
)
def spread_together(request: HttpRequest, id: UUID, amount: int, day: date | None = None) -> list[PartOut]:
    viewer = _viewer(request)
    found = loans_with(viewer, id)
    if not found:
        raise Http404
    return [
        PartOut(number=one.card.code, principal=one.made.principal if one.made else 0,
                interest=one.made.interest if one.made else 0, fine=one.fine, left=one.left)
        for one in together(running(found, viewer.on), _day(viewer, day), amount, viewer.on)
    ]


@router.post(
    "/loans/{id}/payments/together", response=VoucherOut,
    summary=_("Terima satu jumlah uang untuk semua pinjaman anggota itu; dua kali tetap satu"),
)
def take_together(request: HttpRequest, id: UUID, payment: TogetherIn) -> VoucherOut:
    viewer = _viewer(request)
    _loan(viewer, id)
    taken = services.Together(payment.day, payment.amount, payment.purse, payment.note)
    now = request.now  # type: ignore[attr-defined]  # set by middleware
    return VoucherOut(voucher=services.pay_together(by=viewer, id=payment.id, loan=id, payment=taken, now=now))


def _loan(viewer: Viewer, id: UUID) -> LoanCard:
    card = queries.loan(viewer, id)
    if card is None:
        raise Http404
    return card


def _plain(card: LoanCard, day: date, code: str = "") -> dict[str, Any]:
    life = card.on(day)
    return {
        "id": card.id, "number": card.code, "member_id": card.member_id, "member": card.member,
        "product": card.terms.product, "group": card.group, "lent": life.lent, "balance": life.booked,
        "arrears": life.state.arrears if life.lent else 0, "days_late": life.state.days_late if life.lent else 0,
        "difference": life.difference, "code": code,
    }  # fmt: skip


def _day(viewer: Viewer, on: date | None) -> date:
    return min(on or viewer.on, viewer.on)


def _reader(request: HttpRequest, book: UUID) -> Viewer:
    viewer = _viewer(request)
    if books.kept_book(viewer, book) is None:
        raise Http404
    return viewer


def _namer(request: HttpRequest, book: UUID) -> Viewer:
    """Whoever sees the single members of the book."""
    viewer = _viewer(request)
    if not books.readable_by_name(viewer).filter(pk=book).exists():
        raise Http404
    return viewer


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
