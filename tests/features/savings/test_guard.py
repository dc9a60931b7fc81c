"""Vouchers, members and deposits of savings are those of their own book, or the database refuses them (E7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.periods import Month
from sidamping.features.books import queries as books
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.services import VoucherDraft, change_draft, discard_draft, draft_voucher
from sidamping.features.savings.models import Deposit, Product
from sidamping.features.savings.services import DepositDraft, credit_interest, open_deposit
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import codes, refused_by_database
from tests.features.savings.saving import CASH, NOW, SUKARELA, Saving, put, saving
from tests.people import TODAY, Cast, User

RUN = (
    "INSERT INTO savings_run (id, book_id, product_id, month, voucher, rules, made_by_id, made_at, undone_why)"
    " VALUES (gen_random_uuid(), %s, %s, '2026-09-01', %s, '{}', %s, now(), '')"
)
DEPOSIT = (
    "INSERT INTO savings_deposit (id, book_id, product_id, member_id, number, opened, months, rate_ppm, per, break_ppm,"
    " voucher, made_by_id, made_at) VALUES (gen_random_uuid(), %s, %s, %s, 7, %s, 6, 0, 'year', 0, %s, %s, now())"
)
PAYOUT = (
    "INSERT INTO savings_payout (id, deposit_id, day, penalty, voucher, made_by_id, made_at)"
    " VALUES (gen_random_uuid(), %s, %s, 0, %s, %s, now())"
)
CREDIT = (
    "INSERT INTO savings_credited (run_id, member_id, deposit_id, method, base, gross, tax, says)"
    " VALUES (%s, %s, %s, 'lowest', 1, 1, 0, '')"
)
DRAFT = """INSERT INTO books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted)
VALUES (%s, %s, 'BM', 'general', '2026-09-30', 'x', '[]', 1, %s, now(), false)"""


@pytest.fixture
def kept(cast: Cast) -> Saving:
    return saving(cast)


def refused(sql: str, *values: Any) -> str:
    return refused_by_database((sql, list(values)))


def foreign_voucher(kept: Saving) -> UUID:
    """A draft in the book of somebody else."""
    row = Book.objects.get(pk=kept.book)
    other = Book.objects.create(
        party_id=kept.cast.foreign_cooperative.pk, chart=row.chart, chart_sha256=row.chart_sha256, starts=row.starts,
        opened_by_id=row.opened_by_id, opened_at=NOW,
    )  # fmt: skip
    return Voucher.objects.create(
        book=other, kind="BM", nature="general", day=TODAY, made_by=kept.cast.wati, made_at=NOW
    ).pk


def test_runs_deposits_and_payouts_name_vouchers_of_their_own_book(kept: Saving) -> None:
    term, voluntary = (Product.objects.get(book=kept.book, kind=kind) for kind in ("term", "voluntary"))
    member, by, deposit = kept.party(kept.yuliana), kept.cast.wati.pk, uuid7()
    open_deposit(by=kept.writer, id=deposit, book=kept.book, draft=DepositDraft(member, 1_000_000, 6, 90_000),
                 day=TODAY, purse=CASH, text="x", now=NOW)  # fmt: skip
    for voucher in (uuid7(), foreign_voucher(kept)):
        assert refused(RUN, kept.book, voluntary.pk, voucher, by) == "savings_voucher_of_book"
        assert refused(DEPOSIT, kept.book, term.pk, member, TODAY, voucher, by) == "savings_voucher_of_book"
        assert refused(PAYOUT, deposit, TODAY, voucher, by) == "savings_voucher_of_book"
    own = Deposit.objects.get().voucher
    assert refused(PAYOUT, deposit, "2026-11-04", own, by) == "savings_voucher_of_book"
    stranger = kept.cast.ujang.person.pk if hasattr(kept.cast.ujang, "person") else kept.cast.keripik.pk
    voucher = put(kept, kept.yuliana, SUKARELA, 1_000, TODAY)
    assert refused(DEPOSIT, kept.book, term.pk, stranger, TODAY, voucher, by) == "savings_of_a_member"
    assert refused(DEPOSIT, kept.book, term.pk, member, "2026-01-09", voucher, by) == "savings_of_a_member"


def test_credits_are_of_members_and_their_own_deposits(kept: Saving) -> None:
    term, run = Product.objects.get(book=kept.book, kind="term"), uuid7()
    deposit, voucher = uuid7(), put(kept, kept.yuliana, SUKARELA, 1_000, TODAY)
    open_deposit(by=kept.writer, id=deposit, book=kept.book, day=TODAY, purse=CASH, text="x", now=NOW,
                 draft=DepositDraft(kept.party(kept.yuliana), 1_000_000, 6, 90_000))  # fmt: skip
    made = (RUN.replace("gen_random_uuid()", f"'{run}'"), [kept.book, term.pk, voucher, kept.cast.wati.pk])
    for member, of in ((kept.cast.keripik.pk, None), (kept.party(kept.domi), deposit)):
        assert refused_by_database(made, (CREDIT, [run, member, of])) == "savings_credit_fits"


def test_an_interest_draft_stays_as_the_members_were_told(
    kept: Saving, sign_in: Callable[[User], Client]
) -> None:
    """E7: the draft is posted or deleted; changed amounts would no longer be what was credited."""
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 9, 1))
    id = uuid7()
    credit_interest(by=kept.writer, id=id, book=kept.book, month=Month(2026, 9), day=date(2026, 9, 30), text="Jasa",
                    now=NOW)  # fmt: skip
    found = books.voucher(kept.writer, id)
    assert found is not None
    doubled = tuple(replace(one, amount=one.amount * 2) for one in found.lines)
    changed = VoucherDraft("BM", found.day, found.text, doubled)
    assert codes(lambda: draft_voucher(
        by=kept.writer, id=id, book=kept.book, draft=changed, now=NOW, seen=found.revised)) == ["BOOKS_076"]
    page = sign_in(kept.cast.wati).get(reverse("voucher", args=[id])).content.decode()
    assert reverse("voucher_change", args=[id]) not in page
    assert f'<a href="{reverse("savings", args=[kept.book])}">' in page
    assert sign_in(kept.cast.wati).get(reverse("voucher_change", args=[id])).status_code == 303
    assert codes(lambda: change_draft(by=kept.writer, voucher=id, draft=changed, proof=None, now=NOW, seen=1)) == [
        "BOOKS_076"]
    discard_draft(by=kept.writer, voucher=id)
    assert codes(lambda: draft_voucher(
        by=kept.writer, id=id, book=kept.book, draft=changed, now=NOW)) == ["BOOKS_076"]
    assert refused_by_database((DRAFT, [id, kept.book, kept.writer.user_id])) == "books_draft_bound"
