"""Sharing a surplus among 20,000 members: exact to the rupiah in less than a second, beside the ways people use.

Run from the checkout: `python -m bench.shu`. The peers round each share for itself, with floats or exactly.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from sidamping.domain.shu.distribution import distribute
from sidamping.domain.shu.inputs import read_request
from sidamping.domain.shu.posting import posting
from sidamping.domain.shu.request import TWO_POT, Member, Request, Totals
from sidamping.domain.shu.slips import slips

MEMBERS, TARGET, SURPLUS = 20_000, 1.0, 1_234_567_891
PERCENTAGES = {"cadangan": 40, "jasa_modal": 20, "jasa_anggota": 25, "pengurus": 5, "karyawan": 5, "dana_pendidikan": 5}


def main() -> None:
    request = asked()
    pools = [one.amount for one in distribute(request).pots]
    rows = [
        measured("largest remainder (ours)", lambda: ours(request), sum(pools)),
        measured("each share rounded, floats", lambda: floats(request, pools), sum(pools)),
        measured("each share rounded, Decimal", lambda: decimals(request, pools), sum(pools)),
        measured("ours, from rows of a file", lambda: from_file(request), sum(pools)),
        measured("ours, with slips and posting", lambda: everything(request), sum(pools)),
    ]
    print(f"{MEMBERS} members, members' part Rp{sum(pools):,}".replace(",", "."))
    print(f"{'how':<32}{'seconds':>10}{'shared out':>18}{'off by':>10}")
    for what, seconds, shared, off in rows:
        print(f"{what:<32}{seconds:>10.3f}{shared:>18}{off:>10}")
    verdict = "reached" if rows[0][1] < TARGET and not rows[0][3] else "missed"
    print(f"\nTarget exact and below {TARGET:.0f} s {verdict}. Load of the machine: {os.getloadavg()[0]:.1f}.")


def asked() -> Request:
    """A cooperative of made-up members, the same ones every time."""
    made_up = random.Random(20261122)
    members = tuple(
        Member(str(at), f"Anggota {at}", made_up.randint(10, 5_000) * 1_000, made_up.randint(0, 90_000) * 500)
        for at in range(1, MEMBERS + 1)
    )
    totals = Totals(sum(one.savings or 0 for one in members), sum(one.business or 0 for one in members))
    return Request(SURPLUS, TWO_POT, PERCENTAGES, members=members, totals=totals)


def filed(request: Request) -> dict[str, object]:
    """The same as the rows of a file."""
    rows = [
        {"no": one.number, "nama": one.name, "simpanan": one.savings, "transaksi": one.business}
        for one in request.members
    ]
    return {"shu": request.surplus, "percentages": dict(request.percentages), "members": rows}


def measured(what: str, share: Callable[[], int], whole: int) -> tuple[str, float, int, int]:
    """How long it takes, how much is shared out, and how far that is from the whole."""
    start = time.perf_counter()
    shared = share()
    return what, time.perf_counter() - start, shared, shared - whole


def ours(request: Request) -> int:
    return sum(one.total or 0 for one in distribute(request).shares)


def from_file(request: Request) -> int:
    return ours(read_request(filed(request), whole_percent=100))


def everything(request: Request) -> int:
    made = distribute(request)
    assert not sum(one.amount for one in posting(made))
    return sum(one.total or 0 for one in slips(made))


def floats(request: Request, pools: list[int]) -> int:
    """As a spreadsheet does it."""
    savings, business = request.totals.savings or 1, request.totals.business or 1
    return sum(
        round(pools[0] * ((one.savings or 0) / savings)) + round(pools[1] * ((one.business or 0) / business))
        for one in request.members
    )


def decimals(request: Request, pools: list[int]) -> int:
    """Exact shares, each rounded for itself."""
    savings, business = Decimal(request.totals.savings or 1), Decimal(request.totals.business or 1)
    return sum(
        int((pools[0] * Decimal(one.savings or 0) / savings).quantize(Decimal(1), ROUND_HALF_UP))
        + int((pools[1] * Decimal(one.business or 0) / business).quantize(Decimal(1), ROUND_HALF_UP))
        for one in request.members
    )


if __name__ == "__main__":
    main()
