"""An entry that a phone wrote into a small business's cash book is posted once, by whoever may write there (C3, F1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.domain.sync import Facts
from sidamping.edges.sync.documents.books import documents
from sidamping.features.books import intake, services
from sidamping.features.books.models import Voucher
from sidamping.features.programmes.queries import mentor_engagements
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.people import TODAY, Cast, engagement, look


@pytest.fixture
def small(cast: Cast) -> UUID:
    """Ujang's Keripik Mantap Jaya, which Ratna carries."""
    engagement(cast.keripik.party, cast.ratna)
    return services.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.keripik.pk, chart="mikro", starts=Month(2026, 1), now=NOW
    )


def sent(book: UUID, **changes: Any) -> dict[str, Any]:
    return {"book": str(book), "side": "in", "day": "2026-11-04", "purse": "1110", "category": "4210",
            "amount": 75_000, "text": "Keripik", **changes}


def test_sent_twice_it_is_posted_once(cast: Cast, small: UUID) -> None:
    id = uuid7()
    for _ in range(2):
        assert intake.small(look(cast.ratna), Facts(id), sent(small), NOW) == id
    assert Voucher.objects.get(book=small).posted


def test_the_phone_knows_what_the_two_buttons_offer(cast: Cast, small: UUID) -> None:
    viewer = look(cast.ratna)
    [book] = documents(viewer, mentor_engagements(cast.ratna.pk, TODAY)).values()
    assert book["name"] == "Keripik Mantap Jaya"
    assert {"1110"} <= {one["code"] for one in book["purses"]}
    assert {"4210"} <= {one["code"] for one in book["in"]}
    assert documents(look(cast.maria), mentor_engagements(cast.maria.pk, TODAY)) == {}


@pytest.mark.parametrize(
    ("who", "changes", "code"),
    [("maria", {}, "BOOKS_065"), ("ratna", {"side": "up"}, "API_003"), ("ratna", {"amount": -1}, "API_003")],
)
def test_strangers_and_wrong_entries_are_refused(
    cast: Cast, small: UUID, who: str, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        intake.small(look(getattr(cast, who)), Facts(uuid7()), sent(small, **changes), NOW)
    assert code in refused.value.codes
    assert Voucher.objects.count() == 0
