"""Before and after on one ruler, a baseline and its final (B6); what a newer ruler alone would change stands apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.delta import Rulers, delta, rulers
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.numbers import Number, plain
from sidamping.domain.scoring.outcome import Outcome
from sidamping.features.assessments.queries.cards import assessment_card
from sidamping.features.assessments.queries.instruments import instrument_for, instrument_on, said
from sidamping.features.assessments.queries.lines import AssessmentCard, AssessmentHead, ResultLine
from sidamping.features.assessments.queries.outcomes import live_outcome
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
    card = assessment_card(viewer, id)
    other_id = (card.pair_id or card.follow_up_id) if card else None
    other = assessment_card(viewer, other_id) if other_id else None
    if card is None or other is None:
        return None
    return _delta(other, card) if card.pair_id else _delta(card, other)


def compare(viewer: Viewer, first: UUID, second: UUID) -> PairDelta | None:
    """Any two decided rounds of one subject; Refused with both names (SCORING_019) when their rulers differ.

    A rehearsal is compared with rehearsals only.
    """
    before, after = assessment_card(viewer, first), assessment_card(viewer, second)
    if before is None or after is None or before.head.subject != after.head.subject:
        return None
    if before.head.simulated != after.head.simulated:
        return None
    return _delta(before, after)


def _delta(before: AssessmentCard, after: AssessmentCard) -> PairDelta:
    missing = [one.head.purpose for one in (before, after) if one.decided is None]
    if before.decided is None or after.decided is None:
        raise Refused(problem("ASSESSMENTS_023", "", missing=", ".join(missing)))
    first, second = _outcome(before, before.decided), _outcome(after, after.decided)
    changed = delta(first, second)
    scores = {one.component.key: one.score for one in first.components}
    lines = tuple(
        DeltaLine(
            one.component.key, said(one.component.label), _decimal(scores[one.component.key]), _decimal(one.score),
            _decimal(changed[one.component.key]), _decimal(one.component.max),
        )
        for one in second.components
    )
    return PairDelta(
        before.head, after.head, lines, _decimal(first.total), _decimal(second.total), _decimal(changed["total"]),
        before.head.category, after.head.category, _newer(before, after, second.instrument),
    )


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


def _outcome(card: AssessmentCard, result: ResultLine) -> Outcome:
    """The decided result as the engine knows it: the sealed file over the sealed inputs gives the same again."""
    instrument = instrument_for(result.version, card.head.instrument)
    return live_outcome(instrument, result.given, on=result.as_of, method=result.method)


def _or_none(call: Callable[[], Instrument]) -> Instrument | None:
    try:
        return call()
    except Refused:
        return None


def _decimal(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(str(plain(value)))
