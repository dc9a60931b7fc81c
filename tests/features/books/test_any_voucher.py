"""Whatever is sent, no unbalanced or half-written entry ever exists (issue 4: fuzzed vouchers; E10)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sidamping.domain.ledger.entries import KINDS, Line
from sidamping.domain.ledger.opening import OpeningRow
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.forms import MoneyForm
from sidamping.features.books.models import Voucher
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import BANK, CASH, INTEREST, LOANS, MANDATORY, NOW, SUPPLIES, opened
from tests.people import Cast, look

CODES = (CASH, BANK, LOANS, MANDATORY, INTEREST, SUPPLIES, "1000", "9999", "", "3170")
AMOUNTS = some.one_of(
    some.integers(-1_000, 1_000), some.sampled_from([0, 1, -1, 10**15 - 1, 10**15, 10**16, -(10**16), 500, -500])
)
DAYS = some.integers(-400, 20).map(lambda days: date(2026, 11, 5) + timedelta(days=days))
FUZZED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WRONG = """
SELECT count(*) FROM books_voucher v LEFT JOIN LATERAL (
    SELECT count(*) AS lines, coalesce(sum(p.amount), 1) AS apart, bool_and(p.day = v.day) AS same
    FROM books_posting p WHERE p.voucher_id = v.id) p ON true
WHERE (v.posted AND (p.lines < 2 OR p.apart <> 0 OR NOT p.same OR v.number IS NULL)) OR (NOT v.posted AND p.lines > 0)
"""
GAPS = "SELECT count(*) FROM (SELECT kind, count(*) AS many, max(number) AS top FROM books_voucher WHERE posted" \
       " GROUP BY kind, extract(year FROM day)) s WHERE many <> top"


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast)


def sound() -> bool:
    """No posted voucher is unbalanced, split over days or without number, drafts have no postings, numbers no gap."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(WRONG)
        wrong = cursor.fetchone()[0]
        cursor.execute(GAPS)
        return not wrong and not cursor.fetchone()[0]


def lines_with(member: str) -> some.SearchStrategy[tuple[Line, ...]]:
    line = some.builds(Line, some.sampled_from(CODES), AMOUNTS, some.sampled_from(["", member, "bukan", str(uuid7())]))
    free = some.lists(line, max_size=6).map(tuple)
    pair = some.tuples(some.sampled_from(CODES), some.sampled_from(CODES), some.integers(1, 10**6)).map(
        lambda found: (Line(found[0], found[2], member), Line(found[1], -found[2], member))
    )
    return some.one_of(free, pair)


@FUZZED
@given(data=some.data())
def test_no_voucher_that_is_drafted_and_posted_is_ever_unbalanced(
    cast: Cast, book: UUID, data: some.DataObject
) -> None:
    """E10: debits equal credits always; what is refused stays a draft and leaves no posting."""
    by, id = look(cast.ujang), uuid7()
    kind, nature = data.draw(some.sampled_from(["BKM", "BKK", "BM", "XX"])), data.draw(some.sampled_from(KINDS))
    text, day = data.draw(some.sampled_from(["Bukti", "", " "])), data.draw(DAYS)
    draft = VoucherDraft(kind, day, text, data.draw(lines_with(str(cast.keripik.owner_id))), nature)
    before = queries.sums(book, date(2027, 1, 1))
    try:
        services.draft_voucher(by=by, id=id, book=book, draft=draft, now=NOW)
        services.post_voucher(by=by, voucher=id, now=NOW)
        posted = True
    except Refused as refused:
        posted = False
        assert refused.problems
    after = queries.sums(book, date(2027, 1, 1))
    assert sum(after.values()) == 0 and sound()
    assert posted or after == before
    if posted:
        assert sum(one.amount for one in draft.lines) == 0 and len(draft.lines) >= 2


@FUZZED
@given(rows=some.lists(some.builds(
    OpeningRow, some.just("baris"), some.sampled_from(CODES), some.one_of(AMOUNTS.map(str), some.text(max_size=6)),
    some.sampled_from(["", "1", "77"]),
), max_size=6))  # fmt: skip
def test_no_opening_balance_is_ever_posted_apart(cast: Cast, book: UUID, rows: list[OpeningRow]) -> None:
    by, id = look(cast.ujang), uuid7()
    try:
        made = services.draft_opening(by=by, id=id, book=book, rows=rows, now=NOW, seen=_seen(book))
        draft = Voucher.objects.filter(nature="opening", posted=False).first()
        if draft is not None:
            services.post_voucher(by=by, voucher=draft.pk, now=NOW)
            assert not made.problems
    except Refused as refused:
        assert refused.problems
    assert sum(queries.sums(book, date(2027, 1, 1)).values()) == 0 and sound()


@FUZZED
@given(typed=some.dictionaries(
    some.sampled_from([*(f"{name}_{at}" for name in ("purpose", "amount") for at in (1, 2)), "purse", "day", "member"]),
    some.one_of(some.sampled_from([*CODES, "5.000", "-1", "1e9", "Rp 10.000", "2026-10-05"]), some.text(max_size=8)),
))  # fmt: skip
def test_whatever_is_typed_as_money_in_balances_or_is_told(cast: Cast, book: UUID, typed: dict[str, str]) -> None:
    """The form makes balanced vouchers by the way it is made, or says what is wrong."""
    sent = {"id": str(uuid7()), "day": "2026-10-05", "purse": CASH, "text": "Setoran", **typed}
    form = MoneyForm(sent, chart=queries.chart_of_book(book), direction="in", members=())
    if not form.is_valid():
        return
    draft = form.draft()
    assert sum(one.amount for one in draft.lines) == 0 and len(draft.lines) >= 2


def _seen(book: UUID) -> int:
    rows = Voucher.objects.filter(book_id=book, nature="opening", posted=False).values_list("revised", flat=True)
    return rows.first() or 0
