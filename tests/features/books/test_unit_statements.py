"""Statements per unit and of the whole: the elimination in a column of its own, and the layout of the annex (E11)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import OPENING, Line
from sidamping.domain.ledger.sheets import Sheet
from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.features.books.queries import BESIDE_EACH_OTHER
from sidamping.features.books.queries.consolidating import left
from sidamping.features.books.services import CapitalDraft, VoucherDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from sidamping.rules.layouts import layout_of
from tests.domain.ledger.test_units import BOTH
from tests.features.books.keeping import NOW, opened, posted
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
AT, BEFORE = date(2026, 11, 5), date(2025, 12, 31)
HEAD, USP = "", "USP"


@pytest.fixture
def book(cast: Cast) -> UUID:
    """Million rupiah: the shop opens with 10 in cash, gives its USP 6 for good and lends it 1; the USP lends 5, earns
    0.4, and takes 0.1 of mandatory savings for the cooperative; the shop sells for 0.3 and pays 0.05 for paper."""
    by, member = look(cast.ujang), str(cast.keripik.owner_id)
    id = opened(cast, chart="sektor-riil")
    services.open_unit(by=by, id=uuid7(), book=id, code=USP, name="Unit Simpan Pinjam", chart="ksp", now=NOW)
    posted(by, id, VoucherDraft("BM", date(2026, 1, 1), "Saldo awal", (Line("1110", 10_000_000),
                                                                       Line("3150", -10_000_000)), OPENING))
    capital, given = uuid7(), CapitalDraft(USP, "1110", "1110-USP", 6_000_000, date(2026, 2, 1), "Modal tetap")
    services.draft_capital(by=by, id=capital, book=id, draft=given, now=NOW)
    services.post_voucher(by=by, voucher=capital, now=NOW)
    for kind, lines in (
        ("BM", (Line("1110-USP", 1_000_000), Line("1110", -1_000_000))),
        ("BKK", (Line("1141-USP", 5_000_000, member), Line("1110-USP", -5_000_000))),
        ("BKM", (Line("1110-USP", 500_000), Line("4110-USP", -400_000, member), Line("3120", -100_000, member))),
        ("BKM", (Line("1110", 300_000), Line("4210", -300_000))),
        ("BKK", (Line("6121", 50_000), Line("1110", -50_000))),
    ):
        posted(by, id, VoucherDraft(kind, date(2026, 3, 5), "Bukti", lines))
    return id


def sheet(cast: Cast, book: UUID, name: str, unit: str | None, layout: str = "pergub-ntt") -> Sheet:
    ask = queries.Ask(AT, BEFORE, layout_of(layout, AT)[0], layout_of("pergub-ntt", AT)[0], unit=unit)
    found = queries.statement(look(cast.ujang), book, name, ask)
    assert found is not None and not [fault for one in found for fault in one.faults]
    return found[0]


@pytest.mark.parametrize("layout", ["pergub-ntt", "sak-ep", "sak-emkm"])
def test_the_balance_sheet_of_each_unit_and_of_the_whole_agrees_in_every_layout(
    cast: Cast, book: UUID, layout: str
) -> None:
    found = sheet(cast, book, "neraca", BESIDE_EACH_OTHER, layout)
    assert [found.row("total-aktiva").value(at) for at in range(4)] == [
        3_250_000 + 1_100_000 + 6_000_000, 7_500_000, -7_100_000, 10_750_000
    ]  # fmt: skip
    assert [sheet(cast, book, "neraca", one, layout).row("total-aktiva").value() for one in (HEAD, USP, None)] == [
        10_350_000, 7_500_000, 10_750_000
    ]  # fmt: skip


def test_the_usp_prints_its_allocated_capital_as_the_annex_does(cast: Cast, book: UUID) -> None:
    found = sheet(cast, book, "neraca", USP)
    assert found.row("modal-unit-sp").id == "Alokasi modal unit SP"
    told = {key: found.row(key).value() for key in ("kas-bank", "piutang", "utang-induk", "modal-unit-sp",
                                                    "shu-berjalan", "total-ekuitas", "total-pasiva")}
    assert told == {"kas-bank": 2_500_000, "piutang": 5_000_000, "utang-induk": 1_100_000, "modal-unit-sp": 6_000_000,
                    "shu-berjalan": 400_000, "total-ekuitas": 6_400_000, "total-pasiva": 7_500_000}  # fmt: skip


def test_accounts_between_units_go_out_of_the_whole(cast: Cast, book: UUID) -> None:
    found = sheet(cast, book, "neraca", BESIDE_EACH_OTHER)
    between = {
        "antar-unit": [1_100_000, 0, -1_100_000, 0], "modal-pada-unit": [6_000_000, 0, -6_000_000, 0],
        "utang-induk": [0, 1_100_000, -1_100_000, 0], "modal-unit-sp": [0, 6_000_000, -6_000_000, 0],
    }  # fmt: skip
    for key, values in between.items():
        assert [found.row(key).value(at) for at in range(4)] == values
    assert [found.row("kas-bank").value(at) for at in range(4)] == [3_250_000, 2_500_000, 0, 5_750_000]
    whole = sheet(cast, book, "neraca", None)
    assert not [key for key in between if whole.row(key).value()]


def test_a_pair_that_would_not_cancel_is_told_with_its_unit() -> None:
    found = left(BOTH, {"1191-USP": 5_000, "2191-USP": -4_000})
    assert [(one.code, one.values["unit"], one.values["apart"]) for one in found] == [("UNITS_006", "USP", "Rp1.000")]


def test_surplus_cash_flow_and_trial_balance_add_up_over_units(cast: Cast, book: UUID) -> None:
    made = sheet(cast, book, "phu", BESIDE_EACH_OTHER).row("setelah-pajak")
    assert [made.value(at) for at in range(4)] == [250_000, 400_000, 0, 650_000]
    cash = sheet(cast, book, "arus-kas", BESIDE_EACH_OTHER)
    assert [cash.row("akhir").value(at) for at in range(4)] == [3_250_000, 2_500_000, 0, 5_750_000]
    assert [cash.row("unit-masuk").value(at) for at in range(4)] == [0, 7_100_000, -7_100_000, 0]
    assert [cash.row("unit-keluar").value(at) for at in range(4)] == [7_000_000, 0, -7_000_000, 0]
    assert [cash.row("wajib-masuk").value(at) for at in range(4)] == [0, 0, 100_000, 100_000]
    trial = sheet(cast, book, "neraca-saldo", BESIDE_EACH_OTHER).row("total")
    assert [trial.value(at) for at in range(4)] == [0, 0, 0, 0]


@pytest.mark.parametrize("name", ["neraca-saldo", "neraca-lajur", "phu", "arus-kas", "ekuitas", "calk"])
@pytest.mark.parametrize("unit", [HEAD, USP, None])
def test_every_statement_of_every_unit_agrees_with_itself(cast: Cast, book: UUID, name: str, unit: str | None) -> None:
    assert sheet(cast, book, name, unit).rows


def test_ratios_and_the_monthly_report_count_the_whole_without_what_lies_between(cast: Cast, book: UUID) -> None:
    found = queries.ratios(look(cast.ujang), book, AT)
    assert found is not None
    month = queries.month_of_book(cast.merah_putih.pk, Month(2026, 3))
    assert month is not None and month.lines["total_assets"].now == 10_750_000


@pytest.mark.parametrize("said", ["", "semua", "induk", "USP", "TOKO"])
def test_pages_open_for_each_unit_within_ten_queries(
    cast: Cast, book: UUID, sign_in: SignIn, django_assert_max_num_queries: Limit, said: str
) -> None:
    client = sign_in(cast.ujang)
    for name in ("balance_sheet", "surplus", "cash_flow", "trial_balance"):
        client.get(reverse(name, args=[book]))
        with django_assert_max_num_queries(10):
            answer = client.get(reverse(name, args=[book]), {"unit": said})
        assert answer.status_code == 200
        assert ("Eliminasi" in answer.content.decode()) == (said == "semua")


def test_papers_and_workbooks_tell_whose_they_are(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    for page in ("report_pdf", "report_xlsx"):
        answer = client.get(reverse(page, args=[book, "neraca"]), {"unit": "semua"})
        assert answer.status_code == 200


def test_a_book_without_units_offers_none(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(cast.ujang).get(reverse("balance_sheet", args=[opened(cast)]), {"unit": "semua"})
    assert answer.status_code == 200 and "Eliminasi" not in answer.content.decode()
