"""Bank statements: columns are told once, lines kept once, matched by amount and days, never posted by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.statement_lines import Csv, bank_rows, guessed_columns, read_csv
from sidamping.features.books import services
from sidamping.features.books.models import BankLine, Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import BANK, INTEREST, NOW, codes, drafted, opened, refused_by_database
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
CSV = b"""Tanggal;Keterangan;Masuk;Keluar;Saldo
01/10/2026;SALDO AWAL;;;1.000.000,00
06/10/2026;TRSF JASA;250.000,00;;1.250.000,00
06/10/2026;TRSF JASA;250.000,00;;1.500.000,00
20/10/2026;BIAYA ADM;;15.000,00;1.485.000,00
"""
CHOSEN = {"day": "0", "text": "1", "came": "2", "went": "3", "amount": ""}


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast, alone=False)


def file(content: bytes = CSV, name: str = "koran.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/csv")


def upload(client: Client, book: UUID, content: bytes = CSV) -> HttpResponse:
    return client.post(reverse("bank_upload", args=[book]), {"account": BANK, "file": file(content)})


def told(client: Client, book: UUID, content: bytes = CSV, **columns: str) -> HttpResponse:
    sent = {"account": BANK, "name": "koran.csv", "content": content.decode(), **CHOSEN, **columns}
    return client.post(reverse("bank_columns", args=[book]), sent)


def test_a_file_of_many_years_is_refused_with_its_size(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    answer = upload(sign_in(cast.wati), book, CSV + b" " * 400_000)
    assert answer.status_code == 422 and "BOOKS_084" in answer.content.decode()


def test_columns_are_told_once_and_each_line_is_kept_once(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """Two equal lines of one day are two; the same file again adds none, a longer one adds what is new."""
    client = sign_in(cast.wati)
    assert "TRSF JASA" in upload(client, book).content.decode()
    assert not BankLine.objects.exists()
    assert told(client, book).status_code == 303
    assert BankLine.objects.count() == 3
    assert upload(client, book).status_code == 303
    assert upload(client, book, CSV + b"21/10/2026;TRSF JASA;250.000,00;;1.735.000,00\n").status_code == 303
    amounts = BankLine.objects.order_by("day", "id").values_list("amount", flat=True)
    assert list(amounts) == [250_000, 250_000, -15_000, 250_000]
    assert not Voucher.objects.exists()


def test_lines_match_postings_by_amount_within_three_days_and_each_once(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    client = sign_in(cast.wati)
    for day in (date(2026, 10, 3), date(2026, 10, 10)):
        draft = VoucherDraft("BKM", day, "Jasa", (Line(BANK, 250_000), Line(INTEREST, -250_000)))
        id = drafted(look(cast.wati), book, draft)
        services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
    told(client, book)
    page = client.get(reverse("bank", args=[book]), {"rekening": BANK}).content.decode()
    assert page.count("cocok</span>") == 1 and "2 baris belum ada di buku" in page
    assert "Di buku, tetapi tidak di rekening koran" in page
    assert sign_in(cast.ratna).get(reverse("bank", args=[book])).status_code == 200
    assert sign_in(cast.maria).get(reverse("bank", args=[book])).status_code == 404


def test_a_line_becomes_one_draft_on_a_click(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    told(client, book)
    line = BankLine.objects.get(amount=-15_000)
    form = client.get(reverse("money_out", args=[book]), {"baris": str(line.pk)}).content.decode()
    assert 'value="15.000"' in form and "BIAYA ADM" in form and str(line.pk) in form
    sent = {"id": str(uuid7()), "seen": "0", "day": "2026-10-20", "purse": BANK, "member": "", "text": "BIAYA ADM",
            "purpose_1": "6129", "amount_1": "15.000", "line": str(line.pk)}
    for _ in range(2):
        assert client.post(reverse("money_out", args=[book]), sent).status_code == 303
    again = client.post(reverse("money_out", args=[book]), {**sent, "id": str(uuid7())})
    assert again.status_code == 422 and "BOOKS_064" in again.content.decode()
    row = Voucher.objects.get()
    assert not row.posted and [one["amount"] for one in row.lines] == [-15_000, 15_000]
    services.post_voucher(by=look(cast.ujang), voucher=row.pk, now=NOW)
    page = client.get(reverse("bank", args=[book]), {"rekening": BANK}).content.decode()
    assert "BKK-2026-0001" in page


def test_a_deleted_draft_lets_its_line_wait_again(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    told(client, book)
    line = BankLine.objects.get(amount=-15_000)
    draft = VoucherDraft("BKK", date(2026, 10, 20), "Adm", (Line("6129", 15_000), Line(BANK, -15_000)))
    services.draft_with_proof(
        by=look(cast.wati), id=uuid7(), book=book, draft=draft, proof=None, now=NOW, line=line.pk
    )
    services.discard_draft(by=look(cast.wati), voucher=Voucher.objects.get().pk)
    line.refresh_from_db()
    assert line.voucher_id is None


def fee(amount: int) -> VoucherDraft:
    return VoucherDraft("BKK", date(2026, 10, 20), "Adm", (Line("6129", amount), Line(BANK, -amount)))


def made_of(cast: Cast, book: UUID, line: BankLine, draft: VoucherDraft) -> UUID:
    id = uuid7()
    services.draft_with_proof(by=look(cast.wati), id=id, book=book, draft=draft, proof=None, now=NOW, line=line.pk)
    return id


def test_a_voucher_says_the_amount_of_the_line_it_is_made_of(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """E10: the bank took 15,000; a voucher of 14,000 is no voucher of that line, neither drafted nor posted."""
    told(sign_in(cast.wati), book)
    line = BankLine.objects.get(amount=-15_000)
    assert codes(lambda: made_of(cast, book, line, fee(14_000))) == ["BOOKS_072"]
    assert not Voucher.objects.exists()
    id = made_of(cast, book, line, fee(15_000))
    services.draft_voucher(by=look(cast.wati), id=id, book=book, draft=fee(14_000), now=NOW, seen=1)
    assert codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)) == ["BOOKS_072"]


def test_a_line_whose_voucher_was_reversed_waits_again(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    """The reversal is no movement of the bank either: neither of both matches a line."""
    client, ujang = sign_in(cast.wati), look(cast.ujang)
    told(client, book)
    line, address = BankLine.objects.get(amount=-15_000), reverse("bank", args=[book])
    id = made_of(cast, book, line, fee(15_000))
    services.post_voucher(by=ujang, voucher=id, now=NOW)
    assert "2 baris belum ada di buku" in client.get(address, {"rekening": BANK}).content.decode()
    services.reverse_voucher(by=ujang, id=uuid7(), voucher=id, day=date(2026, 10, 21), text="Keliru", now=NOW)
    page = client.get(address, {"rekening": BANK}).content.decode()
    assert "3 baris belum ada di buku" in page and "Di buku, tetapi tidak di rekening koran" not in page
    again = made_of(cast, book, line, fee(15_000))
    line.refresh_from_db()
    assert line.voucher_id == again
    assert codes(lambda: made_of(cast, book, line, fee(15_000))) == ["BOOKS_064"]


@pytest.mark.parametrize(("content", "code"), [
    (b"", ""), (b"\x00\x01\x02", "BOOKS_061"), (b"hanya satu kolom\nsatu\n", "BOOKS_061"),
])
def test_what_is_no_statement_is_told(cast: Cast, book: UUID, sign_in: SignIn, content: bytes, code: str) -> None:
    answer = upload(sign_in(cast.wati), book, content)
    assert answer.status_code == 422 and code in answer.content.decode()


def test_every_bad_cell_is_told_and_nothing_kept(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    wrong = CSV + b"32/10/2026;X;lima;;0\n22/10/2026;Y;;10.5;0\n"
    answer = told(sign_in(cast.wati), book, wrong)
    page = answer.content.decode()
    assert answer.status_code == 422 and page.count("BOOKS_063") == 2 and page.count("BOOKS_062") == 1
    assert not BankLine.objects.exists()
    both = told(sign_in(cast.wati), book, amount="2")
    assert both.status_code == 422 and "BOOKS_082" in both.content.decode() and not BankLine.objects.exists()


@pytest.mark.parametrize(("head", "columns"), [
    ("Tanggal;Keterangan;Keluar;Masuk;Saldo", {"day": 0, "text": 1, "went": 2, "came": 3}),
    ("Posting Date,Remark,Debit,Credit,Balance", {"day": 0, "text": 1, "went": 2, "came": 3}),
    ("No;Tgl Transaksi;Uraian;Jumlah Mutasi;Saldo", {"day": 1, "text": 2, "amount": 3}),
    ("Tanggal;Keterangan;Jumlah (Debit/Kredit);Saldo", {"day": 0, "text": 1, "amount": 2}),
    ("Tanggal;Uraian;Jumlah Keluar;Jumlah Masuk", {"day": 0, "text": 1, "went": 2, "came": 3}),
    ("Tanggal;Uraian;Masuk;Saldo", {"day": 0, "text": 1}),
    ("A;B;C", {}),
])
def test_columns_are_guessed_from_their_headings(head: str, columns: dict[str, int]) -> None:
    mark = ";" if ";" in head else ","
    assert guessed_columns(Csv(tuple(head.split(mark)), ())) == columns


def test_the_form_of_columns_stands_filled_with_the_guess(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    form = upload(sign_in(cast.wati), book).context["form"]
    assert {key: form[key].value() for key in CHOSEN} == {"day": 0, "text": 1, "came": 2, "went": 3, "amount": None}


def test_one_signed_column_is_read_as_well() -> None:
    table = read_csv("k.csv", b"Tgl,Ket,Jumlah\n2026-10-05,Masuk,5000 CR\n2026-10-06,Keluar,\"1,500.00 DB\"\n")
    rows = bank_rows(table, {"day": 0, "text": 1, "amount": 2})
    assert [(one.day.day, one.amount) for one in rows] == [(5, 5000), (6, -1500)]


def test_only_the_board_uploads_and_lines_never_change(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    assert upload(sign_in(cast.ratna), book).status_code == 403
    table = read_csv("k.csv", CSV)
    assert codes(lambda: services.read_statement(
        by=look(cast.ratna), book=book, account=BANK, table=table, columns={"day": 0, "text": 1, "came": 2}, now=NOW,
    )) == ["BOOKS_018"]  # fmt: skip
    told(sign_in(cast.wati), book)
    assert refused_by_database(("UPDATE books_bankline SET amount = 1", [])) == "sealed"
    copy = "INSERT INTO books_bankline (id, account_id, day, text, amount, nth, sent_by_id, sent_at) SELECT" \
           " gen_random_uuid(), account_id, day, text, amount, nth, sent_by_id, now() FROM books_bankline"
    assert refused_by_database((copy, [])) == "bank_line_once"
