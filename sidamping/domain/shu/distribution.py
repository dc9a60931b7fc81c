"""Divides a surplus: into funds, then the members' part among members. Parts add up to the whole to the rupiah.

Each fund is rounded once by the largest remainder, then each member's share of it once by the same rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.rounding import shared_out
from sidamping.domain.scoring.numbers import Number, added, half_up, written
from sidamping.domain.shu.request import BUSINESS, CAPITAL, MEMBERS, PRINTED, TWO_POT, Member, Request

BASES = {CAPITAL: "simpanan", BUSINESS: "transaksi", MEMBERS: "simpanan dan transaksi"}


@dataclass(frozen=True)
class Fund:
    """A fund of the articles with its percentage, what that makes exactly, and the whole rupiah it gets."""

    key: str
    percent: Number
    exact: Number
    amount: int


@dataclass(frozen=True)
class Pot:
    """A fund that goes to members, and what all members together bring to it."""

    key: str
    amount: int
    exact: Number
    basis: int | None


@dataclass(frozen=True)
class Share:
    """What one member gets from each pot; None where a pot could not be computed for want of figures."""

    member: Member
    capital: int | None = None
    business: int | None = None
    together: int | None = None
    partial: bool = False

    def part(self, key: str) -> int | None:
        """What the member gets from one pot."""
        return self.capital if key == CAPITAL else self.business if key == BUSINESS else self.together

    @property
    def total(self) -> int | None:
        """The member's whole share; None as long as a part of it is missing."""
        if self.partial:
            return None
        parts = [one for one in (self.capital, self.business, self.together) if one is not None]
        return sum(parts) if parts else None


@dataclass(frozen=True)
class Distribution:
    """A surplus shared out, with everything that was left open said in warnings."""

    request: Request
    distributable: int | None
    funds: tuple[Fund, ...]
    unnamed: int
    pots: tuple[Pot, ...]
    shares: tuple[Share, ...]
    open_parts: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def complete(self) -> bool:
        """True when every rupiah has a fund and the shares of the members add up to their part."""
        return not self.unnamed and self.request.form != PRINTED and not self.open_parts

    def pot(self, key: str) -> Pot | None:
        return next((one for one in self.pots if one.key == key), None)


def distribute(request: Request) -> Distribution:
    """Share a surplus as asked; Refused where a pot has nobody to go to."""
    distributable = _distributable(request)
    funds, unnamed = _funds(request, distributable)
    pots = _pots(request, distributable, funds)
    refuse_if(_without_basis(request, pots))
    shares, missing = _shares(request, pots)
    warnings = (*request.warnings, *_told(request, distributable, unnamed), *missing,
                *_printed(request, pots, shares))
    return Distribution(
        request, distributable, funds, unnamed, pots, shares, tuple(one.where for one in missing), warnings
    )


def exact_part(pot: Pot, one: Member, request: Request) -> Number | None:
    """A member's part of a pot before any rounding; None when a figure of it is missing."""
    weight, basis = _weight(pot.key, one), _divisor(pot, request)
    if weight is None or basis is None:
        return None
    return pot.exact * Fraction(weight, basis) if basis else 0


def _distributable(request: Request) -> int | None:
    """The part of the surplus that is shared at all: what was earned with members, where the articles say so."""
    if request.surplus is None or request.from_members is None:
        return request.surplus
    return shared_out(request.surplus, [request.from_members, 100 - request.from_members])[0]


def _funds(request: Request, whole: int | None) -> tuple[tuple[Fund, ...], int]:
    """Every fund's amount, and what no fund was named for."""
    if whole is None or not request.percentages:
        return (), 0
    percents = list(request.percentages.values())
    amounts = shared_out(whole, [*percents, request.whole_percent - added(percents)])
    exact = _exact_whole(request)
    return tuple(
        Fund(key, percent, exact * percent / Fraction(request.whole_percent), amount)
        for (key, percent), amount in zip(request.percentages.items(), amounts, strict=False)
    ), amounts[-1]


def _exact_whole(request: Request) -> Number:
    surplus = request.surplus or 0
    return surplus if request.from_members is None else surplus * Fraction(request.from_members) / 100


def _pots(request: Request, whole: int | None, funds: Sequence[Fund]) -> tuple[Pot, ...]:
    """The funds of the members as pots of the form that was asked for."""
    mine = [one for one in funds if one.key in BASES]
    if request.pool is not None:
        mine = [Fund(MEMBERS, request.whole_percent, request.pool, request.pool)]
    if request.split and len(mine) == 1 and mine[0].key == MEMBERS:
        amounts = shared_out(mine[0].amount, list(request.split.values()))
        mine = [
            Fund(key, percent, mine[0].exact * percent / Fraction(request.whole_percent), amount)
            for (key, percent), amount in zip(request.split.items(), amounts, strict=True)
        ]
    if request.form != TWO_POT and mine:
        mine = [Fund(MEMBERS, 0, added(one.exact for one in mine), sum(one.amount for one in mine))]
    return tuple(Pot(one.key, one.amount, one.exact, _basis(one.key, request)) for one in mine)


