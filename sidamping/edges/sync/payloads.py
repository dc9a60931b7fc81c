"""The shape of the body of each kind of record, for the OpenAPI description, less what the envelope tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ninja import Schema

from sidamping.edges.sync.schema import plain
from sidamping.features.assessments.forms.bodies import AnswersIn
from sidamping.features.books.intake import SmallIn
from sidamping.features.deliverables.intake import SheetIn
from sidamping.features.fieldwork.forms import bodies as fieldwork
from sidamping.features.oversight.intake import SealIn
from sidamping.features.papers.intake import DraftIn
from sidamping.features.progress.forms.bodies import MonthOfIn

BODIES: dict[str, type[Schema]] = {
    "fieldwork.visit": fieldwork.VisitIn,
    "fieldwork.visit_revision": fieldwork.VisitRevisionIn,
    "fieldwork.problem": fieldwork.ProblemIn,
    "fieldwork.alternative": fieldwork.AlternativeIn,
    "fieldwork.choice": fieldwork.ChoiceIn,
    "fieldwork.outcome": fieldwork.OutcomeIn,
    "fieldwork.follow_up": fieldwork.LaterFollowUpIn,
    "fieldwork.follow_up_closed": fieldwork.FollowUpClosedIn,
    "fieldwork.plan_item": fieldwork.PlanItemIn,
    "fieldwork.observation": fieldwork.ObservationIn,
    "fieldwork.evaluation": fieldwork.EvaluationIn,
    "deliverables.sheet": SheetIn,
    "assessments.answers": AnswersIn,
    "progress.month": MonthOfIn,
    "books.small": SmallIn,
    "papers.draft": DraftIn,
    "oversight.seal": SealIn,
}
TOLD_BY_THE_ENVELOPE = ("id", "replaces")
OTHERWISE_NAMED = {"fieldwork.visit_revision": {"id": "visit"}}
"""Fields that a body calls otherwise than its shape does."""


def body_shapes() -> dict[str, dict[str, Any]]:
    """Kind → JSON schema of its body."""
    return {kind: _of_body(plain(shape), OTHERWISE_NAMED.get(kind, {})) for kind, shape in BODIES.items()}


def _of_body(found: dict[str, Any], named: Mapping[str, str]) -> dict[str, Any]:
    left = {
        named.get(name, name): field for name, field in found["properties"].items()
        if name in named or name not in TOLD_BY_THE_ENVELOPE
    }  # fmt: skip
    required = [named.get(name, name) for name in found.get("required", ())]
    return {**found, "properties": left, "required": [name for name in required if name in left]}
