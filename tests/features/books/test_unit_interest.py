"""A USP that lends to the shop asks interest: both tell it, the whole does not; ratios tell each alone (§8.9, E12)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.units import CURRENT, paired, uncancelled
from sidamping.domain.problems import Refused
from sidamping.edges.cli.ratios import ratios_command
from sidamping.features.books import queries, services
from sidamping.features.books.models import Account, Book, Voucher
from sidamping.features.books.services import UnitInterest, VoucherDraft
from sidamping.features.books.services.posting import post_voucher
from sidamping.features.books.services.year_end import unclosed
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, opened, posted
from tests.features.books.test_units import DAY, with_usp
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
ASKED = UnitInterest("USP", "", 2_000_000, Fraction(3, 2), 1, DAY, "Jasa Oktober")
"""1.5 percent of 2,000,000 is 30,000."""
GOT, GIVEN = "7191-USP", "7391-USP"


@pytest.fixture
def book(cast: Cast) -> UUID:
    id = opened(cast, chart="sektor-riil")
    with_usp(cast, id)
    return id


def interest(cast: Cast, book: UUID, asked: UnitInterest = ASKED) -> UUID:
    id, by = uuid7(), look(cast.ujang)
    for _ in range(2):
        services.draft_unit_interest(by=by, id=id, book=book, asked=asked, now=NOW)
    post_voucher(by=by, voucher=id, now=NOW)
    return id


def lines(id: UUID) -> dict[str, int]:
    return {one["account"]: one["amount"] for one in Voucher.objects.get(pk=id).lines}


def test_one_voucher_tells_it_on_both_sides_and_the_whole_knows_nothing_of_it(cast: Cast, book: UUID) -> None:
    made = lines(interest(cast, book))
    inside, outside = paired(queries.chart_of_book(book), "USP", CURRENT)
    assert made == {GOT: -30_000, GIVEN: 30_000, inside.code: 30_000, outside.code: -30_000}
    chart, held = queries.chart_of_book(book), queries.sums(book, TODAY)
    assert uncancelled(chart, held) == {}
    assert queries.owed_between(book, TODAY) == (("", "USP", 30_000),)
    alone, shop, whole = (surplus(book, unit) for unit in ("USP", "", None))
    assert (alone, shop, whole) == (30_000, -30_000, 0)


def surplus(book: UUID, unit: str | None) -> int:
    (found,) = queries.ledger_amounts(book, (TODAY,), {}, unit)
    made = found.get("shu_setelah_pajak")
    assert isinstance(made, int)
    return made


def test_two_units_settle_through_the_cooperative_and_either_may_lend(cast: Cast, book: UUID) -> None:
    with_usp(cast, book, "TOKO", "sektor-riil")
    made = lines(interest(cast, book, replace(ASKED, borrower="TOKO")))
    assert made[GOT] == -30_000 and made["7392-TOKO"] == 30_000
    assert made["7391-USP"] == 30_000 and made["7192-TOKO"] == -30_000
    interest(cast, book, replace(ASKED, lender="TOKO", borrower="USP", base=1_000_000))
    assert [surplus(book, unit) for unit in ("USP", "TOKO", "", None)] == [15_000, -15_000, 0, 0]


def test_odd_wishes_are_refused_all_at_once(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    odd = replace(ASKED, lender="XYZ", borrower="XYZ", percent=Fraction(0))
    assert codes(lambda: services.draft_unit_interest(by=by, id=uuid7(), book=book, asked=odd, now=NOW)) == [
        "UNITS_007", "UNITS_007", "UNITS_009", "UNITS_010",
    ]
    huge = replace(ASKED, base=10**15, percent=Fraction(100), months=12)
    assert codes(lambda: services.draft_unit_interest(by=by, id=uuid7(), book=book, asked=huge, now=NOW)) == [
        "UNITS_010",
    ]


def test_a_unit_of_before_gets_its_accounts_with_the_first_interest(cast: Cast, book: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Account.objects.filter(book_id=book, pair__in=("USP.earned", "USP.paid")).delete()
        cursor.execute("SET session_replication_role = origin")
    queries.chart_of_book(book)
    interest(cast, book)
    assert {one.pair for one in Account.objects.filter(book_id=book, pair__startswith="USP.")} == {
        "USP.current", "USP.capital", "USP.earned",
    }


def test_a_year_closes_with_interest_between_units(cast: Cast, book: UUID) -> None:
    """Both sides go to nothing, pair by pair; the surplus of the cooperative is what it was without them."""
    interest(cast, book)
    posted(look(cast.ujang), book, VoucherDraft("BKM", DAY, "Jual", (Line("1110", 200_000), Line("4210", -200_000))))
    entry = unclosed(Book.objects.get(pk=book), date(2026, 12, 31), "x")
    assert entry is not None
    moved = {one.account: one.amount for one in entry.lines}
    assert (moved[GOT], moved[GIVEN], moved["3170"]) == (30_000, -30_000, -200_000)
    assert queries.surplus_basis(book, TODAY).surplus == 200_000


def test_a_treasurer_asks_in_plain_words_and_sees_what_is_owed(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, there = sign_in(cast.ujang), reverse("unit_interest", args=[book])
    assert "Hari ini Unit Simpan Pinjam berutang Rp0 kepada induk" in client.get(there).content.decode()
    typed = {"id": str(uuid7()), "lender": "USP", "borrower": "induk", "base": "2.000.000", "percent": "1.5",
             "months": "1", "day": "2026-10-05", "text": "Jasa Oktober"}
    for _ in range(2):
        assert client.post(there, typed).status_code == 303
    assert lines(UUID(typed["id"]))[GOT] == -30_000
    same = client.post(there, {**typed, "id": str(uuid7()), "borrower": "USP"})
    assert same.status_code == 422 and "UNITS_009" in same.content.decode()
    assert sign_in(cast.ratna).get(there).status_code == 403
    assert there in client.get(reverse("units", args=[book])).content.decode()


def test_ratios_are_told_of_one_unit_and_of_the_whole(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    interest(cast, book)
    page = sign_in(cast.ratna).get(reverse("ratios", args=[book]), {"unit": "USP"}).content.decode()
    assert 'href="?unit=USP' in page and "unit=semua" not in page and "30.000" in page
    whole = sign_in(cast.ratna).get(reverse("ratios", args=[book]), {"unit": "semua"}).content.decode()
    assert "30.000" not in whole.split("<main")[1]
    for name in ("ratios_pdf", "ratios_xlsx"):
        assert sign_in(cast.ratna).get(reverse(name, args=[book]), {"unit": "USP"}).status_code == 200


def test_the_command_line_reads_the_ledger_of_one_unit(cast: Cast, book: UUID) -> None:
    interest(cast, book)

    def told(*asked: str) -> Result:
        return CliRunner().invoke(ratios_command, ["--on", str(TODAY), "--json", *asked])

    values = [json.loads(told("--book", str(book), "--unit", unit).output)["ratios"] for unit in ("USP", "induk")]
    after_tax = [next(one for one in each if one["no"] == "4.2")["inputs"]["shu_setelah_pajak"] for each in values]
    assert after_tax == [30_000, -30_000]
    assert json.loads(told("--book", str(book)).output)["ratios"][0]["inputs"]["aktiva_lancar"] == 0
    for odd, code in ((("--book", str(book), "--unit", "XYZ"), "UNITS_007"), (("--book", str(uuid7())), "BOOKS_018")):
        refused = told(*odd).exception
        assert isinstance(refused, Refused) and refused.codes == [code]
    assert told().exit_code == 2 and told("x.yaml", "--unit", "USP").exit_code == 2
