"""Drafts that rooms above the books make and that stay as they were made: each room tells which are its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, IntegerField, QuerySet, Value, When
from django.utils.functional import Promise


@dataclass(frozen=True)
class Room:
    """A room above: the name of its page of a book, what that page is called, and its rows that rest on a draft."""

    page: str
    word: Promise
    rows: Callable[[UUID], Iterable[QuerySet[Any]]]


_rooms: list[Room] = []


def tell_room(room: Room) -> None:
    """From now on the drafts of this room are changed on its page; the room says so."""
    _rooms.append(room)


def place_of_room(voucher: UUID) -> Case:
    """Where the room that made a draft stands among the rooms, as an expression; nothing for an ordinary draft."""
    made = ((at, rows) for at, room in enumerate(_rooms) for rows in room.rows(voucher))
    return Case(*(When(Exists(rows), then=Value(at)) for at, rows in made), output_field=IntegerField())


def room_at(place: int | None) -> Room | None:
    """The room of a place that `place_of_room` found."""
    return _rooms[place] if place is not None else None
