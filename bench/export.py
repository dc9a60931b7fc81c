"""The export of a made country with the memory it holds all along: as much for its last rows as for its first.

Run: `python -m bench.export [--size nation]` (makes its own database on the configured server and drops it again).
"""

from __future__ import annotations

import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import click
import django
import psutil

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from bench.country import country  # noqa: E402  # models load after Django is set up
from bench.nation_rows import SIZES, TODAY  # noqa: E402
from sidamping.edges.analytics.exporting import export  # noqa: E402

EVERY_S, TOLD = 0.5, 10


@click.command()
@click.option("--size", type=click.Choice(tuple(SIZES)), default="province", show_default=True)
@click.option("--keep", is_flag=True, help="Leave the database for the next run.")
def main(size: str, keep: bool) -> None:
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
    with country(size, kept=keep), tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))


def measure(folder: Path) -> None:
    """Export into the folder, and tell the memory at each tenth of the way."""
    held, done = [_memory()], Event()
    watch = Thread(target=_watch, args=(held, done))
    watch.start()
    began = time.perf_counter()
    try:
        written = export(folder, TODAY + timedelta(1))
    finally:
        done.set()
        watch.join()
    seconds, rows = time.perf_counter() - began, sum(written.values())
    print(", ".join(f"{name} {many:,}" for name, many in written.items()))
    print(f"{rows:,} rows in {seconds:.1f} s, {rows / seconds:,.0f} a second")
    tenths = [held[place * (len(held) - 1) // TOLD] for place in range(TOLD + 1)]
    print(f"memory in MB, tenth by tenth: {' '.join(map(str, tenths))}; at most {max(held)}")


def _watch(held: list[int], done: Event) -> None:
    while not done.wait(EVERY_S):
        held.append(_memory())


def _memory() -> int:
    return int(psutil.Process().memory_info().rss / 1e6)


if __name__ == "__main__":
    main()
