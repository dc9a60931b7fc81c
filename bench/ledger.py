"""The books of one large cooperative: posting, balances at any day, sharing a surplus; other programs on the same book.

Run: `python -m bench.ledger [--lines 1000000]` (makes its own database on the configured server and drops it again).
The server comes to rest between the import and what is written one by one. What it found on which machine, and its
targets: docs/bench.md. Peers are installed for it alone.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from typing import TypeVar
from uuid import UUID

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from django.db import connection  # noqa: E402  # models load after Django is set up
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.peers import PEERS, agree, asked, kept  # noqa: E402
from sidamping.domain.ledger.entries import Line  # noqa: E402
from sidamping.domain.periods import Month  # noqa: E402
from sidamping.domain.shu.slips import slips  # noqa: E402
from sidamping.features.books import queries, services  # noqa: E402
from sidamping.features.books.forms import ShareForm  # noqa: E402
from sidamping.features.books.models import Member  # noqa: E402
from sidamping.features.books.render.journals import FORMATS  # noqa: E402
from sidamping.features.books.services import VoucherDraft  # noqa: E402
from sidamping.features.parties.models import Cooperative, Party  # noqa: E402
from sidamping.platform.access.models import Appointment, User  # noqa: E402
from sidamping.platform.access.viewer import Grant, Viewer  # noqa: E402
from sidamping.platform.database.ids import uuid7  # noqa: E402
from sidamping.platform.territory.models import Area  # noqa: E402
from sidamping.rules.finance import surplus_rule  # noqa: E402
from sidamping.rules.layouts import layout_of  # noqa: E402

T = TypeVar("T")
TODAY, FIRST = date(2026, 11, 5), date(2026, 1, 1)
HALF = date(2026, 6, 30)
NOW = timezone.make_aware(datetime(2026, 11, 5, 9))
BATCH, ONE_BY_ONE, MEMBERS, ROUNDS = 10_000, 1_000, 20_000, 5
LINES_EACH = 2.5
CASH, BANK, MANDATORY, INTEREST, SUPPLIES = "1110", "1121", "3120", "4110", "6121"
DEEP = 50
"""Pages of a ledger that are turned before one is timed."""


@click.command()
@click.option("--lines", default=200_000, show_default=True, help="How many postings the book gets.")
@click.option("--patience", default=600, show_default=True, help="Seconds that another program gets.")
def main(lines: int, patience: int) -> None:
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.\n")
    old = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    try:
        by, checker, book, members = _office()
        print(f"{'what':<52}{'seconds':>9}{'per second':>13}  target")
        _bulk(by, book, members, int(lines / LINES_EACH))
        _at_rest()
        _one_by_one(by, checker, book, members)
        _read(by, book)
        _share(book)
        _others(by, book, patience)
    finally:
        teardown_databases(old, verbosity=0)
    print(f"\nLoad of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


def _office() -> tuple[Viewer, Viewer, UUID, list[str]]:
    """A treasurer who writes and a chair who posts, their book, and its members."""
    village = Area.objects.create(code="53.01.05.2001", name="Bolok", level=4)
    party = Party.objects.create(kind="cooperative", name="Kopdit Bench", village=village)
    Cooperative.objects.create(party=party, kind="savings_loan")
    rows = [Party(kind="person", name=f"Anggota {at}", village=village) for at in range(MEMBERS)]
    members = [str(one.pk) for one in Party.objects.bulk_create(rows)]
    by, checker = (_holder(role, party.pk) for role in ("treasurer", "chair"))
    book = services.open_book(by=by, id=uuid7(), cooperative=party.pk, chart="ksp", starts=Month(2026, 1), now=NOW)
    Member.objects.bulk_create(
        Member(book_id=book, party_id=party, number=at, joined=FIRST) for at, party in enumerate(members, 1)
    )
    return by, checker, book, members


def _holder(role: str, cooperative: UUID) -> Viewer:
    """Somebody who holds the role at the cooperative."""
    user = User.objects.create(username=role, full_name=role)
    Appointment.objects.create(user=user, role=role, subject_id=cooperative, starts=FIRST)
    return Viewer(user.pk, role, TODAY, (Grant(role, subject_id=cooperative),))


def _drafts(members: list[str], count: int, seed: int) -> Iterator[VoucherDraft]:
    """Savings with interest (three lines) and purchases (two), in turn."""
    dice, days = random.Random(seed), (TODAY - FIRST).days
    for at in range(count):
        day, amount = FIRST + timedelta(dice.randint(0, days)), dice.randint(1, 500) * 1_000
        if at % 2:
            who, interest = dice.choice(members), dice.randint(1, 900) * 1_000
            lines = (Line(CASH, amount + interest), Line(MANDATORY, -amount, who), Line(INTEREST, -interest, who))
            yield VoucherDraft("BKM", day, f"Setoran {at}", lines)
        else:
            yield VoucherDraft("BKK", day, f"Belanja {at}", (Line(SUPPLIES, amount), Line(BANK, -amount)))


def _bulk(by: Viewer, book: UUID, members: list[str], count: int) -> None:
    drafts, seconds = _drafts(members, count, 1), 0.0
    while batch := {uuid7(): one for one in islice(drafts, BATCH)}:
        start = time.perf_counter()
        services.import_vouchers(by=by, book=book, drafts=batch, now=NOW)
        seconds += time.perf_counter() - start
    _row(f"{count:,} vouchers, {int(count * LINES_EACH):,} lines, imported", seconds, count, "5,000/s")


def _at_rest() -> None:
    """What autovacuum and the checkpointer do soon after an import: whoever posts the next day does not pay for it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def _one_by_one(by: Viewer, checker: Viewer, book: UUID, members: list[str]) -> None:
    drafts, writing, posting = list(_drafts(members, ONE_BY_ONE, 2)), 0.0, 0.0
    for one in drafts:
        id, start = uuid7(), time.perf_counter()
        services.draft_voucher(by=by, id=id, book=book, draft=one, now=NOW)
        writing, start = writing + time.perf_counter() - start, time.perf_counter()
        services.post_voucher(by=checker, voucher=id, now=NOW)
        posting += time.perf_counter() - start
    _row(f"{ONE_BY_ONE:,} vouchers drafted one by one", writing, ONE_BY_ONE)
    _row(f"{ONE_BY_ONE:,} drafts posted one by one", posting, ONE_BY_ONE, "400/s")
    _row(f"{ONE_BY_ONE:,} bare rows one by one: the server's limit", _bare_rows(), ONE_BY_ONE)


