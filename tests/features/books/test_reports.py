"""Statements on pages, as papers and as workbooks (E10, E11): figures by hand, every layout, formulas that agree."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from sidamping.domain.ledger.entries import ADJUSTING, OPENING, Line
from sidamping.domain.ledger.sheets import Sheet
from sidamping.features.books import queries
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.layouts import layout_of
from tests.features.books.keeping import opened, posted
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
PAGES = (
    "trial_balance", "worksheet", "balance_sheet", "surplus", "cash_flow", "equity_changes", "journal", "book_notes",
)
NAMES = ("neraca-saldo", "neraca-lajur", "neraca", "phu", "arus-kas", "ekuitas", "calk")
AT, BEFORE = date(2026, 11, 22), date(2025, 12, 31)


def kept(cast: Cast) -> UUID:
    """Carried over 1.000.000; savings 300.000, interest 50.000; paper 20.000, a scale 200.000; depreciation 10.000."""
    by, member = look(cast.ujang), str(cast.keripik.owner_id)
    book = opened(cast)
    rows = (
        ("BM", date(2026, 1, 1), OPENING, (Line("1110", 1_000_000), Line("3120", -1_000_000, member))),
        ("BKM", date(2026, 3, 5), "general", (Line("1110", 350_000), Line("3120", -300_000, member),
                                              Line("4110", -50_000, member))),
        ("BKK", date(2026, 4, 5), "general", (Line("6121", 20_000), Line("1110", -20_000))),
        ("BKK", date(2026, 5, 5), "general", (Line("1340", 200_000), Line("1110", -200_000))),
        ("BM", date(2026, 10, 31), ADJUSTING, (Line("6131", 10_000), Line("1345", -10_000))),
    )
    for kind, day, nature, lines in rows:
        posted(by, book, VoucherDraft(kind, day, "Bukti", lines, nature))
    return book


def ask(layout: str = "pergub-ntt") -> queries.Ask:
    return queries.Ask(AT, BEFORE, layout_of(layout, AT)[0], layout_of("pergub-ntt", AT)[0])


def sheets(by: Viewer, book: UUID, name: str, layout: str = "pergub-ntt") -> tuple[Sheet, ...]:
    found = queries.statement(by, book, name, ask(layout))
    assert found is not None and not [fault for one in found for fault in one.faults]
    return found


@pytest.fixture
def book(cast: Cast) -> UUID:
    return kept(cast)


def test_the_cash_flow_ends_at_the_cash_of_the_ledger(cast: Cast, book: UUID) -> None:
    """E11: 1.000.000 + 300.000 + 50.000 - 20.000 - 200.000; depreciation only in the reconciliation."""
    direct, indirect = sheets(look(cast.ujang), book, "arus-kas")
    keys = ("awal", "wajib-masuk", "jasa-masuk", "total-masuk", "umum-keluar", "tetap-keluar", "surplus", "akhir")
    assert [direct.row(key).value() for key in keys] == [
        1_000_000, 300_000, 50_000, 350_000, 20_000, 200_000, 130_000, 1_130_000,
    ]
    assert [indirect.row(key).value() for key in ("surplus", "unpaid", "change", "cash-last")] == [
        20_000, 10_000, 130_000, 1_130_000,
    ]


def test_worksheet_equity_and_balance_sheet_agree(cast: Cast, book: UUID) -> None:
    """E11: the worksheet and the statements agree to the rupiah."""
    by = look(cast.ujang)
    lajur = sheets(by, book, "neraca-lajur")[0]
    assert [one.value for one in lajur.row("result").cells[6:]] == [20_000, 0, 0, 20_000]
    equity = sheets(by, book, "ekuitas")[0]
    assert [one.value for one in equity.row("total").cells] == [1_000_000, 320_000, 0, 1_320_000]
    for layout in ("pergub-ntt", "sak-ep", "sak-emkm"):
        neraca = sheets(by, book, "neraca", layout)[0]
        assert neraca.row("total-aktiva").value() == neraca.row("total-pasiva").value() == 1_320_000
        assert sheets(by, book, "phu", layout)[0].row("setelah-pajak").value() == 20_000


def test_a_stranger_gets_no_statement(cast: Cast, book: UUID) -> None:
    assert [queries.statement(look(cast.maria), book, name, ask()) for name in NAMES] == [None] * len(NAMES)


@pytest.mark.parametrize("name", PAGES)
def test_every_statement_opens_within_ten_queries(
    cast: Cast, book: UUID, sign_in: SignIn, django_assert_max_num_queries: Limit, name: str
) -> None:
    client = sign_in(cast.ujang)
    address = reverse(name, args=[book])
    client.get(address)
    with django_assert_max_num_queries(10):
        answer = client.get(address, {"per": "2026-11-22", "banding": "sama", "susunan": "pergub-ntt"})
    body = answer.content.decode()
    assert answer.status_code == 200 and "Belum cocok" not in body
    assert reverse("reports", args=[book]) in body


def test_every_figure_of_a_statement_opens_its_ledger(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    body = sign_in(cast.ujang).get(reverse("balance_sheet", args=[book])).content.decode()
    assert reverse("account_ledger", args=[book, "1110"]) in body and "Rp1.130.000" in body


def test_the_layout_is_chosen_on_the_page(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, address = sign_in(cast.ujang), reverse("balance_sheet", args=[book])
    assert "JUMLAH ASET" in client.get(address).content.decode()
    assert "TOTAL AKTIVA" in client.get(address, {"susunan": "pergub-ntt"}).content.decode()
    assert "JUMLAH ASET" in client.get(address, {"susunan": "tidak-ada"}).content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_papers_and_workbooks_of_every_statement(cast: Cast, book: UUID, sign_in: SignIn, name: str) -> None:
    client = sign_in(cast.ujang)
    paper = client.get(reverse("report_pdf", args=[book, name]), {"susunan": "pergub-ntt"})
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF")
    sheet = client.get(reverse("report_xlsx", args=[book, name]), {"susunan": "pergub-ntt"})
    assert sheet.status_code == 200 and sheet.content.startswith(b"PK")
    assert "<f>" in ZipFile(BytesIO(sheet.content)).read("xl/worksheets/sheet1.xml").decode()


def test_the_formulas_of_a_workbook_hold_our_values(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    answer = sign_in(cast.ujang).get(reverse("report_xlsx", args=[book, "neraca"]), {"susunan": "pergub-ntt"})
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    found = {row[0]: row[1] for row in rows if len(row) > 1}
    assert found["TOTAL AKTIVA"] == found["TOTAL PASSIVA"] == 1_320_000
    assert found["Total aktiva lancar"] == 1_130_000
    assert found["1110 Kas"] == found["Kas / bank"] == 1_130_000


def test_unknown_statements_and_strangers_are_not_found(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    assert client.get(reverse("report_pdf", args=[book, "rahasia"])).status_code == 404
    stranger = sign_in(cast.maria)
    assert {stranger.get(reverse(name, args=[book])).status_code for name in (*PAGES, "reports")} == {404}
    files = [reverse(name, args=[book, "neraca"]) for name in ("report_pdf", "report_xlsx")]
    assert [stranger.get(one).status_code for one in files] == [404, 404]


def test_the_journal_lists_posted_vouchers_with_their_lines(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    body = client.get(reverse("journal", args=[book]), {"dari": "2026-01-01"}).content.decode()
    assert "BKM-2026-0001" in body and "Rp350.000" in body and "BKK-2026-0002" in body
    assert "Tidak ada bukti" in client.get(reverse("journal", args=[book])).content.decode()
    sheet = client.get(reverse("report_xlsx", args=[book, "jurnal"]), {"dari": "2026-01-01"})
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert rows[-1][3:] == [1_580_000, 1_580_000]


def test_a_ledger_is_printed_with_its_running_balance(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """1.000.000 + 350.000 before April; 20.000 and 200.000 paid afterwards."""
    client, asked = sign_in(cast.ujang), {"akun": "1110", "dari": "2026-04-01", "sampai": "2026-11-22"}
    sheet = client.get(reverse("report_xlsx", args=[book, "buku-besar"]), asked)
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert [row[5] for row in rows[-4:]] == [1_350_000, 1_330_000, 1_130_000, 1_130_000]
    assert client.get(reverse("report_pdf", args=[book, "buku-besar"]), asked).content.startswith(b"%PDF")


def test_the_notes_tell_the_standard_and_open_each_line(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    body = sign_in(cast.ujang).get(reverse("book_notes", args=[book])).content.decode()
    assert "SAK EP" in body and "permenkop-2-2024#pasal-4" in body and "Jumlah kas dan setara kas" in body
