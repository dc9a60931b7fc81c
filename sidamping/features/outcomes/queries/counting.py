"""Counts what a graduation is judged by, from the records themselves: sheets, pairs, evaluations, promises (B11).

What nobody reported is None, never 0. Unscoped: the caller has looked up the engagement within its scope.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sidamping.features.assessments.queries import DecidedRound, decided_rounds
from sidamping.features.deliverables.queries import accepted_told
from sidamping.features.fieldwork.queries import promises_told, visits_told
from sidamping.features.letters.queries import ToldLetter, letters_told, told_letters
from sidamping.features.needs.queries import ClosedLine, closed, closed_told, themes_told
from sidamping.features.outcomes.models import Meeting
from sidamping.features.outcomes.queries.judged import (
    InterventionLine,
    JudgementLine,
    helped,
    helped_told,
    judged,
    judged_told,
)
from sidamping.features.outcomes.queries.scope import EVALUATE, book_of, step_of
from sidamping.features.programmes.queries import EngagementCard, assignments_of, told_together
from sidamping.platform.access.viewer import Viewer

FINAL, BASELINE = "final", "baseline"
ANOTHER_DAY = 120
"""A round as of a day before the mentoring, such as the last book year, still belongs to it."""


@dataclass(frozen=True)
class Seen:
    """The counts by measure, and what they were counted from."""

    counts: Mapping[str, int | None]
    general: tuple[tuple[str, bool], ...]
    special: tuple[tuple[str, bool], ...]
    themes: tuple[str, ...]
    pair: DecidedRound | None
    evaluation: DecidedRound | None
    promises: tuple[str, ...]
    interventions: tuple[InterventionLine, ...]
    mentors: frozenset[UUID]
    referrals: tuple[ClosedLine, ...] = ()
    judged: tuple[JudgementLine, ...] = ()
    letters: tuple[ToldLetter, ...] = ()


def seen_of(card: EngagementCard, on: date, reader: Viewer | None = None) -> Seen:
    """What stands on the day of looking, with the letters that a reader may see."""
    letters = {"letters": letters_told(reader)} if reader else {}
    told = told_together(
        card.id, themes=themes_told(), accepted=accepted_told(), promises=promises_told(), visits=visits_told(),
        referred=closed_told(), helped=helped_told(), presented=Exists(_presentations()), judged=judged_told(),
        **letters,
    )
    themes, accepted, promises = tuple(told["themes"] or ()), set(told["accepted"]), tuple(told["promises"])
    referrals = closed(told["referred"])
    interventions, rounds = helped(told["helped"]), _rounds(card, told["mentor_ids"])
    general, special = _wanted(card, themes)
    pair = _pair(rounds, _criteria(card))
    evaluation = _evaluation(card, rounds)
    counts: dict[str, int | None] = {
        "general_outputs": sum(one in accepted for one in general),
        "theme_outputs": sum(one in accepted for one in special) if themes else None,
        "assessment_pair": int(pair is not None),
        "mentor_evaluation": int(evaluation is not None),
        "interventions": len(interventions) + len(referrals),
        "criteria_met": int(pair.total) if pair is not None and pair.total is not None else None,
        "open_follow_ups": len(promises),
        "visits": told["visits"],
        "final_presentation": int(told["presented"]),
    }
    return Seen(
        counts, tuple((one, one in accepted) for one in general), tuple((one, one in accepted) for one in special),
        themes, pair, evaluation, promises, interventions, frozenset(told["mentor_ids"]),
        referrals, judged(told["judged"]), told_letters(told.get("letters", ())),
    )


def rounds_of(card: EngagementCard) -> tuple[DecidedRound, ...]:
    """Decided rounds about the mentee and about the mentors who carried it."""
    return _rounds(card, {one.mentor_id for one in assignments_of(card.id)})


def _rounds(card: EngagementCard, mentors: Collection[UUID]) -> tuple[DecidedRound, ...]:
    start = date.fromordinal(card.starts.toordinal() - ANOTHER_DAY)
    return decided_rounds(engagement=card.id, party=card.mentee_id, mentors=mentors, start=start)


def _presentations() -> QuerySet[Meeting]:
    """The standing records of final presentations, as `held` asks for them."""
    return Meeting.objects.filter(engagement=OuterRef("pk"), kind=Meeting.Kind.PRESENTATION)


def instrument_decided(card: EngagementCard, code: str) -> DecidedRound | None:
    """The newest decided round of the instrument that a step asks for."""
    step = step_of(card, code)
    names = {use.name for use in step.forms if use.kind == "instrument"} if step else set()
    return next((one for one in reversed(rounds_of(card)) if one.instrument in names), None)


def _wanted(card: EngagementCard, themes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    made = book_of(card).deliverables
    if made is None:
        return (), ()
    general = tuple(one.code for one in made.general if one.required)
    return general, tuple(dict.fromkeys(code for theme in themes for code in made.themes.get(theme, ())))


def _criteria(card: EngagementCard) -> str:
    rule = book_of(card).graduation
    return rule.criteria if rule else ""


def _pair(rounds: tuple[DecidedRound, ...], criteria: str) -> DecidedRound | None:
    """The newest final that closes a baseline on the very same ruler; two versions make no pair (B6)."""
    known = {one.id: one for one in rounds}
    for one in reversed(rounds):
        before = known.get(one.pair_id) if one.pair_id else None
        if one.purpose != FINAL or before is None or (criteria and one.instrument != criteria):
            continue
        if (before.version, before.sha256) == (one.version, one.sha256):
            return one
    return None


def _evaluation(card: EngagementCard, rounds: tuple[DecidedRound, ...]) -> DecidedRound | None:
    step = step_of(card, EVALUATE)
    names = {use.name for use in step.forms} if step else {"mentor-evaluation"}
    return next((one for one in reversed(rounds) if one.instrument in names and one.mentor_id), None)
