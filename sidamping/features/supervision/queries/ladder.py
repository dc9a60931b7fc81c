"""Where the sanctions of an examination stand on a day: what may be given now, and from when the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sidamping.domain.supervision.ladder import Order, Rung, earliest, open_kinds
from sidamping.features.supervision.queries.lines import ExaminationCard, FindingLine, SanctionLine
from sidamping.rules.books import codes_of
from sidamping.rules.supervision import sanction_order
from sidamping.rules.trace import RuleRef

SANCTIONS = "sanctions"


@dataclass(frozen=True)
class Steps:
    """The rule with its citations, the kinds that may be given today, the first day of the next, and for what."""

    order: Order
    cited: tuple[RuleRef, RuleRef]
    kinds: tuple[str, ...]
    first: date | None
    overdue: tuple[FindingLine, ...]


def steps(card: ExaminationCard, on: date) -> Steps:
    """The ladder of an examination on a day."""
    order, cited = sanction_order(on, card.village_code)
    given = rungs(card.sanctions)
    overdue = overdue_findings(card.findings)
    kinds = open_kinds(codes_of(SANCTIONS), on, given, order) if overdue else ()
    return Steps(order, cited, kinds, earliest(given, order), overdue)


def rungs(given: tuple[SanctionLine, ...]) -> tuple[Rung, ...]:
    """Sanctions as the domain counts them."""
    return tuple(Rung(one.kind, one.on, one.lifted_at is not None, one.until) for one in given)


def overdue_findings(findings: tuple[FindingLine, ...]) -> tuple[FindingLine, ...]:
    """Findings that stand, are not settled and are past their deadline."""
    return tuple(one for one in findings if not one.struck and one.standing.late)
