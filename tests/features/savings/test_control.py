"""Whatever members bring, take and get: their savings add up to the control accounts of the balance sheet (E7).

The months are drawn at random and written through the services that treasurer and chair use.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sidamping.domain.ledger.statements import balance_sheet
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books import queries as books
from sidamping.features.savings import queries, services
from sidamping.features.savings.services import Receipt
from sidamping.platform.database.ids import uuid7
from tests.features.savings.saving import CASH, NOW, Saving, post, saving
from tests.people import TODAY, Cast

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["receive", "withdraw", "interest", "excess", "leave"]), st.integers(0, 2),
        st.integers(1, 60_000_000), st.integers(0, 7), st.integers(0, 160),
    ),
    min_size=3, max_size=7,
)  # fmt: skip
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def kept(cast: Cast) -> Saving:
    return saving(cast)


@settings(max_examples=6, deadline=None, suppress_health_check=QUIET)
@given(acts=ACTS)
def test_members_savings_are_the_control_accounts_on_any_day(
    acts: list[tuple[str, int, int, int, int]], kept: Saving
) -> None:
    """One book for all the examples: they go on where the last one stopped."""
    for act in acts:
        _do(kept, *act)
    for day in (TODAY, TODAY - timedelta(days=70), date(2026, 6, 30)):
        accounts = [account for account, _ in queries.totals(kept.book, day)]
        by_member = books.member_sums(kept.book, [one.code for one in accounts], day)
        sheet = balance_sheet(books.chart_of_book(kept.book), books.sums(kept.book, day))
        assert sheet.assets == sheet.liabilities + sheet.equity
        of_sheet = {account.code: amount for figure in sheet.figures for account, amount in figure.accounts}
        for account in accounts:
            subledger = sum(account.shown(sums.get(account.code, 0)) for sums in by_member.values())
            assert subledger == of_sheet.get(account.code, 0)
            pockets = [pocket.closing for member in (kept.yuliana, kept.domi, kept.rosa)
                       if (read := queries.saver(kept.writer, member, date(2026, 1, 1), day))
                       for pocket in read.pockets if pocket.account.code == account.code]
            assert sum(pockets) == subledger


def _do(kept: Saving, what: str, who: int, amount: int, months: int, back: int) -> None:
    """One act of the treasurer, posted by the chair; what is refused changes nothing."""
    party, id = kept.party((kept.yuliana, kept.domi, kept.rosa)[who]), uuid7()
    day = max(TODAY - timedelta(days=back), date(2026, 2, 1))
    common = {"by": kept.writer, "id": id, "book": kept.book, "day": day, "text": what, "now": NOW}
    try:
        if what == "receive":
            services.receive(**common, receipt=Receipt(party, amount % 300_000, months, amount), purse=CASH)
        elif what == "withdraw":
            services.withdraw(**common, member=party, amount=amount, purse=CASH)
        elif what == "interest":
            services.credit_interest(**{**common, "day": Month.of(day).previous.end}, month=Month.of(day).previous)
        elif what == "excess":
            services.move_excess(**common, members={party})
        else:
            services.pay_out_leaver(**common, member=party, purse=CASH)
        post(kept, id)
    except Refused:
        return
