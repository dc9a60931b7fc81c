"""The cash book of a small business (S2, C3, C4): two buttons, one person, a month's money, turnover, regularity."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.plain import IN, OUT
from sidamping.domain.ledger.regularity import Regularly, regularity
from sidamping.domain.periods import Month
from sidamping.features.books import services
from sidamping.features.books.models import Book, HeadCount, Voucher
from sidamping.features.books.queries import booked_months
from sidamping.features.books.queries.micro import small_month
from sidamping.features.books.queries.proofs import proofs_of
from sidamping.features.books.queries.templates import small_templates
from sidamping.features.books.services.micro import SmallEntry
from sidamping.features.books.services.proofs import follow_proof
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, opened, refused_by_database
from tests.features.books.test_proofs import PDF, photo
from tests.people import TODAY, Cast, User, engagement, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def small(cast: Cast) -> UUID:
    """Ujang owns Keripik Mantap Jaya."""
    return services.open_book(
        by=look(cast.ujang), id=uuid7(), cooperative=cast.keripik.pk, chart="mikro", starts=Month(2026, 1), now=NOW
    )


def sold(cast: Cast, small: UUID, day: date, amount: int = 50_000) -> str:
    entry = SmallEntry(IN, day, "1110", "4210", amount, "Keripik")
    return services.write_small(by=look(cast.ujang), id=uuid7(), book=small, entry=entry, proof=None, now=NOW)


def test_the_owner_opens_the_book_with_one_button_and_comes_back_to_it(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.ujang), reverse("micro_open", args=[cast.keripik.pk])
    assert "Buka buku kas" in client.get(address).content.decode()
    id = str(uuid7())
    for _ in range(2):
        answer = client.post(address, {"id": id})
        assert answer.status_code in (302, 303)
    made = Book.objects.get()
    assert made.chart == "mikro/2026-01-01" and client.get(address)["Location"] == reverse("micro", args=[made.pk])
    assert sign_in(cast.maria).get(address).status_code == 404
    assert client.get(reverse("micro_open", args=[cast.merah_putih.pk])).status_code == 404


def test_two_buttons_write_posted_entries_with_a_photo(cast: Cast, small: UUID, sign_in: SignIn) -> None:
    """C3: sales of 75,000 and flour for 20,000 leave 55,000; nobody types debit, nobody else needs to sign."""
    client, id = sign_in(cast.ujang), str(uuid7())
    page = client.get(reverse("micro_write", args=[small, "masuk"])).content.decode().split("<main")[1]
    assert "ebit" not in page and "redit" not in page
    sale = {"id": id, "amount": "75.000", "category": "4210", "text": "", "day": "2026-11-05", "purse": "1110"}
    for _ in range(2):
        answer = client.post(reverse("micro_write", args=[small, "masuk"]), {**sale, "proof": photo()})
        assert answer.status_code == 303
    cost = {**sale, "id": str(uuid7()), "amount": "20.000", "category": "5210", "text": "Tepung"}
    assert client.post(reverse("micro_write", args=[small, "keluar"]), cost).status_code == 303
    assert Voucher.objects.filter(book=small, posted=True).count() == 2
    shown = client.get(reverse("micro", args=[small])).content.decode()
    for amount in ("Rp75.000", "Rp20.000", "Rp55.000", "Tepung", "Penjualan"):
        assert amount in shown


def test_a_ready_template_fills_what_the_money_was_for_and_where_it_is(
    cast: Cast, small: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    """Each one is a choice of the form; of the other button, or unknown, it fills nothing."""
    client, address = sign_in(cast.ujang), reverse("micro_write", args=[small, "masuk"])
    client.get(address)
    with at_most_queries(10):
        page = client.get(address, {"templat": "mikro.in.transfer-sales"}).content.decode()
    checked = set(re.findall(r'name="(?:category|purse)" value="(\d+)"[^>]* checked', page))
    assert checked == {"4210", "1121"} and 'value="Penjualan lewat QRIS atau transfer"' in page
    assert "mikro.out.materials" not in page and reverse("voucher_templates", args=[small]) not in page
    for strange in ("mikro.out.wages", "ksp.in.instalment", "x"):
        assert 'value="4210" checked' not in client.get(address, {"templat": strange}).content.decode()
    for side, way in (("masuk", IN), ("keluar", OUT)):
        form = client.get(reverse("micro_write", args=[small, side])).context["form"]
        for one in small_templates(way):
            assert one.told.parts[0].account in form.names, one.key


@pytest.mark.parametrize(("change", "code"), [
    ({"day": "2026-11-06"}, "BOOKS_015"), ({"day": "2025-12-31"}, "BOOKS_017"), ({"amount": "0"}, ""),
    ({"category": "1110"}, ""), ({"proof": SimpleUploadedFile("n.txt", b"x")}, "FILES_005"),
])
def test_a_wrong_entry_is_told_and_nothing_of_it_kept(
    cast: Cast, small: UUID, sign_in: SignIn, change: dict[str, str], code: str
) -> None:
    sent = {"id": str(uuid7()), "amount": "5.000", "category": "4210", "text": "", "day": "2026-11-05", "purse": "1110"}
    answer = sign_in(cast.ujang).post(reverse("micro_write", args=[small, "masuk"]), {**sent, **change})
    assert answer.status_code == 422 and code in answer.content.decode()
    assert not Voucher.objects.exists()


def test_the_mentor_who_carries_the_business_writes_too_and_nobody_else(
    cast: Cast, small: UUID, sign_in: SignIn
) -> None:
    """A participant without a phone hands the sheet to the mentor, who writes it down."""
    entry = SmallEntry(IN, TODAY, "1110", "4210", 5000, "Keripik")

    def write(who: User) -> str:
        return services.write_small(by=look(who), id=uuid7(), book=small, entry=entry, proof=None, now=NOW)

    assert codes(lambda: write(cast.ratna)) == ["BOOKS_065"]
    engagement(cast.keripik.party, cast.ratna)
    assert write(cast.ratna) == "BKM-2026-0001"
    assert codes(lambda: write(cast.maria)) == ["BOOKS_065"] == codes(lambda: write(cast.wati))
    assert sign_in(cast.ratna).get(reverse("micro", args=[small])).status_code == 200
    assert sign_in(cast.yosef).get(reverse("micro", args=[small])).status_code == 200
    assert sign_in(cast.yosef).get(reverse("micro_write", args=[small, "masuk"])).status_code == 404
    assert sign_in(cast.maria).get(reverse("micro", args=[small])).status_code == 404
    assert sign_in(cast.ratna).get(reverse("book", args=[small]))["Location"] == reverse("micro", args=[small])


def test_the_book_of_a_cooperative_is_no_cash_book_and_keeps_its_second_person(cast: Cast) -> None:
    book = opened(cast, alone=False)
    entry = SmallEntry(IN, TODAY, "1110", "4110", 5000, "Jasa")
    assert codes(
        lambda: services.write_small(by=look(cast.ujang), id=uuid7(), book=book, entry=entry, proof=None, now=NOW)
    ) == ["BOOKS_065"]


@pytest.mark.parametrize(("week_days", "kept", "has"), [
    ((3, 3, 3, 3), 4, True), ((3, 3, 0, 3), 3, True), ((3, 2, 2, 3), 2, False), ((0, 0, 0, 0), 0, False),
    ((7, 2, 3, 3), 3, True),
])
def test_records_are_regular_with_three_days_in_three_of_four_weeks(
    week_days: tuple[int, ...], kept: int, has: bool
) -> None:
    """R-CATATAN-USAHA (contoh). 5 November 2026: the last whole week began on 26 October."""
    mondays = [date(2026, 10, 26) - timedelta(weeks=back) for back in (3, 2, 1, 0)]
    pairs = zip(mondays, week_days, strict=True)
    days = {monday + timedelta(days=at) for monday, count in pairs for at in range(count)}
    made = regularity({*days, date(2026, 11, 2)}, date(2026, 11, 5), Regularly(3, 3, 4))
    assert (made.kept, made.has_records) == (kept, has)
    assert [(one.starts, one.days) for one in made.weeks] == list(zip(mondays, week_days, strict=True))


def test_turnover_by_month_comes_from_the_same_entries(cast: Cast, small: UUID) -> None:
    """C4: raw monthly sales, no percentage stored; what nobody wrote down before the first entry is not zero."""
    for day in (date(2026, 9, 3), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 2)):
        sold(cast, small, day)
    series = dict(small_month(small, Month(2026, 11), TODAY).turnover)
    assert {month.month: amount for month, amount in series.items()} == {9: 50_000, 10: 100_000, 11: 50_000}
    read = small_month(small, Month(2026, 10), TODAY)
    assert (read.came, read.went, read.held) == (100_000, 0, 200_000)


def test_the_sheet_prints_and_the_page_asks_at_most_ten_times(
    cast: Cast, small: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.ujang)
    sheet = client.get(reverse("micro_blank", args=[small]))
    assert sheet["Content-Type"] == "application/pdf" and sheet.content.startswith(b"%PDF")
    sold(cast, small, TODAY)
    entry = reverse("micro_entry", args=[Voucher.objects.get().pk])
    for address in (reverse("micro", args=[small]), entry, reverse("micro_workers", args=[small])):
        with at_most_queries(10):
            assert client.get(address).status_code == 200


def test_an_entry_has_its_page_with_the_photo_and_is_turned_back_once(
    cast: Cast, small: UUID, sign_in: SignIn
) -> None:
    """E10: nothing posted is edited, only reversed; the owner does it from the entry itself."""
    client, id = sign_in(cast.ujang), str(uuid7())
    sale = {"id": id, "amount": "75.000", "category": "4210", "text": "", "day": "2026-11-05", "purse": "1110"}
    client.post(reverse("micro_write", args=[small, "masuk"]), {**sale, "proof": photo()})
    address = reverse("micro_entry", args=[id])
    assert address in client.get(reverse("micro", args=[small])).content.decode()
    shown = client.get(address).content.decode()
    assert "Rp75.000" in shown and "Penjualan" in shown and "Balik catatan" in shown
    file = re.search(r'href="([^"]+/foto/[^"]+)"', shown)
    assert file is not None and client.get(file[1]).status_code == 200
    turn = {"id": str(uuid7()), "day": "2026-11-05", "text": "Salah jumlah"}
    assert "wajib" in client.post(address, {**turn, "text": ""}).content.decode().lower()
    assert [client.post(address, turn).status_code for _ in range(2)] == [303, 303]
    assert Voucher.objects.filter(book=small).count() == 2
    assert "Balik catatan" not in client.get(address).content.decode()
    assert small_month(small, Month(2026, 11), TODAY).held == 0
    again = client.post(address, {**turn, "id": str(uuid7())})
    assert again.status_code == 422 and "BOOKS_009" in again.content.decode()
    assert sign_in(cast.maria).get(address).status_code == 404 == sign_in(cast.maria).get(file[1]).status_code


def test_a_photo_from_a_phone_follows_and_the_one_of_the_page_does_not(
    cast: Cast, small: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client, id = sign_in(cast.ujang), uuid7()
    sale = {"id": str(id), "amount": "75.000", "category": "4210", "text": "", "day": "2026-11-05", "purse": "1110"}
    client.post(reverse("micro_write", args=[small, "masuk"]), {**sale, "proof": photo()})
    assert [one.later for one in proofs_of(look(cast.ujang), id)] == [False]
    follow_proof(by=look(cast.ujang), voucher=id, name="nota.pdf", content=PDF)
    assert [(one.name, one.later) for one in proofs_of(look(cast.ujang), id)] == [
        ("kuitansi.jpg", False), ("nota.pdf", True),
    ]
    assert proofs_of(look(cast.maria), id) == ()
    with at_most_queries(10):
        shown = client.get(reverse("micro_entry", args=[id])).content.decode()
    assert shown.count("Menyusul dari HP") == 1
    files = [client.get(one).status_code for one in re.findall(r'href="([^"]+/foto/[^"]+)"', shown)]
    assert files == [200, 200]


def test_only_who_keeps_the_book_turns_an_entry_back(cast: Cast, small: UUID, sign_in: SignIn) -> None:
    sold(cast, small, TODAY)
    engagement(cast.keripik.party, cast.ratna)
    address = reverse("micro_entry", args=[Voucher.objects.get().pk])
    assert "Balik catatan" in sign_in(cast.ratna).get(address).content.decode()
    reader = sign_in(cast.yosef)
    assert reader.get(address).status_code == 200 and "Balik catatan" not in reader.get(address).content.decode()
    turn = {"id": str(uuid7()), "day": "2026-11-05", "text": "Bukan saya"}
    assert reader.post(address, turn).status_code == 404 and Voucher.objects.count() == 1


def test_workers_are_counted_over_time_and_no_count_is_lost(cast: Cast, small: UUID, sign_in: SignIn) -> None:
    """C4: one paid in September, two in November; family without wages stands apart."""
    client, address = sign_in(cast.ujang), reverse("micro_workers", args=[small])
    first = {"id": str(uuid7()), "paid": "1", "family": "2", "day": "2026-09-30"}
    assert [client.post(address, first).status_code for _ in range(2)] == [303, 303]
    assert client.post(address, {**first, "id": str(uuid7()), "paid": "2", "day": "2026-11-01"}).status_code == 303
    counted = small_month(small, Month(2026, 11), TODAY).workers
    assert [(one.day, one.paid, one.family, one.by) for one in counted] == [
        (date(2026, 11, 1), 2, 2, "Ujang Mantap"), (date(2026, 9, 30), 1, 2, "Ujang Mantap"),
    ]  # fmt: skip
    assert HeadCount.objects.count() == 2
    assert sign_in(cast.maria).get(address).status_code == 404
    assert refused_by_database(("UPDATE books_headcount SET paid = 9", [])) == "sealed"
    one = "INSERT INTO books_headcount SELECT %s, day, 5000, family, counted_at, book_id, counted_by_id"
    one += " FROM books_headcount LIMIT 1"
    assert refused_by_database((one, [uuid7()])) == "head_count_of_a_small_business"


@pytest.mark.parametrize(("change", "code"), [
    ({"paid": "1000"}, "BOOKS_074"), ({"day": "2026-11-06"}, "BOOKS_075"), ({"day": "2025-12-31"}, "BOOKS_075"),
    ({"family": ""}, ""), ({"paid": "-1"}, ""),
])  # fmt: skip
def test_an_impossible_count_is_refused(
    cast: Cast, small: UUID, sign_in: SignIn, change: dict[str, str], code: str
) -> None:
    sent = {"id": str(uuid7()), "paid": "1", "family": "0", "day": "2026-11-05", **change}
    answer = sign_in(cast.ujang).post(reverse("micro_workers", args=[small]), sent)
    assert answer.status_code == 422 and code in answer.content.decode()
    assert not HeadCount.objects.exists()


def test_whole_months_are_told_with_sales_regularity_and_workers(cast: Cast, small: UUID) -> None:
    """C3, C4: three days in each of four weeks of October are regular; November runs still and is not told."""
    for monday in (5, 12, 19, 26):
        for day in (monday, monday + 1, monday + 2):
            sold(cast, small, date(2026, 10, day), 10_000)
    sold(cast, small, date(2026, 9, 3), 7_000)
    sold(cast, small, date(2026, 11, 2), 1_000)
    services.count_workers(
        by=look(cast.ujang), id=uuid7(), book=small, day=date(2026, 10, 31), paid=2, family=1, now=NOW
    )
    told = booked_months([cast.keripik.pk, cast.merah_putih.pk], TODAY)[cast.keripik.pk]
    assert [(str(one.month), one.turnover, one.days, one.regular, one.paid) for one in told] == [
        ("2026-09", 7_000, 1, False, None), ("2026-10", 120_000, 12, True, 2),
    ]  # fmt: skip


def test_the_mentees_page_leads_to_the_cash_book(cast: Cast, small: UUID, sign_in: SignIn) -> None:
    row = engagement(cast.keripik.party, cast.ratna)
    address = reverse("micro_open", args=[cast.keripik.pk])
    assert address in sign_in(cast.ratna).get(reverse("engagement", args=[row.pk])).content.decode()
    assert sign_in(cast.ratna).get(address)["Location"] == reverse("micro", args=[small])


def test_who_may_only_read_is_told_that_there_is_no_book_yet(cast: Cast, sign_in: SignIn) -> None:
    engagement(cast.keripik.party, cast.ratna)
    address = reverse("micro_open", args=[cast.keripik.pk])
    shown = sign_in(cast.yosef).get(address).content.decode()
    assert "Belum ada buku kas" in shown and "<form method=\"post\">" not in shown.split("<main")[1]
    assert sign_in(cast.yosef).post(address, {}).status_code == 404
    assert sign_in(cast.maria).get(address).status_code == 404


def test_the_card_of_the_business_leads_to_its_cash_book_for_whoever_may_open_it(cast: Cast, sign_in: SignIn) -> None:
    business = cast.keripik.pk
    there, book = reverse("micro_way", args=[business]), reverse("micro_open", args=[business])
    assert there in sign_in(cast.ratna).get(reverse("business", args=[business])).content.decode()
    assert book in sign_in(cast.ujang).get(there).content.decode()
    assert book not in sign_in(cast.maria).get(there).content.decode()
