"""A member's slip: how the share came about, line by line, in words a member can check with a calculator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sidamping.domain.money import rupiah
from sidamping.domain.shu.distribution import Distribution, Pot, Share
from sidamping.domain.shu.request import BUSINESS, CAPITAL, MEMBERS, PRINTED, Member

TITLES = {
    CAPITAL: ("Jasa modal", "For capital"), BUSINESS: ("Jasa anggota", "For business"),
    MEMBERS: ("Bagian anggota", "Members' part"),
}


@dataclass(frozen=True)
class SlipLine:
    """One part of a share: the pot, the member's figure over that of all, and the rupiah that came of it."""

    key: str
    id: str
    en: str
    pot: int
    mine: int
    all: int
    amount: int

    @property
    def says(self) -> str:
        """The sum as written: Rp10.000.000 × Rp3.000.000 / Rp60.000.000 = Rp500.000."""
        return f"{rupiah(self.pot)} × {rupiah(self.mine)} / {rupiah(self.all)} = {rupiah(self.amount)}"


@dataclass(frozen=True)
class Slip:
    """One member's slip."""

    number: str
    name: str
    lines: tuple[SlipLine, ...]
    total: int | None


def slips(made: Distribution) -> Iterator[Slip]:
    """A slip per member, in order of member numbers."""
    for share in made.shares:
        yield Slip(share.member.number, share.member.name, tuple(_lines(made, share)), share.total)


def _lines(made: Distribution, share: Share) -> Iterator[SlipLine]:
    parts = {CAPITAL: share.capital, BUSINESS: share.business, MEMBERS: share.together}
    for pot in made.pots:
        amount = parts[pot.key]
        if amount is not None:
            id_, en = TITLES[pot.key]
            yield SlipLine(pot.key, id_, en, pot.amount, _mine(pot, share.member), _all(made, pot), amount)


def _mine(pot: Pot, one: Member) -> int:
    savings, business = one.savings or 0, one.business or 0
    return {CAPITAL: savings, BUSINESS: business, MEMBERS: savings + business}[pot.key]


def _all(made: Distribution, pot: Pot) -> int:
    totals = made.request.totals
    return (totals.business or 0) + (totals.sales or 0) if made.request.form == PRINTED else pot.basis or 0
