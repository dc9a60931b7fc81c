"""What the fields of a form for money hold when it begins with words that are there already."""

from __future__ import annotations

from typing import Any

from sidamping.domain.ledger.plain import MOVE, Told
from sidamping.domain.money import grouped


def start_of(told: Told) -> dict[str, Any]:
    """What the fields of the form hold; an amount that nobody gave stays empty."""
    if told.way == MOVE:
        (part,) = told.parts
        return {"source": told.purse, "target": part.account, "amount": _typed(part.amount)}
    rows = enumerate(told.parts, 1)
    filled = {f"{name}_{at}": value for at, part in rows
              for name, value in (("purpose", part.account), ("amount", _typed(part.amount)))}
    return {"purse": told.purse, "member": told.member, **filled}


def _typed(amount: int) -> str:
    return grouped(amount) if amount else ""
