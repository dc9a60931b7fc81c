"""A USP beside a shop in one book: each unit balances by itself, and what lies between them cancels (books.md 8.9)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from sidamping.domain.ledger.entries import CLOSING, OPENING, Line
from sidamping.domain.ledger.units import CURRENT, paired, uncancelled
from sidamping.features.books import queries, services
from sidamping.features.books.models import Account, Book, Unit, Voucher
from sidamping.features.books.queries.units import units
from sidamping.features.books.services import CapitalDraft, VoucherDraft
from sidamping.features.books.services.months import begin_months
from sidamping.features.books.services.year_end import unclosed
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, OCTOBER, codes, drafted, opened, posted, refused_by_database
from tests.features.books.test_guard import LINE, POST
from tests.people import TODAY, Cast, look

CASH, CASH_USP, LOANS_USP, INTEREST_USP, SAVINGS_USP = "1110", "1110-USP", "1141-USP", "4110-USP", "2111-USP"
MANDATORY, SALES, OWED_BY, OWES, GIVEN, CAPITAL = "3120", "4210", "1191-USP", "2191-USP", "1231-USP", "3191-USP"
DAY = date(2026, 10, 5)


@pytest.fixture
def book(cast: Cast) -> UUID:
    """A shop with a USP kept apart; the shop has 10 million in cash."""
    id = opened(cast, chart="sektor-riil")
    with_usp(cast, id)
    begin_months(Book.objects.get(pk=id), OCTOBER)
    lines = (Line(CASH, 10_000_000), Line("3150", -10_000_000))
    posted(look(cast.ujang), id, VoucherDraft("BM", date(2026, 1, 1), "Saldo awal", lines, OPENING))
    return id


def with_usp(cast: Cast, book: UUID, code: str = "USP", chart: str = "ksp", id: UUID | None = None) -> UUID:
    return services.open_unit(
        by=look(cast.ujang), id=id or uuid7(), book=book, code=code, name="Unit Simpan Pinjam", chart=chart, now=NOW
    )


def allocated(cast: Cast, book: UUID, amount: int = 6_000_000, **more: Any) -> UUID:
    """The shop gives the USP capital for good, from cash to cash."""
    draft = CapitalDraft("USP", CASH, CASH_USP, amount, DAY, "Modal tetap", **more)
    id = uuid7()
    services.draft_capital(by=look(cast.ujang), id=id, book=book, draft=draft, now=NOW)
    return id


def lines_of(id: UUID) -> dict[str, int]:
    return {one["account"]: one["amount"] for one in Voucher.objects.get(pk=id).lines}


def test_a_unit_brings_the_accounts_of_its_chart_and_leaves_members_capital_to_the_cooperative(
    cast: Cast, book: UUID
) -> None:
    chart = queries.chart_of_book(book)
    own = {one.code for one in chart.accounts.values() if one.unit == "USP"}
    assert {CASH_USP, LOANS_USP, INTEREST_USP, SAVINGS_USP, OWES, CAPITAL} <= own
    assert not {"3110-USP", "3120-USP", "3161-USP", "3170-USP", "2126-USP", "1190-USP", "3000-USP"} & own
    assert {one.code for one in chart.accounts.values() if one.pair and not one.unit} == {
        OWED_BY, GIVEN, "7391-USP", "7192-USP",
    }
    assert chart.role("cash").code == CASH and chart.role("loans").code == LOANS_USP
    (unit,) = units(look(cast.ujang), book, TODAY)
    assert (unit.code, unit.chart, unit.capital) == ("USP", "ksp/2026-01-01", 0)
    assert units(look(cast.maria), book, TODAY) == ()


def test_a_unit_opened_twice_is_one_and_odd_ones_are_refused_with_everything_at_once(cast: Cast, book: UUID) -> None:
    id = Unit.objects.get().pk
    assert with_usp(cast, book, id=id) == id
    assert codes(lambda: with_usp(cast, book)) == ["UNITS_004", "UNITS_005"]
    assert codes(lambda: with_usp(cast, book, code="u1", chart="mikro")) == ["UNITS_003", "GENERAL_002"]
    assert codes(lambda: services.open_unit(
        by=look(cast.ujang), id=uuid7(), book=book, code="TOKO", name=" ", chart="sektor-riil", now=NOW
    )) == ["GENERAL_001"]  # fmt: skip
    assert codes(lambda: services.open_unit(
        by=look(cast.maria), id=uuid7(), book=book, code="TOKO", name="Toko", chart="sektor-riil", now=NOW
    )) == ["BOOKS_018"]  # fmt: skip
    assert Unit.objects.count() == 1


def test_a_savings_cooperative_opens_no_second_savings_unit(cast: Cast) -> None:
    assert codes(lambda: with_usp(cast, opened(cast))) == ["UNITS_005"]


def test_capital_goes_from_purse_to_purse_and_stands_on_both_sides(cast: Cast, book: UUID) -> None:
    id = allocated(cast, book)
    assert lines_of(id) == {CASH_USP: 6_000_000, CAPITAL: -6_000_000, GIVEN: 6_000_000, CASH: -6_000_000}
    services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
    assert units(look(cast.ujang), book, TODAY)[0].capital == 6_000_000
    back = allocated(cast, book, 1_000_000, back=True)
    assert lines_of(back) == {CASH_USP: -1_000_000, CAPITAL: 1_000_000, GIVEN: -1_000_000, CASH: 1_000_000}
    assert codes(lambda: allocated(cast, book, 6_000_001, back=True)) == ["UNITS_008"]


def test_capital_asks_for_a_known_unit_and_for_purses_on_both_sides(cast: Cast, book: UUID) -> None:
    def sent(unit: str, outside: str, inside: str) -> list[str]:
        draft = CapitalDraft(unit, outside, inside, 1, DAY, "x")
        return codes(lambda: services.draft_capital(by=look(cast.ujang), id=uuid7(), book=book, draft=draft, now=NOW))

    assert sent("TOKO", CASH, CASH_USP) == ["UNITS_007"]
    assert sent("USP", CASH_USP, CASH) == ["GENERAL_002", "GENERAL_002"]
    assert sent("USP", CASH, LOANS_USP) == ["GENERAL_002"]


def test_a_voucher_across_units_takes_in_what_they_owe_each_other(cast: Cast, book: UUID) -> None:
    member = str(cast.keripik.owner_id)
    mixed = (Line(CASH_USP, 70_000), Line(INTEREST_USP, -50_000, member), Line(MANDATORY, -20_000, member))
    id = drafted(look(cast.ujang), book, VoucherDraft("BKM", DAY, "Jasa dan simpanan wajib", mixed))
    assert {code: amount for code, amount in lines_of(id).items() if code in (OWES, OWED_BY)} == {
        OWES: -20_000, OWED_BY: 20_000
    }  # fmt: skip
    card = queries.voucher(look(cast.ujang), id)
    assert card is not None and card.amount == 70_000
    again = VoucherDraft("BKM", DAY, "Jasa dan simpanan wajib", mixed)
    assert services.draft_voucher(by=look(cast.ujang), id=id, book=book, draft=again, now=NOW).revised == 1
    services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
    services.reverse_voucher(by=look(cast.ujang), id=uuid7(), voucher=id, day=TODAY, text="Salah", now=NOW)
    assert queries.balances(look(cast.ujang), book, TODAY) == {CASH: 10_000_000, "3150": -10_000_000}


def test_one_side_of_a_boundary_alone_is_told_and_not_posted(cast: Cast, book: UUID) -> None:
    lines = (Line(CASH, 5_000), Line(OWED_BY, -5_000))
    id = uuid7()
    draft = VoucherDraft("BKM", DAY, "Dari USP", lines)
    kept = services.draft_voucher(by=look(cast.ujang), id=id, book=book, draft=draft, now=NOW)
    assert [one.code for one in kept.problems] == ["UNITS_002"]
    assert codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)) == ["UNITS_002"]


def test_a_draft_from_before_the_guard_is_told_which_unit_does_not_balance(cast: Cast, book: UUID) -> None:
    id = drafted(look(cast.ujang), book, VoucherDraft("BM", DAY, "Pindah", (Line(CASH_USP, 5), Line(CASH, -5))))
    Voucher.objects.filter(pk=id).update(lines=[
        {"account": CASH_USP, "amount": 5, "member": "", "note": ""},
        {"account": CASH, "amount": -5, "member": "", "note": ""},
    ])  # fmt: skip
    found = codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW))
    assert found == ["UNITS_001", "UNITS_001"]


@pytest.mark.parametrize(
    "lines",
    [
        [(CASH_USP, 50_000), (CASH, -50_000)],
        [(CASH, 50_000), (OWED_BY, -50_000)],
        [(CASH_USP, 50_000), (OWES, -50_000)],
        [(CASH_USP, 50_000), (CAPITAL, -50_000), (OWED_BY, 50_000), (CASH, -50_000)],
        [(CASH_USP, 50_000), (OWES, -40_000), (OWED_BY, 40_000), (CASH, -50_000)],
    ],
    ids=["across without pair", "outside alone", "inside alone", "two kinds of pair", "pair too small"],
)
def test_raw_sql_posts_no_voucher_whose_units_do_not_balance(
    cast: Cast, book: UUID, lines: list[tuple[str, int]]
) -> None:
    draft = drafted(look(cast.ujang), book, VoucherDraft("BM", DAY, "x", (Line(CASH, 1), Line(SALES, -1))))
    written = [(LINE, [at, amount, draft, code]) for at, (code, amount) in enumerate(lines, 1)]
    assert refused_by_database(*written, (POST, [2, draft])) == "books_units_balanced"


def test_raw_sql_posts_what_balances_in_each_unit(cast: Cast, book: UUID) -> None:
    draft = drafted(look(cast.ujang), book, VoucherDraft("BM", DAY, "x", (Line(CASH, 1), Line(SALES, -1))))
    lines = [(CASH_USP, 50_000), (OWES, -50_000), (OWED_BY, 50_000), (CASH, -50_000)]
    with connection.cursor() as cursor:
        for at, (code, amount) in enumerate(lines, 1):
            cursor.execute(LINE, [at, amount, draft, code])
        cursor.execute(POST, [2, draft])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Voucher.objects.get(pk=draft).posted


ACCOUNT = (
    'INSERT INTO books_account (book_id, code, name_id, name_en, "group", line, contra, scope, per_member, cash, role,'
    " header, unit, pair) VALUES (%s, %s, 'x', 'x', %s, 'kas', false, '', false, false, %s, false, %s, %s)"
)


@pytest.mark.parametrize(
    ("row", "guard"),
    [
        (("9-X", "assets", "", "TOKO", ""), "books_unit_known"),
        (("9-X", "assets", "", "", "TOKO.current"), "books_unit_known"),
        (("9-X", "assets", "", "USP", "USP.other"), "books_unit_known"),
        (("9-X", "income", "", "USP", "USP.current"), "account_pair_of_its_group"),
        (("9-X", "assets", "", "USP", "USP.earned"), "account_pair_of_its_group"),
        (("9-X", "assets", "", "USP", "USP.current"), "account_pair_once"),
        (("9-X", "assets", "loans", "USP", ""), "account_role_once"),
    ],
)
def test_raw_sql_adds_no_account_that_a_boundary_does_not_know(book: UUID, row: tuple[str, ...], guard: str) -> None:
    assert refused_by_database((ACCOUNT, [book, *row])) == guard


def test_units_are_sealed_and_well_named_by_the_database(book: UUID) -> None:
    assert refused_by_database(("UPDATE books_unit SET name = 'x'", [])) == "sealed"
    assert refused_by_database(("DELETE FROM books_unit", [])) == "sealed"
    copied = (
        "INSERT INTO books_unit (id, book_id, code, name, chart, chart_sha256, opened_by_id, opened_at)"
        " SELECT %s, book_id, %s, name, chart, chart_sha256, opened_by_id, opened_at FROM books_unit"
    )
    assert refused_by_database((copied, [uuid7(), "usp"])) == "unit_code"
    assert refused_by_database((copied, [uuid7(), "USP"])) == "unit_once"


def test_a_year_of_units_closes_into_the_surplus_of_the_cooperative(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    member = str(cast.keripik.owner_id)
    services.post_voucher(by=by, voucher=allocated(cast, book), now=NOW)
    posted(by, book, VoucherDraft("BKM", DAY, "Jasa", (Line(CASH_USP, 300_000), Line(INTEREST_USP, -300_000, member))))
    posted(by, book, VoucherDraft("BKM", DAY, "Jual", (Line(CASH, 200_000), Line(SALES, -200_000))))
    entry = unclosed(Book.objects.get(pk=book), date(2026, 12, 31), "x")
    assert entry is not None and entry.kind == CLOSING
    inside, outside = paired(queries.chart_of_book(book), "USP", CURRENT)
    moved = {one.account: one.amount for one in entry.lines}
    assert moved == {
        INTEREST_USP: 300_000, SALES: 200_000, "3170": -500_000, inside.code: -300_000, outside.code: 300_000
    }  # fmt: skip
    held = queries.balances(by, book, TODAY)
    assert held is not None and uncancelled(queries.chart_of_book(book), held) == {}


def test_vouchers_taken_over_at_once_take_in_what_units_owe(cast: Cast, book: UUID) -> None:
    draft = VoucherDraft("BM", DAY, "Pindah uang", (Line(CASH_USP, 900), Line(CASH, -900)))
    id = uuid7()
    assert services.import_vouchers(by=look(cast.ujang), book=book, drafts={id: draft}, now=NOW) == 1
    assert services.import_vouchers(by=look(cast.ujang), book=book, drafts={id: draft}, now=NOW) == 0
    assert lines_of(id) == {CASH_USP: 900, CASH: -900, OWES: -900, OWED_BY: 900}
    assert Account.objects.filter(book_id=book, unit="USP").exists()
