"""The opening balance of a cooperative that is being founded: what there is equals where it comes from (E19)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sidamping.domain.figures import MOST
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem


@dataclass(frozen=True)
class Balance:
    """Amounts in rupiah: four of what there is, four of where it comes from."""

    cash: int
    bank: int
    stock: int
    equipment: int
    principal: int
    mandatory: int
    grants: int
    debts: int

    @property
    def assets(self) -> int:
        return self.cash + self.bank + self.stock + self.equipment

    @property
    def claims(self) -> int:
        return self.principal + self.mandatory + self.grants + self.debts

    @property
    def capital(self) -> int:
        """What is the cooperative's own, without debts."""
        return self.claims - self.debts


def balance_faults(made: Balance) -> Iterator[Problem]:
    """Amounts out of bounds, and two sides that differ."""
    for one in fields(made):
        amount = getattr(made, one.name)
        if not 0 <= amount <= MOST:
            yield problem("FOUNDING_014", one.name, seen=amount)
    if made.assets != made.claims:
        told = {"assets": rupiah(made.assets), "claims": rupiah(made.claims)}
        yield problem("FOUNDING_015", "cash", **told, difference=rupiah(abs(made.assets - made.claims)))


def paid_by_each(made: Balance, founders: int, principal: int) -> tuple[int, int] | None:
    """Principal and mandatory savings each founder paid; None where the balance does not say that of all alike."""
    if founders < 1 or made.principal != founders * principal or made.mandatory % founders:
        return None
    return principal, made.mandatory // founders
