"""Random books kept through our services, added up again by hledger, beancount and plain SQL at three days (F3)."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from beancount import loader
from beancount.core import realization
from click.testing import CliRunner
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.entries import ADJUSTING, GENERAL, Line
from sidamping.domain.problems import Refused
from sidamping.edges.cli.forms import export_group
from sidamping.features.books import queries, services
from sidamping.features.books.render.journals import beancount, hledger, table
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import BANK, CASH, INTEREST, LOANS, MANDATORY, NOW, SUPPLIES, opened, paid, posted
from tests.people import TODAY, Cast, look

ACCOUNTS = (CASH, BANK, LOANS, MANDATORY, INTEREST, SUPPLIES, "1149", "2220", "6131")
PER_MEMBER = (LOANS, MANDATORY)
FIRST = date(2026, 1, 1)
DAYS = (date(2026, 3, 31), date(2026, 7, 15), TODAY)
PLAIN = """
SELECT a.code, sum(p.amount) FROM books_posting p, books_voucher v, books_account a
WHERE v.id = p.voucher_id AND a.id = p.account_id AND v.posted AND v.book_id = %s AND v.day <= %s
GROUP BY a.code HAVING sum(p.amount) <> 0
"""
HALVES = """
SELECT v.id FROM books_voucher v LEFT JOIN books_posting p ON p.voucher_id = v.id
GROUP BY v.id HAVING CASE WHEN v.posted THEN count(p.id) < 2 OR sum(p.amount) <> 0 ELSE count(p.id) > 0 END
"""
sizes = st.one_of(st.integers(1, 5_000_000), st.integers(1, MOST // 100))
amounts = sizes.flatmap(lambda one: st.sampled_from((one, -one)))
days = st.integers(0, (TODAY - FIRST).days).map(lambda count: FIRST + timedelta(count))
texts = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=20).filter(str.strip)
kinds = st.sampled_from(("BKM", "BKK", "BPK", "BJK", "BM"))


@st.composite
def balanced(draw: Any) -> VoucherDraft:
    """A voucher whose last line takes the rest, if there is one."""
    found = draw(st.lists(st.tuples(st.sampled_from(ACCOUNTS), amounts), min_size=1, max_size=5))
    rest = -sum(amount for _, amount in found)
    found += [(CASH, rest)] if rest else [(BANK, 5), (CASH, -5)]
    lines = tuple(Line(code, amount, "member" if code in PER_MEMBER else "") for code, amount in found)
    return VoucherDraft(draw(kinds), draw(days), draw(texts), lines, draw(st.sampled_from((GENERAL, ADJUSTING))))


@st.composite
def anyhow(draw: Any) -> VoucherDraft:
    """A voucher as a tired hand may write it."""
    codes = st.sampled_from((*ACCOUNTS, "1000", "9999", ""))
    wild = st.one_of(amounts, st.sampled_from((0, 1, -1, 10**16, -(10**16), MOST, -MOST)))
    members = st.sampled_from(("", "member", "bukan", "00000000-0000-4000-8000-000000000000"))
    lines = draw(st.lists(st.builds(Line, codes, wild, members), max_size=4))
    mirror = [Line(one.account, -one.amount, one.member) for one in lines] if draw(st.booleans()) else []
    day = draw(st.one_of(days, st.sampled_from((date(2025, 6, 1), date(2027, 1, 1)))))
    return VoucherDraft(draw(kinds), day, draw(st.one_of(texts, st.just(""))), (*lines, *mirror))


def with_member(draft: VoucherDraft, member: UUID) -> VoucherDraft:
    lines = tuple(replace(one, member=str(member)) if one.member == "member" else one for one in draft.lines)
    return replace(draft, lines=lines)


def in_a_fresh_book(cast: Cast, check: Callable[[UUID], None]) -> None:
    """Runs a check on a new book and takes everything back."""
    with transaction.atomic():
        check(opened(cast))
        transaction.set_rollback(True)


def by_hledger(journal: str, day: date) -> Mapping[str, int]:
    """What hledger finds on each account at the end of the day."""
    command = ["hledger", "-f", "-", "balance", "--flat", "-N", "-O", "csv", "-e", str(day + timedelta(1))]
    ended = subprocess.run(command, input=journal, capture_output=True, text=True, check=True)
    rows = list(csv.reader(io.StringIO(ended.stdout)))[1:]
    return {name.rpartition(":")[2]: int(amount.removeprefix("IDR ")) for name, amount in rows if amount != "0"}


def by_beancount(text: str, day: date) -> Mapping[str, int]:
    """What beancount finds, after it has checked every voucher itself."""
    entries, errors, _ = loader.load_string(text)
    assert not errors
    tree = realization.realize([one for one in entries if one.date <= day])
    found = {one.account.rpartition(":")[2]: one.balance.get_currency_units("IDR").number
             for one in realization.iter_children(tree)}
    return {code: int(number) for code, number in found.items() if number}


def by_plain_sql(book: UUID, day: date) -> Mapping[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, [book, day])
        return {code: int(amount) for code, amount in cursor.fetchall()}


def test_our_balances_are_those_of_hledger_beancount_and_plain_sql(cast: Cast) -> None:
    @settings(max_examples=20, deadline=None)
    @given(st.lists(balanced(), min_size=1, max_size=12), st.integers(0, 3))
    def same(drafts: list[VoucherDraft], reversed_ones: int) -> None:
        in_a_fresh_book(cast, lambda book: judged(book, drafts, reversed_ones))

    def judged(book: UUID, drafts: list[VoucherDraft], reversed_ones: int) -> None:
        by = look(cast.ujang)
        ids = [posted(by, book, paid(7_500))]
        ids += [id for one in drafts if (id := booked(by, book, with_member(one, cast.keripik.owner_id)))]
        for id in ids[:reversed_ones]:
            services.reverse_voucher(by=by, id=uuid7(), voucher=id, day=TODAY, text="Dibalik", now=NOW)
        chart, entries = queries.chart_of_book(book), list(queries.posted_entries(book))
        journal, ledger = "".join(hledger(entries, chart)), "".join(beancount(entries, chart))
        for day in DAYS:
            ours = queries.balances(by, book, day)
            assert ours == by_hledger(journal, day) == by_beancount(ledger, day) == by_plain_sql(book, day)
            trial = queries.trial_balance(by, book, day)
            assert trial is not None and trial.debit == trial.credit
        assert queries.rebuilt(by, book) == ()

    same()


def booked(by: Any, book: UUID, draft: VoucherDraft) -> UUID | None:
    """The voucher, posted; None where it takes what the member does not have and so stays a draft."""
    try:
        return posted(by, book, draft)
    except Refused as refused:
        assert set(refused.codes) <= {"BOOKS_073", "LOANS_048"}
        return None


def test_fuzzed_vouchers_never_leave_a_half_written_entry(cast: Cast) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.one_of(anyhow(), balanced()), min_size=1, max_size=6))
    def sound(drafts: list[VoucherDraft]) -> None:
        in_a_fresh_book(cast, lambda book: written(book, drafts))

    def written(book: UUID, drafts: list[VoucherDraft]) -> None:
        for draft in drafts:
            id, whole = uuid7(), with_member(draft, cast.keripik.owner_id)
            kept = services.draft_voucher(by=look(cast.ujang), id=id, book=book, draft=whole, now=NOW)
            try:
                services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)
                assert not kept.problems
            except Refused as refused:
                assert refused.problems == kept.problems
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(HALVES)
            assert cursor.fetchall() == []
        assert queries.rebuilt(look(cast.ujang), book) == ()

    sound()


def test_the_command_writes_what_hledger_reads(cast: Cast) -> None:
    book = opened(cast)
    posted(look(cast.ujang), book, paid(7_500, text="Kertas; pena | map"))
    ended = CliRunner().invoke(export_group, ["ledger", "--book", str(book), "--format", "hledger"])
    assert ended.exit_code == 0
    assert by_hledger(ended.output, TODAY) == {CASH: -7_500, SUPPLIES: 7_500}
    missing = CliRunner().invoke(export_group, ["ledger", "--book", str(uuid7()), "--format", "csv"])
    assert missing.exit_code == 1 and "tidak ada" in missing.output


def test_a_sheet_takes_no_text_for_a_formula(cast: Cast) -> None:
    book = opened(cast)
    posted(look(cast.ujang), book, paid(7_500, text="=1+1"))
    rows = list(csv.DictReader(io.StringIO("".join(table(queries.posted_entries(book), queries.chart_of_book(book))))))
    assert [(one["account"], one["debit"], one["credit"], one["text"]) for one in rows] == [
        (SUPPLIES, "7500", "", "'=1+1"), (CASH, "", "7500", "'=1+1"),
    ]
