"""A member's slip: how the share came about, line by line, in words a member can check with a calculator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sidamping.domain.money import rupiah
from sidamping.domain.shu.distribution import Distribution, Pot
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
    pots = [(one, *TITLES[one.key], _all(made, one)) for one in made.pots]
    for share in made.shares:
        lines = tuple(
            SlipLine(pot.key, id_, en, pot.amount, _mine(pot, share.member), whole, amount)
            for pot, id_, en, whole in pots if (amount := share.part(pot.key)) is not None
        )
        yield Slip(share.member.number, share.member.name, lines, share.total)


def _mine(pot: Pot, one: Member) -> int:
    savings = 0 if pot.key == BUSINESS else one.savings or 0
    return savings if pot.key == CAPITAL else savings + (one.business or 0)


def _all(made: Distribution, pot: Pot) -> int:
    totals = made.request.totals
    return (totals.business or 0) + (totals.sales or 0) if made.request.form == PRINTED else pot.basis or 0
