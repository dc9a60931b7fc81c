"""The interest of a month: what every member would get and why, and the runs that were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.domain.savings.crediting import Credit, month_of, on_account, on_deposit, taxed, totals
from sidamping.domain.savings.deposits import due_in
from sidamping.domain.savings.products import BEARING, TERM
from sidamping.domain.savings.tax import InterestTax
from sidamping.features.books import queries as books
from sidamping.features.savings.models import Credited
from sidamping.features.savings.queries.deposits import DepositLine, bound_ids, deposit_line, kept_deposits
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
    voucher: UUID
    number: str
    posted: bool
    made_by: str
    made_at: datetime


@dataclass(frozen=True)
class MadeCredit:
    """What a member got in a run, as it was kept."""

    member: UUID
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


@dataclass(frozen=True)
class Preview:
    """Interest of the products that have no run for the month yet; `runs` and `made` are what there is already."""

    month: Month
    basis: int
    basis_rule: RuleRef
    tax: InterestTax
    products: tuple[ProductLine, ...]
    credits: tuple[Credit, ...]
    names: Mapping[str, tuple[int, str]]
    runs: tuple[RunLine, ...]
    made: tuple[MadeCredit, ...]

    @property
    def sums(self) -> tuple[int, int, int]:
        return totals(self.credits)

    @property
    def rows(self) -> list[tuple[int, str, Credit]]:
        """Number and name of the member with what it gets, by number."""
        told = [(*self.names.get(one.member, (0, "")), one) for one in self.credits]
        return sorted(told, key=lambda row: (row[0], row[2].product, row[2].deposit))


def preview(viewer: Viewer, book_id: UUID, month: Month) -> Preview:
    """The month as it would be credited now; empty for a stranger. The terms of the month's last day hold."""
    basis, rule = interest_year(month.end)
    tax = interest_tax(month.end)
    kept, offered = _kept(viewer, book_id, month), products(viewer, book_id)
    rows = kept_deposits(viewer, book_id) if any(one.kind == TERM for one in offered) else []
    wanted = bound_ids(rows) | {one.run.voucher for one in kept}
    vouchers = books.bound(book_id, wanted) if wanted else {}
    standing = [one for one in kept if _stands(vouchers.get(one.run.voucher))]
    done = {one.run.product_id for one in standing}
    left = tuple(one for one in offered if one.kind in BEARING and one.id not in done)
    found = [
        *_of_accounts(book_id, left, month, basis),
        *_of_deposits([deposit_line(one, vouchers, month.end) for one in rows], left, month, basis),
    ]
    names, there = _names(book_id, month) if found or standing else ({}, set())
    found = [one for one in found if one.member in there]
    found.sort(key=lambda one: (names.get(one.member, (0, ""))[0], one.product, one.deposit))
    made = tuple(sorted((_made(one, names) for one in standing), key=lambda one: (one.number, one.kind)))
    runs = {one.run_id: _run(one, vouchers[one.run.voucher]) for one in standing}
    credits = taxed(found, tax, _earlier(made))
    return Preview(month, basis, rule, tax, left, credits, names, tuple(runs.values()), made)


def _kept(viewer: Viewer, book_id: UUID, month: Month) -> list[Credited]:
    """Every credit of the month whose run is not undone, with its run."""
    rows = Credited.objects.filter(run__book_id=book_id, run__month=month.start, run__undone_at=None)
    rows = rows.filter(run__book__in=books.readable_by_name(viewer))
    return list(rows.select_related("run__product", "run__made_by", "member"))


def _stands(voucher: books.Bound | None) -> bool:
    """Whether the voucher of a run is still there and not turned back."""
    return voucher is not None and voucher.turned is None


def _of_accounts(
    book_id: UUID, left: tuple[ProductLine, ...], month: Month, basis: int
) -> Iterator[Credit]:
    """The interest of each member's account by the method of its terms."""
    bearing = {
        one.account: (one, terms) for one in left
        if one.kind != TERM and (terms := one.on(month.end)) is not None and terms.rate_ppm and terms.method
    }
    if not bearing:
        return
    for (member, code), (opening, moves) in books.member_month(book_id, list(bearing), month.start, month.end).items():
        product, terms = bearing[code]
        account = month_of(-opening, {day: -amount for day, amount in moves.items()}, month)
        credit = on_account(str(product.id), str(member), account, terms, basis)
        if credit is not None:
            yield credit


def _of_deposits(
    rows: list[DepositLine], left: tuple[ProductLine, ...], month: Month, basis: int
) -> Iterator[Credit]:
    """A whole month of each deposit that was full in this month while the money lay there."""
    product = next((one for one in left if one.kind == TERM), None)
    if product is None:
        return
    for one in rows:
        due = due_in(one.opened, one.months, month)
        if due is None or not one.nominal or not _lay_there(one, due):
            continue
        credit = on_deposit(str(product.id), str(one.member_id), str(one.id), one.nominal, one.terms, basis)
        if credit is not None:
            yield credit


def _lay_there(one: DepositLine, due: date) -> bool:
    """Paid back on the day the month is full or later, the month counts."""
    return one.paid_on >= due if one.paid_on is not None else one.live


def _names(book_id: UUID, month: Month) -> tuple[dict[str, tuple[int, str]], set[str]]:
    """Number and name of everybody, and who is still a member on the last day: who left gets nothing for the month."""
    rows = books.member_register(book_id)
    there = {str(row.party_id) for row in rows if row.left is None or row.left > month.end}
    return {str(row.party_id): (row.number, row.name) for row in rows}, there


def _made(row: Credited, names: Mapping[str, tuple[int, str]]) -> MadeCredit:
    number = names.get(str(row.member_id), (0, ""))[0]
    return MadeCredit(
        row.member_id, number, row.member.name, row.run.product.kind, row.method, row.base, row.gross, row.tax, row.says
    )


def _run(row: Credited, voucher: books.Bound) -> RunLine:
    run = row.run
    return RunLine(
        run.pk, run.product_id, run.product.kind, run.voucher, voucher.number, voucher.posted, str(run.made_by),
        run.made_at,
    )  # fmt: skip


def _earlier(made: tuple[MadeCredit, ...]) -> dict[str, tuple[int, int]]:
    """Interest and tax of each member in runs of the month."""
    found: dict[str, tuple[int, int]] = {}
    for one in made:
        gross, tax = found.get(str(one.member), (0, 0))
        found[str(one.member)] = (gross + one.gross, tax + one.tax)
    return found
