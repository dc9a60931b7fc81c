"""Figures of a cooperative for its legal standing: of its book where one is kept here, else stated with a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.licences.standing import level_of
from sidamping.domain.licences.statements import ASSETS, CAPITAL, LEVEL, MEMBERS, TURNOVER
from sidamping.features.books import queries as books
from sidamping.features.books.queries import BookedHealth
from sidamping.features.licences.models import Statement
from sidamping.platform.access.viewer import Viewer

BOOK = "book"


@dataclass(frozen=True)
class Said:
    """A statement: what, since when, from where, and who said it."""

    value: str
    since: date
    source: str
    by: str


@dataclass(frozen=True)
class Figure:
    """An amount or a number and where it comes from: the book, or a statement with its source; None is not known."""

    amount: int | None
    source: str = ""
    on: date | None = None

    @property
    def of_book(self) -> bool:
        return self.source == BOOK


@dataclass(frozen=True)
class Figures:
    """Amounts, what was lent beyond members, how many they are and how wide they live; the book if there is one."""

    book: UUID | None
    unit: str
    capital: Figure
    assets: Figure
    turnover: Figure
    lent_outside: Figure
    members: Figure
    level: str
    level_source: str
    regencies: tuple[str, ...]


def statements_of(cooperative: UUID) -> Mapping[str, Said]:
    """The latest statement of each key; the caller has scoped the cooperative."""
    rows = Statement.objects.filter(cooperative_id=cooperative).select_related("by").order_by("since", "at")
    return {row.key: Said(row.value, row.since, row.source, str(row.by)) for row in rows}


def figures_of(viewer: Viewer, cooperative: UUID, said: Mapping[str, Said], on: date) -> Figures:
    """What the book knows, and what was stated where it knows nothing."""
    booked = books.booked_health(viewer, cooperative, on)
    regencies = booked.regencies if booked is not None else ()
    level, stated = level_of(regencies), said.get(LEVEL)
    if not level and stated is not None:
        level, source = stated.value, stated.source
    else:
        source = BOOK if level else ""
    return Figures(
        booked.book_id if booked else None, booked.unit if booked else "",
        _figure(booked, _amount(booked, "modal_sendiri"), said.get(CAPITAL)),
        _figure(booked, _amount(booked, "total_aset"), said.get(ASSETS)),
        _figure(booked, _turnover(booked), said.get(TURNOVER)),
        _figure(booked, _lent_outside(booked), None),
        _figure(booked, booked.members if booked else None, said.get(MEMBERS)), level, source, regencies,
    )  # fmt: skip


def _figure(booked: BookedHealth | None, amount: int | None, said: Said | None) -> Figure:
    if booked is not None and amount is not None:
        return Figure(amount, BOOK, booked.at)
    return Figure(int(said.value), said.source, said.since) if said is not None else Figure(None)


def _amount(booked: BookedHealth | None, key: str) -> int | None:
    return booked.amounts.get(key) if booked is not None else None


def _turnover(booked: BookedHealth | None) -> int | None:
    """Of the year so far; where only a unit is asked, the whole is not known."""
    if booked is None or booked.unit:
        return None
    return booked.amounts["partisipasi_bruto"] + booked.amounts["pendapatan_bukan_anggota"]


def _lent_outside(booked: BookedHealth | None) -> int | None:
    if booked is None:
        return None
    return booked.amounts["pinjaman_diberikan"] - booked.amounts["pinjaman_anggota"]
