"""Who may not see single members meets them by number, in every reading of a book and every file made of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.domain.ledger.entries import Line
from sidamping.features.books import queries, services
from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.calling import Calling
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import CASH, INTEREST, LOANS, MANDATORY, NOW
from tests.features.loans.lending import Bank, lent, opened_bank, post
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]
OVERSEERS = ("yosef", "dominggus", "petronela", "sarlin", "paulus")
NAMERS = ("ujang", "wati", "ratna")
SPAN = {"dari": "2026-01-01", "sampai": "2026-11-05"}
NAME, LABEL = "Yuliana", "Anggota 1"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n"


@pytest.fixture
def bank(cast: Cast) -> Bank:
    """Yuliana took a loan and brought savings; what was typed beside them names her in part or in small letters."""
    bank = opened_bank(cast)
    lent(bank)
    lines = (Line(CASH, 50_000), Line(MANDATORY, -50_000, str(bank.yuliana), "titipan bu yuliana bano"))
    post(cast, bank.book, VoucherDraft("BKM", date(2026, 3, 1), "Setoran Bu Yuliana", lines))
    post(cast, bank.book, VoucherDraft("BKM", date(2026, 3, 2), "Jasa", (
        Line(CASH, 900), Line(INTEREST, -900, str(bank.yuliana)))))
    return bank


def readings(bank: Bank) -> Iterator[tuple[str, dict[str, str]]]:
    """Every address that reads the book, with what is asked."""
    for voucher in Voucher.objects.filter(book=bank.book).exclude(text="Saldo awal"):
        yield reverse("voucher", args=[voucher.pk]), {}
    for page in ("book", "vouchers", "journal", "cash_book", "shares", "bank"):
        yield reverse(page, args=[bank.book]), SPAN
    for account in (CASH, LOANS, MANDATORY):
        for form in ("tunggal", "dua"):
            yield reverse("account_ledger", args=[bank.book, account]), {**SPAN, "bentuk": form}


@pytest.mark.parametrize("who", OVERSEERS)
def test_an_overseer_meets_members_by_number(bank: Bank, sign_in: SignIn, who: str) -> None:
    client = sign_in(getattr(bank.cast, who))
    found = [client.get(address, asked) for address, asked in readings(bank)]
    assert [answer.request["PATH_INFO"] for answer in found if answer.status_code != 200] == []
    pages = [answer.content.decode() for answer in found]
    assert not [page for page in pages if NAME.lower() in page.lower()]
    assert sum(LABEL in page for page in pages) >= 8


@pytest.mark.parametrize("who", NAMERS)
def test_board_and_mentor_read_names(bank: Bank, sign_in: SignIn, who: str) -> None:
    client = sign_in(getattr(bank.cast, who))
    pages = [client.get(address, asked).content.decode() for address, asked in readings(bank)]
    assert sum(NAME in page for page in pages) >= 8 and not [page for page in pages if LABEL in page]


@pytest.mark.parametrize(("who", "named"), [("paulus", False), ("dominggus", False), ("wati", True), ("ratna", True)])
def test_files_name_members_to_whom_pages_do(bank: Bank, sign_in: SignIn, who: str, named: bool) -> None:
    client = sign_in(getattr(bank.cast, who))
    for name, account in (("buku-kas", ""), ("buku-besar", LOANS), ("buku-besar", MANDATORY), ("jurnal", "")):
        address = reverse("report_xlsx", args=[bank.book, name])
        sheet = load_workbook(io.BytesIO(client.get(address, {**SPAN, "akun": account}).content)).worksheets[0]
        text = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row).lower()
        assert (NAME.lower() in text) == (named and name != "jurnal"), (name, account)
        assert (LABEL.lower() in text) == (not named and name != "jurnal"), (name, account)


@pytest.mark.parametrize(("who", "status"), [("paulus", 403), ("yosef", 403), ("maria", 404), ("ratna", 200)])
def test_slips_are_for_whoever_sees_members(bank: Bank, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(getattr(bank.cast, who)).get(reverse("shares_pdf", args=[bank.book])).status_code == status


def test_who_sees_no_names_does_not_find_vouchers_by_them(bank: Bank) -> None:
    asked = {"book_id": bank.book, "text": "Yuliana"}
    assert queries.vouchers(look(bank.cast.ratna), **asked).rows and not queries.vouchers(
        look(bank.cast.paulus), **asked).rows


def test_a_receipt_of_a_member_is_shown_to_whoever_sees_members(bank: Bank, sign_in: SignIn) -> None:
    by, own, plain = look(bank.cast.wati), uuid7(), uuid7()
    shown = {}
    for id, member in ((own, str(bank.yuliana)), (plain, "")):
        account = MANDATORY if member else INTEREST
        lines = (Line(CASH, 5000), Line(account, -5000, member))
        draft = VoucherDraft("BKM", TODAY, "Setoran", lines)
        services.draft_voucher(by=by, id=id, book=bank.book, draft=draft, now=NOW)
        proof = services.add_proof(by=by, voucher=id, name="nota.pdf", content=PDF, now=NOW)
        for who in ("paulus", "ratna"):
            address = reverse("voucher_file", args=[id, proof])
            shown[who, bool(member)] = sign_in(getattr(bank.cast, who)).get(address).status_code
    assert shown == {("paulus", True): 404, ("ratna", True): 200, ("paulus", False): 200, ("ratna", False): 200}


def test_somebody_who_is_not_in_the_register_is_named_nowhere_either(bank: Bank) -> None:
    lines = (Line(CASH, 50_000), Line(MANDATORY, -50_000, str(bank.cast.keripik.owner_id), "titipan"))
    name = str(bank.cast.ujang)
    id = post(bank.cast, bank.book, VoucherDraft("BKM", date(2026, 3, 1), f"Setoran {name}", lines))
    for who, shown in (("paulus", "Setoran Seseorang"), ("ratna", f"Setoran {name}")):
        card = queries.voucher(look(getattr(bank.cast, who)), id)
        assert card is not None and card.text == shown


def test_parts_of_names_are_taken_out_and_other_words_stay() -> None:
    told = Calling({"a": "Anggota 1", "b": "Anggota 2"}, {"a": "Yuliana M. Bano", "b": "Markus Bano"})
    lines = [{"member": "a"}, {"member": "b"}, {"member": ""}]
    assert told.text("Dari MARKUS BANO dan yuliana m. bano", lines) == "Dari Anggota 2 dan Anggota 1"
    assert told.text("Bu Yuliana Bano, kopi", lines) == "Bu Anggota 1, kopi"
    assert told.text("Bu Yuliana", [{"member": "b"}]) == "Bu Yuliana"


def test_an_overseer_reads_within_few_queries(bank: Bank, sign_in: SignIn, at_most_queries: Limit) -> None:
    """The page of the book reads who is named beside figures of five kinds, and asks once more."""
    client, desk = sign_in(bank.cast.paulus), reverse("book", args=[bank.book])
    for address, asked in readings(bank):
        with at_most_queries(11 if address == desk else 10):
            client.get(address, asked)
