"""Pages of units: opening one, giving it capital, writing its money without a word of debit and credit (E10)."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable
from uuid import UUID

import pytest
from beancount import loader
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.units import savings_unit
from sidamping.features.books import queries, services
from sidamping.features.books.models import Account, Unit, Voucher
from sidamping.features.books.render.journals import beancount, hledger, table
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import codes, opened, posted
from tests.features.books.test_unit_statements import book as kept_book
from tests.features.books.test_units import DAY, with_usp
from tests.people import TODAY, Cast, look

SignIn = Callable[[User], Client]
book = kept_book


def sent(client: Client, page: str, book: UUID, query: str = "", **values: object) -> int:
    return client.post(f"{reverse(page, args=[book])}{query}", {"id": uuid7(), "day": TODAY, **values}).status_code


def test_a_treasurer_opens_a_unit_and_moves_money_to_it(cast: Cast, sign_in: SignIn) -> None:
    id, client = opened(cast, chart="sektor-riil"), sign_in(cast.ujang)
    assert "Belum ada unit" in client.get(reverse("units", args=[id])).content.decode()
    assert client.get(reverse("unit_capital", args=[id])).status_code == 404
    assert sent(client, "unit_add", id, name="Unit Simpan Pinjam", code="usp", chart="ksp") == 303
    assert sent(client, "unit_add", id, name="Lagi", code="x", chart="ksp") == 422
    assert savings_unit(queries.chart_of_book(id)) == "USP"
    assert sent(client, "unit_capital", id, way="beri", outside="1110", inside="1110-USP", amount="5000000",
                text="Modal tetap") == 303  # fmt: skip
    assert sent(client, "unit_capital", id, way="tarik", outside="1110", inside="1110-USP", amount="5000001",
                text="Kembali") == 422  # fmt: skip
    assert sent(client, "money_move", id, source="1110", target="1110-USP", amount="700000", text="Ke USP") == 303
    drafts = {row.text: {one["account"]: one["amount"] for one in row.lines} for row in Voucher.objects.all()}
    assert drafts == {
        "Modal tetap": {"1110-USP": 5_000_000, "3191-USP": -5_000_000, "1231-USP": 5_000_000, "1110": -5_000_000},
        "Ke USP": {"1110-USP": 700_000, "1110": -700_000, "2191-USP": -700_000, "1191-USP": 700_000},
    }


def test_strangers_and_other_districts_find_no_units(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    for name in ("units", "unit_add", "unit_capital"):
        assert sign_in(cast.maria).get(reverse(name, args=[book])).status_code in (403, 404)
    assert sign_in(cast.ratna).get(reverse("units", args=[book])).status_code == 200
    assert sign_in(cast.ratna).get(reverse("unit_add", args=[book])).status_code == 403


def test_money_in_offers_the_purses_and_purposes_of_one_unit(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    own = client.get(reverse("money_in", args=[book])).content.decode()
    usp = client.get(reverse("money_in", args=[book]), {"unit": "USP"}).content.decode()
    assert 'value="4210"' in own and 'value="4110-USP"' not in own
    assert 'value="4110-USP"' in usp and 'value="3120"' in usp and 'value="4210"' not in usp
    by = look(cast.ujang)
    services.admit_member(by=by, id=uuid7(), book=book, joined=DAY, name="Yohanes Lado")
    ((member, _name),) = queries.members_to_choose(by, book, TODAY)
    with_member = {"member": member, "text": "Setoran", "purse": "1110-USP"}
    assert sent(client, "money_in", book, "?unit=USP", purpose_1="2111-USP", amount_1="90000", purpose_2="3120",
                amount_2="10000", **with_member) == 303  # fmt: skip
    assert sent(client, "money_in", book, "?unit=USP", purpose_1="4210", amount_1="1", **with_member) == 422


def test_adjustments_are_those_of_the_unit_asked_for(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    for unit in ("", "USP"):
        answer = client.get(reverse("adjustments", args=[book]), {"unit": unit})
        assert answer.status_code == 200
    answer = client.get(reverse("adjust", args=[book, "penyusutan"]), {"unit": "USP"})
    assert answer.status_code in (200, 404)


def test_an_account_added_below_one_of_a_unit_belongs_to_it(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    assert services.add_account(by=by, book=book, under="1121-USP", code="112101", name="BRI USP") == "112101-USP"
    assert services.add_account(by=by, book=book, under="1121-USP", code="112101", name="BRI USP") == "112101-USP"
    assert Account.objects.get(book_id=book, code="112101-USP").unit == "USP"
    assert codes(lambda: services.add_account(by=by, book=book, under="1121-USP", code="1131", name="x")) == [
        "BOOKS_060"
    ]  # fmt: skip
    assert codes(lambda: services.add_account(by=by, book=book, under="1191-USP", code="119101", name="x")) == [
        "BOOKS_060"
    ]  # fmt: skip


@pytest.mark.parametrize("unit", ["USP", "TOKO"])
def test_outside_judges_add_each_unit_up_again(cast: Cast, book: UUID, unit: str) -> None:
    with_usp(cast, book, code="TOKO", chart="sektor-riil")
    by = look(cast.ujang)
    across = (Line("1110-TOKO", 250_000), Line("1110-USP", -250_000))
    posted(by, book, VoucherDraft("BM", TODAY, "Antarunit", across))
    chart, entries = queries.chart_of_book(book), list(queries.posted_entries(book))
    held = queries.balances(by, book, TODAY)
    assert held is not None
    ours = {code: amount for code, amount in held.items() if chart.accounts[code].unit == unit}
    assert ours and sum(ours.values()) == 0
    assert ours == of_hledger("".join(hledger(entries, chart)), unit)
    found, errors, _ = loader.load_string("".join(beancount(entries, chart)))
    assert not errors
    theirs: dict[str, int] = {}
    for one in found:
        for line in getattr(one, "postings", ()):
            parts = line.account.split(":")
            if len(parts) == 3 and parts[1] == unit.capitalize():
                theirs[parts[2]] = theirs.get(parts[2], 0) + int(line.units.number)
    assert {code: amount for code, amount in theirs.items() if amount} == ours
    rows = list(csv.DictReader(io.StringIO("".join(table(entries, chart)))))
    told = sum(int(one["debit"] or 0) - int(one["credit"] or 0) for one in rows if one["unit"] == unit)
    assert told == 0 and Unit.objects.count() == 2


def of_hledger(journal: str, unit: str) -> dict[str, int]:
    """What hledger finds on the accounts of a unit."""
    command = ["hledger", "-f", "-", "balance", f":{unit}:", "--flat", "-N", "-O", "csv"]
    ended = subprocess.run(command, input=journal, capture_output=True, text=True, check=True)
    rows = list(csv.reader(io.StringIO(ended.stdout)))[1:]
    return {name.rpartition(":")[2]: int(amount.removeprefix("IDR ")) for name, amount in rows if amount != "0"}
