"""A treasurer who does not know debit from credit keeps a cooperative's book for a week, on a phone (E10, E11, E13).

The word never stands on a page that she or the chair needs. All figures are worked out by hand:
    in    two members join: 100.000 + 25.000 each; Yuliana pays back 50.000, interest 60.000, saves 25.000
    out   150.000 lent to Yuliana, paper for 10.000
    left  cash 225.000 and a loan of 100.000 = savings 275.000 and a surplus of 50.000
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sidamping.features.books.models import Book, Member, Voucher
from tests.features.books.keeping import closed_until
from tests.journeys.acts import move_to, press_refused, send, submit
from tests.people import Cast, look

CLOSING = date(2026, 11, 5)
WEEK = [date(2026, 10, day) for day in range(5, 10)]
ENDS = "2026-10-31"
PRINCIPAL, MANDATORY, LOAN, INTEREST, PAPER = "3110", "3120", "1141", "4110", "6121"


@dataclass
class Desk:
    """The phones of the treasurer and the chair, and the book they keep."""

    cast: Cast
    treasurer: Page
    chair: Page
    book: UUID | None = None

    def at(self, rest: str = "") -> str:
        return f"/buku/{self.book}/{rest}"


@pytest.fixture
def desk(transactional_db: None, cast: Cast, opened: Callable[..., Page]) -> Desk:
    move_to(CLOSING)
    return Desk(cast, opened(cast.wati), opened(cast.ujang))


def test_a_treasurer_keeps_the_book_for_a_week_without_debit(desk: Desk) -> None:
    _e10_the_book_is_opened_and_two_members_join(desk)
    _e10_a_week_of_money_is_written_down(desk)
    _e10_nobody_posts_the_own_draft_and_the_chair_posts_five(desk)
    _e10_the_month_is_closed_and_takes_nothing_more(desk)
    _e11_the_balance_sheet_is_read(desk)
    _e13_the_surplus_is_shared_in_a_simulation_and_slips_are_printed(desk)


def _e10_the_book_is_opened_and_two_members_join(desk: Desk) -> None:
    page = desk.treasurer
    page.goto("/")
    _plain(page)
    submit(page, "/buku/baru/", {
        "cooperative": desk.cast.merah_putih.pk, "chart": "ksp", "starts": "2026-01",
    })  # fmt: skip
    desk.book = Book.objects.get().pk
    for name in ("Yuliana Bano", "Markus Tefa"):
        submit(page, desk.at("anggota/baru/"), {"name": name, "joined": date(2026, 10, 1)})
        _plain(page)


def _e10_a_week_of_money_is_written_down(desk: Desk) -> None:
    """The third receipt mixes an instalment, its interest and mandatory savings."""
    for day, name in ((WEEK[0], "Yuliana Bano"), (WEEK[0], "Markus Tefa")):
        _money(desk, "masuk", day, f"Setoran {name}", name, (PRINCIPAL, "100.000"), (MANDATORY, "25.000"))
    _money(desk, "keluar", WEEK[1], "Pinjaman Yuliana", "Yuliana Bano", (LOAN, "150.000"))
    paid = (LOAN, "50.000"), (INTEREST, "60.000"), (MANDATORY, "25.000")
    _money(desk, "masuk", WEEK[2], "Angsuran Yuliana", "Yuliana Bano", *paid)
    for amount in ("Rp50.000", "Rp60.000", "Rp25.000", "Rp135.000"):
        expect(desk.treasurer.get_by_text(amount).first).to_be_visible()
    _money(desk, "keluar", WEEK[3], "Kertas", "", (PAPER, "10.000"))


def _money(desk: Desk, way: str, day: date, text: str, member: str, *parts: tuple[str, str]) -> None:
    typed: dict[str, Any] = {"day": day, "text": text}
    if member:
        typed["member"] = Member.objects.get(party__name=member).party_id
    for number, (account, amount) in enumerate(parts, 1):
        typed |= {f"purpose_{number}": account, f"amount_{number}": amount}
    desk.treasurer.goto(desk.at(f"{way}/"))
    _plain(desk.treasurer)
    submit(desk.treasurer, desk.at(f"{way}/"), typed)
    _plain(desk.treasurer)


def _e10_nobody_posts_the_own_draft_and_the_chair_posts_five(desk: Desk) -> None:
    """Checked by a second person; then the cash book shows what is left in the drawer."""
    expect(desk.treasurer.get_by_role("button", name="Bukukan", exact=True)).to_have_count(0)
    expect(desk.treasurer.locator("main p.notice").filter(has_text="Menunggu")).to_be_visible()
    _plain(desk.treasurer)
    chair = desk.chair
    for _ in WEEK:
        chair.goto(desk.at("bukti/?keadaan=draft"))
        _plain(chair)
        chair.locator("main a[href^='/buku/bukti/']").last.click()
        _plain(chair)
        send(chair, chair.get_by_role("button", name="Bukukan"))
    assert Voucher.objects.filter(posted=True).count() == len(WEEK)
    desk.treasurer.goto(desk.at("kas/?dari=2026-10-01&sampai=" + ENDS))
    _plain(desk.treasurer)
    expect(desk.treasurer.locator("tfoot")).to_contain_text("Rp225.000")


def _e10_the_month_is_closed_and_takes_nothing_more(desk: Desk) -> None:
    """The earlier months are empty and closed already; a receipt of October stays a draft that says why."""
    assert desk.book is not None
    now = timezone.make_aware(datetime(2026, 11, 5, 9))
    closed_until(look(desk.cast.wati), desk.book, 9, now)
    desk.treasurer.goto(desk.at("bulan/"))
    send(desk.treasurer, desk.treasurer.get_by_role("button", name="Tutup Oktober 2026"))
    _plain(desk.treasurer)
    expect(desk.treasurer.get_by_role("row").filter(has_text="Oktober 2026")).to_contain_text("ditutup")
    _money(desk, "masuk", WEEK[4], "Terlambat", "", ("7120", "5.000"))
    press_refused(desk.chair, _late(desk), {}, "BOOKS_008")
    _plain(desk.chair)
    send(desk.chair, desk.chair.get_by_role("button", name="Hapus draf"))


def _late(desk: Desk) -> Any:
    desk.chair.goto(f"/buku/bukti/{Voucher.objects.get(posted=False).pk}/")
    return desk.chair.get_by_role("button", name="Bukukan")


def _e11_the_balance_sheet_is_read(desk: Desk) -> None:
    """Both sides come to 325.000, and each figure opens what it was made from."""
    page = desk.treasurer
    page.goto(desk.at(f"neraca/?per={ENDS}"))
    _plain(page)
    for label, amount in (
        ("Kas dan setara kas", "225.000"), ("Pinjaman dan piutang anggota", "100.000"), ("JUMLAH ASET", "325.000"),
        ("Simpanan pokok", "200.000"), ("Simpanan wajib", "75.000"), ("Sisa hasil usaha tahun berjalan", "50.000"),
        ("JUMLAH LIABILITAS DAN EKUITAS", "325.000"),
    ):
        expect(page.get_by_role("row").filter(has_text=label).first).to_contain_text(f"Rp{amount}")
    page.locator("summary", has_text="Pinjaman dan piutang anggota").click()
    expect(page.get_by_role("link", name="Pinjaman diberikan kepada anggota")).to_be_visible()
    page.goto(desk.at(f"phu/?per={ENDS}"))
    _plain(page)
    expect(page.get_by_text("Rp50.000").first).to_be_visible()


def _e13_the_surplus_is_shared_in_a_simulation_and_slips_are_printed(desk: Desk) -> None:
    """20 % by savings, 150.000 to 125.000: 5.455 and 4.545. 25 % by what was paid: all 12.500 to Yuliana."""
    page = desk.treasurer
    page.goto(desk.at("shu/"))
    page.get_by_label("Dihitung sampai").fill(ENDS)
    send(page, page.get_by_role("button", name="Hitung"))
    _plain(page)
    for name, capital, business, total in (
        ("Yuliana Bano", "Rp5.455", "Rp12.500", "Rp17.955"), ("Markus Tefa", "Rp4.545", "Rp0", "Rp4.545"),
    ):
        row = page.get_by_role("row").filter(has_text=name)
        for amount in (capital, business, total):
            expect(row).to_contain_text(amount)
    address = page.get_by_role("link", name="Cetak slip simulasi").get_attribute("href") or ""
    slips = page.request.get(address)
    told = " ".join(one.extract_text() for one in PdfReader(BytesIO(slips.body())).pages)
    for words in ("Yuliana Bano", "17.955", "Markus Tefa", "4.545"):
        assert words in told
    assert "debit" not in told.lower()


def _plain(page: Page) -> None:
    """The page stays within the phone and says nothing that only bookkeepers know."""
    assert "debit" not in page.locator("body").inner_text().lower(), page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