def _bare_rows() -> float:
    """Seconds that the same number of commits takes when each writes nothing but a number."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_bare (number integer)")
        start = time.perf_counter()
        for number in range(ONE_BY_ONE):
            cursor.execute("INSERT INTO bench_bare VALUES (%s)", [number])
        return time.perf_counter() - start


def _read(by: Viewer, book: UUID) -> None:
    for day in (HALF, TODAY):
        ask = queries.Ask(day, day.replace(day=1), layout_of("sak-ep", day)[0], layout_of("pergub-ntt", day)[0])
        _timed(f"trial balance at {day}", lambda day=day: queries.trial_balance(by, book, day), "0.3 s")
        _timed(f"balance sheet at {day}", lambda ask=ask: queries.statement(by, book, "neraca", ask), "0.3 s")
    _timed(f"balances of July, {HALF.year}", lambda: queries.balances(by, book, date(2026, 7, 31), date(2026, 7, 1)))
    _timed("members' mandatory savings", lambda: queries.member_sums(book, [MANDATORY], TODAY))
    after = ""
    for _ in range(DEEP):
        page = queries.ledger(by, book, CASH, since=FIRST, until=TODAY, after=after)
        after = page.next_key if page else ""
    _timed(f"page {DEEP + 1} of the cash ledger", lambda: queries.ledger(
        by, book, CASH, since=FIRST, until=TODAY, after=after
    ))


def _share(book: UUID) -> None:
    """As the page of the simulation does it: from the ledger to a slip for each member.

    A server that runs has read the rulebook long ago; a program that begins reads it first, which is told apart.
    """
    start = time.perf_counter()
    surplus_rule(TODAY)
    _row("the rulebook read, once for each process", time.perf_counter() - start)
    start = time.perf_counter()
    basis = queries.surplus_basis(book, TODAY)
    form = ShareForm(ShareForm.start(TODAY))
    assert form.is_valid()
    made = queries.share_out(basis, form.shares())
    shared = sum(one.total or 0 for one in slips(made))
    _row(f"surplus shared among {len(basis.members):,} members, slips", time.perf_counter() - start, target="1 s")
    exact = shared == sum(one.amount for one in made.pots)
    print(f"  {'exact to the rupiah' if exact else 'DOES NOT ADD UP'}: Rp{shared:,}")


def _others(by: Viewer, book: UUID, patience: int) -> None:
    """The same book in other programs, and whether they find the same."""
    ours = queries.balances(by, book, HALF) or {}
    for form, peers in groupby(PEERS, key=lambda one: one.format):
        with kept(FORMATS[form](queries.posted_entries(book), queries.chart_of_book(book))) as file:
            for peer in peers:
                seconds, theirs = asked(peer, file, HALF, patience)
                _row(f"{peer.name}: balances at {HALF}, whole process", seconds)
                print(f"  {_verdict(ours, theirs)}")


def _verdict(ours: Mapping[str, int], theirs: Mapping[str, int] | None) -> str:
    if theirs is None:
        return "not finished by then"
    return "the same balances" if agree(ours, theirs) else "DIFFERENT BALANCES"


def _timed(label: str, work: Callable[[], T], target: str = "") -> None:
    """The median of a few rounds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    _row(label, sorted(seconds)[ROUNDS // 2], target=target)


def _row(label: str, seconds: float, count: int = 0, target: str = "") -> None:
    rate = f"{count / seconds:,.0f}" if count else ""
    print(f"{label:<52}{seconds:>9.3f}{rate:>13}  {target}", flush=True)


if __name__ == "__main__":
    main()
