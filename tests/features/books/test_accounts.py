"""Accounts of a book: added below those of the chart, never changed (books.md section 1)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.features.books import queries, services
from sidamping.features.books.models import Account
from tests.features.books.keeping import codes, opened, refused_by_database
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def test_a_second_bank_account_is_added_and_takes_money_at_once(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.wati), {"under": "1121", "code": "112101", "name": "Bank NTT", "name_en": ""}
    for _ in range(2):
        assert client.post(reverse("account_add", args=[book]), sent).status_code == 303
    made = Account.objects.get(book_id=book, code="112101")
    assert (made.group, made.line, made.cash, made.role) == ("assets", "bank", True, "")
    assert "Bank NTT" in client.get(reverse("money_in", args=[book])).content.decode()
    assert "Bank NTT" in sign_in(cast.ratna).get(reverse("accounts", args=[book])).content.decode()
    assert queries.chart_of_book(book).accounts["112101"].en == "Bank NTT"


@pytest.mark.parametrize(("under", "code", "name", "found"), [
    ("1121", "1110", "Kas kecil", ["BOOKS_059"]),
    ("1121", "2121", "Utang", ["BOOKS_059"]),
    ("1121", "219901", "Utang lain", ["BOOKS_060"]),
    ("1121", "1121", "Bank", ["BOOKS_059"]),
    ("1121", "1121a", "Bank", ["BOOKS_060"]),
    ("1121", "112100000", "Bank", ["BOOKS_060"]),
    ("1000", "100001", "Judul", ["BOOKS_060"]),
    ("9999", "999901", "Tidak ada", ["BOOKS_060"]),
    ("1121", "112102", "  ", ["GENERAL_001"]),
])
def test_a_number_that_exists_or_belongs_elsewhere_is_refused(
    cast: Cast, book: UUID, under: str, code: str, name: str, found: list[str]
) -> None:
    by = look(cast.wati)
    assert codes(lambda: services.add_account(by=by, book=book, under=under, code=code, name=name)) == found


def test_only_the_board_adds_and_the_form_keeps_what_was_typed(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    ratna = look(cast.ratna)
    assert codes(lambda: services.add_account(by=ratna, book=book, under="1121", code="112101", name="B")) == [
        "BOOKS_018"
    ]
    sent = {"under": "1121", "code": "1110", "name": "Kas kecil", "name_en": ""}
    answer = sign_in(cast.wati).post(reverse("account_add", args=[book]), sent)
    told = answer.content.decode()
    assert answer.status_code == 422 and "BOOKS_059" in told and "Kas kecil" in told
    assert sign_in(cast.ratna).get(reverse("account_add", args=[book])).status_code == 403


def test_the_database_lets_no_account_change(cast: Cast, book: UUID) -> None:
    for change in ("UPDATE books_account SET name_id = 'X'", "DELETE FROM books_account"):
        assert refused_by_database((change, [])) == "sealed"
