"""Which contact rule stands behind a list, with its status: what no public source confirms says so (house rule 17)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sidamping.rules.books import contact_limit, programme
from sidamping.rules.in_force import NotInForce


@dataclass(frozen=True)
class ContactRule:
    """The days after which a mentee of a programme counts as unseen; `status` is resmi, usulan or contoh."""

    programme: str
    days: int
    status: str
    name: str
    cite: str

    @property
    def confirmed(self) -> bool:
        return self.status == "resmi"


def contact_rule(code: str, on: date, area: str = "") -> ContactRule | None:
    """The rule of a programme in an area on a day; None where no rule is in force."""
    try:
        days, ref = contact_limit(programme(code, on), on=on, area=area)
    except NotInForce:
        return None
    return ContactRule(code, days, ref.status, ref.name, ref.cite)


def contact_rules(places: Iterable[tuple[str, str]], on: date) -> tuple[ContactRule, ...]:
    """The rules behind (programme, area) pairs, each once."""
    found = {contact_rule(code, on, area) for code, area in set(places)}
    return tuple(sorted((one for one in found if one), key=lambda one: one.programme))
