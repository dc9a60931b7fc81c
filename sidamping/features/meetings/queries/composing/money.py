"""What the ledger says about a book year: statements, ratios, the proposed sharing of the surplus, savings by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from sidamping.domain.ledger.monthly_lines import SAVED
from sidamping.domain.ledger.sheets import Column, Sheet
from sidamping.domain.periods import Year
from sidamping.domain.problems import Problem
from sidamping.domain.ratios.table import UNITS, Computed
from sidamping.domain.ratios.words import called
from sidamping.domain.scoring.numbers import written
from sidamping.domain.shu.distribution import Distribution
from sidamping.features.books import queries as books
from sidamping.features.books.queries.flows import sums_at
from sidamping.features.meetings.queries.composing.words import WRITTEN_IN, table
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.layouts import layouts_on

STATEMENTS = ("neraca", "phu", "ekuitas", "arus-kas")
HELD = (*SAVED, "time_deposits")
"""Roles of the accounts on which members save."""
MONEY = Column("Jumlah", "Amount")


def statements(viewer: Viewer, book: UUID, year: int) -> tuple[Sheet, ...]:
    """The statements of the whole year in the layout of the law."""
    at = Year(year).end
    layouts = layouts_on(at)
    ask = books.Ask(at, Year(year).previous.end, layouts[0], next(one for one in layouts if one.cash))
    return tuple(one for name in STATEMENTS for one in books.statement(viewer, book, name, ask) or ())


def ratios(viewer: Viewer, book: UUID, year: int) -> Sheet:
    """Every ratio of the table with its reading and how it differs from one of a like name, or why there is none."""
    read = books.ratios(viewer, book, Year(year).end)
    return table("rasio", "Rasio keuangan", "Rasio", ("Nilai", "Bacaan"), map(_ratio, read.lines if read else ()))


def surplus(book: UUID, year: int, percents: Mapping[str, Decimal]) -> Distribution | None:
    """The surplus by funds and members; None where there is none to share. Refused where the shares are not whole."""
    basis = books.surplus_basis(book, Year(year).end)
    return books.share_out(basis, percents) if basis.surplus > 0 else None


def funds_sheet(made: Distribution) -> Sheet:
    """What each fund gets."""
    words = books.FUND_WORDS
    rows = ((str(words.get(one.key, one.key)), (f"{written(one.percent, 0)} %", one.amount)) for one in made.funds)
    return table("shu", "Usul pembagian SHU", "Dana", ("Bagian", MONEY), rows)


def members_sheet(made: Distribution) -> Sheet:
    """What each member gets, and from what."""
    rows = (
        (f"{one.member.number} · {one.member.name}", (one.capital or 0, one.business or 0, one.total or 0))
        for one in made.shares
    )
    columns = (Column("Jasa modal", "Capital"), Column("Jasa usaha", "Business"), MONEY)
    return table("shu-anggota", "Daftar SHU anggota", "Anggota", columns, rows)


def savings_on(book: UUID, days: Sequence[date]) -> list[int]:
    """What members have saved at the end of each day."""
    roles = {code: one.role for code, one in books.chart_of_book(book).accounts.items()}
    return [_saved(found, roles) for found in sums_at(book, days)]


def _saved(found: Mapping[str, int], roles: Mapping[str, str]) -> int:
    return -sum(amount for code, amount in found.items() if roles.get(code) in HELD)


def _ratio(one: Computed) -> tuple[str, tuple[str, ...]]:
    value = "tidak dapat dihitung" if one.value is None else f"{written(one.value, most=2)} {UNITS[one.row.unit]}"
    why = _why(one.why) if one.why else ""
    note = "" if one.value is None else one.row.note
    return f"{one.row.code} {one.row.id}", (value, " ".join(filter(None, (one.reading(WRITTEN_IN) or why, note))))


def _why(why: Problem) -> str:
    """Why there is no value, with the amounts as people call them."""
    return replace(why, values={name: called(str(value)) for name, value in why.values.items()}).text(WRITTEN_IN)


def usual_percents() -> dict[str, Decimal]:
    """The shares a proposal begins with (contoh)."""
    return {key: Decimal(percent) for key, _words, percent in books.FUNDS}


def agreed_percents(kept: Mapping[str, str] | None) -> dict[str, Decimal]:
    """The shares the board proposes, in the order of the funds; the usual ones where it proposed none."""
    return {key: Decimal(kept[key]) for key, *_rest in books.FUNDS if key in kept} if kept else usual_percents()

