"""Which records named from outside stand here already, and which state of a visit is meant. Unscoped: for sync."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sidamping.features.fieldwork.models import Arrival, FollowUp, Visit, VisitRevision

NAMED_OUTSIDE: tuple[Any, ...] = (Arrival, VisitRevision, FollowUp)
"""Tables whose ids may be known to a phone."""


def standing(ids: Iterable[UUID]) -> set[UUID]:
    """The ids that name a record of field work."""
    named = [model.objects.filter(pk__in=set(ids)).values_list("pk", flat=True) for model in NAMED_OUTSIDE]
    return set(named[0].union(*named[1:]))


def visit_stands(visit: UUID) -> bool:
    """Whether there is such a visit."""
    return Visit.objects.filter(pk=visit).exists()


def state_meant(visit: UUID, named: UUID) -> UUID:
    """The revision that a writer saw: who has written the visit offline knows its first one by the visit's own id."""
    if named != visit:
        return named
    first = VisitRevision.objects.filter(visit_id=visit, number=1).values_list("pk", flat=True).first()
    return first or named


def state_in_force(visit: UUID) -> UUID | None:
    """The current revision of a visit."""
    return VisitRevision.objects.filter(visit_id=visit, superseded_at=None).values_list("pk", flat=True).first()
