"""Opens time deposits and pays them back, whole at maturity or with the agreed penalty before. Drafts only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import IN, OUT
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.savings.products import PPM_A_PERCENT, TERM
from sidamping.features.books import queries as books
from sidamping.features.books.services import Drafted, VoucherDraft, draft_voucher
from sidamping.features.savings.models import MOST_MONTHS, MOST_PPM, Deposit, Payout
from sidamping.features.savings.queries.deposits import MATURE, RUNNING, DepositLine, deposit, next_deposit_number
from sidamping.features.savings.services.keeping import kept, member_on, money, product_of, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns

FINES = "fines"
"""The account of the chart that takes what is kept back."""


@dataclass(frozen=True)
class DepositDraft:
    """A deposit as agreed: whose, how much, for how long, at which rate in parts of a million."""

    member: UUID
    amount: int
    months: int
    rate_ppm: int


@transaction.atomic
def open_deposit(
    *, by: Viewer, id: UUID, book: UUID, draft: DepositDraft, day: date, purse: str, text: str, now: datetime
) -> Drafted:
    """The deposit with the draft of its receipt; it runs once that is posted. Sent twice, it is one."""
    card = kept(by, book)
    take_turns(book)
    if Deposit.objects.filter(pk=id, book_id=book).exists():
        return Drafted(0, ())
    product = product_of(by, book, TERM, day)
    terms = product.on(day)
    assert terms is not None
    member_on(book, draft.member, day)
    refuse_if(_faults(draft))
    number, voucher = next_deposit_number(book), uuid7()
    lines = money(IN, purse, [Line(product.account, -draft.amount, str(draft.member))])
    receipt = VoucherDraft("BKM", day, text.strip(), lines)
    drafted = draft_voucher(by=by, id=voucher, book=book, draft=receipt, now=now)
    Deposit.objects.create(
        id=id, book_id=book, product_id=product.id, member_id=draft.member, number=number, opened=day,
        months=draft.months, rate_ppm=draft.rate_ppm, per=terms.per, break_ppm=terms.break_ppm, voucher=voucher,
        made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    tell("deposit_opened", by, id, card, number=number)
    return drafted


def _faults(draft: DepositDraft) -> list[Problem]:
    found = []
    if not 1 <= draft.months <= MOST_MONTHS:
        told = {"label": _("Jangka (bulan)"), "seen": draft.months, "least": 1, "most": MOST_MONTHS}
        found.append(problem("SAVINGS_010", "months", **told))
    if not 0 <= draft.rate_ppm <= MOST_PPM:
        told = {"label": _("Bunga (persen)"), "seen": draft.rate_ppm // PPM_A_PERCENT, "least": 0, "most": 100}
        found.append(problem("SAVINGS_010", "rate", **told))
    return found


@transaction.atomic
def pay_deposit(
    *, by: Viewer, id: UUID, deposit_id: UUID, day: date, purse: str, text: str, now: datetime
) -> Drafted:
    """The draft that pays a deposit back; before it matures the penalty of its terms is kept. Sent twice, once."""
    found = _running(by, id, deposit_id, day)
    if found is None:
        return Drafted(0, ())
    card = kept(by, found.book_id)
    row = Deposit.objects.select_related("product").get(pk=deposit_id)
    kept_back, voucher = (found.penalty if day < found.matures else 0), uuid7()
    parts = [Line(row.product.account, found.nominal, str(found.member_id))]
    if kept_back:
        fines = books.chart_of_book(found.book_id).role(FINES)
        parts.append(Line(fines.code, -kept_back, str(found.member_id)))
    draft = VoucherDraft("BKK", day, text.strip(), money(OUT, purse, parts))
    drafted = draft_voucher(by=by, id=voucher, book=found.book_id, draft=draft, now=now)
    Payout.objects.filter(deposit=row, undone_at=None).update(undone_at=now)
    Payout.objects.create(
        id=id, deposit=row, day=day, penalty=kept_back, voucher=voucher, made_by_id=by.user_id, made_at=now
    )
    tell("deposit_paid", by, deposit_id, card, number=found.number, penalty=kept_back)
    return drafted


def _running(by: Viewer, id: UUID, deposit_id: UUID, day: date) -> DepositLine | None:
    """The deposit when it can be paid back; None when this very payout is written already."""
    found = deposit(by, deposit_id, by.on)
    if found is None:
        raise Refused(problem("BOOKS_018"))
    kept(by, found.book_id)
    take_turns(deposit_id)
    if Payout.objects.filter(pk=id, deposit_id=deposit_id).exists():
        return None
    found = deposit(by, deposit_id, by.on)
    assert found is not None
    if found.state not in (RUNNING, MATURE):
        raise Refused(problem("SAVINGS_022", "deposit", number=found.number))
    if day < found.opened:
        raise Refused(problem("SAVINGS_023", "day", day=day, opened=found.opened))
    return found
