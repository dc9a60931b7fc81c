"""What the page of a draft tells beside it, in one query: who else posts it, the room that made it, and its like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.made_above import Room, place_of_room, room_at
from sidamping.features.books.queries.numbers import written
from sidamping.platform.access.queries import others_of_board
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Like:
    """Another voucher of the same day with the very same lines, which stands: its number and what it says."""

    id: UUID
    name: str


@dataclass(frozen=True)
class BesideDraft:
    """Who keeps the book beside the viewer, the room above that made the draft, and the first voucher like it."""

    others: tuple[str, ...] = ()
    room: Room | None = None
    like: Like | None = None


def beside_draft(viewer: Viewer, voucher: UUID) -> BesideDraft:
    """What stands beside a draft; the caller has found that the viewer keeps its book."""
    same = Voucher.objects.filter(book=OuterRef("book"), day=OuterRef("day"), lines=OuterRef("lines"))
    like = same.exclude(pk=voucher).filter(reversed_by=None).order_by("id")
    row: Any = Voucher.objects.filter(pk=voucher).annotate(
        others=ArraySubquery(others_of_board(OuterRef("book__party_id"), viewer)), place=place_of_room(voucher),
        like=Subquery(like.values(told=JSONObject(id="id", kind="kind", day="day", number="number", text="text"))[:1]),
    ).values_list("others", "place", "like", named=True).first()  # fmt: skip
    return BesideDraft(tuple(row.others), room_at(row.place), _like(row.like)) if row is not None else BesideDraft()


def _like(told: dict[str, Any] | None) -> Like | None:
    if told is None:
        return None
    day = date.fromisoformat(told["day"])
    return Like(UUID(told["id"]), f"{written(told['kind'], day, told['number'])}, {told['text']}")
