"""Before and after on one ruler, a baseline and its final (B6); what a newer ruler alone would change stands apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.delta import Rulers, rulers
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.numbers import Number, plain
from sidamping.domain.scoring.outcome import GIVEN_TOTAL
from sidamping.features.assessments.queries.cards import assessment_card, paired_cards
from sidamping.features.assessments.queries.heads import number
from sidamping.features.assessments.queries.instruments import instrument_for, instrument_on, said
from sidamping.features.assessments.queries.lines import AssessmentCard, AssessmentHead, ResultLine
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class DeltaLine:
    """A component before and after; None where it was not scored. `most`: what it can score at best."""

    key: str
    label: str
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    most: Decimal | None


@dataclass(frozen=True)
class RulerLine:
    """A component of a newer version: what the ruler alone does to the baseline, and what changed since under it."""

    key: str
    label: str
    ruler: Decimal | None
    change: Decimal | None


@dataclass(frozen=True)
class NewerRuler:
    """The version in force on the final's day, where it is another one than the pinned."""

    version: str
    title: str
    ruler: Decimal | None
    change: Decimal | None
    before_total: Decimal | None
    after_total: Decimal | None
    lines: tuple[RulerLine, ...]
    why_not: tuple[str, ...] = ()
    """Codes of what keeps the newer version from scoring these fillings."""


@dataclass(frozen=True)
class PairDelta:
    """Two decided rounds on one version: differences per component and of the total."""

    baseline: AssessmentHead
    final: AssessmentHead
    lines: tuple[DeltaLine, ...]
    before_total: Decimal | None
    after_total: Decimal | None
    change: Decimal | None
    before_category: str
    after_category: str
    newer: NewerRuler | None


def pair_delta(viewer: Viewer, id: UUID) -> PairDelta | None:
    """What changed between a baseline and its final; `id` is either of them.

    None for a stranger or where there is no pair; Refused while one of them is not decided.
    """
    both = paired_cards(viewer, id)
    return delta_of(*both) if both else None


def compare(viewer: Viewer, first: UUID, second: UUID) -> PairDelta | None:
    """Any two decided rounds of one subject; Refused with both names (SCORING_019) when their rulers differ.

    A rehearsal is compared with rehearsals only.
    """
    before, after = assessment_card(viewer, first), assessment_card(viewer, second)
    if before is None or after is None or before.head.subject != after.head.subject:
        return None
    if before.head.simulated != after.head.simulated:
        return None
    return delta_of(before, after)


def delta_of(before: AssessmentCard, after: AssessmentCard) -> PairDelta:
    """What changed from one decided round to the other; Refused while one is open, or on another ruler."""
    missing = [one.head.purpose for one in (before, after) if one.decided is None]
    if before.decided is None or after.decided is None:
        raise Refused(problem("ASSESSMENTS_023", "", missing=", ".join(missing)))
    first, second = before.decided, after.decided
    if (first.version, first.sha256, first.method) != (second.version, second.sha256, second.method):
        told = {"first": f"{first.version} ({first.method})", "second": f"{second.version} ({second.method})"}
        raise Refused(problem("SCORING_019", "", **told))
    pinned = instrument_for(second.version, after.head.instrument)
    totals = number(first.outcome["total"]), number(second.outcome["total"])
    return PairDelta(
        before.head, after.head, _lines(first, second, pinned), *totals,
        _change(*totals) if _alike(first.outcome, second.outcome) else None,
        before.head.category, after.head.category, _newer(before, after, pinned),
    )


def _lines(first: ResultLine, second: ResultLine, pinned: Instrument) -> tuple[DeltaLine, ...]:
    """The components as they were sealed, side by side."""
    scores = {one["key"]: number(one["score"]) for one in first.outcome["components"]}
    found = []
    for one in second.outcome["components"]:
        key, now = one["key"], number(one["score"])
        label = said(pinned.by_key[key].label) if key in pinned.by_key else one["label"]
        found.append(DeltaLine(key, label, scores[key], now, _change(scores[key], now), number(one["max"])))
    return tuple(found)


def _change(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    return None if before is None or after is None else after - before


def _alike(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Whether both sealed totals cover the same, or are whole: a partial total is no smaller total."""
    if not first["partial"] and not second["partial"]:
        return True
    if GIVEN_TOTAL in (first["total_status"], second["total_status"]):
        return False
    return _covered(first) == _covered(second)


def _covered(made: Mapping[str, Any]) -> list[Any]:
    scored = [(one["status"], one["score"] is None) for one in made["components"]]
    return [made["coverage"], *scored, *(one["coverage"] for one in made["aspects"])]


def _newer(before: AssessmentCard, after: AssessmentCard, pinned: Instrument) -> NewerRuler | None:
    """The final's filling under the version in force on its day, apart from what the subject changed."""
    assert before.decided is not None and after.decided is not None
    holding = _or_none(lambda: instrument_on(pinned.name, after.head.as_of))
    if holding is None or holding.sha256 == pinned.sha256 or holding.comparison is not None:
        return None
    title = said(holding.title)
    try:
        made = rulers(
            pinned, holding, before.decided.given, after.decided.given, before_on=before.head.as_of,
            after_on=after.head.as_of, method=after.method,
        )
    except Refused as refused:
        return NewerRuler(holding.version, title, None, None, None, None, (), tuple(refused.codes))
    return _told(made, holding.version, title)


def _told(made: Rulers, version: str, title: str) -> NewerRuler:
    lines = tuple(
        RulerLine(one.key, said(one.label), _decimal(one.ruler), _decimal(one.change)) for one in made.lines
    )
    return NewerRuler(
        version, title, _decimal(made.ruler), _decimal(made.change), _decimal(made.before_new.total),
        _decimal(made.after_new.total), lines,
    )


def _or_none(call: Callable[[], Instrument]) -> Instrument | None:
    try:
        return call()
    except Refused:
        return None


def _decimal(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(str(plain(value)))
