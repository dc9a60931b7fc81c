"""What the writer of a draft is told: who posts it, a closed month at once, what a form that comes back has lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sidamping.features.books import services
from sidamping.features.books.models import Voucher
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import CASH, INTEREST, NOW, closed_until, drafted, opened, paid, posted
from tests.habits.query_budget import most_of
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
POST = 'value="post"'


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def main(client: Client, address: str) -> str:
    return client.get(address).content.decode().split("<main")[1]


def test_the_writer_is_told_whom_the_draft_waits_for_and_offered_no_button(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    address = reverse("voucher", args=[drafted(look(cast.wati), book, paid(500))])
    seen = main(sign_in(cast.wati), address)
    assert "Menunggu Ujang" in seen and POST not in seen and 'value="discard"' in seen
    assert POST in main(sign_in(cast.ujang), address)


def test_a_draft_like_another_voucher_of_its_day_says_so_until_that_one_is_turned_back(
    cast: Cast, sign_in: SignIn, at_most_queries: Limit
) -> None:
    book, by = opened(cast), look(cast.ujang)
    first = posted(by, book, paid(500))
    drafted(by, book, paid(500, date(2026, 10, 6)))
    drafted(by, book, paid(501))
    second, client = drafted(by, book, paid(500, text="Kertas")), sign_in(cast.ujang)
    address, link = reverse("voucher", args=[second]), reverse("voucher", args=[first])
    main(client, address)
    with at_most_queries(most_of("voucher")):
        seen = main(client, address)
    assert link in seen and "BKK-2026-0001" in seen
    assert str(second) not in main(client, link)  # what is posted is not questioned any more
    services.reverse_voucher(by=by, id=uuid7(), voucher=first, day=date(2026, 10, 7), text="Keliru", now=NOW)
    assert link not in main(client, address)


def test_who_keeps_the_book_alone_posts_the_own_draft(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("voucher", args=[drafted(look(cast.ujang), opened(cast), paid(500))])
    seen = main(sign_in(cast.ujang), address)
    assert POST in seen and "Menunggu" not in seen


def test_money_in_says_who_posts_it_and_takes_thousands_as_english_readers_write_them(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.wati), reverse("money_in", args=[book])
    start = main(client, address)
    assert "Angsuran pokok: " in start and start.count("(boleh kosong)") == 10
    sent = {"id": str(uuid7()), "seen": "0", "day": "2026-10-05", "purse": CASH, "text": "Jasa", "purpose_1": INTEREST,
            "amount_1": "25,000"}
    photo = SimpleUploadedFile("nota.jpg", b"nota")
    again = client.post(address, {**sent, "proof": photo})
    assert again.status_code == 422 and "Pilih fotonya lagi" in again.content.decode()
    client.cookies["django_language"] = "en"
    client.post(address, sent, headers={"Accept-Language": "en"})
    assert {one["amount"] for one in Voucher.objects.get().lines} == {25_000, -25_000}


def test_an_adjustment_in_a_closed_month_is_warned_of_at_once(cast: Cast, sign_in: SignIn) -> None:
    alone = opened(cast)
    closed_until(look(cast.ujang), alone, 1, timezone.make_aware(datetime(2026, 11, 2)))
    sent = {"id": str(uuid7()), "day": "2026-01-31", "expense": "6121", "owed": "500", "booked_before": "0"}
    answer = sign_in(cast.ujang).post(reverse("adjust", args=[alone, "belum-dibayar"]), sent, follow=True)
    assert "BOOKS_008" in answer.content.decode() and Voucher.objects.count() == 1


def test_a_page_without_fields_does_not_say_that_they_were_kept(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    voucher = drafted(look(cast.wati), book, paid(500))
    answer = sign_in(cast.wati).post(reverse("voucher_act", args=[voucher]), {"act": "post", "seen": "1"})
    assert "BOOKS_038" in answer.content.decode() and "tetap tersimpan di halaman" not in answer.content.decode()
