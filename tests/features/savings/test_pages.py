"""The treasurer takes savings in plain words, sees who is behind, credits interest; others read what they may (E7)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books.models import Member, Voucher
from sidamping.features.savings.models import Deposit, Heir, Terms
from sidamping.features.savings.services import end_heir
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, refused_by_database
from tests.features.savings.saving import CASH, POKOK, SUKARELA, WAJIB, Saving, post, put, saving
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
OF_BOOK = ("savings", "savings_bills", "savings_excess", "savings_interest", "savings_deposits", "savings_products")
FORMS = ("savings_receive", "savings_withdraw", "deposit_add", "savings_terms")


@pytest.fixture
def kept(cast: Cast) -> Saving:
    return saving(cast)


def typed(**more: str) -> dict[str, str]:
    return {"id": str(uuid7()), "day": "2026-11-05", "purse": CASH, "text": "", **more}


def test_a_treasurer_takes_savings_without_debit_and_lands_on_the_draft(kept: Saving, sign_in: SignIn) -> None:
    client = sign_in(kept.cast.wati)
    address = reverse("savings_receive", args=[kept.book])
    page = client.get(address, {"anggota": str(kept.yuliana), "bulan": "3"}).content.decode()
    main = page.split("<main")[1]
    assert "ebit" not in main and "redit" not in main
    assert "Januari 2026" in main and 'value="3"' in main and "Simpanan pokok kurang Rp100.000" in main
    sent = typed(member=str(kept.party(kept.yuliana)), months="3", voluntary="50.000")
    for _ in range(2):
        answer = client.post(address, sent)
        assert answer.status_code == 303, answer.content.decode()
    row = Voucher.objects.get()
    assert answer.headers["Location"] == reverse("voucher", args=[row.pk])
    assert [(one["account"], one["amount"]) for one in row.lines] == [
        (CASH, 110_000), (WAJIB, -60_000), (SUKARELA, -50_000),
    ]
    assert row.text == "Setoran simpanan Yuliana Bano"


def test_what_is_wrong_is_said_with_its_code_and_the_input_kept(kept: Saving, sign_in: SignIn) -> None:
    client, party = sign_in(kept.cast.wati), str(kept.party(kept.yuliana))
    for name, more, code in (
        ("savings_receive", {"member": party}, "SAVINGS_013"),
        ("savings_withdraw", {"member": party, "amount": "5.000"}, "SAVINGS_015"),
        ("deposit_add", {"member": party, "amount": "5.000", "months": "6", "rate": "9", "day": "2025-12-31"},
         "SAVINGS_009"),
        ("savings_terms", {"kind": "mandatory", "since": "2026-11-01", "amount": "0", "account": WAJIB}, ""),
        ("savings_bills", {}, "SAVINGS_013"),
        ("savings_excess", {}, "SAVINGS_021"),
        ("savings_interest", {"bulan": "2026-11"}, "SAVINGS_017"),
    ):
        answer = client.post(reverse(name, args=[kept.book]), typed(**{"text": "Kata Wati", **more}))
        told = answer.content.decode()
        assert answer.status_code == 422 and code in told, (name, told[:400])
        assert "Kata Wati" in told or name in ("savings_terms", "savings_interest", "savings_excess", "savings_bills")
    assert not Voucher.objects.exists()


def test_a_meeting_is_one_voucher_and_the_list_is_a_workbook(kept: Saving, sign_in: SignIn) -> None:
    client = sign_in(kept.cast.wati)
    page = client.get(reverse("savings_bills", args=[kept.book])).content.decode()
    assert "Yuliana Bano" in page and "Rp200.000" in page  # ten months until October
    sent = typed(**{f"bulan_{kept.party(kept.yuliana)}": "2", f"bulan_{kept.party(kept.domi)}": "1"})
    assert client.post(reverse("savings_bills", args=[kept.book]), sent).status_code == 303
    assert sum(one["amount"] for one in Voucher.objects.get().lines if one["account"] == CASH) == 60_000
    answer = client.get(reverse("savings_bills_xlsx", args=[kept.book]), {"bulan": "2026-10"})
    assert answer.status_code == 200 and "tagihan-simpanan-2026-10.xlsx" in answer.headers["Content-Disposition"]


def test_one_member_with_every_line_and_a_printed_passbook(kept: Saving, sign_in: SignIn) -> None:
    put(kept, kept.yuliana, WAJIB, 20_000, date(2026, 2, 3))
    put(kept, kept.yuliana, SUKARELA, 75_000, date(2026, 2, 3))
    put(kept, kept.yuliana, SUKARELA, -25_000, date(2026, 3, 3))
    client = sign_in(kept.cast.wati)
    page = client.get(reverse("saver", args=[kept.yuliana])).content.decode()
    assert "Rp70.000" in page and "Rp50.000" in page and "Belum lunas 10 bulan" in page
    answer = client.get(reverse("saver_pdf", args=[kept.yuliana]), {"tahun": "2026"})
    assert answer.headers["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    again = client.get(reverse("saver_pdf", args=[kept.yuliana]), {"tahun": "2026"})
    assert answer.content == again.content


def test_interest_is_shown_with_its_sum_then_drafted_once(kept: Saving, sign_in: SignIn) -> None:
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 9, 1))
    client, address = sign_in(kept.cast.wati), reverse("savings_interest", args=[kept.book])
    page = client.get(address, {"bulan": "2026-10"}).content.decode()
    assert "Rp1.000.000 × 6 % × 31 / 365 = Rp5.095,89" in page and "Saldo terendah" in page
    assert "Nomor 15 Tahun 2009" in page
    sent = {"id": str(uuid7()), "bulan": "2026-10"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 303
    assert Voucher.objects.filter(nature="general", kind="BM").count() == 1
    again = client.post(address, {"id": str(uuid7()), "bulan": "2026-10"})
    assert again.status_code == 422 and "SAVINGS_016" in again.content.decode()
    assert "Sudah dibuat dalam bukti" in client.get(address, {"bulan": "2026-10"}).content.decode()


def test_terms_are_followed_by_new_ones_and_stay_readable(kept: Saving, sign_in: SignIn) -> None:
    client, address = sign_in(kept.cast.ujang), reverse("savings_terms", args=[kept.book])
    sent = {"id": str(uuid7()), "kind": "mandatory", "since": "2026-12-01", "amount": "25.000", "account": WAJIB,
            "decided": "Rapat Anggota"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 303
    page = client.get(reverse("savings_products", args=[kept.book])).content.decode()
    assert "Rp20.000" in page and "Rp25.000" in page and "Rapat Anggota" in page
    assert Terms.objects.filter(product__kind="mandatory").count() == 2


def test_a_deposit_is_opened_shown_and_paid_back(kept: Saving, sign_in: SignIn) -> None:
    client, party = sign_in(kept.cast.wati), str(kept.party(kept.yuliana))
    sent = typed(member=party, amount="4.000.000", months="6", rate="9", day="2026-07-15")
    for _ in range(2):
        assert client.post(reverse("deposit_add", args=[kept.book]), sent).status_code == 303
    row = Deposit.objects.get()
    post(kept, row.voucher)
    shown = client.get(reverse("savings_deposits", args=[kept.book])).content.decode()
    assert "Rp4.000.000" in shown and "15 Jan 2027" in shown and "berjalan" in shown
    address = reverse("savings_deposit", args=[row.pk])
    assert "Rp40.000" in client.get(address).content.decode()
    pay = typed()
    for _ in range(2):
        assert client.post(address, pay).status_code == 303
    assert Voucher.objects.filter(kind="BKK").count() == 1
    again = client.post(address, typed())
    assert again.status_code == 422 and "SAVINGS_022" in again.content.decode()


def test_a_leaver_is_paid_out(kept: Saving, sign_in: SignIn) -> None:
    put(kept, kept.domi, POKOK, 100_000, date(2026, 7, 1))
    client, address = sign_in(kept.cast.wati), reverse("saver_leave", args=[kept.domi])
    assert "Rp100.000" in client.get(address).content.decode()
    assert client.post(address, typed()).status_code == 303
    waits = client.get(address).content.decode()
    assert reverse("voucher", args=[Voucher.objects.get(posted=False).pk]) in waits and 'name="purse"' not in waits
    again = client.post(address, typed())
    assert again.status_code == 422 and "SAVINGS_024" in again.content.decode()


def test_whoever_saved_nothing_is_shown_the_card_and_no_form(kept: Saving, sign_in: SignIn) -> None:
    client, address = sign_in(kept.cast.wati), reverse("saver_leave", args=[kept.rosa])
    page = client.get(address).content.decode().split("<main")[1]
    assert reverse("member", args=[kept.rosa]) in page and 'name="purse"' not in page
    answer = client.post(address, typed())
    assert answer.status_code == 422 and "SAVINGS_020" in answer.content.decode()


def test_the_excess_is_ticked_and_drafted(kept: Saving, sign_in: SignIn) -> None:
    put(kept, kept.rosa, POKOK, 130_000, date(2026, 10, 20))
    client, address = sign_in(kept.cast.wati), reverse("savings_excess", args=[kept.book])
    assert "Rp30.000" in client.get(address).content.decode()
    answer = client.post(address, {**typed(), "members": [str(kept.party(kept.rosa))]})
    assert answer.status_code == 303 and Voucher.objects.get(kind="BM").lines[0]["amount"] == 30_000


def test_the_guidelines_example_of_equity_stands_on_its_page(kept: Saving, sign_in: SignIn) -> None:
    """E6: 100 × 25,000 + 100 × 5,000 × 24 = 14,500,000; 500,000 a month and 6,000,000 a year more."""
    client = sign_in(kept.cast.ratna)
    page = client.get(reverse("savings_potential")).content.decode()
    assert "anggota=100&amp;pokok=25000&amp;wajib=5000&amp;bulan=24" in page and "Pergub NTT 33/2018" in page
    made = client.get(reverse("savings_potential"), {"anggota": 100, "pokok": "25000", "wajib": "5000", "bulan": 24})
    for figure in ("Rp2.500.000", "Rp12.000.000", "Rp14.500.000", "Rp500.000", "Rp6.000.000"):
        assert figure in made.content.decode()
    assert client.get(reverse("savings_potential"), {"anggota": "x"}).status_code == 422


def test_mentor_and_offices_read_and_strangers_find_nothing(kept: Saving, sign_in: SignIn) -> None:
    for who in (kept.cast.ratna, kept.cast.ujang):
        for name in OF_BOOK:
            assert sign_in(who).get(reverse(name, args=[kept.book])).status_code == 200, name
        assert sign_in(who).get(reverse("saver", args=[kept.yuliana])).status_code == 200
    office = sign_in(kept.cast.petronela)
    sums = office.get(reverse("savings", args=[kept.book])).content.decode()
    assert "hanya dilihat pengurus dan pendamping" in sums and "Yuliana" not in sums
    assert office.get(reverse("savings_products", args=[kept.book])).status_code == 200
    for name in set(OF_BOOK) - {"savings", "savings_products"}:
        assert office.get(reverse(name, args=[kept.book])).status_code == 403, name
    assert office.get(reverse("saver", args=[kept.yuliana])).status_code == 403
    api = office.get(f"/api/v1/books/{kept.book}/savings").json()
    assert api["members"] == [] and len(api["totals"]) > 2
    assert office.get(f"/api/v1/books/{kept.book}/savings/arrears").status_code == 404
    mentor, stranger = sign_in(kept.cast.ratna), sign_in(kept.cast.maria)
    assert "Terima simpanan" not in mentor.get(reverse("savings", args=[kept.book])).content.decode()
    assert mentor.post(reverse("savings_interest", args=[kept.book]), {"bulan": "2026-10"}).status_code == 404
    for name in OF_BOOK:
        assert stranger.get(reverse(name, args=[kept.book])).status_code == 404
    assert stranger.get(reverse("saver_pdf", args=[kept.yuliana])).status_code == 404
    assert mentor.get(reverse("savings_receive", args=[kept.book])).status_code == 403


def test_each_page_asks_the_database_at_most_ten_times(kept: Saving, sign_in: SignIn, at_most_queries: Limit) -> None:
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 9, 1))
    client = sign_in(kept.cast.wati)
    client.get(reverse("savings", args=[kept.book]))
    for name in (*OF_BOOK, *FORMS):
        with at_most_queries(10):
            assert client.get(reverse(name, args=[kept.book])).status_code == 200, name
    with at_most_queries(10):
        client.get(reverse("saver", args=[kept.yuliana]))
    with at_most_queries(10):
        client.get(reverse("saver_leave", args=[kept.yuliana]))


def test_programs_read_totals_members_and_arrears(kept: Saving, sign_in: SignIn) -> None:
    put(kept, kept.yuliana, WAJIB, 20_000, date(2026, 2, 3))
    client = sign_in(kept.cast.ratna)
    read = client.get(f"/api/v1/books/{kept.book}/savings").json()
    assert {one["account"]: one["balance"] for one in read["totals"]}[WAJIB] == 20_000
    assert read["members"][0]["savings"] == [{"account": WAJIB, "name": "Simpanan wajib", "balance": 20_000}]
    late = client.get(f"/api/v1/books/{kept.book}/savings/arrears", {"until": "2026-10"}).json()
    assert (late["count"], late["members"][0]["mandatory"]) == (3, 180_000)
    assert sign_in(kept.cast.maria).get(f"/api/v1/books/{kept.book}/savings").status_code == 404


def test_an_address_of_another_book_or_written_by_hand_is_harmless(kept: Saving, sign_in: SignIn) -> None:
    client = sign_in(kept.cast.wati)
    assert client.get(reverse("savings_receive", args=[kept.book]), {"anggota": "x"}).status_code == 200
    assert client.get(reverse("savings_receive", args=[kept.book]), {"anggota": str(uuid7())}).status_code == 200
    assert client.get(reverse("savings_bills", args=[kept.book]), {"bulan": "2026-99", "after": "²"}).status_code == 200
    assert client.get(reverse("saver", args=[kept.yuliana]), {"tahun": "0000"}).status_code == 200
    assert client.get(reverse("saver", args=[uuid7()])).status_code == 404
    assert client.get(reverse("savings_deposit", args=[UUID(int=7)])).status_code == 404
    assert Member.objects.count() == 3


def test_heirs_are_written_down_and_receive_what_a_dead_member_saved(kept: Saving, sign_in: SignIn) -> None:
    """E7, register: join, exit, heirs. Named twice it is one; ended, the entry stays in the table."""
    put(kept, kept.yuliana, SUKARELA, 500_000, TODAY)
    client, page = sign_in(kept.cast.wati), reverse("saver_heirs", args=[kept.yuliana])
    sent = {"id": str(uuid7()), "name": "Maria Bano", "kinship": "child"}
    assert [client.post(page, one).status_code for one in (sent, sent, {**sent, "id": str(uuid7())})] == [303] * 3
    (heir,) = Heir.objects.all()
    assert client.post(page, {**sent, "name": ""}).status_code == 422
    assert page in client.get(reverse("saver", args=[kept.yuliana])).content.decode()
    told = client.get(page).content.decode()
    assert "Maria Bano" in told and "anak" in told
    leave = {"id": str(uuid7()), "day": "2026-11-05", "purse": CASH, "receiver": str(heir.pk), "text": ""}
    assert client.post(reverse("saver_leave", args=[kept.yuliana]), leave).status_code == 303
    assert "kepada ahli waris, Maria Bano" in Voucher.objects.get(pk=leave["id"]).text
    assert [client.post(page, {"heir": str(heir.pk)}).status_code for _ in range(2)] == [303, 303]
    heir.refresh_from_db()
    assert heir.ended_at is not None and "Maria Bano" not in client.get(page).content.decode()
    assert sign_in(kept.cast.ratna).get(page).status_code == 403
    foreign = codes(lambda: end_heir(by=look(kept.cast.maria), member=kept.yuliana, heir=heir.pk, now=NOW))
    assert foreign == ["BOOKS_018"]
    assert refused_by_database(("DELETE FROM savings_heir", [])) == "sealed"
    assert refused_by_database(("UPDATE savings_heir SET ended_at = now()", [])) == "sealed"
