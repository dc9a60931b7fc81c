"""Adjustments, the closing of a year, and opening the last closed month again (E10; law: books.md section 1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.features.books.models import Period, Reopening, Voucher, YearApproval
from sidamping.features.books.queries.year_end import year_end
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import (
    CASH,
    INTEREST,
    NOW,
    closed_until,
    codes,
    drafted,
    opened,
    paid,
    refused_by_database,
)
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
NEXT_YEAR = date(2027, 2, 10)
LATER = timezone.make_aware(datetime(2027, 2, 10, 9))


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def earned(amount: int, day: date = date(2026, 10, 5)) -> VoucherDraft:
    return VoucherDraft("BKM", day, "Jasa pinjaman", (Line(CASH, amount), Line(INTEREST, -amount)))


def both(cast: Cast, book: UUID, draft: VoucherDraft) -> UUID:
    """Written by the treasurer, posted by the chair."""
    id = drafted(look(cast.wati), book, draft)
    services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
    return id


def adjust(client: Client, book: UUID, way: str, **answers: str) -> UUID:
    id = uuid7()
    sent = {"id": str(id), "day": "2026-10-31", **answers}
    for _ in range(2):
        answer = client.post(reverse("adjust", args=[book, way]), sent)
        assert answer.status_code == 303, answer.content.decode()
    return id


@pytest.mark.parametrize(("way", "answers", "lines"), [
    ("perlengkapan", {"counted": "20.000"}, {"6121": 30_000, "1151": -30_000}),
    ("dibayar-di-muka", {"paid": "1.200.000", "months": "12", "elapsed": "2", "taken": "0", "expense": "6124"},
     {"6124": 200_000, "1152": -200_000}),
    ("diterima-di-muka", {"received": "600.000", "months": "6", "elapsed": "1", "taken": "0", "income": "4120"},
     {"2140": 100_000, "4120": -100_000}),
    ("belum-dibayar", {"expense": "6122", "owed": "75.000", "booked_before": "0"}, {"6122": 75_000, "2130": -75_000}),
    ("belum-diterima", {"income": "4110", "earned": "40.000", "booked_before": "15.000"},
     {"1160": 25_000, "4110": -25_000}),
    ("penyusutan", {"accumulated": "1345", "cost": "4.800.000", "residual": "0", "life": "48", "elapsed": "10",
                    "taken": "900.000"}, {"6131": 100_000, "1345": -100_000}),
    ("piutang-ragu", {"wanted": "60.000"}, {"6141": 60_000, "1149": -60_000}),
])
def test_plain_answers_become_one_adjusting_draft(
    cast: Cast, book: UUID, sign_in: SignIn, way: str, answers: dict[str, str], lines: dict[str, int]
) -> None:
    """E10, the eight adjustments: supplies 50,000 booked and 20,000 left cost 30,000; the others by hand."""
    both(cast, book, VoucherDraft("BKK", date(2026, 10, 2), "Kertas", (Line("1151", 50_000), Line(CASH, -50_000))))
    client = sign_in(cast.wati)
    page = client.get(reverse("adjust", args=[book, way])).content.decode().split("<main")[1]
    assert "ebit" not in page and "redit" not in page
    row = Voucher.objects.get(pk=adjust(client, book, way, **answers))
    assert (row.nature, row.kind, row.posted) == ("adjusting", "BM", False)
    assert {one["account"]: one["amount"] for one in row.lines} == lines


def test_counted_goods_are_asked_for_only_where_the_chart_has_them(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    assert client.get(reverse("adjust", args=[book, "persediaan"])).status_code == 404
    assert client.get(reverse("adjust", args=[book, "apa"])).status_code == 404
    assert "Penyusutan" in client.get(reverse("adjustments", args=[book])).content.decode()


def test_goods_that_are_missing_when_counted_become_cost(cast: Cast, sign_in: SignIn) -> None:
    """E10, inventory: 300,000 in the books and 260,000 counted make 40,000 more cost of sales to members."""
    book = opened(cast, alone=False, chart="sektor-riil")
    both(cast, book, VoucherDraft("BKK", date(2026, 10, 2), "Beras", (Line("1145", 300_000), Line(CASH, -300_000))))
    id = adjust(sign_in(cast.wati), book, "persediaan", counted="260.000", cost="5110")
    assert [(one["account"], one["amount"]) for one in Voucher.objects.get(pk=id).lines] == [
        ("5110", 40_000), ("1145", -40_000),
    ]


def test_what_was_counted_is_adjusted_by_one_draft_at_a_time(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """E10: two drafts of 60,000 each would book 120,000 doubtful; another kind of adjustment goes on."""
    client, address = sign_in(cast.wati), reverse("adjust", args=[book, "piutang-ragu"])
    first = adjust(client, book, "piutang-ragu", wanted="60.000")
    sent = {"id": str(uuid7()), "day": "2026-10-31", "wanted": "60.000"}
    second = client.post(address, sent)
    assert second.status_code == 422 and "BOOKS_071" in second.content.decode()
    adjust(client, book, "belum-dibayar", expense="6122", owed="75.000", booked_before="0")
    adjust(client, book, "belum-dibayar", expense="6121", owed="5.000", booked_before="0")
    services.post_voucher(by=look(cast.ujang), voucher=first, now=NOW)
    assert "BOOKS_049" in client.post(address, sent).content.decode()
    assert client.post(address, {**sent, "wanted": "70.000"}).status_code == 303


def test_nothing_to_adjust_and_figures_that_make_no_sense_are_told(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    sent = {"id": str(uuid7()), "day": "2026-10-31", "counted": "0"}
    same = client.post(reverse("adjust", args=[book, "perlengkapan"]), sent)
    assert same.status_code == 422 and "BOOKS_049" in same.content.decode()
    more = client.post(reverse("adjust", args=[book, "perlengkapan"]), {**sent, "counted": "5"})
    assert more.status_code == 422 and "BOOKS_013" in more.content.decode()
    assert not Voucher.objects.exists()
    assert sign_in(cast.ratna).get(reverse("adjustments", args=[book])).status_code == 403


def test_a_year_is_closed_in_its_order_and_its_surplus_kept_apart(cast: Cast, book: UUID) -> None:
    """E10: income 500,000 less expenses 120,000 leaves 380,000 not shared yet; all PHU accounts end at nothing."""
    both(cast, book, earned(500_000))
    both(cast, book, paid(120_000))
    wati, ujang = look(cast.wati, NEXT_YEAR), look(cast.ujang, NEXT_YEAR)

    def close() -> UUID:
        return services.draft_closing(by=wati, id=uuid7(), book=book, year=2026, now=LATER)

    waiting = drafted(look(cast.wati), book, paid(1, date(2026, 11, 1)))
    early = codes(lambda: services.draft_closing(by=look(cast.wati), id=uuid7(), book=book, year=2026, now=NOW))
    assert early == ["BOOKS_052", "BOOKS_050", "BOOKS_051"]
    services.discard_draft(by=wati, voucher=waiting)
    closed_until(ujang, book, 11, LATER)
    made = close()
    assert close() == made and Voucher.objects.filter(nature="closing").count() == 1
    assert services.post_voucher(by=ujang, voucher=made, now=LATER) == "BM-2026-0001"
    assert queries.sums(book, date(2026, 12, 31)) == {CASH: 380_000, "3170": -380_000}
    assert codes(close) == ["BOOKS_053"]
    services.close_period(by=ujang, book=book, month=Month(2026, 12), now=LATER)
    state = year_end(wati, book, 2026)
    assert state is not None and (state.december_closed, state.moved) == (True, ())
    assert codes(lambda: services.draft_closing(by=wati, id=uuid7(), book=book, year=2027, now=LATER))[0] == "BOOKS_052"


def test_the_pages_of_a_year_lead_to_the_draft_and_the_approval(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    both(cast, book, earned(500_000))
    client, year = sign_in(cast.wati), reverse("book_year", args=[book, 2026])
    page = client.get(year).content.decode()
    assert "Rp500.000" in page and "Buat draf jurnal penutup" not in page
    refused = client.post(reverse("year_close", args=[book, 2026]), {"id": str(uuid7())})
    assert refused.status_code == 422 and "BOOKS_050" in refused.content.decode()
    sah = client.post(reverse("year_approve", args=[book, 2026]), {"approved_on": "2026-11-05"})
    told = sah.content.decode()
    assert sah.status_code == 422 and "BOOKS_057" in told and "BOOKS_058" in told
    assert client.get(reverse("book_year", args=[book, 2020])).status_code == 404
    assert sign_in(cast.ratna).get(year).status_code == 200 and sign_in(cast.maria).get(year).status_code == 404


def test_december_closed_before_the_closing_voucher_is_told_with_the_way_back(
    cast: Cast, book: UUID, sign_in: SignIn, settings: Any
) -> None:
    """Whoever closes month after month forgets it: nothing is approved, and no draft made that could not be posted."""
    settings.FIXED_TODAY = NEXT_YEAR
    both(cast, book, earned(50_000))
    closed_until(look(cast.ujang, NEXT_YEAR), book, 11, LATER)
    hint = "ditutup sesudah jurnal penutup tahun itu"
    assert hint in sign_in(cast.wati).get(reverse("book_months", args=[book])).content.decode()
    services.close_period(by=look(cast.ujang, NEXT_YEAR), book=book, month=Month(2026, 12), now=LATER)
    assert hint not in sign_in(cast.wati).get(reverse("book_months", args=[book])).content.decode()
    page = sign_in(cast.wati).get(reverse("book_year", args=[book, 2026])).content.decode()
    assert "Desember sudah ditutup sebelum jurnal penutup" in page and "Catat pengesahan" not in page
    assert "Buat draf jurnal penutup" not in page and f'href="{reverse("book_months", args=[book])}">Buka lagi' in page


def test_a_year_without_income_has_nothing_to_close(cast: Cast, book: UUID) -> None:
    ujang = look(cast.ujang, NEXT_YEAR)
    closed_until(ujang, book, 11, LATER)
    assert codes(lambda: services.draft_closing(by=ujang, id=uuid7(), book=book, year=2026, now=LATER)) == ["BOOKS_054"]


def test_the_last_closed_month_opens_again_by_two_people_with_a_reason(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """books.md section 1: last closed period only, a second person, a reason, a trace."""
    closed_until(look(cast.ujang), book, 2, NOW)
    wati, ujang, address = sign_in(cast.wati), sign_in(cast.ujang), reverse("month_reopen", args=[book])
    for sent, code in (({"month": "2026-01", "why": "x"}, "BOOKS_024"), ({"month": "2026-02"}, "GENERAL_001"),
                       ({"month": "x"}, "BOOKS_030"), ({"month": "2026-02", "why": "x" * 241}, "GENERAL_007")):
        answer = wati.post(address, sent)
        assert answer.status_code == 422 and code in answer.content.decode()
    assert "x" * 241 in answer.content.decode()
    for _ in range(2):
        assert wati.post(address, {"month": "2026-02", "why": "Nota tercecer"}).status_code == 303
    asked = Reopening.objects.get()
    own = wati.post(address, {"asked": str(asked.pk)})
    assert own.status_code == 422 and "BOOKS_056" in own.content.decode()
    assert "Setujui dan buka lagi" in ujang.get(reverse("book_months", args=[book])).content.decode()
    for _ in range(2):
        assert ujang.post(address, {"asked": str(asked.pk)}).status_code == 303
    month = Period.objects.get(month="2026-02-01")
    assert month.closed_at is None and month.digest == ""
    asked.refresh_from_db()
    assert asked.agreed_by == cast.ujang and len(asked.digest) == 64
    posted_late = both(cast, book, paid(5000, date(2026, 2, 20)))
    assert posted_late and "Nota tercecer" in wati.get(reverse("book_months", args=[book])).content.decode()
    services.close_period(by=look(cast.ujang), book=book, month=Month(2026, 2), now=NOW)
    assert queries.rebuilt(look(cast.ujang), book) == ()


def test_an_approved_year_is_never_opened_again(cast: Cast, book: UUID) -> None:
    ujang, wati = look(cast.ujang, NEXT_YEAR), look(cast.wati, NEXT_YEAR)
    closed_until(ujang, book, 12, LATER)
    for _ in range(2):
        services.approve_year(by=ujang, book=book, year=2026, approved_on=date(2027, 2, 1), note="BA 1", now=LATER)
    assert YearApproval.objects.count() == 1
    again = codes(
        lambda: services.ask_reopening(by=wati, book=book, month=Month(2026, 12), why="Lupa", now=LATER)
    )
    assert again == ["BOOKS_055"]


def test_the_database_itself_keeps_closed_months_closed(cast: Cast, book: UUID) -> None:
    """Through raw SQL: without two people, of an earlier month, or of an approved year, no month opens."""
    ujang, wati = look(cast.ujang, NEXT_YEAR), look(cast.wati, NEXT_YEAR)
    closed_until(ujang, book, 12, LATER)
    ask = "INSERT INTO books_reopening (id, period_id, closed_at, digest, why, asked_by_id, asked_at, agreed_by_id," \
          " agreed_at) SELECT gen_random_uuid(), id, closed_at, digest, %s, %s, now(), %s, now() FROM books_period" \
          " WHERE month = %s"
    undo = "UPDATE books_period SET closed_at = NULL, closed_by_id = NULL, balances = NULL, digest = ''" \
           " WHERE month = %s"
    one, two = ujang.user_id, wati.user_id
    assert refused_by_database((undo, ["2026-12-01"])) == "sealed"
    assert refused_by_database((ask, ["x", one, one, "2026-12-01"])) == "reopening_by_two"
    assert refused_by_database((ask, ["", one, two, "2026-12-01"])) == "reopening_says_why"
    early = refused_by_database((ask, ["x", one, two, "2026-11-01"]), (undo, ["2026-11-01"]))
    assert early == "books_reopened_last"
    services.approve_year(by=ujang, book=book, year=2026, approved_on=date(2027, 2, 1), note="", now=LATER)
    late = refused_by_database((ask, ["x", one, two, "2026-12-01"]), (undo, ["2026-12-01"]))
    assert late == "books_reopened_before_approval"
    assert refused_by_database(("DELETE FROM books_yearapproval", [])) == "sealed"
    approve = "INSERT INTO books_yearapproval (id, book_id, year, approved_on, note, recorded_by_id," \
              " recorded_at) VALUES (gen_random_uuid(), %s, 2027, '2028-02-01', '', %s, now())"
    assert refused_by_database((approve, [book, one])) == "books_approved_closed"


def test_who_may_not_write_neither_reopens_nor_approves(cast: Cast, book: UUID) -> None:
    ratna = look(cast.ratna)
    assert codes(lambda: services.reopen_period(by=ratna, reopening=uuid7(), now=NOW)) == ["BOOKS_018"]
    assert codes(
        lambda: services.approve_year(by=ratna, book=book, year=2025, approved_on=date(2026, 2, 1), note="", now=NOW)
    ) == ["BOOKS_018"]
    assert codes(lambda: services.draft_closing(by=ratna, id=uuid7(), book=book, year=2026, now=NOW)) == ["BOOKS_018"]
