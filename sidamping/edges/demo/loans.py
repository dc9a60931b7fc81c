"""Loans of the cooperative whose book is told: taken over, asked for, decided, handed out, paid, and a group."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.plain import IN, Part, money_lines
from sidamping.edges.demo.diary import moment, month_before
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import chair_account
from sidamping.edges.demo.story import chapter, named
from sidamping.features.books import queries as books
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import queries, services
from sidamping.features.loans.services import (
    ApplicationDraft,
    Handing,
    PaymentDraft,
    Reschedule,
    TakenOver,
    TermsDraft,
    Verdict,
)

CASH, MONTHS = "1110", 3
YES = {code: (True, "Diketahui pengurus") for code in ("near", "income", "crime", "character", "education")}


class Lending:
    """Who writes, who decides, and in which book, on the day the story is told."""

    def __init__(self, anchor: date) -> None:
        self.told, kept = chapter("loans"), chapter("books")
        self.key, self.anchor, self.now = kept["cooperative"], anchor, moment(anchor)
        self.book = named("book", self.key)
        keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
        self.treasurer = viewer(kept["account"], anchor)
        self.chair = viewer(chair_account(keys.index(self.key)), anchor)
        self.parties = {name: id for id, (_number, name) in books.member_names(self.book, anchor).items()}

    def post(self, voucher: UUID) -> None:
        bookkeeping.post_voucher(by=self.chair, voucher=voucher, now=self.now)

    def apply(self, key: str, member: UUID, one: dict[str, Any]) -> UUID:
        answers = {**YES, "income": (None, one["income"])} if "income" in one else YES
        draft = ApplicationDraft(
            member, named("loan_product", self.key), self.anchor, one["amount"], one["months"], one["purpose"],
            one["collateral"], one["value"], answers,
        )
        id = named("loan_application", key)
        return services.apply_for_loan(by=self.treasurer, id=id, book=self.book, draft=draft, now=self.now)


def tell_loans(anchor: date) -> None:
    """Past months are closed, so whatever moves money is dated on the day of the story."""
    lending = Lending(anchor)
    _product(lending)
    _group(lending)
    _taken(lending)
    _lent(lending, "lent")
    _lent(lending, "second")
    lending.apply("waiting", lending.parties[lending.told["waiting"]["member"]], lending.told["waiting"])
    _bound(lending)
    _paying(lending)
    _proposed(lending)


def _product(lending: Lending) -> None:
    one = dict(lending.told["product"])
    name, since = one.pop("name"), one.pop("since")
    services.add_product(by=lending.treasurer, id=named("loan_product", lending.key), book=lending.book, name=name,
                         draft=TermsDraft(starts=since, **one), now=lending.now)


def _group(lending: Lending) -> None:
    told, by = lending.told["group"], lending.treasurer
    formed = month_before(lending.anchor, MONTHS).start
    group = services.form_group(by=by, id=named("loan_group", lending.key), book=lending.book, name=told["name"],
                                formed=formed, now=lending.now)
    for name in told["members"]:
        stands_for = lending.parties.get(told["stands"].get(name, ""))
        services.join_group(by=by, id=named("loan_group_member", name), group=group, member=lending.parties[name],
                            since=formed, stands_for=stands_for)


def _taken(lending: Lending) -> None:
    terms = queries.every_terms(lending.treasurer, lending.book)[0]
    first = month_before(lending.anchor, MONTHS).start + timedelta(days=lending.told["due"] - 1)
    for one in lending.told["taken"]:
        taken = TakenOver(lending.parties[one["member"]], terms.id, one["months"], first)
        services.take_over(by=lending.treasurer, id=named("loan", one["member"]), book=lending.book, taken=taken,
                           now=lending.now)


def _lent(lending: Lending, key: str) -> None:
    one = lending.told[key]
    application = lending.apply(key, lending.parties[one["member"]], one)
    why = "Kios berjalan baik, angsuran lancar"
    verdict = Verdict("approved", lending.anchor, why, one["amount"], one["months"])
    services.decide(by=lending.chair, id=application, verdict=verdict, now=lending.now)
    voucher = named("voucher", "loan", one["member"])
    handing = Handing(lending.anchor, lending.anchor + timedelta(days=30), CASH)
    services.disburse(by=lending.treasurer, id=voucher, application=application, handing=handing, now=lending.now)
    lending.post(voucher)


def _bound(lending: Lending) -> None:
    """The secretary is a member too: the application waits for another person's waiver."""
    one, person = lending.told["bound"], named("person", lending.key, lending.told["bound"]["position"])
    bookkeeping.admit_member(by=lending.treasurer, id=named("member", person), book=lending.book,
                             joined=month_before(lending.anchor, MONTHS).start, person=person)
    lines = money_lines(IN, CASH, [Part("3120", one["savings"])], str(person), books.chart_of_book(lending.book))
    voucher = named("voucher", "savings", person)
    draft = VoucherDraft("BKM", lending.anchor, "Simpanan wajib sekretaris", lines)
    bookkeeping.draft_voucher(by=lending.treasurer, id=voucher, book=lending.book, draft=draft, now=lending.now)
    lending.post(voucher)
    lending.apply("bound", person, one)


def _paying(lending: Lending) -> None:
    """A receipt that the chair has not posted yet."""
    one = lending.told["paying"]
    payment = PaymentDraft(lending.anchor, one["amount"], CASH, savings=one["savings"])
    services.pay(by=lending.treasurer, id=named("voucher", "loan_payment", one["member"]),
                 loan=named("loan", one["member"]), payment=payment, now=lending.now)


def _proposed(lending: Lending) -> None:
    """A new schedule that the treasurer proposed and the chair has not decided on."""
    one = lending.told["proposal"]
    asked = Reschedule(one["months"], one["method"], lending.anchor + timedelta(days=30), one["why"])
    services.propose_schedule(by=lending.treasurer, id=named("loan_proposal", one["member"]),
                              loan=named("loan", one["member"]), asked=asked, now=lending.now)
