"""Reports show the day that counts, and every subtotal opens the rows it adds (E10, E11)."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests.features.books.keeping import opened, paid, posted, savings
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]


@pytest.fixture
def book(cast: Cast) -> UUID:
    """Rp100.000 of mandatory savings in October, Rp30.000 of paper bought."""
    id, ujang = opened(cast), look(cast.ujang)
    posted(ujang, id, savings(cast, 100_000))
    posted(ujang, id, paid(30_000))
    return id


@pytest.mark.parametrize("page", ["balance_sheet", "surplus", "cash_flow", "equity_changes", "ratios"])
def test_a_report_without_a_day_shows_the_day_it_counts_to(book: UUID, cast: Cast, sign_in: SignIn, page: str) -> None:
    told = sign_in(cast.ujang).get(reverse(page, args=[book])).content.decode()
    assert f'name="per" value="{TODAY}"' in told


def test_books_of_days_show_the_month_that_counts(book: UUID, cast: Cast, sign_in: SignIn) -> None:
    told = sign_in(cast.ujang).get(reverse("cash_book", args=[book]), {"sampai": "2026-10-05"}).content.decode()
    assert 'name="dari" value="2026-10-01"' in told and 'name="sampai" value="2026-10-05"' in told


def test_a_subtotal_opens_the_rows_it_adds(book: UUID, cast: Cast, sign_in: SignIn) -> None:
    """Cash of Rp70.000 is Rp100.000 of savings less Rp30.000 of the year's surplus."""
    told = sign_in(cast.ujang).get(reverse("balance_sheet", args=[book])).content.decode()
    (parts,) = re.findall(r"<summary>Jumlah ekuitas</summary><ul>(.*?)</ul>", told)
    shown = [int(re.sub(r"\D", "", one)) for one in re.findall(r"</a> [-−]?(Rp[\d.]+)", parts)]
    assert shown == [100_000, 30_000]
    for key in re.findall(r'href="#([^"]+)"', parts):
        assert f'id="{key}"' in told


def test_days_before_the_book_began_have_no_column(book: UUID, cast: Cast, sign_in: SignIn) -> None:
    """The book begins in January 2026; within the year there is a day to compare with."""
    client, address = sign_in(cast.ujang), reverse("balance_sheet", args=[book])
    told = client.get(address).content.decode()
    assert "untuk 31 Des 2025 belum ada angka pembanding" in told and 'data-label="31 Des 2025"' not in told
    assert 'data-label="31 Okt 2026"' in client.get(address, {"banding": "bulan", "per": "2026-11-20"}).content.decode()


def test_why_there_is_no_ratio_is_told_in_words_and_not_in_keys(book: UUID, cast: Cast, sign_in: SignIn) -> None:
    told = sign_in(cast.ujang).get(reverse("ratios", args=[book])).content.decode()
    assert "belum dilaporkan penjualan kredit" in told and "harga di koperasi, harga di pesaing" in told
    assert not re.findall(r">[^<]*(?:penjualan_kredit|beban_bunga|harga_koperasi)[^<]*<", told)


def test_shares_before_the_meeting_say_that_they_are_a_simulation(book: UUID, cast: Cast, sign_in: SignIn) -> None:
    told = sign_in(cast.ujang).get(reverse("shares", args=[book])).content.decode()
    assert "SIMULASI" in told and "Rapat Anggota belum memutuskannya" in told
