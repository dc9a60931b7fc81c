"""A treasurer records a week, another person posts it, the month is closed and the statements are read (E10, E11)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books.models import Book, Member, Voucher
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import opened
from tests.habits.query_budget import most_of
from tests.people import Cast, User

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
PAGES = ("book", "vouchers", "cash_book", "members", "trial_balance", "balance_sheet", "surplus", "book_months")


@pytest.fixture
def treasurer(cast: Cast) -> User:
    return cast.wati


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def receipt(client: Client, book: UUID, member: str = "", **rows: str) -> UUID:
    """A receipt as it is typed; the id of its draft."""
    id = uuid7()
    typed = {"id": str(id), "seen": "0", "day": "2026-10-05", "purse": "1110", "member": member,
             "text": "Setoran", **rows}
    answer = client.post(reverse("money_in", args=[book]), typed)
    assert answer.status_code == 303, answer.content.decode()
    return id


def post(sign_in: SignIn, cast: Cast, voucher: UUID) -> None:
    """The chair posts what the treasurer wrote."""
    answer = sign_in(cast.ujang).post(reverse("voucher_act", args=[voucher]), {"act": "post"})
    assert answer.status_code == 303, answer.content.decode()


def test_a_treasurer_records_without_debit_and_another_posts(
    cast: Cast, book: UUID, treasurer: User, sign_in: SignIn
) -> None:
    client = sign_in(treasurer)
    page = client.get(reverse("money_in", args=[book])).content.decode()
    assert "Uang masuk" in page and "ebit" not in page.split("<main")[1]
    id = receipt(client, book, purpose_1="4110", amount_1="75.000", purpose_2="7120", amount_2="Rp25.000")
    refused = client.post(reverse("voucher_act", args=[id]), {"act": "post"})
    assert refused.status_code == 422 and "BOOKS_038" in refused.content.decode()
    chair = sign_in(cast.ujang)
    assert chair.post(reverse("voucher_act", args=[id]), {"act": "post"}).status_code == 302 + 1
    row = Voucher.objects.get(pk=id)
    assert row.posted and [(one["account"], one["amount"]) for one in row.lines] == [
        ("1110", 100_000), ("4110", -75_000), ("7120", -25_000),
    ]
    assert "Rp100.000" in client.get(reverse("cash_book", args=[book]), {"dari": "2026-10-01"}).content.decode()
    assert "Sisa hasil usaha setelah pajak" in client.get(reverse("surplus", args=[book])).content.decode()


def test_the_same_receipt_sent_twice_is_one_draft(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, id = sign_in(cast.wati), str(uuid7())
    typed = {"id": id, "seen": "0", "day": "2026-10-05", "purse": "1110", "member": "", "text": "Jasa",
             "purpose_1": "4110", "amount_1": "5000"}
    for _ in range(2):
        assert client.post(reverse("money_in", args=[book]), typed).status_code == 303
    assert Voucher.objects.count() == 1


@pytest.mark.parametrize(("rows", "code"), [
    ({}, "BOOKS_039"),
    ({"purpose_1": "4110"}, "BOOKS_040"),
    ({"amount_2": "5.000"}, "BOOKS_040"),
    ({"purpose_1": "4110", "amount_1": "-5"}, ""),
    ({"purpose_1": "4110", "amount_1": "lima"}, ""),
    ({"purpose_1": "1110", "amount_1": "5"}, ""),
])
def test_what_is_missing_in_a_receipt_is_said_and_the_input_kept(
    cast: Cast, book: UUID, sign_in: SignIn, rows: dict[str, str], code: str
) -> None:
    typed = {"id": str(uuid7()), "day": "2026-10-05", "purse": "1110", "member": "", "text": "Setoran Wati", **rows}
    answer = sign_in(cast.ujang).post(reverse("money_in", args=[book]), typed)
    told = answer.content.decode()
    assert answer.status_code == 422 and code in told and "Setoran Wati" in told
    assert not Voucher.objects.exists()


def test_what_is_wrong_with_a_receipt_is_told_all_at_once(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    empty = client.post(reverse("money_in", args=[book]), {"id": str(uuid7()), "day": "", "purse": "1110"})
    assert empty.status_code == 422 and "BOOKS_039" in empty.content.decode()
    assert empty.context["form"].errors.keys() == {"day", "text", "amount_1"}
    still = {"id": str(uuid7()), "day": "2026-10-05", "source": "1110", "target": "1110", "amount": "x"}
    same = client.post(reverse("money_move", args=[book]), still)
    assert "BOOKS_041" in same.content.decode() and same.context["form"].errors.keys() == {"target", "amount", "text"}


def test_savings_without_their_member_stay_a_draft_that_says_so_whenever_it_is_opened(
    cast: Cast, book: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.wati)
    id = receipt(client, book, purpose_1="3120", amount_1="25.000")
    for who in (client, client, sign_in(cast.ujang)):
        assert who.get(reverse("voucher", args=[id])).content.decode().count("BOOKS_012") == 1
    with at_most_queries(most_of("voucher")):
        client.get(reverse("voucher", args=[id]))
    assert "BOOKS_012" not in sign_in(cast.ratna).get(reverse("voucher", args=[id])).content.decode()
    answer = client.post(reverse("voucher_act", args=[id]), {"act": "post"})
    assert answer.status_code == 422 and "BOOKS_012" in answer.content.decode()
    assert not Voucher.objects.get().posted


def test_what_is_wrong_with_a_new_or_leaving_member_is_told_all_at_once(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.wati), reverse("member_add", args=[book])
    first = {"id": str(uuid7()), "name": "Yuliana Bano", "joined": "2026-02-01", "number": "7"}
    assert client.post(address, first).status_code == 303
    told = client.post(address, {"id": str(uuid7()), "name": "", "joined": "2027-01-01", "number": "7"})
    assert told.status_code == 422 and told.context["form"].errors.keys() == {"name"}
    assert [one.code for one in told.context["problems"]] == ["BOOKS_032", "BOOKS_035"]
    unsaid = client.post(reverse("member", args=[first["id"]]), {"left": "2026-01-01", "why": ""})
    assert unsaid.status_code == 422 and unsaid.context["form"].errors.keys() == {"why"}
    assert [one.code for one in unsaid.context["problems"]] == ["BOOKS_036"]


def test_a_member_joins_saves_and_cannot_leave_before_it_is_paid_out(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client = sign_in(cast.wati)
    typed = {"id": str(uuid7()), "name": "Yuliana Bano", "joined": "2026-02-01", "phone": ""}
    for _ in range(2):
        assert client.post(reverse("member_add", args=[book]), typed).status_code == 303
    who = Member.objects.get()
    assert who.number == 1
    id = receipt(client, book, member=str(who.party_id), purpose_1="3120", amount_1="25.000")
    post(sign_in, cast, id)
    assert "Rp25.000" in client.get(reverse("members", args=[book])).content.decode()
    answer = client.post(reverse("member", args=[who.pk]), {"left": "2026-11-01", "why": "Pindah"})
    assert answer.status_code == 422 and "BOOKS_037" in answer.content.decode()


def test_a_month_is_closed_in_turn_and_then_refuses(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    late = client.post(reverse("book_months", args=[book]), {"month": "2026-02"})
    assert late.status_code == 422 and "BOOKS_022" in late.content.decode()
    for month in range(1, 11):
        assert client.post(reverse("book_months", args=[book]), {"month": f"2026-{month:02}"}).status_code == 303
    id = receipt(client, book, purpose_1="4110", amount_1="5000")
    answer = client.post(reverse("voucher_act", args=[id]), {"act": "post"})
    assert answer.status_code == 422 and "BOOKS_008" in answer.content.decode()
    assert client.post(reverse("book_months", args=[book]), {"month": "x"}).status_code == 422


def test_a_posted_voucher_is_turned_back(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    id = receipt(client, book, purpose_1="4110", amount_1="5000")
    post(sign_in, cast, id)
    typed = {"id": str(uuid7()), "day": "2026-10-06", "text": "Salah akun"}
    assert client.post(reverse("voucher_reverse", args=[id]), typed).status_code == 303
    assert "Dibalik oleh" in client.get(reverse("voucher", args=[id])).content.decode()


@pytest.mark.parametrize("form", ["tunggal", "ganda", "dua", "t"])
def test_the_ledger_of_an_account_reads_in_four_forms(
    cast: Cast, book: UUID, sign_in: SignIn, form: str
) -> None:
    client = sign_in(cast.wati)
    id = receipt(client, book, purpose_1="4110", amount_1="5000")
    post(sign_in, cast, id)
    asked = {"dari": "2026-10-01", "bentuk": form}
    assert "Rp5.000" in client.get(reverse("account_ledger", args=[book, "4110"]), asked).content.decode()


def test_the_surplus_is_shared_in_a_simulation_with_slips_and_not_booked_before_the_meeting(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """Savings 30,000 and 10,000, interest 60,000 and 20,000: SHU 80,000, each pot three to one (E13)."""
    client = sign_in(cast.wati)
    for name, saved, paid in (("Yuliana Bano", "30.000", "60.000"), ("Markus Tefa", "10.000", "20.000")):
        client.post(reverse("member_add", args=[book]), {"id": str(uuid7()), "name": name, "joined": "2026-02-01"})
        who = Member.objects.get(party__name=name)
        id = receipt(client, book, member=str(who.party_id), purpose_1="3120", amount_1=saved, purpose_2="4110",
                     amount_2=paid)
        post(sign_in, cast, id)
    page = client.get(reverse("shares", args=[book])).content.decode()
    for amount in ("Rp80.000", "Rp16.000", "Rp20.000", "Rp12.000", "Rp15.000", "Rp27.000", "Rp9.000"):
        assert amount in page
    short = client.get(reverse("shares", args=[book]), {"pct_cadangan": "24"})
    assert short.status_code == 422 and "99" in short.content.decode()
    slips = client.get(reverse("shares_pdf", args=[book]))
    assert slips["Content-Type"] == "application/pdf" and slips.content.startswith(b"%PDF")
    early = client.post(reverse("shares_draft", args=[book]))
    assert early.status_code == 422 and "SHU_015" in early.content.decode()
    assert not Voucher.objects.filter(posted=False).exists()


def test_mentor_and_offices_read_but_do_not_write_and_strangers_see_nothing(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    for name in PAGES:
        for who in (cast.ratna, cast.yosef):
            hidden = who == cast.yosef and name == "members"  # offices see sums, not people
            assert sign_in(who).get(reverse(name, args=[book])).status_code == (403 if hidden else 200)
        assert sign_in(cast.maria).get(reverse(name, args=[book])).status_code == 404
    assert sign_in(cast.ratna).get(reverse("money_in", args=[book])).status_code == 403
    assert "Bukukan" not in sign_in(cast.ratna).get(reverse("book", args=[book])).content.decode()


def test_each_page_asks_the_database_at_most_ten_times(
    cast: Cast, book: UUID, sign_in: SignIn, at_most_queries: Limit
) -> None:
    client = sign_in(cast.wati)
    id = receipt(client, book, purpose_1="4110", amount_1="5000")
    post(sign_in, cast, id)
    for name in PAGES:
        with at_most_queries(10):
            assert client.get(reverse(name, args=[book])).status_code == 200
    with at_most_queries(10):
        client.get(reverse("voucher", args=[id]))


def test_a_treasurer_opens_the_book_and_comes_home_to_it(
    cast: Cast, treasurer: User, sign_in: SignIn
) -> None:
    client = sign_in(treasurer)
    assert "Buka buku" in client.get(reverse("books")).content.decode()
    typed = {"id": str(uuid7()), "cooperative": str(cast.merah_putih.pk), "chart": "ksp", "starts": "2026-01"}
    wrong = client.post(reverse("book_add"), {**typed, "starts": "Januari"})
    assert wrong.status_code == 422
    assert all(said in wrong.content.decode() for said in ("BOOKS_083", 'value="Januari"'))
    assert client.post(reverse("book_add"), typed).status_code == 303
    made = Book.objects.get()
    assert made.starts == date(2026, 1, 1)
    home = client.get("/", follow=True)
    assert home.request["PATH_INFO"] == reverse("book", args=[made.pk])


def test_one_purpose_stands_open_and_the_next_one_follows_when_asked_for(
    sign_in: SignIn, cast: Cast, book: UUID
) -> None:
    """What is filled in stays open when the form comes back; without JavaScript too."""
    client, address = sign_in(cast.ujang), reverse("money_in", args=[book])
    assert client.get(address).content.decode().count('<details class="one-more">') == 4
    back = client.post(address, {"purpose_3": "4110", "amount_3": "5.000"})
    assert back.status_code == 422 and back.content.decode().count('<details class="one-more" open>') == 2


def test_money_in_shows_the_way_to_the_loan_whose_instalment_it_is(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    page = sign_in(cast.wati).get(reverse("money_in", args=[book])).content.decode()
    assert f'<a href="{reverse("loans", args=[book])}">kartu pinjamannya</a>' in page
