"""The interest of a month: what every member would get and why, and the runs that were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.domain.savings.crediting import Credit, month_of, on_account, on_deposit, taxed, totals
from sidamping.domain.savings.deposits import due_in
from sidamping.domain.savings.products import BEARING, TERM
from sidamping.domain.savings.tax import InterestTax
from sidamping.features.books import queries as books
from sidamping.features.savings.models import Credited, Run
from sidamping.features.savings.queries.deposits import deposits
from sidamping.features.savings.queries.products import ProductLine, products
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.finance import interest_tax, interest_year
from sidamping.rules.trace import RuleRef


@dataclass(frozen=True)
class RunLine:
    """A run that stands, with its voucher."""

    id: UUID
    product: UUID
    kind: str
    month: Month
    voucher: UUID
    number: str
    posted: bool
    made_by: str
    made_at: datetime


@dataclass(frozen=True)
class Preview:
    """Interest of the products that have no run for the month yet; `made` are those that have."""

    month: Month
    basis: int
    basis_rule: RuleRef
    tax: InterestTax
    products: tuple[ProductLine, ...]
    credits: tuple[Credit, ...]
    names: Mapping[str, tuple[int, str]]
    made: tuple[RunLine, ...]

    @property
    def sums(self) -> tuple[int, int, int]:
        return totals(self.credits)

    @property
    def rows(self) -> list[tuple[int, str, Credit]]:
        """Number and name of the member with what it gets, by number."""
        told = [(*self.names.get(one.member, (0, "")), one) for one in self.credits]
        return sorted(told, key=lambda row: (row[0], row[2].product, row[2].deposit))


@dataclass(frozen=True)
class MadeCredit:
    """What a member got in a run, as it was kept."""

    number: int
    name: str
    kind: str
    method: str
    base: int
    gross: int
    tax: int
    says: str

    @property
    def net(self) -> int:
        return self.gross - self.tax


def preview(viewer: Viewer, book_id: UUID, month: Month) -> Preview | None:
    """The month as it would be credited now; None for a stranger. The terms of the month's last day hold."""
    if not books.readable(viewer).filter(pk=book_id).exists():
        return None
    basis, rule = interest_year(month.end)
    tax = interest_tax(month.end)
    made = runs(viewer, book_id, month)
    done = {one.product for one in made}
    wanted = tuple(
        one for one in products(viewer, book_id)
        if one.kind in BEARING and one.id not in done and (one.kind == TERM or _rate(one, month))
    )
    found = [credit for one in wanted for credit in _credits(viewer, book_id, one, month, basis)]
    names = {str(row.party_id): (row.number, row.name) for row in books.member_register(book_id)}
    found.sort(key=lambda one: (names.get(one.member, (0, ""))[0], one.product, one.deposit))
    earlier = _earlier([one.id for one in made])
    return Preview(month, basis, rule, tax, wanted, taxed(found, tax, earlier), names, made)


def runs(viewer: Viewer, book_id: UUID, month: Month | None = None) -> tuple[RunLine, ...]:
    """The runs whose voucher still stands, newest month first; nothing for a stranger."""
    rows = Run.objects.filter(book_id=book_id, book__in=books.readable(viewer), undone_at=None)
    rows = rows.filter(month=month.start) if month else rows
    found = list(rows.select_related("product", "made_by").order_by("-month", "product__account"))
    vouchers = books.bound(book_id, {one.voucher for one in found}) if found else {}
    return tuple(
        RunLine(
            row.pk, row.product_id, row.product.kind, Month.of(row.month), row.voucher, kept.number, kept.posted,
            str(row.made_by), row.made_at,
        )
        for row in found if (kept := vouchers.get(row.voucher)) is not None and kept.turned is None
    )  # fmt: skip


def credited(viewer: Viewer, book_id: UUID, month: Month) -> tuple[MadeCredit, ...]:
    """What members got for a month, as it was kept when the runs were made."""
    made = [one.id for one in runs(viewer, book_id, month)]
    numbers = {row.party_id: row.number for row in books.member_register(book_id)}
    rows = Credited.objects.filter(run__in=made).select_related("member", "run__product")
    found = (
        MadeCredit(
            numbers.get(row.member_id, 0), row.member.name, row.run.product.kind, row.method, row.base, row.gross,
            row.tax, row.says,
        )
        for row in rows
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.number, one.kind)))


def _rate(product: ProductLine, month: Month) -> bool:
    terms = product.on(month.end)
    return terms is not None and terms.rate_ppm > 0 and bool(terms.method)


def _credits(viewer: Viewer, book_id: UUID, product: ProductLine, month: Month, basis: int) -> Iterator[Credit]:
    if product.kind == TERM:
        yield from _of_deposits(viewer, book_id, product, month, basis)
        return
    terms, code = product.on(month.end), product.account.code
    assert terms is not None
    before = books.member_sums(book_id, [code], month.start - timedelta(days=1))
    moves = books.member_moves(book_id, code, month.start, month.end)
    for member in sorted({*before, *moves}):
        opening = -before.get(member, {}).get(code, 0)
        changes = {day: -amount for day, amount in moves.get(member, {}).items()}
        account = month_of(opening, changes, month)
        credit = on_account(str(product.id), str(member), account, terms, basis)
        if credit is not None:
            yield credit


def _of_deposits(viewer: Viewer, book_id: UUID, product: ProductLine, month: Month, basis: int) -> Iterator[Credit]:
    """A whole month of each deposit that was full in this month while the money lay there."""
    for one in deposits(viewer, book_id, month.end):
        due = due_in(one.opened, one.months, month)
        there = due is not None and one.nominal > 0 and (one.paid_on is None or _kept(one.paid_on, due))
        if there and (one.live or one.paid_on is not None):
            credit = on_deposit(str(product.id), str(one.member_id), str(one.id), one.nominal, one.terms, basis)
            if credit is not None:
                yield credit


def _kept(paid_on: date, due: date) -> bool:
    """Paid back on the day the month is full or later, the month counts."""
    return paid_on >= due


def _earlier(made: list[UUID]) -> dict[str, tuple[int, int]]:
    """Interest and tax of each member in runs of the month."""
    found: dict[str, tuple[int, int]] = {}
    for member, gross, tax in Credited.objects.filter(run__in=made).values_list("member_id", "gross", "tax"):
        before = found.get(str(member), (0, 0))
        found[str(member)] = (before[0] + gross, before[1] + tax)
    return found
