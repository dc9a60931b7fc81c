"""Closing and opening vouchers that are reversed: the statements count them once, and the year closes anew (E10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sidamping.domain.ledger.entries import CLOSING, OPENING, Line
from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.features.books.models import YearApproval
from sidamping.features.books.queries.reading import earned
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from sidamping.rules.layouts import layout_of
from tests.features.books.keeping import (
    CASH,
    INTEREST,
    MANDATORY,
    NOW,
    SUPPLIES,
    closed_until,
    codes,
    drafted,
    opened,
    posted,
)
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
NEXT_YEAR, LAST_DAY = date(2027, 2, 10), date(2026, 12, 31)
LATER = timezone.make_aware(datetime(2027, 2, 10, 9))
KEPT = "3170"


@pytest.fixture
def book(cast: Cast) -> UUID:
    """Carried over 1,000,000; interest 500,000 from a member, paper 120,000; January to November closed."""
    by, member = look(cast.ujang), str(cast.keripik.owner_id)
    book = opened(cast)
    for kind, day, nature, lines in (
        ("BM", date(2026, 1, 1), OPENING, (Line(CASH, 1_000_000), Line(MANDATORY, -1_000_000, member))),
        ("BKM", date(2026, 10, 5), "general", (Line(CASH, 500_000), Line(INTEREST, -500_000, member))),
        ("BKK", date(2026, 10, 6), "general", (Line(SUPPLIES, 120_000), Line(CASH, -120_000))),
    ):
        posted(by, book, VoucherDraft(kind, day, "Bukti", lines, nature))
    return book


def closing(cast: Cast, book: UUID) -> UUID:
    """The closing voucher of 2026, posted."""
    by = look(cast.ujang, NEXT_YEAR)
    made = services.draft_closing(by=by, id=uuid7(), book=book, year=2026, now=LATER)
    services.post_voucher(by=by, voucher=made, now=LATER)
    return made


def turned(cast: Cast, voucher: UUID, day: date) -> str:
    by = look(cast.ujang, NEXT_YEAR)
    return services.reverse_voucher(by=by, id=uuid7(), voucher=voucher, day=day, text="Keliru", now=LATER)


def told(cast: Cast, book: UUID) -> dict[str, object]:
    """Every figure of the statements of 2026 that a closing leaves alone."""
    by = look(cast.ujang, NEXT_YEAR)
    layout = layout_of("pergub-ntt", LAST_DAY)[0]
    ask = queries.Ask(LAST_DAY, date(2025, 12, 31), layout, layout)
    found: dict[str, object] = {"earned": earned(book, LAST_DAY), "months": queries.monthly(book, 2026, [INTEREST])}
    found["shares"] = queries.surplus_basis(book, LAST_DAY)
    found["ratios"] = queries.ratios(by, book, LAST_DAY)
    for name in ("phu", "arus-kas", "neraca-lajur"):
        sheets = queries.statement(by, book, name, ask)
        assert sheets is not None and not [fault for one in sheets for fault in one.faults]
        found[name] = sheets
    return found


def test_a_closing_that_is_reversed_leaves_the_statements_as_they_were_and_closes_anew(cast: Cast, book: UUID) -> None:
    """E10: 500,000 less 120,000 before the closing, after it, after its reversal and after the second closing."""
    closed_until(look(cast.ujang, NEXT_YEAR), book, 11, LATER)
    before = told(cast, book)
    assert before["earned"] == ({INTEREST: -500_000, SUPPLIES: 120_000},)
    made = closing(cast, book)
    assert told(cast, book) == before
    turned(cast, made, LAST_DAY)
    assert told(cast, book) == before
    closing(cast, book)
    assert told(cast, book) == before
    assert queries.sums(book, LAST_DAY)[KEPT] == -380_000


def test_a_rewritten_opening_counts_once_as_the_cash_there_was(cast: Cast, book: UUID) -> None:
    """E11: carried over 1,000,000, reversed, written again as 900,000; cash of the year moved by 380,000."""
    first = queries.vouchers(look(cast.ujang), book).rows[-1].id
    turned(cast, first, date(2026, 1, 1))
    member = str(cast.keripik.owner_id)
    lines = (Line(CASH, 900_000), Line(MANDATORY, -900_000, member))
    posted(look(cast.ujang), book, VoucherDraft("BM", date(2026, 1, 1), "Saldo awal", lines, OPENING))
    layout = layout_of("pergub-ntt", LAST_DAY)[0]
    ask = queries.Ask(LAST_DAY, date(2025, 12, 31), layout, layout)
    found = queries.statement(look(cast.ujang), book, "arus-kas", ask)
    assert found is not None
    assert [found[0].row(key).value() for key in ("awal", "jasa-masuk", "total-masuk", "akhir")] == [
        900_000, 500_000, 500_000, 1_280_000,
    ]


def test_closing_and_opening_are_reversed_on_their_own_day_only(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    first = queries.vouchers(look(cast.ujang), book).rows[-1].id
    assert codes(lambda: turned(cast, first, date(2026, 10, 5))) == ["BOOKS_068"]
    assert 'value="2026-01-01"' in sign_in(cast.ujang).get(reverse("voucher_reverse", args=[first])).content.decode()
    closed_until(look(cast.ujang, NEXT_YEAR), book, 11, LATER)
    assert codes(lambda: turned(cast, closing(cast, book), NEXT_YEAR)) == ["BOOKS_068"]


def test_a_year_is_approved_only_when_its_income_and_expenses_are_closed(cast: Cast, book: UUID) -> None:
    """E10: the annual meeting approves a closed year; December without its closing voucher is not enough."""
    by = look(cast.ujang, NEXT_YEAR)
    closed_until(by, book, 12, LATER)
    approve = {"by": by, "book": book, "year": 2026, "approved_on": date(2027, 2, 1), "note": "", "now": LATER}
    assert codes(lambda: services.approve_year(**approve)) == ["BOOKS_069"]
    assert not YearApproval.objects.exists()


def test_a_closed_year_is_approved(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang, NEXT_YEAR)
    closed_until(by, book, 11, LATER)
    closing(cast, book)
    services.close_period(by=by, book=book, month=Month(2026, 12), now=LATER)
    services.approve_year(by=by, book=book, year=2026, approved_on=date(2027, 2, 1), note="", now=LATER)
    assert YearApproval.objects.count() == 1


def test_a_closing_draft_that_no_longer_fits_the_books_is_not_posted(cast: Cast, book: UUID) -> None:
    """Interest of 40,000 booked after the draft was made would stay open; made anew the draft takes it in."""
    by = look(cast.ujang, NEXT_YEAR)
    closed_until(by, book, 11, LATER)
    made = services.draft_closing(by=by, id=uuid7(), book=book, year=2026, now=LATER)
    late = (Line(CASH, 40_000), Line(INTEREST, -40_000))
    services.post_voucher(
        by=by, voucher=drafted(by, book, VoucherDraft("BKM", date(2026, 12, 30), "Jasa", late)), now=LATER
    )
    assert codes(lambda: services.post_voucher(by=by, voucher=made, now=LATER)) == ["BOOKS_070"]
    closing(cast, book)
    assert queries.sums(book, LAST_DAY)[KEPT] == -420_000
    by_hand = VoucherDraft("BM", LAST_DAY, "Penutup", (Line(INTEREST, 1), Line(KEPT, -1)), CLOSING)
    again = drafted(by, book, by_hand)
    assert codes(lambda: services.post_voucher(by=by, voucher=again, now=NOW)) == ["BOOKS_070"]