def _basis(key: str, request: Request) -> int | None:
    totals = request.totals
    if key == MEMBERS:
        return None if totals.savings is None or totals.business is None else totals.savings + totals.business
    return totals.savings if key == CAPITAL else totals.business


def _divisor(pot: Pot, request: Request) -> int | None:
    """What a member's weight is divided by; the printed formula puts sales where savings belong."""
    if request.form != PRINTED:
        return pot.basis
    totals = request.totals
    return None if totals.business is None or totals.sales is None else totals.business + totals.sales


def _weight(key: str, one: Member) -> int | None:
    if key == MEMBERS:
        return None if one.savings is None or one.business is None else one.savings + one.business
    return one.savings if key == CAPITAL else one.business


def _without_basis(request: Request, pots: Sequence[Pot]) -> list[Problem]:
    """Pots that nobody has a claim on."""
    return [
        problem("SHU_003", one.key, pot=one.key, amount=rupiah(one.amount), basis=BASES[one.key])
        for one in pots if one.amount and _divisor(one, request) == 0
    ]


def _shares(request: Request, pots: Sequence[Pot]) -> tuple[tuple[Share, ...], list[Problem]]:
    """The members' shares, and for each pot that could not be computed what is missing."""
    parts: dict[str, Sequence[int | None]] = {}
    missing: list[Problem] = []
    for pot in pots:
        absent = _absent(pot, request)
        if absent:
            part = pot.key if pot.key != MEMBERS else "bagian anggota"
            missing.append(problem("SHU_011", pot.key, part=part, missing=", ".join(absent)))
        elif request.members:
            parts[pot.key] = _among(pot, request)
    nothing: Sequence[int | None] = [None] * len(request.members)
    columns = zip(request.members, *(parts.get(key, nothing) for key in (CAPITAL, BUSINESS, MEMBERS)), strict=True)
    shares = tuple(Share(one, capital, business, both, bool(missing)) for one, capital, business, both in columns)
    return shares, missing


def _absent(pot: Pot, request: Request) -> list[str]:
    """Which figures a pot waits for; nothing at all was asked where no member is named."""
    wanted = {CAPITAL: ("simpanan",), BUSINESS: ("transaksi",), MEMBERS: ("simpanan", "transaksi")}[pot.key]
    one = request.members[0] if request.members else Member("")
    of_member = {"simpanan": one.savings, "transaksi": one.business}
    of_all = {"simpanan": request.totals.savings, "transaksi": request.totals.business}
    absent = [f"member_{name}" for name in wanted if of_member[name] is None]
    absent += [f"total_{name}" for name in wanted if of_all[name] is None and request.form != PRINTED]
    if request.form == PRINTED:
        absent += [name for name, value in (("total_transaksi", request.totals.business),
                                            ("total_penjualan", request.totals.sales)) if value is None]
    return absent if request.members else []


def _among(pot: Pot, request: Request) -> list[int]:
    """A pot in whole rupiah for each member; for a single one, beside all the others together."""
    if request.form == PRINTED:
        return [half_up(exact_part(pot, one, request) or 0) for one in request.members]
    weights = [_weight(pot.key, one) or 0 for one in request.members]
    if request.single:
        weights.append((pot.basis or 0) - weights[0])
    return shared_out(pot.amount, weights)[: len(request.members)]


def _told(request: Request, whole: int | None, unnamed: int) -> list[Problem]:
    told = []
    if request.from_members is not None and request.surplus is not None and whole is not None:
        percent, amount = written(request.from_members, 0), rupiah(request.surplus - whole)
        told.append(problem("SHU_014", "pct_shu_from_members", percent=percent, amount=amount))
    named = added(request.percentages.values())
    if request.percentages and named < request.whole_percent:
        shown = {"seen": written(named, 0), "rest": written(request.whole_percent - named, 0)}
        told.append(problem("SHU_010", "", **shown, amount=rupiah(unnamed), wanted=request.whole_percent))
    return told


def _printed(request: Request, pots: Sequence[Pot], shares: Sequence[Share]) -> list[Problem]:
    """How far the printed formula is from sharing the whole pool."""
    if request.form != PRINTED or not pots:
        return []
    pool, divisor = pots[0], _divisor(pots[0], request)
    if not divisor or pool.basis is None:
        return [problem("SHU_013", "form")]
    percent = Fraction(pool.basis * 100, divisor)
    return [problem("SHU_012", "form", seen=written(percent, 0, most=2), amount=rupiah(pool.amount))]
