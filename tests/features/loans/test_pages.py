"""A treasurer writes an application, the chair decides, both hand out and take money; others look (E8, II.L)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books.services import reverse_voucher
from sidamping.features.loans.models import Application, Event, GroupMember, Loan, Product
from sidamping.features.loans.services import Handing, Reschedule, disburse, form_group, join_group
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.loans.lending import Bank, approve, asked, lent, opened_bank, paid, pay, posted, rescheduled
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
BOOK_PAGES = (
    "loans", "loan_applications", "loan_ageing", "loan_ageing_export", "loan_provisions", "loan_ties",
    "loan_products", "loan_groups",
)  # fmt: skip
BOARD_PAGES = ("loan_apply",)


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


def grouped(bank: Bank) -> UUID:
    formed = date(2026, 1, 5)
    return form_group(by=look(bank.cast.wati), id=uuid7(), book=bank.book, name="Mawar", formed=formed, now=NOW)


def application_form(bank: Bank, **said: str) -> dict[str, str]:
    answers = {f"met_{code}": "ya" for code in ("near", "income", "crime", "character", "education")}
    return {
        "id": str(uuid7()), "member": str(bank.yuliana), "product": str(bank.product), "applied_on": "2026-02-01",
        "amount": "3.000.000", "months": "12", "purpose": "Modal kios", "collateral": "Motor",
        "collateral_value": "8.000.000", **answers, **said,
    }  # fmt: skip


def decision(**said: str) -> dict[str, str]:
    return {"outcome": "approved", "on": "2026-02-03", "amount": "3.000.000", "months": "12", "why": "Layak", **said}


def test_from_application_to_payment_in_the_browser(bank: Bank, sign_in: SignIn) -> None:
    """E8: eight conditions, the ceiling explained, another person decides, the schedule, the payment."""
    wati, ujang = sign_in(bank.cast.wati), sign_in(bank.cast.ujang)
    shown = wati.get(reverse("loan_apply", args=[bank.book]), {"anggota": str(bank.yuliana)}).content.decode()
    assert "Rp2.000.000" in shown and "Rp6.000.000" in shown and "Nomor 33 Tahun 2018" in shown
    typed = application_form(bank)
    for _ in range(2):
        assert wati.post(reverse("loan_apply", args=[bank.book]), typed).status_code == 303
    application = Application.objects.get()
    there = reverse("loan_application", args=[application.pk])
    page = wati.get(there).content.decode()
    assert page.count("Terpenuhi") == 8 and "simpanan Rp2.000.000 × 3 = Rp6.000.000" in page
    assert "75% dari agunan Rp8.000.000 = Rp6.000.000" in page
    decide = reverse("loan_decide", args=[application.pk])
    refused = wati.post(decide, decision())
    assert refused.status_code == 422 and "LOANS_009" in refused.content.decode()
    assert ujang.post(decide, decision()).status_code == 303
    handing = {"id": str(uuid7()), "day": "2026-02-05", "first_due": "2026-03-05", "purse": "1110"}
    assert wati.post(reverse("loan_disburse", args=[application.pk]), handing).status_code == 303
    posted(bank.cast, UUID(handing["id"]))
    loan = Loan.objects.get()
    money = {"id": str(uuid7()), "day": "2026-03-05", "amount": "280.000", "purse": "1110", "savings": "20.000"}
    told = wati.post(reverse("loan_pay", args=[loan.pk]), {**money, "act": "hitung"}).content.decode()
    assert "Pokok Rp250.000, jasa Rp30.000" in told and Event.objects.count() == 1
    for _ in range(2):
        assert wati.post(reverse("loan_pay", args=[loan.pk]), money).status_code == 303
    assert "Draf BKM 5 Mar 2026 menunggu" in wati.get(reverse("loan", args=[loan.pk])).content.decode()
    posted(bank.cast, UUID(money["id"]))
    card = wati.get(reverse("loan", args=[loan.pk])).content.decode()
    assert "Rp2.750.000" in card and "PJ-0001" in card
    assert wati.get(reverse("loan_card_pdf", args=[loan.pk])).content.startswith(b"%PDF")
    sheet = wati.get(reverse("loan_card_export", args=[loan.pk]))
    assert b"".join(sheet.streaming_content).startswith(b"PK")


def test_treasurer_pages_never_say_debit_or_kredit(bank: Bank, sign_in: SignIn) -> None:
    loan, waiting = lent(bank), asked(bank, bank.markus, 1_000_000)
    client = sign_in(bank.cast.wati)
    addresses = [reverse(name, args=[bank.book]) for name in (*BOOK_PAGES, *BOARD_PAGES) if "export" not in name]
    addresses += [reverse(name, args=[loan]) for name in ("loan", "loan_pay", "loan_reschedule")]
    for address in [*addresses, reverse("loan_application", args=[waiting])]:
        main = client.get(address).content.decode().split("<main")[1].casefold()
        assert "debit" not in main and "kredit" not in main, address


@pytest.mark.parametrize(("said", "code"), [
    ({"collateral_value": ""}, "LOANS_034"),
    ({"months": "37"}, "LOANS_024"),
    ({"applied_on": "2026-11-06"}, "LOANS_018"),
    ({"applied_on": "2025-12-31"}, "LOANS_006"),
    ({"purpose": ""}, ""),
    ({"amount": "nol"}, ""),
])
def test_what_is_wrong_in_an_application_is_said_and_the_input_kept(
    bank: Bank, sign_in: SignIn, said: dict[str, str], code: str
) -> None:
    answer = sign_in(bank.cast.wati).post(reverse("loan_apply", args=[bank.book]), application_form(bank, **said))
    told = answer.content.decode()
    assert answer.status_code == 422 and code in told and "Motor" in told
    assert not Application.objects.exists()


def test_a_product_is_recorded_once_with_its_terms(bank: Bank, sign_in: SignIn) -> None:
    client, there = sign_in(bank.cast.wati), reverse("loan_products", args=[bank.book])
    typed = {
        "id": str(uuid7()), "name": "Pendidikan", "starts": "2026-06-01", "method": "declining", "rate": "1.5",
        "per": "bulan", "most_months": "24", "step": "1000", "penalty": "0.1", "grace_days": "3",
    }  # fmt: skip
    for _ in range(2):
        assert client.post(there, typed).status_code == 303
    terms = Product.objects.get(name="Pendidikan").terms.get()
    assert (terms.rate_ppm, terms.penalty_ppm, terms.loans_account) == (180_000, 1_000, "1141")
    assert "jasa 1,5% sebulan, menurun" in client.get(there).content.decode()
    again = client.post(there, {**typed, "id": str(uuid7())})
    assert again.status_code == 422 and "LOANS_032" in again.content.decode()
    newer = {**typed, "id": str(uuid7()), "product": str(terms.product_id), "starts": "2026-09-01", "rate": "1.25"}
    assert client.post(there, newer).status_code == 303
    same_day = client.post(there, {**newer, "id": str(uuid7())})
    assert same_day.status_code == 422 and "LOANS_033" in same_day.content.decode()


@pytest.mark.parametrize(("rate", "per", "told"), [("83.3334", "bulan", "1.000,0008"), ("100", "bulan", "1.200")])
def test_more_than_a_thousand_percent_a_year_is_refused(
    bank: Bank, sign_in: SignIn, rate: str, per: str, told: str
) -> None:
    typed = {
        "id": str(uuid7()), "name": "Pendidikan", "starts": "2026-06-01", "method": "flat", "rate": rate,
        "per": per, "most_months": "24", "step": "1000", "penalty": "0", "grace_days": "3",
    }  # fmt: skip
    client, there = sign_in(bank.cast.wati), reverse("loan_products", args=[bank.book])
    answer = client.post(there, typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and "LOANS_037" in page and told in page and rate in page
    newer = client.post(there, {**typed, "name": "", "product": str(bank.product)})
    assert newer.status_code == 422 and "LOANS_037" in newer.content.decode()
    assert Product.objects.count() == 1
    assert client.post(there, {**typed, "rate": "83.3333"}).status_code == 303


def test_a_member_leaves_a_group_once_however_many_windows_are_open(bank: Bank, sign_in: SignIn) -> None:
    group, row, client = grouped(bank), uuid7(), sign_in(bank.cast.wati)
    join_group(by=look(bank.cast.wati), id=row, group=group, member=bank.markus, since=date(2026, 1, 6))
    there, page = reverse("loan_group_leave", args=[group]), reverse("loan_group", args=[group])
    for _ in range(2):
        assert client.post(there, {"row": str(row), "until": "2026-11-01"}).status_code == 303
        assert "LOANS_" not in client.get(page).content.decode()
    told = client.post(there, {"row": str(row), "until": "2026-11-02"}, follow=True).content.decode()
    assert "LOANS_038" in told and "Markus Tefa" in told
    assert GroupMember.objects.get().until == date(2026, 11, 1)


def test_the_page_of_a_loan_asks_for_a_new_schedule_where_the_old_one_no_longer_fits(
    bank: Bank, sign_in: SignIn
) -> None:
    """A payment from before the second schedule is turned back: no entry between principal and interest is offered."""
    loan, client = lent(bank), sign_in(bank.cast.wati)
    first = paid(bank, loan, 280_000, date(2026, 3, 5))
    anew = Reschedule(20, "flat", date(2026, 12, 5), "Panen gagal")
    rescheduled(bank, loan, anew)
    reverse_voucher(by=look(bank.cast.ujang), id=uuid7(), voucher=first, day=TODAY, text="Salah orang", now=NOW)
    shown = client.get(reverse("loan", args=[loan])).content.decode()
    assert "Buat draf koreksi hari ini" not in shown and "Susunlah jadwal baru" in shown
    refused = client.post(reverse("loan_mend", args=[loan]), {"id": str(uuid7())}, follow=True)
    assert "LOANS_039" in refused.content.decode()


@pytest.mark.parametrize("page", ["loan_ageing", "loan_provisions"])
def test_a_list_without_a_day_shows_the_day_it_counts_to(bank: Bank, sign_in: SignIn, page: str) -> None:
    told = sign_in(bank.cast.wati).get(reverse(page, args=[bank.book])).content.decode()
    assert f'name="per" value="{TODAY}"' in told


def test_offices_and_mentor_read_and_strangers_see_nothing(bank: Bank, sign_in: SignIn) -> None:
    loan, application = lent(bank), asked(bank, bank.markus, 500_000)
    group = grouped(bank)
    pages = [reverse(name, args=[bank.book]) for name in BOOK_PAGES]
    pages += [reverse(name, args=[loan]) for name in ("loan", "loan_card_pdf", "loan_card_export")]
    pages += [reverse("loan_application", args=[application]), reverse("loan_group", args=[group])]
    for address in pages:
        assert sign_in(bank.cast.ratna).get(address).status_code == 200, address
        assert sign_in(bank.cast.maria).get(address).status_code == 404, address
    office = sign_in(bank.cast.yosef)
    sums = [reverse(name, args=[bank.book]) for name in ("loans", "loan_provisions", "loan_products")]
    for address in sums:
        told = office.get(address)
        assert told.status_code == 200 and "Yuliana" not in told.content.decode(), address
    for address in set(pages) - {*sums, reverse("loan_applications", args=[bank.book])}:
        assert office.get(address).status_code in (403, 404), address
    mentor = sign_in(bank.cast.ratna)
    assert mentor.get(reverse("loan_pay", args=[loan])).status_code == 403
    assert mentor.get(reverse("loan_apply", args=[bank.book])).status_code == 403
    for name in ("loan_provisions", "loan_ties", "loan_products", "loan_groups"):
        assert mentor.post(reverse(name, args=[bank.book]), {}).status_code == 404
    assert "Terima angsuran" not in mentor.get(reverse("loan", args=[loan])).content.decode()


def test_each_page_asks_the_database_at_most_ten_times(
    bank: Bank, sign_in: SignIn, at_most_queries: Limit
) -> None:
    first = lent(bank)
    for month in (3, 4, 5):
        paid(bank, first, 280_000, date(2026, month, 5))
    application = asked(bank, bank.markus, 500_000)
    group = grouped(bank)
    client = sign_in(bank.cast.wati)
    pages = [reverse(name, args=[bank.book]) for name in (*BOOK_PAGES, *BOARD_PAGES)]
    pages += [reverse(name, args=[first]) for name in ("loan", "loan_pay", "loan_reschedule", "loan_card_export")]
    pages += [reverse("loan_application", args=[application]), reverse("loan_group", args=[group])]
    pages += [reverse("loan_apply", args=[bank.book]) + f"?anggota={bank.yuliana}"]
    for address in pages:
        with at_most_queries(10):
            assert client.get(address).status_code == 200, address


def test_more_loans_and_payments_cost_no_more_queries(
    bank: Bank, sign_in: SignIn, at_most_queries: Limit
) -> None:
    for amount in (300_000, 400_000, 500_000):
        loan = lent(bank, bank.markus, amount)
        for day in (5, 6, 7):
            paid(bank, loan, 10_000, date(2026, 3, day))
    client = sign_in(bank.cast.wati)
    for name in ("loans", "loan_ageing", "loan_provisions", "loan_ties"):
        with at_most_queries(10):
            assert client.get(reverse(name, args=[bank.book])).status_code == 200


def test_a_loan_tells_principal_and_what_settles_it_as_its_refusal_does_and_where_its_fine_is_from(
    bank: Bank, sign_in: SignIn
) -> None:
    """3,000,000 and twelve months of 30,000: 3,360,000 settle it. From 5 March on 0.1 % a day after three days."""
    loan, client = lent(bank), sign_in(bank.cast.wati)
    for address in (reverse("loan", args=[loan]), reverse("loan_pay", args=[loan])):
        page = client.get(address).content.decode()
        assert "Rp3.000.000" in page and "Rp3.360.000" in page
    form = client.get(reverse("loan_pay", args=[loan])).content.decode()
    assert "0,1% sehari dari tunggakan" in form and "tenggang 3 hari" in form
    money = {"id": str(uuid7()), "day": "2026-03-05", "amount": "3.360.001", "purse": "1110"}
    told = client.post(reverse("loan_pay", args=[loan]), money).content.decode()
    assert all(f"Rp{amount}" in told for amount in ("3.000.000", "360.000", "3.360.000"))


def test_a_day_that_cannot_be_read_is_not_judged_as_today(bank: Bank, sign_in: SignIn) -> None:
    """Its disbursement is a draft still, so that any day would be told as too early."""
    application = asked(bank)
    approve(bank, application)
    handing = Handing(date(2026, 2, 5), date(2026, 3, 5), "1110")
    loan = disburse(by=look(bank.cast.wati), id=uuid7(), application=application, handing=handing, now=NOW)
    money = {"id": str(uuid7()), "day": "2026-11-05", "amount": "1", "purse": "1110"}
    client, address = sign_in(bank.cast.wati), reverse("loan_pay", args=[loan])
    found = [[one.code for one in client.post(address, {**money, "day": day}).context["problems"]]
             for day in ("2026-11-05", "kemarin")]
    assert found == [["LOANS_016", "LOANS_017"], ["LOANS_016"]]


def test_problems_of_money_are_shown_with_their_code(bank: Bank, sign_in: SignIn) -> None:
    loan, client = lent(bank), sign_in(bank.cast.wati)
    money = {"id": str(uuid7()), "day": "2026-03-05", "amount": "99.000.000", "purse": "1110"}
    over = client.post(reverse("loan_pay", args=[loan]), money)
    assert over.status_code == 422 and "LOANS_003" in over.content.decode() and "99.000.000" in over.content.decode()
    late = client.post(reverse("loan_pay", args=[loan]), {**money, "day": "2027-03-05", "penalty": "x"})
    assert [one.code for one in late.context["problems"]] == ["LOANS_018", "LOANS_003"]
    assert late.status_code == 422 and late.context["form"].errors.keys() == {"penalty"}
    pay(bank, loan, 280_000, date(2026, 3, 5))
    waits = client.post(reverse("loan_pay", args=[loan]), {**money, "amount": "10.000"})
    assert waits.status_code == 422 and "LOANS_016" in waits.content.decode()
    changed = {"id": str(uuid7()), "months": "37", "method": "flat", "first_due": "2026-11-01", "why": "x"}
    answer = client.post(reverse("loan_reschedule", args=[loan]), changed)
    told = answer.content.decode()
    assert answer.status_code == 422 and all(code in told for code in ("LOANS_016", "LOANS_024", "LOANS_025"))
    nothing = client.post(reverse("loan_mend", args=[loan]), {"id": str(uuid7())}, follow=True)
    assert "LOANS_016" in nothing.content.decode()
