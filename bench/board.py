"""The board at 2,000 mentees: time and queries, beside counting the same stations one path at a time.

Run: `python -m bench.board` (makes its own database on the configured server and drops it again).
"""

from __future__ import annotations

import os
import statistics
import time
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from django.db import connection  # noqa: E402  # models load after Django is set up
from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from sidamping.features.parties.models import Party  # noqa: E402
from sidamping.features.programmes.models import Assignment, Cohort, Engagement, Path, StepRecord  # noqa: E402
from sidamping.features.programmes.queries import stations_of  # noqa: E402
from sidamping.platform.access.models import Appointment, User  # noqa: E402
from sidamping.platform.territory.loader import load_areas  # noqa: E402
from sidamping.platform.territory.models import Area  # noqa: E402
from sidamping.rules.books import pinned_programme  # noqa: E402

TODAY = date(2026, 11, 5)
START = TODAY - timedelta(days=300)
MENTEES, MENTORS, ROUNDS = 2000, 100, 9
MODERN, PINNED = "koperasi-modern-usulan", "koperasi-modern-usulan/2024-01-01"
PAGES = (f"/papan/?program={MODERN}", f"/papan/?program={MODERN}&wilayah=53.07", f"/papan/daftar/?program={MODERN}")


def main() -> None:
    old = setup_databases(verbosity=0, interactive=False)
    try:
        pmo, paths = _office()
        print(f"{MENTEES} mentees, {StepRecord.objects.count()} steps\n")
        print(f"{'what':<58}{'queries':>8}{'median ms':>11}{'worst ms':>10}")
        client = Client()
        client.force_login(pmo)
        for page in PAGES:
            _measure(page, lambda page=page: client.get(page))
        _measure("peer: stations_of for the same paths", lambda: stations_of(paths, TODAY), rounds=3)
    finally:
        teardown_databases(old, verbosity=0)


def _measure(name: str, act: object, rounds: int = ROUNDS) -> None:
    assert callable(act)
    act()
    asked: list[str] = []
    with connection.execute_wrapper(lambda execute, *rest: (asked.append(rest[0]), execute(*rest))[1]):
        act()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - began))
    print(f"{name:<58}{len(asked):>8}{statistics.median(times):>11.0f}{max(times):>10.0f}")


def _office() -> tuple[User, list[object]]:
    load_areas(on=TODAY)
    villages = list(Area.objects.filter(code__startswith="53.", level=4).values_list("code", flat=True))[:4000:7]
    pmo = User.objects.create(username="pmo", full_name="Pmo")
    mentors = User.objects.bulk_create([User(username=f"m{n}", full_name=f"Mentor {n}") for n in range(MENTORS)])
    Appointment.objects.create(user=pmo, role="pmo", programme=MODERN, area_id="53", starts=START)
    run = {"programme": MODERN, "pinned": PINNED, "starts": START}
    cohorts = []
    for number in range(4):
        led = Path.objects.create(subject="cohort", **run)
        cohorts.append(Cohort.objects.create(programme=MODERN, name=f"K{number}", area="53", starts=START, path=led))
    parties = [Party(kind="cooperative", name=f"Koperasi {n:04d}", village_id=villages[n % len(villages)])
               for n in range(MENTEES)]
    Party.objects.bulk_create(parties)
    paths = [Path(subject="mentee", cohort=cohorts[n % 4], **run) for n in range(MENTEES)]
    Path.objects.bulk_create(paths)
    hosts = [Engagement(path=paths[n], mentee=one, village_id=one.village_id, regency=one.village_id[:5], **run)
             for n, one in enumerate(parties)]
    Engagement.objects.bulk_create(hosts)
    Assignment.objects.bulk_create(
        Assignment(engagement=one, mentor=mentors[n % MENTORS], starts=START) for n, one in enumerate(hosts)
    )
    _steps(paths, [one.path for one in cohorts], pmo)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return pmo, [one.pk for one in paths]


def _steps(paths: list[Path], led: list[Path], by: User) -> None:
    """Mentee n has walked n modulo the number of steps; every seventh was stopped where it stands."""
    book = pinned_programme(PINNED)
    own = book.steps_of("mentee")
    rows = [StepRecord(path=path, step=step.code, done_on=START, by=by) for path in led for step in
            book.steps_of("cohort")]
    for number, path in enumerate(paths):
        reached = own[: number % (len(own) + 1)]
        for place, step in enumerate(reached):
            stopped = number % 7 == 0 and step is reached[-1] and step.stops
            rows.append(StepRecord(path=path, step=step.code, done_on=START + timedelta(days=10 * place), by=by,
                                   outcome=step.stops[0] if stopped else ""))
    StepRecord.objects.bulk_create(rows, batch_size=5000)


if __name__ == "__main__":
    main()
