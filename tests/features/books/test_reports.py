"""Statements on pages, as papers and as workbooks (E10, E11): figures by hand, every layout, formulas that agree."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from sidamping.domain.ledger.entries import ADJUSTING, OPENING, Line
from sidamping.domain.ledger.sheets import Sheet
from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.features.books.models import Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.rules.layouts import layout_of
from tests.features.books.keeping import NOW, opened, posted
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
PAGES = (
    "trial_balance", "worksheet", "balance_sheet", "surplus", "cash_flow", "equity_changes", "promotion", "journal",
    "book_notes",
)
NAMES = ("neraca-saldo", "neraca-lajur", "neraca", "phu", "arus-kas", "ekuitas", "calk", "buku-kas", "promosi")
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


def equity(by: Viewer, book: UUID, row: str) -> list[object]:
    return [one.value for one in sheets(by, book, "ekuitas")[0].row(row).cells]


def turned(by: Viewer, book: UUID, text: str, day: date) -> None:
    """The voucher with this text is turned back on a day."""
    voucher = Voucher.objects.get(book=book, text=text)
    services.reverse_voucher(by=by, id=uuid7(), voucher=voucher.pk, day=day, text="Keliru", now=NOW)


def test_what_was_turned_back_within_the_year_was_neither_added_nor_taken(cast: Cast, book: UUID) -> None:
    """E11: 300.000 of savings were added; 70.000 that were turned back a month later were not."""
    by, member = look(cast.ujang), str(cast.keripik.owner_id)
    wrong = (Line("1110", 70_000), Line("3120", -70_000, member))
    posted(by, book, VoucherDraft("BKM", date(2026, 6, 5), "Salah orang", wrong))
    turned(by, book, "Salah orang", date(2026, 7, 1))
    assert equity(by, book, "simpanan-wajib") == [1_000_000, 300_000, 0, 1_300_000]


def test_what_was_added_in_an_earlier_span_is_taken_when_it_is_turned_back(cast: Cast, book: UUID) -> None:
    """March's 300.000 turned back in July: taken in the half-year from June on, where nothing was added."""
    by = look(cast.ujang)
    voucher = Voucher.objects.get(book=book, kind="BKM")
    services.reverse_voucher(by=by, id=uuid7(), voucher=voucher.pk, day=date(2026, 7, 1), text="Keliru", now=NOW)
    found = queries.statement(by, book, "ekuitas", replace(ask(), first=date(2026, 6, 1)))
    assert found is not None
    assert [one.value for one in found[0].row("simpanan-wajib").cells] == [1_300_000, 0, 300_000, 1_000_000]


def test_a_closing_that_was_turned_back_leaves_the_surplus_where_it_was(cast: Cast) -> None:
    """E11: closed, turned back, and the statement reads as before the closing."""
    by, later = look(cast.ujang, date(2027, 2, 1)), datetime(2027, 2, 1, 9, tzinfo=UTC)
    book = kept(cast)
    whole = replace(ask(), at=date(2026, 12, 31))
    before = queries.statement(by, book, "ekuitas", whole)
    for month in range(1, 12):
        services.close_period(by=by, book=book, month=Month(2026, month), now=later)
    closing = uuid7()
    services.draft_closing(by=by, id=closing, book=book, year=2026, now=later)
    services.post_voucher(by=by, voucher=closing, now=later)
    services.reverse_voucher(
        by=by, id=uuid7(), voucher=closing, day=date(2026, 12, 31), text="Ada bukti tertinggal", now=later
    )
    assert queries.statement(by, book, "ekuitas", whole) == before


def test_the_daily_cash_book_prints_with_its_running_balance(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """E10: 1.350.000 before April; 20.000 and 200.000 paid; a purse beside each line."""
    client, asked = sign_in(cast.ujang), {"dari": "2026-04-01", "sampai": "2026-11-22"}
    sheet = client.get(reverse("report_xlsx", args=[book, "buku-kas"]), asked)
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert [row[6] for row in rows[-4:]] == [1_350_000, 1_330_000, 1_130_000, 1_130_000]
    assert [row[4:6] for row in rows[-3:]] == [[0, 20_000], [0, 200_000], [0, 220_000]]
    assert (rows[-3][0], rows[-3][3]) == ("5 Apr 2026", "Kas")
    assert client.get(reverse("report_pdf", args=[book, "buku-kas"]), asked).content.startswith(b"%PDF")
    page = client.get(reverse("cash_book", args=[book]), asked).content.decode()
    assert f"{reverse('report_pdf', args=[book, 'buku-kas'])}?dari=2026-04-01&amp;sampai=2026-11-22" in page


def test_member_economic_promotion_stands_on_the_ledger_and_what_was_stated(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """E11: 50.000 of members at 9.000 where others take 10.000: 5.556 saved; with 12.000 of the surplus 17.556."""
    client, address = sign_in(cast.ujang), reverse("promotion", args=[book])
    assert "belum dapat dihitung" in client.get(address).content.decode()
    services.state_figures(
        by=look(cast.ujang), id=uuid7(), book=book, year=2026, source="Kios Maju", now=NOW,
        figures={"harga_koperasi": 9_000, "harga_pesaing": 10_000, "shu_bagian_anggota": 12_000},
    )  # fmt: skip
    made = sheets(look(cast.ujang), book, "promosi")[0]
    keys = ("participation", "saved", "total")
    assert [made.row(key).value() for key in keys] == [50_000, 5_556, 17_556]
    shown = client.get(address).content.decode()
    assert "Rp17.556" in shown and "90,00 %" in shown
    assert reverse("account_ledger", args=[book, "4110"]) in shown
    assert reverse("ratio_figures", args=[book, 2026]) in shown
    assert reverse("ratio_figures", args=[book, 2026]) not in sign_in(cast.ratna).get(address).content.decode()


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
