"""Turnover, members and savings out of books for indicators (E1, E11, C4): within scope, with the records behind."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.ledger.plain import IN
from sidamping.domain.periods import Month
from sidamping.features.books import services
from sidamping.features.books.models import Voucher
from sidamping.features.books.queries import Measured, behind, measured
from sidamping.features.books.services import SmallEntry
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, opened
from tests.features.books.test_reports import kept
from tests.people import Cast, look

MARCH, APRIL = Month(2026, 3), Month(2026, 4)


@pytest.fixture
def book(cast: Cast) -> UUID:
    """300.000 of savings and 50.000 of interest came in March, beside 1.000.000 carried over."""
    made = kept(cast)
    services.admit_member(by=look(cast.ujang), id=uuid7(), book=made, joined=date(2026, 4, 2), name="Rosalina Bria")
    return made


def test_a_month_tells_its_turnover_and_what_members_hold_at_its_end(cast: Cast, book: UUID) -> None:
    by, party = look(cast.ujang), cast.merah_putih.pk
    assert measured(by, MARCH) == {party: Measured(party, book, 50_000, 0, 1_300_000)}
    assert measured(by, APRIL)[party] == Measured(party, book, 0, 1, 1_300_000)
    assert measured(by, Month(2025, 12)) == {}


def test_every_figure_names_the_records_behind_it(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    receipt = Voucher.objects.get(book=book, kind="BKM").pk
    carried = Voucher.objects.get(book=book, nature="opening").pk
    assert behind(by, book, "turnover", MARCH) == (receipt,)
    assert set(behind(by, book, "savings", MARCH)) == {carried, receipt}
    assert len(behind(by, book, "members", APRIL)) == 1 and behind(by, book, "members", MARCH) == ()
    assert behind(by, book, "profit", MARCH) == ()


def test_other_income_is_no_turnover_and_sales_of_a_small_business_are(cast: Cast) -> None:
    by, small = look(cast.ujang), uuid7()
    services.open_book(by=by, id=small, cooperative=cast.keripik.pk, chart="mikro", starts=Month(2026, 1), now=NOW)
    for category, amount in (("4210", 75_000), ("4290", 9_000)):
        entry = SmallEntry(IN, date(2026, 3, 5), "1110", category, amount, "Keripik")
        services.write_small(by=by, id=uuid7(), book=small, entry=entry, proof=None, now=NOW)
    assert measured(by, MARCH)[cast.keripik.pk] == Measured(cast.keripik.pk, small, 75_000, 0, 0)


def test_only_books_within_sight_are_measured(cast: Cast, book: UUID) -> None:
    assert cast.merah_putih.pk in measured(look(cast.yosef), MARCH)
    assert measured(look(cast.maria), MARCH) == {}
    assert behind(look(cast.maria), book, "turnover", MARCH) == ()


def test_a_book_without_anything_posted_is_no_zero(cast: Cast) -> None:
    opened(cast)
    assert measured(look(cast.ujang), MARCH) == {}
