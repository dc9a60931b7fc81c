"""Reads the problem log, observations and joint evaluations of engagements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from sidamping.domain.fieldwork import problem_state
from sidamping.features.fieldwork.models import Alternative, JointEvaluation, Observation, Outcome, Problem
from sidamping.features.fieldwork.queries.lines import (
    AlternativeLine,
    ChoiceLine,
    EvaluationLine,
    ObservationLine,
    OutcomeLine,
    ProblemHead,
    ProblemLine,
)
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer


def problem(viewer: Viewer, id: UUID) -> ProblemLine | None:
    """One problem; None for a stranger."""
    rows = Problem.objects.filter(pk=id, engagement_id__in=engagement_ids(viewer))
    return next(iter(_lines(rows)), None)


def problems_of(engagement_id: UUID) -> tuple[ProblemLine, ...]:
    """The problems of an engagement, urgent first. Unscoped: the caller has scoped the engagement."""
    return problem_log([engagement_id])


def problem_log(engagement_ids: Iterable[UUID]) -> tuple[ProblemLine, ...]:
    """The problems of several engagements with their way to an outcome, urgent first. Unscoped."""
    return _lines(Problem.objects.filter(engagement_id__in=list(engagement_ids)))


def problem_heads(engagement_ids: Iterable[UUID]) -> tuple[ProblemHead, ...]:
    """The problems of engagements as a list, urgent first, in one query. Unscoped."""
    solved = Outcome.objects.filter(problem=OuterRef("pk"), solved=True)
    rows = Problem.objects.filter(engagement_id__in=list(engagement_ids)).select_related("engagement__mentee", "choice")
    rows = rows.annotate(ways=Count("alternatives"), solved=Exists(solved))
    return tuple(_head(row) for row in rows.order_by("priority", "found_on", "id"))


def unsolved_problems(engagement_ids: Iterable[UUID]) -> tuple[ProblemHead, ...]:
    """Problems that no outcome has closed, urgent first. Unscoped."""
    return tuple(one for one in problem_heads(engagement_ids) if one.state != "solved")


def observation_of(engagement_id: UUID) -> ObservationLine | None:
    """The observation in force. Unscoped."""
    return observations_of([engagement_id]).get(engagement_id)


def observations_of(engagement_ids: Iterable[UUID]) -> dict[UUID, ObservationLine]:
    """The observation in force of each engagement that has one, in one query. Unscoped."""
    rows = Observation.objects.filter(engagement_id__in=list(engagement_ids), replaced_by=None).select_related("by")
    return {
        row.engagement_id: ObservationLine(
            row.pk, row.engagement_id, row.observed_on, dict(row.findings), row.potentials, row.needs, str(row.by),
            row.replaces_id,
        )
        for row in rows.order_by("id")
    }


def observed(engagement_ids: Iterable[UUID]) -> set[UUID]:
    """Those of the engagements that have a first observation. Unscoped."""
    rows = Observation.objects.filter(engagement_id__in=list(engagement_ids))
    return set(rows.values_list("engagement_id", flat=True))


def evaluations_of(engagement_id: UUID) -> tuple[EvaluationLine, ...]:
    """Joint evaluations, newest first. Unscoped."""
    rows = JointEvaluation.objects.filter(engagement_id=engagement_id).select_related("by").order_by("-held_on", "-id")
    return tuple(
        EvaluationLine(
            row.pk, row.engagement_id, row.held_on, row.mentee_name, row.went_well, row.difficulties, row.mentee_view,
            row.mentor_view, row.next_plan, str(row.by),
        )
        for row in rows
    )


def _head(row: Any) -> ProblemHead:
    choice = getattr(row, "choice", None)
    return ProblemHead(
        id=row.pk,
        engagement_id=row.engagement_id,
        mentee_name=row.engagement.mentee.name,
        title=row.title,
        category=row.category,
        priority=row.priority,
        found_on=row.found_on,
        state=problem_state(alternatives=row.ways, chosen=choice is not None, solved=row.solved),
        chosen_by=choice.chosen_by if choice else "",
    )


def _lines(rows: QuerySet[Problem]) -> tuple[ProblemLine, ...]:
    found = rows.select_related("engagement__mentee", "by", "choice__by").prefetch_related(
        Prefetch("alternatives", Alternative.objects.order_by("created_at", "id")),
        Prefetch("outcomes", Outcome.objects.select_related("by").order_by("seen_on", "created_at")),
    )
    return tuple(_line(row) for row in found.order_by("priority", "found_on", "id"))


def _line(row: Any) -> ProblemLine:
    choice = getattr(row, "choice", None)
    outcomes = list(row.outcomes.all())
    chosen = choice.alternative_id if choice else None
    alternatives = tuple(
        AlternativeLine(one.pk, one.text, one.consequences, one.pk == chosen) for one in row.alternatives.all()
    )
    solved = any(one.solved for one in outcomes)
    return ProblemLine(
        id=row.pk,
        engagement_id=row.engagement_id,
        mentee_name=row.engagement.mentee.name,
        title=row.title,
        side=row.side,
        category=row.category,
        priority=row.priority,
        dialogue=row.dialogue,
        causes=tuple(row.causes),
        found_on=row.found_on,
        written_by=str(row.by),
        state=problem_state(alternatives=len(alternatives), chosen=choice is not None, solved=solved),
        alternatives=alternatives,
        choice=_choice(choice) if choice else None,
        outcomes=tuple(OutcomeLine(one.seen_on, one.text, one.solved, str(one.by)) for one in outcomes),
        revised=row.revised,
    )


def _choice(row: Any) -> ChoiceLine:
    return ChoiceLine(row.alternative_id, row.chosen_by, row.capacity, row.chosen_on, row.meeting, str(row.by))
