"""Loans with their schedules and events, read in four queries for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sidamping.domain.loans.life import LENT, Plan
from sidamping.domain.loans.schedule import Instalment, Schedule
from sidamping.domain.loans.state import dues
from sidamping.domain.loans.terms import Terms as Asked
from sidamping.features.books import queries as books
from sidamping.features.books.queries import Bound
from sidamping.features.loans import models
from sidamping.features.loans.models import Event, Loan
from sidamping.features.loans.queries.lines import (
    DISCARDED,
    LOAN_CODE,
    POSTED,
    TURNED,
    WAITING,
    EventLine,
    LoanCard,
    LoanRow,
    PlanLine,
    TermsLine,
    loan_code,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


def loan(viewer: Viewer, id: UUID) -> LoanCard | None:
    """One loan; None for a stranger."""
    found = cards(Loan.objects.filter(pk=id, book__in=books.readable_by_name(viewer)))
    return found[0] if found else None


def loans_page(viewer: Viewer, book_id: UUID, *, on: date, after: str = "") -> Page:
    """A page of the register of loans by number, each as it is on a day; nothing for a stranger."""
    rows = Loan.objects.filter(book_id=book_id, book__in=books.readable_by_name(viewer))
    page = page_of(rows.select_related("member", "group", "terms__product"), order=("number", "id"), after=after)
    found = carded(page.rows)
    return Page(tuple(LoanRow(one, one.on(on), "") for one in found), page.next_key)


def every_loan(book_id: UUID) -> tuple[LoanCard, ...]:
    """All loans of a book by number; the caller has scoped the book."""
    return cards(Loan.objects.filter(book_id=book_id))


def loans_of(book_id: UUID, members: Iterable[UUID]) -> tuple[LoanCard, ...]:
    """The loans of some members; the caller has scoped the book."""
    return cards(Loan.objects.filter(book_id=book_id, member_id__in=set(members)))


def cards(rows: QuerySet[Loan]) -> tuple[LoanCard, ...]:
    """The loans of a query by number; unscoped."""
    return carded(tuple(rows.select_related("member", "group", "terms__product").order_by("number")))


def carded(rows: tuple[Loan, ...]) -> tuple[LoanCard, ...]:
    """Loan rows that came with member, group and terms."""
    plans: dict[UUID, list[PlanLine]] = defaultdict(list)
    for made in models.Plan.objects.filter(loan__in=rows).select_related("made_by").order_by("number"):
        plans[made.loan_id].append(plan_line(made))
    beside = Event.objects.filter(voucher=OuterRef("voucher")).exclude(loan=OuterRef("loan"))
    found = Event.objects.filter(loan__in=rows).annotate(shared=Exists(beside))
    events = list(found.select_related("payer", "made_by").order_by("sequence"))
    vouchers: dict[UUID, Bound] = {}
    for book_id in {row.book_id for row in rows}:
        vouchers.update(books.bound(book_id, {one.voucher for one in events}))
    by_loan: dict[UUID, list[Any]] = defaultdict(list)
    for one in events:
        by_loan[one.loan_id].append(one)
    return tuple(_card(row, plans[row.pk], by_loan[row.pk], vouchers) for row in rows)


def terms_line(row: models.Terms) -> TermsLine:
    """Terms that came with their product."""
    return TermsLine(
        row.pk, row.product_id, row.product.name, row.starts, row.method, row.rate_ppm, row.step, row.most_months,
        row.penalty_ppm, row.grace_days, row.loans_account, row.interest_account, row.penalty_account,
    )


def plan_line(row: models.Plan) -> PlanLine:
    """A schedule as it was kept."""
    owed, rows = row.principal, []
    for no, (principal, interest) in enumerate(row.rows, 1):
        owed -= principal
        rows.append(Instalment(no, principal, interest, owed))
    kept = Schedule(Asked(row.principal, 0, len(rows), row.method, row.step), tuple(rows))
    plan = Plan(row.number, row.since, row.after, dues(kept, row.first_due))
    return PlanLine(plan, row.method, row.rate_ppm, row.first_due, row.carried, row.why, str(row.made_by))


def _card(
    row: Loan, plans: list[PlanLine], events: list[Any], vouchers: Mapping[UUID, Bound]
) -> LoanCard:
    terms = terms_line(row.terms)
    held = ((one, vouchers.get(one.voucher)) for one in events)
    code, member = loan_code(row.number), str(row.member_id)
    lines = tuple(_event(one, terms, member, _lines_of(own, code) if own and one.shared else own) for one, own in held)
    return LoanCard(
        row.pk, row.book_id, row.number, row.member_id, row.member.name, row.group_id,
        row.group.name if row.group else "", row.application_id, terms, tuple(plans), lines,
    )


def _lines_of(held: Bound, code: str) -> Bound:
    """What a voucher that moves several loans of a member holds of one: each line bears the number of its loan."""
    own = tuple(one for one in held.lines if one.note == code or not LOAN_CODE.fullmatch(one.note))
    return replace(held, lines=own)


def _event(row: Event, terms: TermsLine, member: str, held: Bound | None) -> EventLine:
    """Amounts as the voucher holds them on the accounts of the loan: what came in is above zero."""
    sign = 1 if row.kind == LENT else -1
    principal = sign * held.on(terms.loans_account, member) if held else 0
    interest, fine = (
        (-held.on(code, member) if held and row.kind != LENT else 0)
        for code in (terms.interest_account, terms.penalty_account)
    )
    return EventLine(
        row.pk, row.kind, row.sequence, row.day, row.voucher, held.number if held else "", _state(held),
        held.day if held else None, principal, interest, fine, held.turned if held else None,
        row.payer.name if row.payer else "", row.payer_id, row.note, str(row.made_by),
    )


def _state(held: Bound | None) -> str:
    if held is None:
        return DISCARDED
    if not held.posted:
        return WAITING
    return TURNED if held.turned else POSTED
