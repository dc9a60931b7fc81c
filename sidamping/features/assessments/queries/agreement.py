"""How far two people agree on one sheet: lead and blind second, or lead and the own view. Read from a card.

What counts is what each handed in first: after a return the lead has read the other's answers and could copy them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.numbers import Number, plain
from sidamping.domain.scoring.outcome import Outcome
from sidamping.domain.scoring.sheet import flat, sheet
from sidamping.features.assessments.queries.instruments import instrument_for, said
from sidamping.features.assessments.queries.lines import AssessmentCard, FillingLine
from sidamping.features.assessments.queries.outcomes import live_outcome
from sidamping.features.assessments.queries.reading import LEAD, SECOND, SELF


@dataclass(frozen=True)
class ItemDifference:
    """An item that the two answered differently, as typed; '' where one left it empty."""

    key: str
    label: str
    lead: str
    other: str


@dataclass(frozen=True)
class ComponentDifference:
    """A component with the score of either; None where there is none."""

    key: str
    label: str
    lead: Decimal | None
    other: Decimal | None
    most: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """How much higher the lead scores."""
        return None if self.lead is None or self.other is None else self.lead - self.other


@dataclass(frozen=True)
class Agreement:
    """Two fillings of one round side by side: same answers of those that either gave, components, totals."""

    lead: str
    other: str
    same: int
    asked: int
    items: tuple[ItemDifference, ...]
    components: tuple[ComponentDifference, ...]
    lead_total: Decimal | None
    other_total: Decimal | None


def agreement(card: AssessmentCard) -> Agreement | None:
    """Lead against the blind second; None until both have handed in and the viewer may read both."""
    return _between(card, SECOND)


def self_view(card: AssessmentCard) -> Agreement | None:
    """Lead against the subject's own view; None until both have handed in and the viewer may read both."""
    return _between(card, SELF)


def _between(card: AssessmentCard, part: str) -> Agreement | None:
    there = {one.part for one in card.fillings if one.submitted_at is not None}
    firsts = {one.part: one for one in card.firsts if one.part in there}
    lead, other = firsts.get(LEAD), firsts.get(part)
    if lead is None or other is None:
        return None
    instrument = instrument_for(card.head.version, card.head.instrument)
    if instrument.comparison is not None:
        return None
    first, second = (_outcome(card, instrument, one) for one in (lead, other))
    asked, items = _items(instrument, flat(lead.data), flat(other.data))
    return Agreement(
        lead.by, other.by, asked - len(items), asked, items, tuple(_components(first, second)),
        _decimal(first.total), _decimal(second.total),
    )


def _outcome(card: AssessmentCard, instrument: Instrument, one: FillingLine) -> Outcome:
    return live_outcome(instrument, one.data, on=card.head.as_of, method=card.method)


def _items(
    instrument: Instrument, lead: Mapping[str, str], other: Mapping[str, str]
) -> tuple[int, tuple[ItemDifference, ...]]:
    """How many items either answered, and those that differ."""
    labels = {item.key: said(item.label) for section in sheet(instrument) for item in section.items}
    asked = [key for key in labels if key in lead or key in other]
    differing = [key for key in asked if lead.get(key) != other.get(key)]
    found = tuple(ItemDifference(key, labels[key], lead.get(key, ""), other.get(key, "")) for key in differing)
    return len(asked), found


def _components(first: Outcome, second: Outcome) -> list[ComponentDifference]:
    scores = {one.component.key: one.score for one in second.components}
    return [
        ComponentDifference(
            one.component.key, said(one.component.label), _decimal(one.score), _decimal(scores[one.component.key]),
            _decimal(one.component.max),
        )
        for one in first.components
    ]


def _decimal(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(str(plain(value)))
