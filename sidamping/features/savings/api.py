"""Savings of a book for other programs: totals of the ledger, members with their balances, and who is behind."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Router, Schema

from sidamping.domain.ledger.chart import Account
from sidamping.domain.periods import Month
from sidamping.features.books import queries as books
from sidamping.features.savings import queries, services
from sidamping.platform.access.viewer import Viewer

router = Router(tags=["simpanan"])


class KindOut(Schema):
    """One account of savings with its balance in whole rupiah, as the ledger has it."""

    account: str
    name: str
    balance: int


class SaverOut(Schema):
    """A member with what is saved in that name."""

    id: UUID
    number: int
    name: str
    savings: list[KindOut]


class SavingsOut(Schema):
    """A book's savings at the end of today; a page of its members by number, none for whoever may see only sums."""

    totals: list[KindOut]
    members: list[SaverOut]
    next: str


class OwingOut(Schema):
    """A member who has not paid all bills up to a month."""

    id: UUID
    number: int
    name: str
    months: int
    mandatory: int
    principal: int


class ArrearsOut(Schema):
    """Who is behind up to a month; the sums are those of everybody."""

    until: str
    count: int
    total: int
    members: list[OwingOut]
    next: str


class HeirOut(Schema):
    """Whom a member names as heir: spouse, child, parent, sibling or other."""

    id: UUID
    name: str
    kinship: str
    named_at: datetime


class HeirIn(Schema):
    """An heir to be named; `id` is given by the caller, so that sending twice names once."""

    id: UUID
    name: str = Field(max_length=120)
    kinship: str


@router.get("/books/{id}/savings", response=SavingsOut, summary=_("Simpanan anggota sebuah buku"))
def savings(request: HttpRequest, id: UUID, q: str = "", after: str = "") -> SavingsOut:
    viewer = _reader(request, id)
    accounts = queries.savings_accounts(books.chart_of_book(id))
    codes = {one.code for one in accounts}
    page = books.members_page(viewer, id, at=viewer.on, text=q[:80], after=after)
    members = [
        SaverOut(id=one.id, number=one.number, name=one.name,
                 savings=[_kind(account, amount) for account, amount in one.held if account.code in codes])
        for one in page.rows
    ]
    totals = [_kind(account, amount) for account, amount in queries.totals(id, viewer.on)]
    return SavingsOut(totals=totals, members=members, next=page.next_key)


@router.get("/books/{id}/savings/arrears", response=ArrearsOut, summary=_("Tunggakan simpanan sampai sebuah bulan"))
def arrears(request: HttpRequest, id: UUID, until: str = "", after: str = "") -> ArrearsOut:
    viewer = _reader(request, id)
    if not books.readable_by_name(viewer).filter(pk=id).exists():
        raise Http404
    try:
        month = Month.parse(until)
    except ValueError:
        month = Month.of(viewer.on).previous
    read = queries.arrears(viewer, id, month, viewer.on, after)
    members = [
        OwingOut(id=one.member_id, number=one.number, name=one.name, months=one.months,
                 mandatory=one.mandatory.arrears, principal=one.principal.arrears)
        for one in read.rows
    ]
    return ArrearsOut(until=str(month), count=read.count, total=read.total, members=members, next=read.next_key)


@router.get("/members/{id}/heirs", response=list[HeirOut], summary=_("Ahli waris seorang anggota"))
def heirs(request: HttpRequest, id: UUID) -> list[HeirOut]:
    viewer = _savers(request)
    if books.member_head(viewer, id) is None:
        raise Http404
    return _heirs(viewer, id)


@router.post("/members/{id}/heirs", response=list[HeirOut], summary=_("Catat ahli waris; dua kali tetap satu"))
def name_heir(request: HttpRequest, id: UUID, heir: HeirIn) -> list[HeirOut]:
    viewer, now = _savers(request), request.now  # type: ignore[attr-defined]  # set by middleware
    services.name_heir(by=viewer, id=heir.id, member=id, name=heir.name, kinship=heir.kinship, now=now)
    return _heirs(viewer, id)


@router.post("/members/{id}/heirs/{heir}/end", response=list[HeirOut], summary=_("Akhiri seorang ahli waris"))
def end_heir(request: HttpRequest, id: UUID, heir: UUID) -> list[HeirOut]:
    viewer, now = _savers(request), request.now  # type: ignore[attr-defined]  # set by middleware
    services.end_heir(by=viewer, member=id, heir=heir, now=now)
    return _heirs(viewer, id)


def _heirs(viewer: Viewer, member: UUID) -> list[HeirOut]:
    return [
        HeirOut(id=one.id, name=one.name, kinship=one.kinship, named_at=one.named_at)
        for one in queries.heirs(viewer, member)
    ]


def _kind(account: Account, amount: int) -> KindOut:
    return KindOut(account=account.code, name=account.id, balance=amount)


def _reader(request: HttpRequest, book: UUID) -> Viewer:
    """Whoever may read the book; a stranger is told that there is none."""
    viewer = _savers(request)
    if not books.readable(viewer).filter(pk=book).exists():
        raise Http404
    return viewer


def _savers(request: HttpRequest) -> Viewer:
    """Whoever has a role that reads books; whose, the queries decide."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*books.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
