"""Loans for other programs: the same people see the same loans as on the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.features.loans.lending import Bank, lent, opened_bank, paid
from tests.people import Cast, User

SignIn = Callable[[User], Client]


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


def test_loans_their_schedule_and_classes_are_read(bank: Bank, sign_in: SignIn) -> None:
    loan = lent(bank)
    paid(bank, loan, 280_000, date(2026, 3, 5))
    client = sign_in(bank.cast.ratna)
    (row,) = client.get(f"/api/v1/books/{bank.book}/loans", {"on": "2026-04-06"}).json()["rows"]
    assert (row["number"], row["balance"], row["arrears"], row["days_late"]) == ("PJ-0001", 2_750_000, 280_000, 1)
    one = client.get(f"/api/v1/loans/{loan}").json()
    assert (len(one["schedule"]), one["schedule"][0]["settled"]) == (12, "2026-03-05")
    assert [(event["kind"], event["state"], event["principal"]) for event in one["events"]] == [
        ("lent", "posted", 3_000_000), ("paid", "posted", 250_000),
    ]
    told = client.get(f"/api/v1/books/{bank.book}/loans/classes").json()
    assert (told["needed"], told["status"], len(told["classes"])) == (2_062_500, "contoh", 4)
    early = client.get(f"/api/v1/books/{bank.book}/loans/classes", {"on": "2025-12-31"})
    assert early.status_code == 422 and early.json()["problems"][0]["code"] == "RULEBOOK_010"


def test_strangers_see_no_loan(bank: Bank, sign_in: SignIn) -> None:
    loan = lent(bank)
    for address in (f"/books/{bank.book}/loans", f"/books/{bank.book}/loans/classes", f"/loans/{loan}"):
        assert sign_in(bank.cast.maria).get(f"/api/v1{address}").status_code == 404
        assert sign_in(bank.cast.agnes).get(f"/api/v1{address}").status_code == 403
        assert Client().get(f"/api/v1{address}").status_code == 401
