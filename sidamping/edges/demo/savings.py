"""Savings of the cooperative whose book is told: terms of the articles, a month's interest, deposits, a receipt."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.domain.savings.products import Terms
from sidamping.edges.demo.diary import moment, month_before
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import chair_account
from sidamping.edges.demo.story import chapter, named
from sidamping.features.books import queries as books
from sidamping.features.books.services import post_voucher
from sidamping.features.savings import queries, services
from sidamping.features.savings.services import DepositDraft, Receipt

CASH = "1110"


def tell_savings(anchor: date) -> None:
    """Whole months are closed by now, so money moves in the running one."""
    told, kept = chapter("savings"), chapter("books")
    book = named("book", kept["cooperative"])
    _set(told, kept["account"], book, anchor)
    _credit(kept, book, anchor)
    for one in told["deposits"]:
        _deposit(kept, book, one, anchor)
    for one in told["heirs"]:
        _heir(kept, book, one, anchor)
    _receive(told["receipt"], kept["account"], book, anchor)


def _set(told: dict[str, Any], account: str, book: UUID, anchor: date) -> None:
    """The articles' terms, and the one that was changed lately."""
    by, now = viewer(account, anchor), moment(anchor)
    for kind, one in told["terms"].items():
        services.set_terms(by=by, id=named("terms", kind), book=book, kind=kind, terms=Terms(told["since"], **one),
                           decided=told["decided"], now=now)
    raised = dict(told["raised"])
    since, decided = month_before(anchor, raised.pop("months_ago")).start, raised.pop("decided")
    kind = raised.pop("kind")
    services.set_terms(by=by, id=named("terms", kind, "raised"), book=book, kind=kind, terms=Terms(since, **raised),
                       decided=decided, now=now)


def _credit(kept: dict[str, Any], book: UUID, anchor: date) -> None:
    month, id = Month.of(anchor).previous, named("voucher", "savings", "interest")
    services.credit_interest(by=viewer(kept["account"], anchor), id=id, book=book, month=month, day=anchor,
                             text=f"Jasa simpanan {month.label()}", now=moment(anchor))
    _post(kept, id, anchor)


def _deposit(kept: dict[str, Any], book: UUID, one: dict[str, Any], anchor: date) -> None:
    id, by, day = named("deposit", one["member"]), viewer(kept["account"], anchor), Month.of(anchor).start
    draft = DepositDraft(_party(book, one["member"]), one["amount"], one["months"], 72_000)
    services.open_deposit(by=by, id=id, book=book, draft=draft, day=day, purse=CASH,
                          text=f"Simpanan berjangka {one['member']}", now=moment(anchor))
    opened = queries.deposit(by, id, anchor)
    assert opened is not None  # just told
    _post(kept, opened.voucher, anchor)


def _heir(kept: dict[str, Any], book: UUID, one: dict[str, Any], anchor: date) -> None:
    member = next(row.id for row in books.member_register(book) if row.name == one["member"])
    services.name_heir(by=viewer(kept["account"], anchor), id=named("heir", one["name"]), member=member,
                       name=one["name"], kinship=one["kinship"], now=moment(anchor))


def _receive(one: dict[str, Any], account: str, book: UUID, anchor: date) -> None:
    """Waits for the second person."""
    receipt = Receipt(_party(book, one["member"]), months=one["months"], voluntary=one["voluntary"])
    services.receive(by=viewer(account, anchor), id=named("voucher", "savings", "receipt"), book=book, receipt=receipt,
                     day=anchor, purse=CASH, text=one["text"], now=moment(anchor))


def _party(book: UUID, name: str) -> UUID:
    return next(row.party_id for row in books.member_register(book) if row.name == name)


def _post(kept: dict[str, Any], voucher: UUID, anchor: date) -> None:
    keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
    chair = chair_account(keys.index(kept["cooperative"]))
    post_voucher(by=viewer(chair, anchor), voucher=voucher, now=moment(anchor, 19))
