"""One sum of money over the loans of a member: shown before it is kept, one voucher, never more than is owed (E8)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import Line
from sidamping.features.books import queries as books
from sidamping.features.books.services import VoucherDraft, discard_draft, post_voucher, reverse_voucher
from sidamping.features.loans import queries, services
from sidamping.features.loans.models import Event
from sidamping.features.loans.services import Together
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import CASH, NOW, codes, refused_by_database
from tests.features.loans.lending import FLAT, INTEREST, LOANS, Bank, lent, opened_bank, pay, post, posted, seen
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def bank(cast: Cast) -> Bank:
    """No fines, so that figures can be told by hand: 250,000 principal and 30,000 interest a month for 3,000,000."""
    return opened_bank(cast, replace(FLAT, penalty_ppm=0))


@pytest.fixture
def two(bank: Bank) -> tuple[UUID, UUID]:
    """Yuliana's loans of 3,000,000 and 1,200,000, both due on the fifth of every month from March on."""
    return lent(bank), lent(bank, amount=1_200_000)


def take(bank: Bank, loan: UUID, amount: int, day: date = date(2026, 3, 5)) -> UUID:
    payment = Together(day, amount, CASH)
    return services.pay_together(by=look(bank.cast.wati), id=uuid7(), loan=loan, payment=payment, now=NOW)


def amounts(bank: Bank, loan: UUID) -> list[tuple[str, int, int]]:
    return [(one.state, one.principal, one.interest) for one in seen(bank, loan).events if one.kind == "paid"]


def test_one_voucher_pays_both_loans_by_the_days_they_are_due(bank: Bank, two: tuple[UUID, UUID]) -> None:
    """280,000 and 112,000 are due in March; the 8,000 beyond go to the interest of April of the first loan."""
    voucher = take(bank, two[1], 400_000)
    assert amounts(bank, two[0]) == [("waiting", 250_000, 38_000)]
    assert amounts(bank, two[1]) == [("waiting", 100_000, 12_000)]
    posted(bank.cast, voucher)
    assert [seen(bank, one).on(TODAY).booked for one in two] == [2_750_000, 1_100_000]
    lines = books.bound(bank.book, [voucher])[voucher].lines
    assert sorted((one.amount, one.note) for one in lines) == [
        (-250_000, "PJ-0001"), (-100_000, "PJ-0002"), (-38_000, "PJ-0001"), (-12_000, "PJ-0002"), (400_000, ""),
    ]
    (tie,) = queries.ties(kept(bank), TODAY)
    assert (tie.apart, tie.unbound) == (0, ())


def kept(bank: Bank) -> books.KeptBook:
    found = books.kept_book(look(bank.cast.wati), bank.book)
    assert found is not None
    return found


def test_more_than_both_owe_is_refused_and_all_of_it_is_taken(bank: Bank, two: tuple[UUID, UUID]) -> None:
    """12 × 280,000 + 12 × 112,000 = 4,704,000."""
    assert codes(lambda: take(bank, two[0], 4_704_001)) == ["LOANS_044"]
    posted(bank.cast, take(bank, two[0], 4_704_000))
    assert [seen(bank, one).on(TODAY).running for one in two] == [False, False]


def test_sent_twice_it_is_taken_once_and_waits_for_the_draft_before_it(bank: Bank, two: tuple[UUID, UUID]) -> None:
    by, id, payment = look(bank.cast.wati), uuid7(), Together(date(2026, 3, 5), 400_000, CASH)
    for loan in (two[0], two[1], two[0]):
        assert services.pay_together(by=by, id=id, loan=loan, payment=payment, now=NOW) == id
    assert Event.objects.filter(voucher=id).count() == 2
    assert codes(lambda: take(bank, two[0], 1_000)) == ["LOANS_016", "LOANS_016"]
    discard_draft(by=by, voucher=id)
    assert [amounts(bank, one) for one in two] == [[("discarded", 0, 0)], [("discarded", 0, 0)]]


def test_sent_again_from_a_loan_that_got_nothing_of_it_it_is_taken_once(
    bank: Bank, two: tuple[UUID, UUID]
) -> None:
    by, id, payment = look(bank.cast.wati), uuid7(), Together(date(2026, 3, 5), 250_000, CASH)
    services.pay_together(by=by, id=id, loan=two[0], payment=payment, now=NOW)
    assert list(Event.objects.filter(voucher=id).values_list("loan_id", flat=True)) == [two[0]]
    assert services.pay_together(by=by, id=id, loan=two[1], payment=payment, now=NOW) == id
    posted(bank.cast, id)
    assert services.pay_together(by=by, id=id, loan=two[1], payment=payment, now=NOW) == id
    assert Event.objects.filter(voucher=id).count() == 1


def test_a_note_that_looks_like_the_number_of_another_loan_hides_nothing(bank: Bank) -> None:
    member = str(bank.yuliana)
    loan, day = lent(bank), date(2026, 3, 5)
    lines = (Line(CASH, 280_000), Line(LOANS, -250_000, member, "PJ-0002"), Line(INTEREST, -30_000, member))
    voucher = post(bank.cast, bank.book, VoucherDraft("BKM", day, "Angsuran", lines))
    Event.objects.create(
        loan_id=loan, sequence=2, kind="paid", day=day, voucher=voucher, made_by=bank.cast.wati, made_at=NOW
    )
    assert amounts(bank, loan) == [("posted", 250_000, 30_000)]


