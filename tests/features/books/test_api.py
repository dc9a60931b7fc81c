"""Other programs read a voucher, change a draft, and keep templates, within the same scope as people (E10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from sidamping.domain.ledger.entries import ADJUSTING, CLOSING, OPENING, Line
from sidamping.features.books import services
from sidamping.features.books.models import Template, Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, drafted, opened, paid
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
JSON = "application/json"


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def test_a_draft_is_read_and_changed_once_however_often_it_is_sent(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    id, client = drafted(look(cast.wati), book, paid(50_000)), sign_in(cast.wati)
    address = f"/api/v1/vouchers/{id}"
    seen = client.get(address).json()
    assert (seen["revised"], seen["state"], seen["amount"], seen["earlier"]) == (1, "draft", 50_000, [])
    lines = [{"account": "6121", "amount": 60_000}, {"account": "1110", "amount": -60_000}]
    change = {"seen": 1, "kind": "BKK", "day": "2026-10-05", "text": "Alat tulis", "lines": lines}
    for _ in range(2):
        answer = client.put(f"{address}/draft", change, content_type=JSON)
        assert answer.json() == {"revised": 2, "problems": []}
    late = client.put(f"{address}/draft", {**change, "text": "Tinta"}, content_type=JSON)
    assert late.status_code == 422 and late.json()["problems"][0]["code"] == "BOOKS_019"
    seen = client.get(address).json()
    assert (seen["amount"], [one["amount"] for one in seen["earlier"]]) == (60_000, [50_000])
    assert Activity.objects.filter(action="books.draft_changed").count() == 1
    assert sign_in(cast.ratna).put(f"{address}/draft", change, content_type=JSON).status_code == 403
    assert sign_in(cast.maria).get(address).status_code == 404
    assert Voucher.objects.get().made_by_id == cast.wati.pk


def test_notes_beside_lines_are_as_long_as_the_database_keeps_them(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    id, client = drafted(look(cast.wati), book, paid(50_000)), sign_in(cast.wati)
    lines = [{"account": "6121", "amount": 5, "note": "n" * 240}, {"account": "1110", "amount": -5}]
    change = {"seen": 1, "kind": "BKK", "day": "2026-10-05", "text": "Alat tulis", "lines": lines}
    assert client.put(f"/api/v1/vouchers/{id}/draft", change, content_type=JSON).json()["problems"] == []
    services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
    assert client.get(f"/api/v1/vouchers/{id}").json()["lines"][0]["note"] == "n" * 240
    longer = VoucherDraft("BKK", date(2026, 10, 5), "Tinta", (Line("6121", 5, note="n" * 241), Line("1110", -5)))
    assert codes(lambda: drafted(look(cast.wati), book, longer)) == ["GENERAL_007"]


def test_what_the_page_keeps_from_changing_stays_here_too(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """Of an adjustment day and words alone, of a closing and an opening balance nothing: other pages reckon them."""
    client, lines = sign_in(cast.wati), (Line("6131", 40_000), Line("1345", -40_000))
    for nature, allowed in ((ADJUSTING, True), (CLOSING, False), (OPENING, False)):
        id = drafted(look(cast.wati), book, VoucherDraft("BM", date(2026, 10, 31), "Penyusutan", lines, nature))
        same = [{"account": one.account, "amount": one.amount} for one in lines]
        change = {"seen": 1, "kind": "BM", "day": "2026-10-30", "text": "Penyusutan Oktober", "lines": same}
        other = [{**one, "amount": 2 * one["amount"]} for one in same]
        for wrong in ({**change, "lines": other}, {**change, "kind": "BKK"}, *([] if allowed else [change])):
            answer = client.put(f"/api/v1/vouchers/{id}/draft", wrong, content_type=JSON)
            assert answer.status_code == 422 and answer.json()["problems"][0]["code"] == "BOOKS_081", answer.json()
        if allowed:
            assert client.put(f"/api/v1/vouchers/{id}/draft", change, content_type=JSON).json()["revised"] == 2
        assert [one["amount"] for one in Voucher.objects.get(pk=id).lines] == [40_000, -40_000]


def test_a_template_is_kept_listed_and_dropped(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, address = sign_in(cast.wati), f"/api/v1/voucher-templates/{uuid7()}"
    body = {"book": str(book), "name": "Listrik", "way": "out", "purse": "1110", "parts": [{"account": "6122"}]}
    for _ in range(2):
        assert client.put(address, body, content_type=JSON).status_code == 200
    found = client.get(f"/api/v1/books/{book}/voucher-templates").json()
    assert [one["name"] for one in found if one["own"]] == ["Listrik"] and len(found) > 1
    wrong = client.put(f"/api/v1/voucher-templates/{uuid7()}", body, content_type=JSON)
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "BOOKS_077"
    assert sign_in(cast.yosef).put(address, body, content_type=JSON).status_code == 403
    assert client.delete(address).status_code == 200 and client.delete(address).status_code == 404
    assert Template.objects.get().dropped_by_id == cast.wati.pk
    assert Activity.objects.filter(action__startswith="books.template_").count() == 2
