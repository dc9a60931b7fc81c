"""Ready-made templates of vouchers for the books on a chart: several purposes at once, or money that moves (E10)."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.domain.ledger.plain import Part, Told
from sidamping.rules.books import listing
from sidamping.rules.forms import Label

LIST = "voucher-templates"


@dataclass(frozen=True)
class ReadyTemplate:
    """A template that every book on its chart has; its amounts are open."""

    code: str
    label: Label
    told: Told


def ready_templates(chart: str) -> tuple[ReadyTemplate, ...]:
    """Those of a chart by its name ('ksp'), in the order of the list."""
    found = (one for one in listing(LIST) if one.code.startswith(f"{chart}.") and not one.retired)
    return tuple(ReadyTemplate(one.code, Label(one.id, one.en), _told(one.code, one.parent)) for one in found)


def _told(code: str, accounts: str) -> Told:
    _chart, way, _name = code.split(".")
    purse, *others = accounts.split()
    return Told(way, purse, tuple(Part(one, 0) for one in others))