def test_turned_back_it_counts_on_neither_loan(bank: Bank, two: tuple[UUID, UUID]) -> None:
    voucher, by, other = take(bank, two[0], 400_000), look(bank.cast.wati), uuid7()
    posted(bank.cast, voucher)
    reverse_voucher(by=by, id=other, voucher=voucher, day=TODAY, text="Salah orang", now=NOW)
    post_voucher(by=look(bank.cast.ujang), voucher=other, now=NOW)
    assert [seen(bank, one).on(TODAY).booked for one in two] == [3_000_000, 1_200_000]


def test_a_single_loan_is_paid_on_its_own_page(bank: Bank) -> None:
    assert codes(lambda: take(bank, lent(bank), 280_000)) == ["LOANS_046"]


def test_fines_come_first_and_are_never_taken_alone(cast: Cast) -> None:
    """Ten days late on 15 March: 7 fined days × 0.1 % of 280,000 is 1,960, of 112,000 is 784."""
    bank = opened_bank(cast)
    two = lent(bank), lent(bank, amount=1_200_000)
    assert codes(lambda: take(bank, two[0], 100_000, date(2026, 3, 15))) == ["LOANS_045"]
    posted(cast, take(bank, two[0], 394_744, date(2026, 3, 15)))
    paid = [one for each in two for one in seen(bank, each).events if one.kind == "paid"]
    assert [(one.penalty, one.principal, one.interest) for one in paid] == [
        (1_960, 250_000, 30_000), (784, 100_000, 12_000),
    ]


def test_the_database_refuses_a_second_loan_where_lines_do_not_tell_them_apart(
    bank: Bank, two: tuple[UUID, UUID]
) -> None:
    voucher = pay(bank, two[0], 280_000, date(2026, 3, 5))
    event = """INSERT INTO loans_event (id, loan_id, sequence, kind, day, voucher, note, made_by_id, made_at)
        VALUES (gen_random_uuid(), %s, 2, 'paid', '2026-03-05', %s, '', %s, now())"""
    assert refused_by_database((event, [two[1], voucher, bank.cast.wati.pk])) == "loans_voucher_once"


def typed(**said: str) -> dict[str, str]:
    return {"id": str(uuid7()), "seen": "", "day": "2026-03-05", "amount": "400.000", "purse": CASH, **said}


def test_in_the_browser_the_spread_is_shown_before_it_is_kept(
    bank: Bank, two: tuple[UUID, UUID], sign_in: SignIn, at_most_queries: Limit
) -> None:
    client, there = sign_in(bank.cast.wati), reverse("loan_pay_together", args=[two[0]])
    assert there in client.get(reverse("loan_pay", args=[two[0]])).content.decode()
    with at_most_queries(10):
        assert "PJ-0002" in client.get(there).content.decode()
    shown = client.post(there, typed()).content.decode()
    assert "PJ-0001: Rp288.000" in shown and "PJ-0002: Rp112.000" in shown and not Event.objects.filter(kind="paid")
    changed = client.post(there, typed(seen="2026-03-05 400000", amount="300.000")).content.decode()
    assert "PJ-0002: Rp20.000" in changed and not Event.objects.filter(kind="paid")
    beyond = client.post(there, typed(amount="9.000.000"))
    assert beyond.status_code == 422 and "LOANS_044" in beyond.content.decode()
    form = typed(seen="2026-03-05 400000")
    for _ in range(2):
        assert client.post(there, form).status_code == 303
    assert Event.objects.filter(voucher=form["id"]).count() == 2
    for who, status in ((bank.cast.maria, 403), (bank.cast.ratna, 403)):
        assert sign_in(who).get(there).status_code == status


def test_where_nothing_is_due_the_page_begins_with_the_next_instalments(
    bank: Bank, two: tuple[UUID, UUID], sign_in: SignIn
) -> None:
    """Nine instalments of 280,000 and 112,000 are due by November; paid, the tenth of both are asked for."""
    posted(bank.cast, take(bank, two[0], 9 * 392_000))
    page = sign_in(bank.cast.wati).get(reverse("loan_pay_together", args=[two[0]])).content.decode()
    assert 'value="392.000"' in page


def test_other_programs_ask_for_the_spread_and_take_the_money(
    bank: Bank, two: tuple[UUID, UUID], sign_in: SignIn
) -> None:
    client, there = sign_in(bank.cast.wati), f"/api/v1/loans/{two[0]}/payments/together"
    asked = client.get(there, {"amount": 400_000, "day": "2026-03-05"}).json()
    assert [(one["number"], one["principal"], one["interest"], one["left"]) for one in asked] == [
        ("PJ-0001", 250_000, 38_000, 2_750_000), ("PJ-0002", 100_000, 12_000, 1_100_000),
    ]
    money = {"id": str(uuid7()), "day": "2026-03-05", "amount": 400_000, "purse": CASH}
    for _ in range(2):
        assert client.post(there, money, content_type="application/json").json() == {"voucher": money["id"]}
    assert Event.objects.filter(voucher=money["id"]).count() == 2
    too_much = {**money, "id": str(uuid7()), "amount": 9_000_000}
    assert client.post(there, too_much, content_type="application/json").status_code == 422
    long = client.post(there, {**money, "note": "x" * 241}, content_type="application/json")
    assert [(one["code"], one["where"]) for one in long.json()["problems"]] == [("API_003", "payment.note")]
    assert sign_in(bank.cast.maria).get(there, {"amount": 1}).status_code == 404
    assert sign_in(bank.cast.ratna).post(there, too_much, content_type="application/json").status_code == 422
