"""The cash book of a business feeds the monthly series of its owner: months nobody told, gaps of told ones (C3, C4)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.plain import IN
from sidamping.domain.periods import Month
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services.micro import SmallEntry
from sidamping.features.progress import queries
from sidamping.features.progress.models import MonthRecord
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.books.keeping import NOW
from tests.features.progress import cases
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
REGULAR = (5, 6, 7, 12, 13, 14, 19, 20, 21, 26, 27, 28)
"""Three days in each whole week of October 2026."""


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


@pytest.fixture
def small(cast: Cast, host: Any) -> UUID:
    """Ujang's cash book: little in July, every other day of October, two paid workers at its end."""
    by, book = look(cast.ujang), uuid7()
    bookkeeping.open_book(by=by, id=book, cooperative=cast.keripik.pk, chart="mikro", starts=Month(2026, 1), now=NOW)
    for day, amount in [(date(2026, 7, 3), 90_000), *((date(2026, 10, one), 10_000) for one in REGULAR)]:
        entry = SmallEntry(IN, day, "1110", "4210", amount, "Keripik")
        bookkeeping.write_small(by=by, id=uuid7(), book=book, entry=entry, proof=None, now=NOW)
    bookkeeping.count_workers(by=by, id=uuid7(), book=book, day=date(2026, 10, 30), paid=2, family=1, now=NOW)
    return book


def standing(cast: Cast, host: Any) -> queries.Standing:
    page = queries.participant_page(people.look(cast.ratna), queries.ParticipantFilter(programme=cases.TKM))
    return next(one for one in page.rows if one.card.id == host.pk)


def test_months_that_only_the_book_knows_stand_in_the_series(cast: Cast, host: Any, small: UUID) -> None:
    """C4: 90,000 before, 120,000 during; kept regularly in October; nothing of it is stored."""
    found = standing(cast, host)
    assert [(str(one.month), one.turnover, one.records_kept, one.paid_workers, one.source) for one in found.series] == [
        ("2026-07", 90_000, False, None, "cash_book"), ("2026-10", 120_000, True, 2, "cash_book"),
    ]  # fmt: skip
    assert found.success is not None and found.success.turnover.reached is True
    assert (found.success.turnover.before, found.success.turnover.after) == (90_000, 120_000)
    assert not MonthRecord.objects.exists()


def test_what_was_told_stays_and_the_book_stands_beside_it(cast: Cast, host: Any, small: UUID) -> None:
    cases.told(cast, host, "2026-10", 150_000)
    october = standing(cast, host).series[-1]
    assert (october.turnover, october.booked_turnover, october.source) == (150_000, 120_000, "typed")
    assert (october.records_kept, october.days_recorded, october.paid_workers) == (True, 12, 2)


def test_what_was_told_of_records_and_workers_is_not_overruled(cast: Cast, host: Any, small: UUID) -> None:
    cases.told(cast, host, "2026-10", 120_000, daily_kept=False, workers_full=5)
    october = standing(cast, host).series[-1]
    assert (october.records_kept, october.paid_workers, october.booked_turnover) == (False, 5, None)


def test_a_business_without_a_book_is_as_before(cast: Cast, host: Any) -> None:
    cases.told(cast, host, "2026-10", 150_000)
    october = standing(cast, host).series[-1]
    assert october.told and october.book is None


def test_the_page_shows_the_source_and_opens_the_book(cast: Cast, host: Any, small: UUID, sign_in: SignIn) -> None:
    cases.told(cast, host, "2026-10", 150_000)
    shown = sign_in(cast.ratna).get(reverse("progress", args=[host.pk])).content.decode()
    assert f"{reverse('micro', args=[small])}?bulan=2026-07" in shown and "Dihitung dari buku kas usaha" in shown
    assert "buku kas: Rp120.000" in " ".join(shown.split())
    assert sign_in(cast.maria).get(reverse("progress", args=[host.pk])).status_code == 404


def test_the_series_with_books_costs_no_page_more_than_ten_queries(
    cast: Cast, host: Any, small: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.ratna)
    for address in (reverse("progress", args=[host.pk]), reverse("participants"), reverse("cohort_success")):
        client.get(address)
        with at_most_queries(10):
            assert client.get(address).status_code == 200
