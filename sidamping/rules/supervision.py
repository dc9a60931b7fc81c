"""What supervision asks of the rulebook: the order of sanctions and the time to answer a finding, on a day."""

from __future__ import annotations

from datetime import date

from sidamping.domain.supervision.ladder import Order
from sidamping.rules.in_force import in_force
from sidamping.rules.trace import RuleRef, ref

RULE = "R-PENGAWASAN"


def sanction_order(on: date, area: str = "") -> tuple[Order, tuple[RuleRef, RuleRef]]:
    """How many warnings come before anything heavier and how far apart, each with its citation."""
    rule = in_force(RULE, on=on, area=area)
    order = Order(int(rule.value("warnings")), int(rule.value("interval")))
    return order, (ref(rule, "warnings"), ref(rule, "interval"))


def answer_days(on: date, area: str = "") -> tuple[int, RuleRef]:
    """Within how many days a finding is to be settled where the office sets no other day."""
    rule = in_force(RULE, on=on, area=area)
    return int(rule.value("answer-days")), ref(rule, "answer-days")
