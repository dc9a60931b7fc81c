"""All loans of a book on a day: classes by days in arrears, provisions, and the tie to the control account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.loans.ageing import Aged, Class, aged, class_of
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import Loan
from sidamping.features.loans.queries.cards import carded, every_loan
from sidamping.features.loans.queries.lines import LoanCard, LoanRow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules.finance import repayment_classes
from sidamping.rules.trace import RuleRef


@dataclass(frozen=True)
class Unbound:
    """What a member has on an account of loans that no loan of the register accounts for."""

    member_id: UUID
    name: str
    amount: int


@dataclass(frozen=True)
class Tie:
    """An account of loans: what the books hold, what the loans add up to, and whose part is in no loan."""

    account: str
    name: str
    control: int
    loans: int
    unbound: tuple[Unbound, ...]

    @property
    def apart(self) -> int:
        return self.control - self.loans


@dataclass(frozen=True)
class Portfolio:
    """Every class with its loans, what they ask for as allowance, and what is held, on a day."""

    on: date
    classes: tuple[tuple[Class, Aged], ...]
    rule: RuleRef
    allowance: str
    held: int

    @property
    def needed(self) -> int:
        return sum(one.provision for _class, one in self.classes)

    @property
    def balance(self) -> int:
        return sum(one.balance for _class, one in self.classes)

    @property
    def loans(self) -> int:
        return sum(one.loans for _class, one in self.classes)

    @property
    def change(self) -> int:
        return self.needed - self.held


def ageing_page(viewer: Viewer, at: KeptBook, *, on: date, after: str = "") -> tuple[Page, RuleRef]:
    """A page of the loans by number, each with days in arrears and class; Refused before the rule is in force."""
    classes, rule = repayment_classes(on, at.village_code)
    rows = Loan.objects.filter(book_id=at.id, book__in=books.readable_by_name(viewer))
    page = page_of(rows.select_related("member", "group", "terms__product"), order=("number", "id"), after=after)
    return Page(tuple(_row(one, classes, on) for one in carded(page.rows)), page.next_key), rule


def every_aged(at: KeptBook, on: date) -> tuple[tuple[LoanRow, ...], RuleRef]:
    """All loans that the books hold on a day with their class; the caller has scoped the book."""
    classes, rule = repayment_classes(on, at.village_code)
    found = (_row(one, classes, on) for one in every_loan(at.id))
    return tuple(one for one in found if one.life.lent), rule


def portfolio(at: KeptBook, on: date) -> Portfolio:
    """The loans on a day by what the books hold, which is what may be lost; the caller has scoped the book."""
    classes, _rule = repayment_classes(on, at.village_code)
    rows, rule = every_aged(at, on)
    found = aged(classes, ((one.late, one.life.booked) for one in rows))
    allowance = books.savings_chart(at.id).role("allowance")
    held = allowance.shown(books.sums(at.id, on).get(allowance.code, 0))
    return Portfolio(on, tuple((one, found[one.code]) for one in classes), rule, allowance.code, held)


def ties(at: KeptBook, on: date) -> tuple[Tie, ...]:
    """Each account of loans against the loans that stand on it; the caller has scoped the book."""
    own: dict[str, dict[UUID, int]] = defaultdict(lambda: defaultdict(int))
    for one in every_loan(at.id):
        own[one.terms.loans_account][one.member_id] += one.on(on).booked
    held = books.lent_by_account(at.id, on)
    return tuple(
        Tie(
            account.code, books.named(account), sum(amount for _name, amount in names.values()),
            sum(own[account.code].values()), tuple(_apart(names, own[account.code])),
        )
        for account, names in held.items()
    )


def _apart(control: Mapping[UUID, tuple[str, int]], own: Mapping[UUID, int]) -> Iterator[Unbound]:
    for member, (name, amount) in control.items():
        if amount != own.get(member, 0):
            yield Unbound(member, name, amount - own.get(member, 0))


def _row(card: LoanCard, classes: tuple[Class, ...], on: date) -> LoanRow:
    life = card.on(on)
    return LoanRow(card, life, class_of(classes, life.state.days_late).code)
