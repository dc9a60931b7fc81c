"""The book of one cooperative of the demonstration: the treasurer writes, the chair posts, past months are closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import ADJUSTING, OPENING, Line
from sidamping.domain.ledger.plain import IN, OUT, Part, Told, money_lines
from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import add_board_account, viewer
from sidamping.edges.demo.registers import chair_account, cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.books import queries, services
from sidamping.features.books.queries.cards import forget_accounts
from sidamping.features.books.services import VoucherDraft

CASH, LOANS, INTEREST, PRINCIPAL, MANDATORY, VOLUNTARY = "1110", "1141", "4110", "3110", "3120", "2111"
DAYS_TO_CLOSE = 5
"""The chair closes a month on the fifth of the next one: of a month just over, the story has nothing closed yet."""
UNDISTRIBUTED, DEPRECIATION, ACCUMULATED = "3170", "6131", "1345"


def tell_books(first: Month, anchor: date) -> None:
    """From the first month of the story to the day it is told on; the whole months are closed."""
    forget_accounts()  # a story told anew gives its book the same id
    told = chapter("books")
    treasurer = _account(told, first.start)
    book = named("book", told["cooperative"])
    by = viewer(treasurer, first.start)
    services.open_book(
        by=by, id=book, cooperative=cooperative_id(told["cooperative"]), chart=told["chart"], starts=first,
        now=moment(first.start),
    )  # fmt: skip
    members = [_admit(treasurer, book, one, first.start) for one in told["members"]]
    _post(told, book, "opening", VoucherDraft("BM", first.start, "Saldo awal", tuple(_opening(told, members)), OPENING))
    _keep_templates(told, book, treasurer, first.start)
    month = first
    while month.start <= anchor:
        _tell_month(told, book, members, month, anchor)
        closed = month.end + timedelta(days=DAYS_TO_CLOSE)
        if closed < anchor:
            chair = viewer(_chair(told), closed)
            services.close_period(by=chair, book=book, month=month, now=moment(closed))
        month = month.next


def _keep_templates(told: dict[str, Any], book: UUID, treasurer: str, on: date) -> None:
    for one in told["templates"]:
        parts = tuple(Part(code, amount) for code, amount in one["parts"].items())
        services.keep_template(
            by=viewer(treasurer, on), id=named("template", one["name"]), book=book, name=one["name"],
            told=Told(one["way"], one["purse"], parts), text=one["text"], now=moment(on),
        )  # fmt: skip


def _account(told: dict[str, Any], starts: date) -> str:
    row = next(one for one in chapter("cooperatives")["cooperatives"] if one["key"] == told["cooperative"])
    add_board_account(told["account"], row["treasurer"], "treasurer", cooperative_id(row["key"]), starts)
    return str(told["account"])


def _chair(told: dict[str, Any]) -> str:
    keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
    return chair_account(keys.index(told["cooperative"]))


def _admit(treasurer: str, book: UUID, one: dict[str, Any], on: date) -> UUID:
    id = named("member", one["name"])
    by = viewer(treasurer, on)
    return services.admit_member(by=by, id=id, book=book, joined=one["joined"], name=one["name"], keep=True)


def _opening(told: dict[str, Any], members: list[UUID]) -> Iterator[Line]:
    lines = [Line(code, amount) for code, amount in told["opening"].items()]
    for id, one in zip(members, told["members"], strict=True):
        kept = ((LOANS, one["loan"]), (PRINCIPAL, -one["principal"]), (MANDATORY, -one["mandatory"]),
                (VOLUNTARY, -one["voluntary"]))
        lines += [Line(code, amount, str(id)) for code, amount in kept if amount]
    yield from lines
    yield Line(UNDISTRIBUTED, -sum(one.amount for one in lines))


def _tell_month(told: dict[str, Any], book: UUID, members: list[UUID], month: Month, anchor: date) -> None:
    chart = queries.chart_of_book(book)
    for at, draft in enumerate(_drafts(told, members, month, chart)):
        if draft.day <= anchor:
            _post(told, book, f"{month}/{at}", draft, waits=draft.day > anchor - timedelta(days=3))


def _drafts(told: dict[str, Any], members: list[UUID], month: Month, chart: Chart) -> Iterator[VoucherDraft]:
    """Each member's receipt of the month, what the office costs, and what its equipment wore out."""
    for at, (id, one) in enumerate(zip(members, told["members"], strict=True)):
        day, parts = month.start + timedelta(days=3 + 2 * at), [Part(MANDATORY, told["mandatory"])]
        if one["loan"]:
            due = one["loan"] * told["interest_percent"] // 100 // 12
            parts = [Part(LOANS, told["instalment"]), Part(INTEREST, due), *parts]
        lines = money_lines(IN, CASH, parts, str(id), chart)
        yield VoucherDraft("BKM", day, f"Setoran {one['name']}", lines)
    for one in told["costs"]:
        lines = money_lines(OUT, CASH, [Part(one["account"], one["amount"])], "", chart)
        yield VoucherDraft("BKK", month.start + timedelta(days=one["day"] - 1), one["text"], lines)
    worn = (Line(DEPRECIATION, told["depreciation"]), Line(ACCUMULATED, -told["depreciation"]))
    yield VoucherDraft("BM", month.end, "Penyusutan inventaris sebulan", worn, ADJUSTING)


def _post(told: dict[str, Any], book: UUID, key: str, draft: VoucherDraft, waits: bool = False) -> None:
    """Written by the treasurer; posted by the chair the same evening, except what still waits."""
    id = named("voucher", told["cooperative"], key)
    writer, poster = viewer(told["account"], draft.day), viewer(_chair(told), draft.day)
    services.draft_voucher(by=writer, id=id, book=book, draft=draft, now=moment(draft.day, 16))
    if not waits:
        services.post_voucher(by=poster, voucher=id, now=moment(draft.day, 19))
