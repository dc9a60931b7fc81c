"""What people judged of a mentoring: its result and the verdicts on graduation, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, JSONObject, NullIf

from sidamping.domain.cohorts.graduation import GRADUATE
from sidamping.features.outcomes.models import Intervention, Judgement
from sidamping.features.programmes.queries import EngagementCard

RESULT, VERDICT = Judgement.Kind.RESULT.value, Judgement.Kind.VERDICT.value


@dataclass(frozen=True)
class JudgementLine:
    """A result or a verdict with its day, its criteria, the reason and what was seen then."""

    id: UUID
    kind: str
    number: int
    decided_on: date
    verdict: str
    criteria: str
    reason: str
    carried_by: str
    explained: Mapping[str, Any]
    by: str

    @property
    def graduates(self) -> bool:
        return self.verdict == GRADUATE


@dataclass(frozen=True)
class InterventionLine:
    """Help from others."""

    id: UUID
    kind: str
    held_on: date
    who: str
    note: str
    by: str


def judgements_of(card: EngagementCard, kind: str = "") -> tuple[JudgementLine, ...]:
    """Every judgement, the newest first; the caller has looked up the engagement within its scope."""
    rows = Judgement.objects.filter(engagement_id=card.id).select_related("by")
    rows = rows.filter(kind=kind) if kind else rows
    return tuple(
        JudgementLine(
            row.pk, row.kind, row.number, row.decided_on, row.verdict, row.criteria, row.reason, row.carried_by,
            row.explained, str(row.by),
        )
        for row in rows.order_by("-decided_on", "-number", "-id")
    )


def judged_told() -> Combinable:
    """Every judgement, the newest first, as an expression on the engagement; `judged` reads it."""
    rows = Judgement.objects.filter(engagement=OuterRef("pk")).order_by("-decided_on", "-number", "-id")
    return ArraySubquery(rows.values(line=JSONObject(
        id="id", kind="kind", number="number", decided_on="decided_on", verdict="verdict", criteria="criteria",
        reason="reason", carried_by="carried_by", explained="explained", by=_name(),
    )))  # fmt: skip


def judged(told: Iterable[Mapping[str, Any]]) -> tuple[JudgementLine, ...]:
    """The lines of `judged_told`."""
    return tuple(
        JudgementLine(**{**one, "id": UUID(one["id"]), "decided_on": date.fromisoformat(one["decided_on"])})
        for one in told
    )


def verdict_on(card: EngagementCard) -> JudgementLine | None:
    """The verdict that stands; None before the first."""
    return next(iter(judgements_of(card, VERDICT)), None)


def helped_told() -> Combinable:
    """Help from others during the mentoring, newest first, as an expression on the engagement; `helped` reads it."""
    rows = Intervention.objects.filter(engagement=OuterRef("pk")).order_by("-held_on", "-id")
    return ArraySubquery(rows.values(line=JSONObject(
        id="id", kind="kind", held_on="held_on", who="who", note="note", by=_name(),
    )))  # fmt: skip


def helped(told: Iterable[Mapping[str, str]]) -> tuple[InterventionLine, ...]:
    """The lines of `helped_told`."""
    return tuple(
        InterventionLine(
            UUID(one["id"]), one["kind"], date.fromisoformat(one["held_on"]), one["who"], one["note"], one["by"]
        )
        for one in told
    )


def _name() -> Combinable:
    """Who wrote it, as `str(user)` says."""
    return Coalesce(NullIf("by__full_name", Value("")), "by__username")
