"""The cash books of the small businesses a mentor carries: what the two buttons offer, no balance and no entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sidamping.domain.ledger.plain import IN, OUT
from sidamping.features.books.queries import categories_to_choose, chart_of_book, purses_to_choose
from sidamping.features.books.queries.micro import SmallBook, small_books_of
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer


def documents(viewer: Viewer, cards: Sequence[EngagementCard]) -> dict[str, Any]:
    """`book:` of each business with a cash book in which the mentor helps to write."""
    engagements = {card.mentee_id: card.id for card in cards}
    return {
        f"book:{one.id}": {"engagement": str(engagements[one.party_id]), **_book(one)}
        for one in small_books_of(viewer, list(engagements))
    }


def _book(one: SmallBook) -> dict[str, Any]:
    chart = chart_of_book(one.id)
    return {
        "id": str(one.id), "name": one.name, "purses": _codes(purses_to_choose(chart)),
        IN: _codes(categories_to_choose(chart, IN)), OUT: _codes(categories_to_choose(chart, OUT)),
    }


def _codes(choices: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"code": code, "name": name} for code, name in choices]
