"""Pays savings out: voluntary savings up to the balance, and everything to a member who leaves. Drafts only."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.chart import ASSETS
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import OUT
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Refused, problem
from sidamping.domain.savings.products import ROLES, TERM, VOLUNTARY
from sidamping.features.books import queries as books
from sidamping.features.books.services import Drafted, VoucherDraft, draft_voucher
from sidamping.features.savings.queries.products import savings_accounts
from sidamping.features.savings.services.keeping import kept, leaving, lowest_since, member_on, money
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def withdraw(
    *, by: Viewer, id: UUID, book: UUID, member: UUID, amount: int, day: date, purse: str, text: str, now: datetime
) -> Drafted:
    """The draft of a withdrawal; Refused above what there was since that day, less what drafts will take."""
    kept(by, book)
    take_turns(book)
    if books.bound(book, [id]):
        return Drafted(0, ())
    row, code = member_on(book, member, day), books.chart_of_book(book).role(ROLES[VOLUNTARY]).code
    balance = lowest_since(book, code, member, day, by.on)
    wait = leaving(book, code).get(str(member), 0)
    most = max(balance - wait, 0)
    if amount > most:
        told = {"seen": rupiah(amount), "balance": rupiah(balance), "waiting": rupiah(wait), "most": rupiah(most)}
        raise Refused(problem("SAVINGS_015", "amount", name=row.name, **told))
    lines = money(OUT, purse, [Line(code, amount, str(member))])
    return draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BKK", day, text.strip(), lines), now=now)


@transaction.atomic
def pay_out_leaver(
    *, by: Viewer, id: UUID, book: UUID, member: UUID, day: date, purse: str, text: str, now: datetime
) -> Drafted:
    """The draft that pays back all savings of who leaves; Refused while a loan, a deposit or a draft is open."""
    kept(by, book)
    take_turns(book)
    if books.bound(book, [id]):
        return Drafted(0, ())
    row, chart = member_on(book, member, day), books.chart_of_book(book)
    owed = books.held_by(book, [member], by.on).get(member, ())
    open_ones = [f"{one.id} {rupiah(amount)}" for one, amount in owed if one.group == ASSETS and amount > 0]
    open_ones += [f"{one.id} {rupiah(amount)}" for one, amount in owed if one.role == ROLES[TERM] and amount > 0]
    if open_ones:
        raise Refused(problem("SAVINGS_019", "member", name=row.name, what=", ".join(open_ones)))
    drafts = ", ".join(one.number for one in books.drafts_of(book, member))
    if drafts:
        raise Refused(problem("SAVINGS_024", "member", name=row.name, vouchers=drafts))
    codes = [one.code for one in savings_accounts(chart)]
    sums = books.member_sums(book, codes, by.on, member).get(member, {})
    parts = [Line(code, -amount, str(member)) for code, amount in sorted(sums.items()) if amount < 0]
    if not parts:
        raise Refused(problem("SAVINGS_020", "member", name=row.name))
    draft = VoucherDraft("BKK", day, text.strip(), money(OUT, purse, parts))
    return draft_voucher(by=by, id=id, book=book, draft=draft, now=now)
