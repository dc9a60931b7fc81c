"""The sheets of the mentees a mentor carries, as a phone takes them along: what stands now and what may be begun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.deliverables.kinds import Kind
from sidamping.features.deliverables.models import Sheet
from sidamping.features.deliverables.queries.asked import asked_kinds
from sidamping.features.deliverables.queries.sheets import joined, open_months, state_of
from sidamping.features.programmes.queries import EngagementCard
from sidamping.rules.deliverables import deliverable_kinds, pinned_kind


@dataclass(frozen=True)
class CarriedSheet:
    """A sheet with its draft; `remark` says why it was returned."""

    id: UUID
    kind: Kind
    name: str
    state: str
    content: Mapping[str, Any]
    written: int
    remark: str


@dataclass(frozen=True)
class Begin:
    """A kind that may be begun for a mentee; `months` without a sheet, newest first, where it is made each month."""

    kind: Kind
    asked: bool
    months: tuple[str, ...] = ()


@dataclass(frozen=True)
class Carried:
    """What stands for a mentee and what may be begun."""

    sheets: tuple[CarriedSheet, ...]
    kinds: tuple[Begin, ...]


def carried_sheets(cards: Sequence[EngagementCard], on: date) -> dict[UUID, Carried]:
    """By engagement, for mentees that one person carries. Unscoped: the caller has scoped the cards."""
    found: dict[UUID, list[CarriedSheet]] = defaultdict(list)
    for row in joined(Sheet.objects.filter(engagement_id__in=[card.id for card in cards])).order_by("kind", "name"):
        found[row.engagement_id].append(_sheet(row))
    kinds = deliverable_kinds(on)
    return {card.id: Carried(tuple(found[card.id]), tuple(_begins(card, kinds, found[card.id], on))) for card in cards}


def _sheet(row: Any) -> CarriedSheet:
    versions = list(row.versions.all())
    review = getattr(versions[0], "review", None) if versions else None
    return CarriedSheet(
        row.pk, pinned_kind(row.kind, row.pinned), row.name, state_of(versions), row.draft.content, row.draft.written,
        review.remark if review else "",
    )


def _begins(card: EngagementCard, kinds: Sequence[Kind], sheets: Sequence[CarriedSheet], on: date) -> list[Begin]:
    """The kinds meant for the mentee that have no sheet yet; those of a month as long as a month has none."""
    asked, begun = asked_kinds(card), {(one.kind.name, one.name) for one in sheets}
    made = []
    for kind in kinds:
        taken = {name for code, name in begun if code == kind.name}
        months = tuple(code for code, _ in open_months(kind, card, taken, on))
        if (card.mentee_kind in kind.about or kind.name in asked) and (months if kind.repeats else "" not in taken):
            made.append(Begin(kind, kind.name in asked, months))
    return sorted(made, key=lambda one: not one.asked)
