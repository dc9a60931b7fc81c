"""What founding a cooperative asks of the rulebook on a day: how many founders, which name, until when, which parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sidamping.domain.founding.steps import DEED, NAME, RATIFIED, SUBMITTED, Limit
from sidamping.rules.forms import Label
from sidamping.rules.in_force import NotInForce, in_force
from sidamping.rules.loader import RuleFile
from sidamping.rules.trace import RuleRef, ref

FOUNDERS, REGISTRY, CAPITAL, ARTICLES = "R-PENDIRI", "R-PENDIRIAN", "R-MODAL-KSP", "articles"
SINCE = {DEED: NAME, SUBMITTED: DEED, RATIFIED: SUBMITTED}
"""Step → the step its deadline runs from."""


@dataclass(frozen=True)
class ArticlePart:
    """A required part of the articles: its label, what says so, guidance, and a text to edit."""

    code: str
    label: Label
    cite: str
    hint: Label
    starter: Label


def founders_needed(form: str, on: date) -> tuple[int, RuleRef]:
    """How many found a primary (persons) or secondary (cooperatives) cooperative; NotInForce before the law."""
    rule = in_force(FOUNDERS, on=on)
    return int(rule.value(form)), ref(rule, form)


def name_words(on: date) -> tuple[int, RuleRef] | None:
    """How many words of its own a name needs; None where no rule said so on that day."""
    rule = _registry(on)
    if rule is None or "name-words" not in rule.data["values"]:
        return None
    return int(rule.value("name-words")), ref(rule, "name-words")


def limits(on: date) -> tuple[Limit, ...]:
    """The deadlines between the steps with the offices, as they stand on a day."""
    rule = _registry(on)
    return () if rule is None else tuple(_limits(rule))


def capital_needed(form: str, level: str, on: date) -> tuple[int, RuleRef] | None:
    """The least capital of a savings-and-loan cooperative; None where no rule of the day names that form and level."""
    try:
        rule = in_force(CAPITAL, on=on)
    except NotInForce:
        return None
    key = next((one for one in (f"{form}-{level}", form) if one in rule.data["values"]), "")
    return (int(rule.value(key)), ref(rule, key)) if key else None


def article_parts(on: date, area: str = "") -> tuple[tuple[ArticlePart, ...], RuleRef]:
    """The required parts of the articles, in order."""
    file = in_force(ARTICLES, on=on, area=area, kind="founding")
    return tuple(_part(row) for row in file.data["parts"]), ref(file)


def _registry(on: date) -> RuleFile | None:
    try:
        return in_force(REGISTRY, on=on)
    except NotInForce:
        return None


def _limits(rule: RuleFile) -> Iterator[Limit]:
    for step, since in SINCE.items():
        if step in rule.data["values"]:
            yield Limit(step, since, int(rule.value(step)), rule.unit(step), rule.cite(step), rule.status_of(step))


def _part(row: Mapping[str, Any]) -> ArticlePart:
    labels = (Label(row["id"], row["en"]), Label(**row["hint"]), Label(**row["starter"]))
    return ArticlePart(row["code"], labels[0], row["cite"], labels[1], labels[2])
