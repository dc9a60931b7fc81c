"""The book of a cooperative of the demonstration that runs a shop and keeps its USP apart as a unit of that book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.entries import OPENING, Line
from sidamping.domain.ledger.units import HEAD
from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import chair_account, cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.books import services
from sidamping.features.books.services import CapitalDraft, UnitInterest, VoucherDraft

BANK, UNDISTRIBUTED = "1121", "3170"
CASH_USP, BANK_USP, LOANS, INTEREST, VOLUNTARY = "1110-USP", "1121-USP", "1141-USP", "4110-USP", "2111-USP"
PRINCIPAL, MANDATORY = "3110", "3120"
"""Capital of members stays with the cooperative."""


def tell_units(first: Month, anchor: date) -> None:
    """From the first month of the story to the day it is told on; the chair keeps this book alone."""
    told, day = chapter("units"), first.start
    book, by = named("book", told["cooperative"]), viewer(_chair(told), first.start)
    services.open_book(
        by=by, id=book, cooperative=cooperative_id(told["cooperative"]), chart=told["chart"], starts=first,
        now=moment(day),
    )  # fmt: skip
    services.open_unit(by=by, id=named("unit", told["cooperative"]), book=book, now=moment(day), **told["unit"])
    members = [
        services.admit_member(by=by, id=named("member", one["name"]), book=book, joined=one["joined"], name=one["name"],
                              keep=True)
        for one in told["members"]
    ]  # fmt: skip
    _post(told, "opening", VoucherDraft("BM", day, "Saldo awal", tuple(_opening(told, members)), OPENING))
    _give_capital(told, book, day + timedelta(days=1))
    month = first
    while month.start <= anchor:
        for at, draft in enumerate(_drafts(told, members, month, first)):
            if draft.day <= anchor:
                _post(told, f"{month}/{at}", draft)
        month = month.next
    _interest(told, book, Month.of(anchor).start)
    _prices(told, book, anchor)


def _interest(told: dict[str, Any], book: UUID, day: date) -> None:
    """The till of the shop lies in the USP, which pays for it; written, not posted yet."""
    one, id = told["lent"], named("voucher", told["cooperative"], "interest")
    asked = UnitInterest(HEAD, "USP", one["base"], Fraction(one["percent"]), 1, day, one["text"])
    services.draft_unit_interest(by=viewer(_chair(told), day), id=id, book=book, asked=asked, now=moment(day, 16))


def _prices(told: dict[str, Any], book: UUID, anchor: date) -> None:
    """What a basket costs here and elsewhere, this year and, a little less, last year."""
    figures = told["prices"]["figures"]
    for year, percent in ((anchor.year, 100), (anchor.year - 1, 95)):
        services.state_figures(
            by=viewer(_chair(told), anchor), id=named("prices", told["cooperative"], year), book=book, year=year,
            figures={name: amount * percent // 100 for name, amount in figures.items()},
            source=told["prices"]["source"], now=moment(anchor, 10),
        )  # fmt: skip


def _opening(told: dict[str, Any], members: list[UUID]) -> Iterator[Line]:
    lines = [Line(code, amount) for code, amount in told["opening"].items()]
    for id, one in zip(members, told["members"], strict=True):
        lines += [Line(PRINCIPAL, -one["principal"], str(id)), Line(MANDATORY, -one["mandatory"], str(id))]
    yield from lines
    yield Line(UNDISTRIBUTED, -sum(one.amount for one in lines))


def _give_capital(told: dict[str, Any], book: UUID, day: date) -> None:
    by, id = viewer(_chair(told), day), named("voucher", told["cooperative"], "capital")
    given = CapitalDraft("USP", BANK, BANK_USP, told["capital"], day, "Modal tetap USP menurut keputusan Rapat Anggota")
    services.draft_capital(by=by, id=id, book=book, draft=given, now=moment(day, 16))
    services.post_voucher(by=by, voucher=id, now=moment(day, 19))


def _drafts(told: dict[str, Any], members: list[UUID], month: Month, first: Month) -> Iterator[VoucherDraft]:
    """Loans of the first month, each member's receipt at the USP, and what the shop and the USP do every month."""
    start = month.start
    if month == first:
        lines = (Line(CASH_USP, told["till"]), Line(BANK_USP, -told["till"]))
        yield VoucherDraft("BM", start + timedelta(days=2), "Uang tunai USP dari bank", lines)
    for at, (id, one) in enumerate(zip(members, told["members"], strict=True)):
        if month == first and one["loan"]:
            lines = (Line(LOANS, one["loan"], str(id)), Line(CASH_USP, -one["loan"]))
            yield VoucherDraft("BKK", start + timedelta(days=4), f"Pinjaman {one['name']}", lines)
        elif month != first:
            yield VoucherDraft("BKM", start + timedelta(days=9 + at), f"Setoran {one['name']}",
                               tuple(_receipt(told, one, str(id))))
    for one in told["monthly"]:
        monthly = tuple(Line(code, amount) for code, amount in one["lines"].items())
        yield VoucherDraft(one["kind"], start + timedelta(days=one["day"] - 1), one["text"], monthly)


def _receipt(told: dict[str, Any], one: dict[str, Any], member: str) -> Iterator[Line]:
    parts = ((LOANS, one["instalment"]), (INTEREST, one["interest"]), (VOLUNTARY, told["voluntary"]),
             (MANDATORY, told["mandatory"]))
    paid = [Line(code, -amount, member) for code, amount in parts if amount]
    yield Line(CASH_USP, -sum(line.amount for line in paid))
    yield from paid


def _chair(told: dict[str, Any]) -> str:
    keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
    return chair_account(keys.index(told["cooperative"]))


def _post(told: dict[str, Any], key: str, draft: VoucherDraft) -> None:
    """Written in the afternoon and posted in the evening."""
    id, by = named("voucher", told["cooperative"], key), viewer(_chair(told), draft.day)
    services.draft_voucher(
        by=by, id=id, book=named("book", told["cooperative"]), draft=draft, now=moment(draft.day, 16)
    )
    services.post_voucher(by=by, voucher=id, now=moment(draft.day, 19))
