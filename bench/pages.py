"""Pages of one office at 2,000 mentees: time and queries per page, beside a sequential scan of the same tables.

Run: `python -m bench.pages` (makes its own database `bench_pages` on the configured server and drops it again).
"""

from __future__ import annotations

import os
import statistics
import time
from datetime import date, timedelta
from datetime import time as clock
from uuid import UUID, uuid5

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from django.db import connection  # noqa: E402  # models load after Django is set up
from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from sidamping.features.fieldwork.models import Presence, Visit, VisitRevision  # noqa: E402
from sidamping.features.parties.models import Cooperative, Party  # noqa: E402
from sidamping.features.programmes.models import Assignment, Engagement, Path  # noqa: E402
from sidamping.platform.access.models import Appointment, User  # noqa: E402
from sidamping.platform.territory.loader import load_areas  # noqa: E402
from sidamping.platform.territory.models import Area  # noqa: E402

TODAY = date(2026, 11, 5)
START = TODAY - timedelta(days=300)
MENTEES, MENTORS, VISITS_EACH = 2000, 100, 12
ROUNDS = 7
SPACE = UUID("5f0c1d9a-3c1e-7b52-9b6f-5d0f5b0b6a02")
PAGES = {
    "mentor": ("/hari-ini/", "/hari-ini/saran/", "/dampingan/", "/jurnal/", "/rencana/", "/laporan/", "/catat/"),
    "coordinator": ("/antrean/", "/kepatuhan/", "/belum-ditemui/", "/dampingan/", "/jurnal/", "/laporan/"),
    "secretariat": ("/penerimaan/", "/koperasi/", "/penugasan/"),
}


def main() -> None:
    old = setup_databases(verbosity=0, interactive=False)
    try:
        users = _office()
        print(f"{MENTEES} mentees, {MENTORS} mentors, {MENTEES * VISITS_EACH} visits\n")
        print(f"{'page':<24}{'role':<14}{'queries':>8}{'median ms':>11}{'worst ms':>10}")
        for role, paths in PAGES.items():
            client = Client()
            client.force_login(users[role])
            for path in paths:
                _measure(client, role, path)
        _scan()
    finally:
        teardown_databases(old, verbosity=0)


def _office() -> dict[str, User]:
    load_areas(on=TODAY)
    villages = list(Area.objects.filter(code__startswith="53.07.", level=4).values_list("code", flat=True))
    users = {role: User(username=role, full_name=role.title()) for role in PAGES}
    mentors = [users["mentor"], *(User(username=f"m{n}", full_name=f"Mentor {n}") for n in range(MENTORS - 1))]
    User.objects.bulk_create([*mentors, users["coordinator"], users["secretariat"]])
    Appointment.objects.bulk_create([
        *(_appointment(one, "mentor") for one in mentors),
        _appointment(users["coordinator"], "coordinator"), _appointment(users["secretariat"], "secretariat"),
    ])
    _mentees(villages, mentors)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return users


def _appointment(user: User, role: str) -> Appointment:
    return Appointment(user=user, role=role, programme="tpk-ntt-2018", area_id="53.07", starts=START)


def _mentees(villages: list[str], mentors: list[User]) -> None:
    places = [villages[n % len(villages)] for n in range(MENTEES)]
    parties = [Party(kind="cooperative", name=f"Koperasi {n:04d}", village_id=place) for n, place in enumerate(places)]
    Party.objects.bulk_create(parties)
    Cooperative.objects.bulk_create([Cooperative(party=one, kind="savings_loan") for one in parties])
    run = {"programme": "tpk-ntt-2018", "pinned": "tpk-ntt-2018/2018-07-23", "starts": START}
    paths = [Path(subject="mentee", **run) for _ in parties]
    Path.objects.bulk_create(paths)
    hosts = [
        Engagement(path=paths[n], mentee=one, village_id=one.village_id, regency="53.07", priority=1 + n % 5, **run)
        for n, one in enumerate(parties)
    ]  # fmt: skip
    Engagement.objects.bulk_create(hosts)
    carried = [(one, mentors[n % MENTORS]) for n, one in enumerate(hosts)]
    Assignment.objects.bulk_create([Assignment(engagement=one, mentor=who, starts=START) for one, who in carried])
    _visits(carried)


def _visits(carried: list[tuple[Engagement, User]]) -> None:
    visits, revisions, presences = [], [], []
    for n, (host, who) in enumerate(carried):
        for turn in range(VISITS_EACH):
            day = START + timedelta(days=turn * 24 + n // MENTORS)
            visit = Visit(id=uuid5(SPACE, f"{n}/{turn}"), mentor=who, programme=host.programme, regency=host.regency)
            revision = VisitRevision(
                visit=visit, mentor=who, regency=host.regency, number=1, visited_on=day, starts_at=clock(9),
                ends_at=clock(11), mode="onsite", village_id=host.village_id, activity="Pembukuan", purpose="Kas",
                result="Buku kas diisi.", by=who,
            )  # fmt: skip
            visits.append(visit)
            revisions.append(revision)
            presences.append(Presence(revision=revision, engagement=host, visited_on=day))
    for rows, model in ((visits, Visit), (revisions, VisitRevision), (presences, Presence)):
        model.objects.bulk_create(rows, batch_size=2000)  # type: ignore[attr-defined, arg-type]  # three models in turn


def _measure(client: Client, role: str, path: str) -> None:
    client.get(path)
    asked: list[str] = []
    with connection.execute_wrapper(lambda execute, *rest: (asked.append(rest[0]), execute(*rest))[1]):
        status = client.get(path).status_code
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - begun) * 1000)
    note = "" if status == 200 else f"  HTTP {status}"
    print(f"{path:<24}{role:<14}{len(asked):>8}{statistics.median(times):>11.0f}{max(times):>10.0f}{note}")


def _scan() -> None:
    """The peer: PostgreSQL reading every visit and presence once, without an index."""
    with connection.cursor() as cursor:
        cursor.execute("SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off")
        begun = time.perf_counter()
        cursor.execute(
            "SELECT p.engagement_id, max(r.visited_on) FROM fieldwork_presence p"
            " JOIN fieldwork_visitrevision r ON r.id = p.revision_id GROUP BY 1"
        )
        cursor.fetchall()
    print(f"\nsequential scan of all visits, grouped by mentee: {(time.perf_counter() - begun) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
