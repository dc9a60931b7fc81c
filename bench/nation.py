"""An office, a province or the nation on the bench: filling, the summary made anew, pages, the export, engines, memory.

Run: `make bench SIZE=province`, or `python -m bench.nation --size nation` (makes its own database on the configured
server and drops it again, unless `--keep`). What it found on which machine, and what others publish: docs/bench.md.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import click
import django
import psutil

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from django.db import connection  # noqa: E402  # models load after Django is set up
from django.test import Client  # noqa: E402

from bench.country import country  # noqa: E402
from bench.nation_rows import MONTHS, SIZES, TODAY, named, officer  # noqa: E402
from sidamping.config.warm import warm  # noqa: E402
from sidamping.domain.problems import Refused  # noqa: E402
from sidamping.edges.analytics.engines import ENGINES  # noqa: E402
from sidamping.edges.analytics.exporting import export  # noqa: E402
from sidamping.edges.analytics.expressions import counted  # noqa: E402
from sidamping.platform.access.models import User  # noqa: E402
from sidamping.rules.indicators import indicator  # noqa: E402

WARM = 20
PAGES = {
    "pmo": ("/papan-angka/", "/papan-angka/?wilayah=53", "/papan-angka/?sektor=2", "/papan-angka/banding/",
            "/papan-angka/banding/?wilayah=53", "/papan-angka/banding/?per=regency",
            "/papan-angka/banding/?per=mentor&wilayah=53", "/papan-angka/indikator/visited/", "/papan-angka/silang/",
            "/papan-angka/pivot/?nilai=visited&baris=sector&kolom=month",
            "/papan-angka/pivot/?nilai=visited&baris=regency&kolom=month",
            "/papan-angka/pivot/?nilai=turnover-grew&baris=sector&kolom=intensity",
            "/papan-angka/musim/", "/papan-angka/awal-akhir/",
            "/papan-angka/indikator/visited/daftar/", "/papan-angka/indikator/health-fair/daftar/",
            "/papan-angka/indikator/sector-food/daftar/", "/jurnal/", "/laporan/", "/dampingan/", "/cari/?q=kas"),
    "mentor": ("/hari-ini/", "/dampingan/", "/jurnal/", "/laporan/", "/papan-angka/"),
}  # fmt: skip
COUNTED = ("visited", "papers-on-time")
SEQUENTIAL = """
SELECT e.regency, count(DISTINCT p.engagement_id) FROM fieldwork_presence p
JOIN fieldwork_visitrevision r ON r.id = p.revision_id AND r.superseded_at IS NULL AND r.mode = 'onsite'
JOIN programmes_engagement e ON e.id = p.engagement_id WHERE p.visited_on BETWEEN %s AND %s GROUP BY 1
"""


@click.command()
@click.option("--size", type=click.Choice(tuple(SIZES)), default="office", show_default=True)
@click.option("--keep", is_flag=True, help="Leave the database for the next run.")
def main(size: str, keep: bool) -> None:
    print(f"Load of the machine: {_load()}\n")
    with country(size, kept=keep) as made:
        print("\n".join(f"{table:<28}{rows:>12,}" for table, rows in made.items()))
        _pages()
        _through()
        with tempfile.TemporaryDirectory() as folder:
            _analysed(Path(folder))
    print(f"\nMemory at most: {_memory():,} MB. Load of the machine: {_load()}")


def _pages() -> None:
    warm()
    print(f"\n{'page':<70}{'role':<9}{'queries':>8}{'cold ms':>9}{'p50 ms':>8}{'p95 ms':>8}{'computing ms':>14}")
    for role, addresses in PAGES.items():
        client = Client()
        client.force_login(User.objects.get(pk=named("mentor", 3) if role == "mentor" else officer(role)))
        for address in addresses:
            _page(client, role, address)


def _page(client: Client, role: str, address: str) -> None:
    asked: list[object] = []
    with connection.execute_wrapper(lambda execute, *rest: (asked.append(1), execute(*rest))[1]):
        cold = _timed(lambda: client.get(address))
    began = _computed()
    times = [_timed(lambda: client.get(address)) for _ in range(WARM)]
    computed = (_computed() - began) / WARM
    late = statistics.quantiles(times, n=20)[-1]
    status = client.get(address).status_code
    note = "" if status == 200 else f"  HTTP {status}"
    print(f"{address:<70}{role:<9}{len(asked):>8}{cold:>9.0f}{statistics.median(times):>8.0f}{late:>8.0f}"
          f"{computed:>14.0f}{note}")


def _computed() -> float:
    """Milliseconds that this process and its backend of PostgreSQL have computed; what others run does not count."""
    clocks = [psutil.Process().cpu_times(), psutil.Process(connection.connection.info.backend_pid).cpu_times()]
    return 1000 * float(sum(one.user + one.system for one in clocks))


def _through() -> None:
    """The peer: PostgreSQL counting a month from the rows themselves, without an index."""
    month = MONTHS[-1]
    with connection.cursor() as cursor:
        cursor.execute("SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off")
        spent = _timed(lambda: cursor.execute(SEQUENTIAL, [month.start, month.end]))
        cursor.execute("RESET enable_indexscan; RESET enable_bitmapscan; RESET enable_indexonlyscan")
    print(f"{'peer: visited by regency, read from all visits':<87}{spent:>9.0f}")


def _analysed(folder: Path) -> None:
    """The export with the memory it took, then one indicator on each engine that is installed."""
    before = _memory()
    try:
        began = time.perf_counter()
        written = sum(export(folder, TODAY + timedelta(1)).values())
    except Refused as refused:
        print(f"\n{refused.problems[0].text('en')}")
        return
    seconds = time.perf_counter() - began
    size = sum(file.stat().st_size for file in folder.rglob("*.parquet")) / 1e6
    print(f"\n{'export':<40}{seconds:>9.1f} s{written:>12,} rows, {size:,.0f} MB, memory {before:,} → {_memory():,} MB")
    for code in COUNTED:
        for engine in ENGINES:
            _engine(engine, code, folder)


def _engine(engine: str, code: str, folder: Path) -> None:
    found = indicator(code, TODAY)
    assert found is not None
    try:
        with ENGINES[engine](folder) as summary:
            asked = counted(found.definition, summary, MONTHS[-1], "regency")
            spent = _timed(lambda: asked.to_pyarrow())
    except Refused as refused:
        print(f"{code} on {engine}: {refused.problems[0].text('en')}")
        return
    print(f"{code + ' by regency on ' + engine:<40}{spent / 1000:>9.2f} s")


def _timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def _memory() -> int:
    return int(psutil.Process().memory_info().rss / 1e6)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores."


if __name__ == "__main__":
    main()
