"""What a programme asks of its rules on a day: dose of contact, limits of success, costs and load of assignments.

Each value comes with the rule it stands in; a programme that names no such rule is refused, never given a default.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from sidamping.domain.cohorts.contacts import HIGH, LOW, MIDDLE, Dose
from sidamping.domain.cohorts.success import Limits
from sidamping.domain.matching.pairs import Costs
from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.bands import interval
from sidamping.rules.in_force import in_force
from sidamping.rules.loader import RuleFile
from sidamping.rules.programme_forms import Programme
from sidamping.rules.trace import RuleRef, ref

LEVELS = ("village", "district", "regency", "province", "nation")
BANDS = ((LOW, "band-low"), (MIDDLE, "band-middle"), (HIGH, "band-high"))


def dose_of(of: Programme, *, on: date, area: str = "") -> tuple[Dose, RuleRef]:
    """The contact budget of a programme, with its citation and status."""
    rule = _rule(of, "dose", of.dose, on, area)
    bands = tuple((name, interval(rule.value(key))) for name, key in BANDS)
    dose = Dose(
        int(rule.value("visits-period")), int(rule.value("visits-month")), int(rule.value("sessions-month-least")),
        int(rule.value("sessions-month-most")), int(rule.value("warn-day")), bands,
    )
    return dose, ref(rule, "visits-period")


def limits_of(of: Programme, *, on: date, area: str = "") -> tuple[Limits, RuleRef]:
    """The limits of success of a programme; 'months_of_3' tells how many months the records count is out of.

    Cited is the whole file with its status, for all of its limits together.
    """
    rule = _rule(of, "success", of.success, on, area)
    limits = Limits(
        Fraction(rule.value("turnover-growth")), int(rule.value("baseline-months")), int(rule.value("records-kept")),
        int(rule.unit("records-kept").rpartition("_")[2]), int(rule.value("workers-added")),
        int(rule.value("target-all-three")),
    )
    return limits, ref(rule)


def load_of(of: Programme, *, on: date, area: str = "") -> tuple[int, int | None, RuleRef]:
    """The most mentees a mentor carries, the least where the programme names it, with the citation."""
    rule = _rule(of, "load", of.load.rule if of.load else "", on, area)
    assert of.load is not None
    least = int(rule.value(of.load.least)) if of.load.least else None
    return int(rule.value(of.load.most)), least, ref(rule, of.load.most)


def costs_of(of: Programme, *, on: date, area: str = "") -> tuple[Costs, RuleRef]:
    """What a pair of mentor and mentee costs in proposed assignments, with the citation and status."""
    rule = _rule(of, "assignment", of.assignment, on, area)
    by_area = tuple(int(rule.value(f"group-{level}")) for level in LEVELS)
    costs = Costs(
        int(rule.value("theme-missing")), int(rule.value("sector-missing")), int(rule.value("each-km")),
        int(rule.value("each-mentee")), int(rule.value("unplaced")), by_area,
    )
    return costs, ref(rule, "each-km")


def _rule(of: Programme, part: str, name: str, on: date, area: str) -> RuleFile:
    if not name:
        raise Refused(problem("PROGRAMMES_055", part, programme=of.title.id, part=part))
    return in_force(name, on=on, area=area)
