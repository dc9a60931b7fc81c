"""Searching a generated office, province or nation, beside reading the same rows one after the other with ILIKE.

Run: `python -m bench.search [--size province]` (makes its own database on the configured server and drops it again).
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from django.db import connection  # noqa: E402  # models load after Django is set up
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench.country import country  # noqa: E402
from bench.nation_rows import SIZES, named, officer  # noqa: E402
from sidamping.platform.access.models import User  # noqa: E402

ROUNDS, LIMIT_MS = 9, 100
ASKED = {
    "a name": "merah putih", "two rare words": "vanili cengkeh", "a word of every entry": "pendampingan",
    "a common word": "kas", "a person": "agnes seran", "a NIK": "5307010000000010", "a mistyped name": "merh putih",
    "nothing": "zzyzx",
}
"""What is asked, and the words typed."""
SEQUENTIAL = """
SELECT (SELECT count(*) FROM parties_party WHERE name ILIKE %(like)s)
     + (SELECT count(*) FROM fieldwork_visitrevision WHERE superseded_at IS NULL
        AND concat_ws(' ', activity, purpose, material, result, obstacles, advice, place) ILIKE %(like)s)
     + (SELECT count(*) FROM papers_revision WHERE content::text ILIKE %(like)s)
"""


@click.command()
@click.option("--size", type=click.Choice(tuple(SIZES)), default="province", show_default=True)
@click.option("--keep", is_flag=True, help="Leave the database for the next run.")
def main(size: str, keep: bool) -> None:
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.\n")
    with country(size, kept=keep) as made:
        tables = ("parties_party", "fieldwork_visitrevision", "papers_revision")
        told = ", ".join(f"{made[table]:,} {table}" for table in tables)
        print(f"{size}: {told}\n")
        print(f"{'asked':<24}{'by':<14}{'queries':>8}{'median ms':>11}{'worst ms':>10}{'read through ms':>17}")
        for what, typed in ASKED.items():
            through = _timed(lambda typed=typed: _read_through(typed), 1)[0]
            for role, user in (("secretariat", officer("secretariat")), ("mentor", named("mentor", 3))):
                _measure(what, typed, role, user, through)
    print(f"\nLoad of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


def _measure(what: str, typed: str, role: str, user: object, through: float) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=user))
    queries = 0

    def counted(execute: Callable[..., object], *rest: object) -> object:
        nonlocal queries
        queries += 1
        return execute(*rest)

    def ask() -> None:
        assert client.get(reverse("search"), {"q": typed}).status_code == 200

    ask()
    with connection.execute_wrapper(counted):
        ask()
    times = _timed(ask, ROUNDS)
    late = "" if statistics.median(times) <= LIMIT_MS else f"  over {LIMIT_MS} ms"
    print(f"{what:<24}{role:<14}{queries:>8}{statistics.median(times):>11.0f}{max(times):>10.0f}{through:>17.0f}{late}")


def _read_through(typed: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SEQUENTIAL, {"like": f"%{typed}%"})
        cursor.fetchall()


def _timed(act: Callable[[], None], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - began))
    return times


if __name__ == "__main__":
    main()
