"""What the calculations of savings, loans, surplus and ratios ask of the rulebook: dated values with their citations.

Every question names the day; the pure functions of the domain get numbers and hand them on with where they stand.
"""

from __future__ import annotations

from datetime import date

from sidamping.domain.ledger.regularity import Regularly
from sidamping.domain.loans.ageing import CLASSES, CURRENT, Class
from sidamping.domain.loans.ceilings import Ceilings
from sidamping.domain.loans.eligibility import Criterion
from sidamping.domain.ratios.table import RatioTable, Row
from sidamping.domain.savings.tax import InterestTax
from sidamping.rules.books import Code, listing
from sidamping.rules.in_force import in_force
from sidamping.rules.loader import RuleFile
from sidamping.rules.trace import RuleRef, ref

RATIO_WORDS, PRICE_LIMIT, YEAR_DAYS = "financial-ratios", "price-limit", "days-in-year"


def surplus_rule(on: date) -> tuple[int, RuleRef]:
    """What the percentages of all funds must total, with its citation."""
    rule = in_force("R-SHU", on=on)
    return int(rule.value("sum-of-pots")), ref(rule, "sum-of-pots")


def loan_ceilings(on: date, area: str = "") -> Ceilings:
    """How much may be lent at most on a day in an area."""
    rule = in_force("R-PINJAMAN", on=on, area=area)
    savings, collateral = "times-savings", "collateral-share"
    return Ceilings(
        rule.value(savings), rule.value(collateral), rule.cite(savings), rule.cite(collateral),
        rule.status_of(savings), rule.status_of(collateral),
    )


def loan_conditions(on: date, area: str = "") -> tuple[Criterion, ...]:
    """What an applicant must meet on a day in an area, in order."""
    rule = in_force("R-PINJAMAN", on=on, area=area)
    cite = rule.cite("conditions")
    return tuple(
        Criterion(one.code, one.id, one.en, cite) for one in listing(rule.value("conditions")) if not one.retired
    )


def repayment_classes(on: date, area: str = "") -> tuple[tuple[Class, ...], RuleRef]:
    """The classes of repayment on a day, from current to loss, with their citation."""
    rule = in_force("R-KOLEKTIBILITAS", on=on, area=area)
    late = (Class(one, int(rule.value(one)), rule.value(f"{one}-provision")) for one in CLASSES[1:])
    return (Class(CURRENT, 0, 0), *late), ref(rule)


def records_rule(on: date) -> tuple[Regularly, RuleRef]:
    """How regularly a small business must write to count as keeping records, on a day (S2)."""
    rule = in_force("R-CATATAN-USAHA", on=on)
    days, weeks, seen = (int(rule.value(key)) for key in ("days-a-week", "weeks-kept", "weeks-seen"))
    return Regularly(days, weeks, seen), ref(rule, "weeks-kept")


def interest_year(on: date) -> tuple[int, RuleRef]:
    """How many days a year has for interest where the case does not say, with its citation."""
    rule = in_force("R-BUNGA-SIMPANAN", on=on)
    return int(rule.value("year-basis")), ref(rule, "year-basis")


def interest_tax(on: date) -> InterestTax:
    """The income tax on a member's interest of one month on a day."""
    rule = in_force("R-PPH-BUNGA", on=on)
    return InterestTax(rule.value("rate"), int(rule.value("free")), rule.cite("rate"), rule.status_of("taxed"))


def ratio_table(on: date) -> tuple[RatioTable, RuleRef]:
    """The table of ratios on a day: formulas and units of the rule, words of the list, in the order of the rule."""
    rule = in_force("R-RASIO", on=on)
    words = {one.code: one for one in listing(RATIO_WORDS)}
    rows = [_row(rule, key, words) for key in rule.data["values"] if key not in (PRICE_LIMIT, YEAR_DAYS)]
    groups = {code: (one.id, one.en) for code, one in words.items() if not one.parent}
    return RatioTable(tuple(rows), int(rule.value(YEAR_DAYS)), int(rule.value(PRICE_LIMIT)), groups), ref(rule)


def _row(rule: RuleFile, key: str, words: dict[str, Code]) -> Row:
    one = words[key]
    hint = one.hint
    return Row(
        key, one.id, one.en, one.parent, rule.value(key), rule.unit(key), rule.cite(key), rule.status_of(key),
        hint.id if hint else "", hint.en if hint else "", one.note,
    )
