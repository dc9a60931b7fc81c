"""What the legal standing of a cooperative asks of the rulebook on a day: papers, capital, size, tax, members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sidamping.domain.licences.auditors import Rotation
from sidamping.domain.licences.classes import Size
from sidamping.domain.licences.standing import LEVELS
from sidamping.rules.in_force import NotInForce, in_force
from sidamping.rules.loader import RuleFile
from sidamping.rules.trace import RuleRef, ref

LICENCE, CAPITAL, STANDARD, TAX, MEMBERS_ONLY = "R-IZIN-SP", "R-MODAL-KSP", "R-SAK", "R-PPH-FINAL", "R-TERTUTUP"
AUDIT, CLASS = "R-AUDIT", "R-KUK-KSP"
UNIT = "unit"
CLASS_SOURCES, CLASSES, CLASS_PARTS = ("ddtc", "product"), (1, 2, 3), ("members", "own-capital", "assets")


@dataclass(frozen=True)
class Told:
    """A value of a rule with its citation and the first day of its file."""

    value: Any
    cited: RuleRef
    since: date


def requirements(on: date, area: str = "") -> Told | None:
    """The papers that an application for the savings-and-loan licence must carry."""
    return _told(LICENCE, "requirements", on, area)


def issuers(on: date, area: str = "") -> Mapping[str, Told]:
    """Who licenses, by how wide the membership reaches."""
    found = ((level, _told(LICENCE, f"issuer-{level}", on, area)) for level in LEVELS)
    return {level: told for level, told in found if told is not None}


def expiry_warning(on: date, area: str = "") -> Told | None:
    """How many days before its end a paper is told of."""
    return _told(LICENCE, "expiry-warning", on, area)


def separation(on: date, area: str = "") -> Told | None:
    """From which assets on a unit may become a savings-and-loan cooperative of its own."""
    return _told(LICENCE, "separation-assets", on, area)


def least_capital(form: str, level: str, *, unit: bool, on: date, area: str = "") -> Told | None:
    """The capital a savings-and-loan cooperative, or a unit of one, must have; by level where the rule tells levels.

    None where it does and the level is not known.
    """
    if unit:
        return _told(CAPITAL, UNIT, on, area)
    return _told(CAPITAL, f"{form}-{level}", on, area) or _told(CAPITAL, form, on, area)


def audit_from(on: date, area: str = "") -> Told | None:
    """From which capital on savings and loan must be audited."""
    return _told(STANDARD, "audit-from-capital", on, area)


def auditor_rotation(on: date, area: str = "") -> tuple[Rotation, Told] | None:
    """For how many years in a row one auditor may come, and how long the pause is; with its citation."""
    years, pause = (_told(AUDIT, key, on, area) for key in ("years", "pause"))
    return (Rotation(int(years.value), int(pause.value)), years) if years and pause else None


def classes(on: date, area: str = "") -> Mapping[str, tuple[tuple[Size, ...], Told]]:
    """The limits of each class by source: two are known and neither is settled, so both are told."""
    found = {source: _limits(source, on, area) for source in CLASS_SOURCES}
    return {source: told for source, told in found.items() if told is not None}


def final_tax(on: date, area: str = "") -> Mapping[str, Told]:
    """The final tax of small turnover: rate, limit of turnover, tax years of a cooperative."""
    found = ((key, _told(TAX, key, on, area)) for key in ("rate", "turnover-limit", "cooperative"))
    return {key: told for key, told in found if told is not None}


def members_only(on: date, area: str = "") -> Told | None:
    """The signs that savings and loan reach beyond members."""
    return _told(MEMBERS_ONLY, "checks", on, area)


def _limits(source: str, on: date, area: str) -> tuple[tuple[Size, ...], Told] | None:
    keys = [[f"{source}-kuk{at}-{part}" for part in CLASS_PARTS] for at in CLASSES]
    told = [[_told(CLASS, key, on, area) for key in row] for row in keys]
    cited = told[0][0]
    if cited is None:
        return None
    return tuple(Size(*(int(one.value) for one in row if one is not None)) for row in told), cited


def _told(name: str, key: str, on: date, area: str) -> Told | None:
    """None where no rule is in force, or where the one in force does not say."""
    try:
        rule: RuleFile = in_force(name, on=on, area=area)
    except NotInForce:
        return None
    if key not in rule.data["values"]:
        return None
    return Told(rule.value(key), ref(rule, key), rule.starts or on)
