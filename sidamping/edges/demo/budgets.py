"""The plans of the cooperative whose book is told: the running year approved by its chair, the next one a draft."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.budgeting import ALL_MONTHS, THOUSAND, YEARLY, BudgetLine
from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import chair_account
from sidamping.edges.demo.story import chapter, named
from sidamping.features.budgets import services


def tell_budgets(first: Month, anchor: date) -> None:
    """Planned as soon as the book is there; one line comes out otherwise, and the chair says why."""
    told, kept = chapter("budgets"), chapter("books")
    keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
    chair, book = chair_account(keys.index(kept["cooperative"])), named("book", kept["cooperative"])
    begun = max(first.start, date(anchor.year, 1, 1))
    running = _plan("running", told["running"], chair, book, anchor.year, begun)
    services.approve_budget(by=viewer(chair, begun), budget=running, now=moment(begun))
    said = told["remark"]
    services.remark(
        by=viewer(chair, anchor), id=named("budget-remark", "running"), line=_line("running", said["line"]),
        span=YEARLY, number=1, reason=said["reason"], action=said["action"], now=moment(anchor),
    )  # fmt: skip
    _plan("next", told["next"], chair, book, anchor.year + 1, anchor)


def _plan(key: str, lines: Iterable[dict[str, Any]], chair: str, book: UUID, year: int, day: date) -> UUID:
    by, id = viewer(chair, day), named("budget", key)
    services.open_budget(by=by, id=id, book=book, year=year, now=moment(day))
    for at, one in enumerate(lines):
        line = BudgetLine(
            one["part"], one["direction"], one["text"], one["quantity"] * THOUSAND, one["unit"], one["price"],
            ALL_MONTHS, tuple(one.get("accounts", ())), one.get("counted", ""),
        )  # fmt: skip
        services.save_line(by=by, id=_line(key, at), budget=id, line=line)
    return id


def _line(key: str, at: int) -> UUID:
    return named("budget-line", key, at)
