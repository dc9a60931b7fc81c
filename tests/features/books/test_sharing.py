"""The surplus of a year is shared once, and only when the annual meeting has approved the year (E13)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from django.utils import timezone

from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.features.books.forms import ShareForm
from sidamping.features.books.models import Member, Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import CASH, INTEREST, MANDATORY, NOW, closed_until, codes, drafted, opened
from tests.people import Cast, look

NEXT_YEAR = date(2027, 2, 10)
LATER = timezone.make_aware(datetime(2027, 2, 10, 9))
END = date(2026, 12, 31)
SHARES = "2126"


@pytest.fixture
def book(cast: Cast) -> UUID:
    """One member with savings and interest of 80,000: the surplus of 2026."""
    book, ujang = opened(cast, alone=False), look(cast.ujang)
    services.admit_member(by=look(cast.wati), id=uuid7(), book=book, joined=date(2026, 2, 1), name="Yuliana Bano")
    member = str(Member.objects.get(party__name="Yuliana Bano").party_id)
    lines = (Line(CASH, 120_000), Line(MANDATORY, -40_000, member), Line(INTEREST, -80_000, member))
    draft = VoucherDraft("BKM", date(2026, 10, 5), "Jasa dan simpanan", lines)
    services.post_voucher(by=ujang, voucher=drafted(look(cast.wati), book, draft), now=NOW)
    return book


def approved(cast: Cast, book: UUID) -> None:
    chair = look(cast.ujang, NEXT_YEAR)
    closed_until(chair, book, 11, LATER)
    closing = services.draft_closing(by=look(cast.wati, NEXT_YEAR), id=uuid7(), book=book, year=2026, now=LATER)
    services.post_voucher(by=chair, voucher=closing, now=LATER)
    services.close_period(by=chair, book=book, month=Month(2026, 12), now=LATER)
    services.approve_year(by=chair, book=book, year=2026, approved_on=date(2027, 2, 1), note="BA 1", now=LATER)


def shared(cast: Cast, book: UUID, at: date = END) -> UUID:
    basis = queries.surplus_basis(book, at)
    form = ShareForm(ShareForm.start(at))
    assert form.is_valid()
    made = queries.share_out(basis, form.shares())
    by = look(cast.wati, NEXT_YEAR)
    return services.draft_sharing(by=by, book=book, made=made, basis=basis, text="Pembagian SHU 2026", now=LATER)


def test_it_waits_for_the_approval_of_the_whole_year(cast: Cast, book: UUID) -> None:
    assert codes(lambda: shared(cast, book)) == ["SHU_015"]
    approved(cast, book)
    assert codes(lambda: shared(cast, book, date(2026, 11, 30))) == ["SHU_015"]
    assert not Voucher.objects.filter(text="Pembagian SHU 2026").exists()


def test_it_is_one_draft_however_often_it_is_asked_for_and_one_voucher_until_it_is_turned_back(
    cast: Cast, book: UUID
) -> None:
    approved(cast, book)
    first = shared(cast, book)
    assert shared(cast, book) == first
    row = Voucher.objects.get(pk=first)
    assert row.day == NEXT_YEAR and row.revised == 1 and sum(one["amount"] for one in row.lines) == 0
    assert [one["amount"] for one in row.lines if one["account"] == SHARES] == [-36_000]
    chair = look(cast.ujang, NEXT_YEAR)
    services.post_voucher(by=chair, voucher=first, now=LATER)
    assert codes(lambda: shared(cast, book)) == ["SHU_016"]
    services.reverse_voucher(by=chair, id=uuid7(), voucher=first, day=NEXT_YEAR, text="Salah persen", now=LATER)
    assert shared(cast, book) != first
