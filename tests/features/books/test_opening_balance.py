"""The opening balance: typed or uploaded, all its faults at once, kept as one draft, posted by another person (E10)."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.domain.ledger.entries import OPENING, Line
from sidamping.domain.ledger.opening import OpeningRow
from sidamping.features.books import services
from sidamping.features.books.models import Member, Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, codes, opened, refused_by_database
from tests.people import Cast, User, look

SignIn = Callable[[User], Client]
CASH, VOLUNTARY, PRINCIPAL, UNDISTRIBUTED, BUILDINGS_WORN = "1110", "2111", "3110", "3170", "1325"


@pytest.fixture
def book(cast: Cast) -> UUID:
    found = opened(cast, alone=False)
    services.admit_member(by=look(cast.wati), id=uuid7(), book=found, joined=date(2026, 1, 1), name="Yuliana Bano")
    return found


def upload(client: Client, book: UUID, *cells: tuple[str, str, int | str]) -> tuple[int, str]:
    """Fill the template in as a treasurer does: sheet, cell of the first column to find, amount beside it."""
    answer = client.get(reverse("opening_template", args=[book]))
    made = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a FileResponse
    work = load_workbook(io.BytesIO(made))
    for sheet, place, amount in cells:
        work[sheet][place] = amount
    out = io.BytesIO()
    work.save(out)
    answer = client.post(reverse("opening_upload", args=[book]), {"file": SimpleUploadedFile("s.xlsx", out.getvalue())})
    return answer.status_code, answer.content.decode()


def test_what_the_treasurer_types_becomes_one_balanced_draft_without_the_word_debit(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """E10: cash 900,000 and buildings worn by 100,000 against savings 300,000 and surplus 500,000."""
    client, address = sign_in(cast.wati), reverse("opening", args=[book])
    page = client.get(address).content.decode().split("<main")[1]
    assert "Harta" in page and "Modal" in page and "ebit" not in page and "redit" not in page
    sent = {"id": str(uuid7()), "seen": "0", "1110": "Rp900.000", "1325": "100.000", "3170": "500.000",
            "3110-1": "100000", "2111-1": "200.000"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 303
    row = Voucher.objects.get()
    assert (row.nature, row.day, row.posted) == ("opening", date(2026, 1, 1), False)
    member = str(Member.objects.get().party_id)
    assert sorted((one["account"], one["amount"], one["member"]) for one in row.lines) == [
        (CASH, 900_000, ""), (BUILDINGS_WORN, -100_000, ""), (VOLUNTARY, -200_000, member),
        (PRINCIPAL, -100_000, member), (UNDISTRIBUTED, -500_000, ""),
    ]
    assert 'value="900.000"' in client.get(address).content.decode()
    posted = sign_in(cast.ujang).post(reverse("voucher_act", args=[row.pk]), {"act": "post"})
    assert posted.status_code == 303
    after = client.post(address, {**sent, "1110": "1"})
    assert after.status_code == 422 and "BOOKS_048" in after.content.decode()


def test_one_rupiah_out_of_balance_is_told_and_the_draft_kept(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, address = sign_in(cast.wati), reverse("opening", args=[book])
    answer = client.post(address, {"id": str(uuid7()), "seen": "0", "1110": "100.001", "3170": "100.000"})
    told = answer.content.decode()
    assert answer.status_code == 422 and "BOOKS_042" in told and "Rp1" in told and "ebit" not in told.split("<main")[1]
    row = Voucher.objects.get()
    assert not row.posted and 'value="100.001"' in told
    post = sign_in(cast.ujang).post(reverse("voucher_act", args=[row.pk]), {"act": "post"})
    assert post.status_code == 422 and "BOOKS_042" in post.content.decode()


def test_a_workbook_is_read_into_the_draft(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client = sign_in(cast.wati)
    status, told = upload(client, book, ("Saldo awal", "D6", 150_000), ("Anggota", "G4", 150_000))
    row = Voucher.objects.get()
    assert status == 303, told
    assert [(one["account"], one["amount"]) for one in row.lines] == [(CASH, 150_000), (PRINCIPAL, -150_000)]


def test_every_fault_of_a_workbook_is_told_at_once_and_nothing_of_it_is_lost(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    """Bad input of issue 4: wrong account, non-existing member, out of balance."""
    client = sign_in(cast.wati)
    status, told = upload(
        client, book, ("Saldo awal", "A6", "9999"), ("Saldo awal", "D6", 5000),
        ("Saldo awal", "A8", "4110"), ("Saldo awal", "D8", 10), ("Anggota", "A4", 77), ("Anggota", "F4", 4000),
    )
    assert status == 422
    for code in ("BOOKS_042", "BOOKS_043", "BOOKS_044", "BOOKS_046"):
        assert code in told, code
    row = Voucher.objects.get()
    assert len(row.lines) == 3
    post = sign_in(cast.ujang).post(reverse("voucher_act", args=[row.pk]), {"act": "post"})
    for code in ("BOOKS_003", "BOOKS_014", "BOOKS_044"):
        assert code in post.content.decode(), code
    fixed = {"id": str(row.pk), "seen": "1", "1110": "4000", "3170": "4000", "drop": "on"}
    assert client.post(reverse("opening", args=[book]), fixed).status_code == 303


def test_a_cell_that_excel_could_not_reckon_is_told_with_its_row_and_not_left_out(
    cast: Cast, book: UUID, sign_in: SignIn
) -> None:
    status, told = upload(sign_in(cast.wati), book, ("Saldo awal", "D6", "#REF!"), ("Anggota", "F4", "#N/A"))
    assert status == 422 and told.count("BOOKS_045") >= 2
    assert "Saldo awal baris 6" in told and "Anggota baris 4" in told and "#REF!" in told


@pytest.mark.parametrize("typed, code", [
    ("abc", "FIGURES_017"), ("1,5", "FIGURES_005"), ("1" + "0" * 16, "FIGURES_008"), ("-5", "FIGURES_007"),
])
def test_an_amount_nobody_can_read_or_below_nothing_is_told_at_its_field_and_the_draft_stays(
    cast: Cast, book: UUID, sign_in: SignIn, typed: str, code: str
) -> None:
    client, address = sign_in(cast.wati), reverse("opening", args=[book])
    good = {"id": str(uuid7()), "seen": "0", CASH: "500", UNDISTRIBUTED: "500"}
    assert client.post(address, good).status_code == 303
    row = Voucher.objects.get()
    answer = client.post(address, {**good, "seen": "1", CASH: typed})
    told = answer.content.decode()
    assert answer.status_code == 422 and code in told and f'href="#id_{CASH}"' in told and f'value="{typed}"' in told
    status, told = upload(client, book, ("Saldo awal", "D6", typed))
    assert status == 422 and code in told
    assert Voucher.objects.get().lines == row.lines


def test_an_account_stands_on_its_own_side_but_a_loss_may_be_below_nothing(cast: Cast, book: UUID) -> None:
    """Cash of -5 beside a bank of 1,000,004 balances and is wrong all the same; a loss carried forward is not."""
    by, day, id = look(cast.wati), date(2026, 1, 1), uuid7()
    wrong = (Line(CASH, -5), Line("1121", 1_000_004), Line("3150", -999_999))
    kept = services.draft_voucher(
        by=by, id=id, book=book, draft=VoucherDraft("BM", day, "Saldo awal", wrong, OPENING), now=NOW
    )
    assert [one.code for one in kept.problems] == ["FIGURES_007"]
    assert codes(lambda: services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)) == ["FIGURES_007"]
    typed = ((CASH, "500"), (BUILDINGS_WORN, "100"), ("3150", "900"), (UNDISTRIBUTED, "-500"))
    rows = [OpeningRow(account, account, amount) for account, amount in typed]
    assert not services.draft_opening(by=by, id=id, book=book, rows=rows, now=NOW, seen=1).problems


def test_no_workbook_is_refused_with_its_code(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    client, address = sign_in(cast.wati), reverse("opening_upload", args=[book])
    assert "SHEETS_009" in client.post(address).content.decode()
    wrong = client.post(address, {"file": SimpleUploadedFile("s.xlsx", b"saldo")})
    assert wrong.status_code == 422 and "SHEETS_001" in wrong.content.decode()


def test_an_account_twice_or_a_whole_where_members_are_kept_is_told(cast: Cast, book: UUID) -> None:
    by = look(cast.wati)
    typed = ((5, CASH, "500"), (6, CASH, "500"), (7, PRINCIPAL, "1000"))
    rows = [OpeningRow(f"baris {at}", account, amount) for at, account, amount in typed]
    kept = services.draft_opening(by=by, id=uuid7(), book=book, rows=rows, now=NOW)
    assert [one.code for one in kept.problems] == ["BOOKS_066", "BOOKS_047"]


def test_there_is_one_opening_draft_at_a_time_even_through_raw_sql(cast: Cast, book: UUID) -> None:
    by = look(cast.wati)
    for id in (uuid7(), uuid7()):
        services.draft_opening(by=by, id=id, book=book, rows=[OpeningRow("1", CASH, "500")], now=NOW)
    assert Voucher.objects.count() == 1
    copy = "INSERT INTO books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at," \
           " posted) SELECT %s, book_id, kind, nature, day, text, lines, 1, made_by_id, made_at, false FROM" \
           " books_voucher"
    assert refused_by_database((copy, [uuid7()])) == "voucher_one_opening_draft"


def test_another_opening_draft_beside_the_one_there_is_told(cast: Cast, book: UUID) -> None:
    by, draft = look(cast.wati), VoucherDraft("BM", date(2026, 1, 1), "Saldo awal", (Line(CASH, 5),), OPENING)
    services.draft_voucher(by=by, id=uuid7(), book=book, draft=draft, now=NOW)
    assert codes(lambda: services.draft_voucher(by=by, id=uuid7(), book=book, draft=draft, now=NOW)) == ["BOOKS_019"]
    whole = VoucherDraft("BM", date(2026, 1, 1), "Saldo awal", (Line(CASH, 5), Line(UNDISTRIBUTED, -5)), OPENING)
    assert codes(lambda: services.import_vouchers(by=by, book=book, drafts={uuid7(): whole}, now=NOW)) == ["BOOKS_048"]


def test_a_reversed_opening_balance_makes_room_for_another(cast: Cast, book: UUID) -> None:
    wati, ujang, first = look(cast.wati), look(cast.ujang), uuid7()
    rows = [OpeningRow("1", CASH, "500"), OpeningRow("2", UNDISTRIBUTED, "500")]
    services.draft_opening(by=wati, id=first, book=book, rows=rows, now=NOW)
    services.post_voucher(by=ujang, voucher=first, now=NOW)
    again = uuid7()
    assert codes(lambda: services.draft_opening(by=wati, id=again, book=book, rows=rows, now=NOW)) == ["BOOKS_048"]
    services.reverse_voucher(
        by=ujang, id=uuid7(), voucher=first, day=date(2026, 1, 1), text="Salah salin", now=NOW
    )
    services.draft_opening(by=wati, id=again, book=book, rows=rows, now=NOW)
    assert services.post_voucher(by=ujang, voucher=again, now=NOW) == "BM-2026-0003"


def test_only_the_board_opens_these_pages(cast: Cast, book: UUID, sign_in: SignIn) -> None:
    for name in ("opening", "opening_template"):
        assert sign_in(cast.ratna).get(reverse(name, args=[book])).status_code == 403
    assert sign_in(cast.wati).get(reverse("opening", args=[uuid7()])).status_code == 404


def test_the_page_asks_the_database_at_most_ten_times(
    cast: Cast, book: UUID, sign_in: SignIn, at_most_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    client = sign_in(cast.wati)
    with at_most_queries(10):
        assert client.get(reverse("opening", args=[book])).status_code == 200
