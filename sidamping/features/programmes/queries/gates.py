"""Which steps an act waits for, by the pinned programme: induction before visits (B4), the baseline before a plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain import workflow
from sidamping.features.programmes.models import Path
from sidamping.features.programmes.queries.acting import guarded
from sidamping.features.programmes.queries.facts import Facts, facts_of
from sidamping.features.programmes.queries.path import walk
from sidamping.features.programmes.queries.records import Told, records_of
from sidamping.features.programmes.queries.words import Words, words_of
from sidamping.rules.books import Programme, Step, pinned_programme

Gates = Mapping[str, tuple[str, ...]]
"""Act → the codes of the steps it waits for."""


@dataclass(frozen=True)
class ShutStep:
    """A step that a gate waits for: its name, the activity that does it by itself, who may override it."""

    code: str
    label: str
    marked_by: str
    override: tuple[str, ...]


def missing_steps(engagement_id: UUID, gate: str, on: date) -> tuple[str, ...]:
    """Names of the steps an act ('fieldwork.plan_activity') still waits for on the day; unscoped, for services."""
    return tuple(one.label for one in shut_steps(engagement_id, gate, on))


def shut_steps(engagement_id: UUID, gate: str, on: date) -> tuple[ShutStep, ...]:
    """The steps an act still waits for on the day, with who may let it pass without them; unscoped, for services."""
    return shut_gates([engagement_id], [gate], on).get(engagement_id, {}).get(gate, ())


def shut_gates(
    engagement_ids: Collection[UUID], acts: Collection[str], on: date
) -> dict[UUID, dict[str, tuple[ShutStep, ...]]]:
    """The same of many mentees and acts, in as many questions as of one; what waits for nothing is left out."""
    rows = Path.objects.filter(engagement__in=engagement_ids).select_related("cohort", "engagement")
    asked = {one: gates for one in rows if (gates := _asked(pinned_programme(one.pinned), acts))}
    if not asked:
        return {}
    records, facts = records_of(list(asked), on), facts_of([one.pk for one in asked])
    found = {
        one.engagement.pk: _shut(one, gates, records[one.pk], on, facts[one.pk]) for one, gates in asked.items()
    }
    return {id: shut for id, shut in found.items() if shut}


def _asked(book: Programme, acts: Collection[str]) -> Gates:
    return {act: book.gates[act] for act in acts if book.gates.get(act)}


def _shut(
    path: Path, gates: Gates, records: tuple[Told, ...], on: date, facts: Facts
) -> dict[str, tuple[ShutStep, ...]]:
    book = pinned_programme(path.pinned)
    walked, words = walk(path, book, records, on, facts), words_of(book)
    waits = {act: workflow.waits(steps, walked) for act, steps in gates.items()}
    return {
        act: tuple(_step(guarded(book.step(code)), words) for code in codes) for act, codes in waits.items() if codes
    }


def _step(step: Step, words: Words) -> ShutStep:
    return ShutStep(step.code, words.step(step.code), step.marked_by, tuple(words.role(one) for one in step.override))
