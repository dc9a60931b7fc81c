"""Phones against a running server and its worker: entries a second and waiting times at 1, 8 and 32 phones that
never rest, at the rate a deadline offers, with photos, and the first sync of a mentor with twenty mentees.

Run: `python -m bench.sync [--entries 40]` (makes its own database on the configured server and drops it again).
Targets of the sync promise: 80 entries/s at no errors, p95 below 500 ms, on 2 cores. The best known peer takes 40/s.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as clock
from functools import partial
from http.client import HTTPConnection
from typing import Any
from uuid import UUID, uuid4

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402  # after Django is set up
from django.db import connection, connections  # noqa: E402  # as above
from django.db.models import Max  # noqa: E402  # as above
from django.test import Client  # noqa: E402  # as above
from django.test.utils import setup_databases, teardown_databases  # noqa: E402  # as above
from django.utils import timezone  # noqa: E402  # as above
from PIL import Image  # noqa: E402  # as above

from sidamping.domain.fieldwork import PresenceDraft, VisitDraft  # noqa: E402  # as above
from sidamping.edges.sync import devices  # noqa: E402  # models load after Django is set up
from sidamping.edges.sync.models import HeldFile, Open, Record  # noqa: E402  # as above
from sidamping.features.fieldwork.models import Visit  # noqa: E402  # as above
from sidamping.features.fieldwork.services import record_visit  # noqa: E402  # as above
from sidamping.features.parties.models import Cooperative, Party  # noqa: E402  # as above
from sidamping.features.programmes.models import Assignment, Engagement, Path, StepRecord  # noqa: E402  # as above
from sidamping.platform.access.models import Appointment, User  # noqa: E402  # as above
from sidamping.platform.access.viewer import viewer_of  # noqa: E402  # as above
from sidamping.platform.database.ids import uuid7  # noqa: E402  # as above
from sidamping.platform.territory.models import Area  # noqa: E402  # as above

TODAY, START = date(2026, 11, 5), date(2025, 11, 5)
NOW = timezone.make_aware(datetime(2026, 11, 5, 9))
PROGRAMME, PINNED, VILLAGE = "tpk-ntt-2018", "tpk-ntt-2018/2018-07-23", "53.01.05.2001"
PHONES, WORKERS, BATCH, SLOTS = (1, 8, 32), 2, 5, 40
PATH, MENTEES, VISITS = ("observe", "organise", "carry_out"), 20, 480
PATIENCE = 120
RATE, SECONDS, PHOTO_SIDE, HOUR_RATE = 25, 20, (1280, 960), 84
JSON = "application/json"


@dataclass
class Phone:
    """One mentor's phone, signed in, with one mentee."""

    user: User
    engagement: UUID
    port: int
    id: UUID = field(default_factory=uuid4)
    number: int = 0
    cookies: dict[str, str] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    errors: int = 0

    def sign_in(self) -> None:
        """A session as the browser holds it, the device known."""
        client = Client()
        client.force_login(self.user)
        self.cookies["sessionid"] = client.cookies["sessionid"].value
        numbers = ec.generate_private_key(ec.SECP256R1()).public_key().public_numbers()
        x, y = (base64.urlsafe_b64encode(one.to_bytes(32)).rstrip(b"=").decode() for one in (numbers.x, numbers.y))
        key = {"kty": "EC", "crv": "P-256", "x": x, "y": y}
        devices.register(owner=self.user.pk, id=self.id, label="bench", public_key=key, now=NOW)
        self.line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.csrf = json.loads(self.ask("GET", "/sync/v1/hello"))["csrf"]

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = JSON, **headers: str) -> bytes:
        """The body of an answer; its waiting time and anything but 200 are counted."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        given = {"Cookie": cookie, "Content-Type": kind, "X-CSRFToken": getattr(self, "csrf", ""), **headers}
        begun = time.perf_counter()
        self.line.request(method, path, body, given)
        answer = self.line.getresponse()
        raw = answer.read()
        self.waits.append(time.perf_counter() - begun)
        self.errors += answer.status != 200
        for told in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = told.partition(";")[0].partition("=")
            self.cookies[name] = value
        return raw

    def seal(self, files: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        """The next visit, a quarter of an hour in a slot of its own."""
        day, slot = divmod(self.number, SLOTS)
        self.number += 1
        minutes = 6 * 60 + slot * 20
        starts, ends = (f"{at // 60:02}:{at % 60:02}" for at in (minutes, minutes + 15))
        body = json.dumps({
            "visited_on": (TODAY - timedelta(days=day + 1)).isoformat(), "starts_at": starts, "ends_at": ends,
            "mode": "onsite", "village": VILLAGE, "activity": "Pendampingan pembukuan", "purpose": "Buku kas terisi",
            "result": "Buku kas disalin " * 12, "topics": ["finance"], "cost": 25_000,
            "presences": [{"engagement": str(self.engagement), "attendees": ["Ketua", "Bendahara"]}],
        })  # fmt: skip
        at = (NOW - timedelta(hours=2)).isoformat()
        sealed = {"at": at, "monotonic_ms": 1, "boot": str(uuid7()), "server_seen": at}
        return {
            "id": str(uuid7()), "number": self.number, "kind": "fieldwork.visit", "version": 1, "sealed": sealed,
            "files": files or [], "body": body, "sha256": hashlib.sha256(body.encode()).hexdigest(),
        }  # fmt: skip

    def send(self, *records: dict[str, Any]) -> None:
        body = json.dumps({"device": str(self.id), "records": records}).encode()
        told = json.loads(self.ask("POST", "/sync/v1/records", body)).get("results", [])
        self.errors += sum(one["state"] not in ("accepted", "received") for one in told)


@click.command()
@click.option("--entries", default=40, show_default=True, help="Entries that each phone sends.")
def main(entries: int) -> None:
    old = setup_databases(verbosity=0, interactive=False)
    try:
        *people, newcomer = _people(max(PHONES) + 1)
        with tempfile.TemporaryDirectory() as room, _server(room) as port:
            print(f"{'what':<44}{'entries/s':>10}{'p50 ms':>8}{'p95 ms':>8}{'errors':>8}  target")
            for count in PHONES:
                _round(_phones(people[:count], port), entries)
            _deadline_hour(_phones(people, port))
            _deadline_day(_phones(people, port))
            _settled()
            _first_sync(*newcomer, port)
    finally:
        connections.close_all()
        teardown_databases(old, verbosity=0)
    print(f"\nLoad of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


def _round(phones: list[Phone], entries: int) -> None:
    _tell(f"{len(phones)} phones, batches of {BATCH}", phones, entries * len(phones), lambda: _all(phones, entries))
    _settled()


def _people(count: int) -> list[tuple[User, UUID]]:
    """Mentors, each with one cooperative."""
    Area.objects.bulk_create(
        Area(code=VILLAGE[:size], name="Bench", level=level) for size, level in ((2, 1), (5, 2), (8, 3), (13, 4))
    )
    found = []
    for number in range(count):
        user = User.objects.create(username=f"mentor{number}", full_name=f"Mentor {number}")
        Appointment.objects.create(user=user, role="mentor", programme=PROGRAMME, area_id=VILLAGE[:5], starts=START)
        found.append((user, _mentee(user, number)))
    return found


def _mentee(user: User, number: int) -> UUID:
    """A mentoring of a year: its path is walked up to the visits, as on any day of a deadline."""
    party = Party.objects.create(kind="cooperative", name=f"Koperasi {number}", village_id=VILLAGE)
    Cooperative.objects.create(party=party, kind="savings_loan")
    path = Path.objects.create(subject="mentee", programme=PROGRAMME, pinned=PINNED, starts=START)
    row = Engagement.objects.create(
        id=path.pk, path=path, programme=PROGRAMME, pinned=PINNED, mentee=party, village_id=VILLAGE,
        regency=VILLAGE[:5], starts=START,
    )  # fmt: skip
    Assignment.objects.create(engagement=row, mentor=user, starts=START)
    StepRecord.objects.bulk_create(StepRecord(path=path, step=step, done_on=START) for step in PATH)
    return row.pk


@contextmanager
def _server(room: str) -> Iterator[int]:
    """The real server and its worker on the benchmark's database."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-m", "granian", "bench.serving:application", "--interface", "wsgi", "--port", str(port),
               "--workers", str(WORKERS), "--blocking-threads", "4", "--log-level", "error"]  # fmt: skip
    environment = {**os.environ, "BENCH_DATABASE": name, "BENCH_FILES": room}
    commands = [command, [sys.executable, "-m", "bench.working"]]
    processes = [subprocess.Popen(one, env=environment) for one in commands]
    try:
        while not _listens(port):
            time.sleep(0.3)
        yield port
    finally:
        for one in processes:
            one.terminate()
        for one in processes:
            one.wait()


def _listens(port: int) -> bool:
    try:
        line = HTTPConnection("127.0.0.1", port, timeout=5)
        line.request("GET", "/sehat/")
        return line.getresponse().status == 200
    except OSError:
        return False


def _phones(people: list[tuple[User, UUID]], port: int) -> list[Phone]:
    """Signed in, each on days of its own, so that no visit meets one of an earlier round."""
    found = [Phone(user, engagement, port) for user, engagement in people]
    for one in found:
        last = Record.objects.filter(owner=one.user).aggregate(last=Max("told_number"))["last"] or 0
        one.number = -(-last // SLOTS) * SLOTS
        one.sign_in()
        one.waits.clear()
    return found


def _all(phones: list[Phone], entries: int) -> None:
    with ThreadPoolExecutor(len(phones)) as pool:
        list(pool.map(lambda phone: _queue(phone, entries), phones))


def _queue(phone: Phone, entries: int) -> None:
    for _ in range(entries // BATCH):
        phone.send(*(phone.seal() for _ in range(BATCH)))


def _tell(
    what: str, phones: list[Phone], entries: int, work: Callable[[], None], target: str = "≥ 80, p95 < 500"
) -> None:
    begun = time.perf_counter()
    work()
    took = time.perf_counter() - begun
    waits = sorted(one * 1000 for phone in phones for one in phone.waits)
    errors = sum(phone.errors for phone in phones)
    middle, late = (waits[int(len(waits) * part)] for part in (0.5, 0.95))
    print(f"{what:<44}{entries / took:>10.1f}{middle:>8.0f}{late:>8.0f}{errors:>8}  {target}")


def _settled() -> None:
    """What the requests left, put in force and attached by the worker; then every record is there once."""
    left, photos, begun = Open.objects.count(), _unattached(), time.perf_counter()
    while time.perf_counter() - begun < PATIENCE and (Open.objects.exists() or _unattached()):
        time.sleep(0.1)
    took = time.perf_counter() - begun
    held, visits, still = Record.objects.count(), Visit.objects.count(), Open.objects.count() + _unattached()
    print(f"{'  left to the worker: records, photos':<44}{left:>10}{photos:>8}{'':>8}{still:>8}  0; {took:.1f} s")
    assert held == visits, f"{held} records, {visits} visits"


def _unattached() -> int:
    return HeldFile.objects.filter(attachment_id=None).count()


def _first_sync(user: User, engagement: UUID, port: int) -> None:
    """A new phone of a mentor with twenty mentees asks for all of twelve months: seconds, and bytes on the wire."""
    by, mentees = viewer_of(user, TODAY), [engagement, *(_mentee(user, number) for number in range(1, MENTEES))]
    for number in range(VISITS):
        back, slot = divmod(number, 2)
        draft = _visit(mentees[number % MENTEES], TODAY - timedelta(days=1 + back), 8 + 3 * slot)
        record_visit(by=by, draft=draft, on=TODAY, now=NOW)
    phone = Phone(user, engagement, port)
    phone.sign_in()
    begun, size, since, more = time.perf_counter(), 0, 0, True
    while more:
        path = f"/sync/v1/changes?device={phone.id}&since={since}"
        raw = phone.ask("GET", path, **{"Accept-Encoding": "gzip"})
        told = json.loads(gzip.decompress(raw))
        size, since, more = size + len(raw), told["next"], told["more"]
    took = time.perf_counter() - begun
    print(f"first sync, {MENTEES} mentees, 12 months: {took:.1f} s, {size / 1e6:.2f} MB; targets < 5 s, < 1.5 MB")


def _visit(engagement: UUID, day: date, hour: int) -> VisitDraft:
    return VisitDraft(
        uuid7(), day, clock(hour), clock(hour + 1), "onsite", VILLAGE, "Pendampingan pembukuan", "Buku kas terisi",
        f"Buku kas {day} disalin. " * 8, (PresenceDraft(engagement, ("Ketua", "Bendahara")),), topics=("finance",),
    )  # fmt: skip


def _deadline_hour(phones: list[Phone]) -> None:
    """Entries without photos at the rate that must hold, in batches, each phone in its turn."""

    def batch(number: int) -> None:
        phone = phones[number % len(phones)]
        phone.send(*(phone.seal() for _ in range(BATCH)))

    total = HOUR_RATE * SECONDS
    work = partial(_steadily, batch, total // BATCH, HOUR_RATE / BATCH, len(phones))
    _tell(f"deadline hour, {HOUR_RATE}/s offered, batches of {BATCH}", phones, total, work)
    _settled()


def _steadily(one: Callable[[int], None], total: int, rate: float, lanes: int) -> None:
    """`one(0)`, `one(1)`, … at their moments, `rate` a second, in as many lanes as there are phones."""
    begun = time.perf_counter()

    def lane(first: int) -> None:
        for number in range(first, total, lanes):
            time.sleep(max(0.0, begun + number / rate - time.perf_counter()))
            one(number)

    with ThreadPoolExecutor(lanes) as pool:
        list(pool.map(lane, range(lanes)))


def _deadline_day(phones: list[Phone]) -> None:
    """Records with one photo each at a steady rate, each phone in its turn."""
    photos = [_photo(number) for number in range(8)]

    def one(number: int) -> None:
        phone, raw = phones[number % len(phones)], photos[number % len(photos)]
        sha256 = hashlib.sha256(raw).hexdigest()
        sealed = phone.seal([{"sha256": sha256, "bytes": len(raw), "type": "image/jpeg", "name": "foto.jpg"}])
        phone.send(sealed)
        phone.ask("PUT", f"/sync/v1/files/{sha256}", raw, "image/jpeg", **{"X-Record": sealed["id"]})

    total, kilobytes = RATE * SECONDS, len(photos[0]) // 1000
    work = partial(_steadily, one, total, RATE, len(phones))
    _tell(f"deadline day, {RATE}/s with a photo of {kilobytes} kB", phones, total, work, f"≥ {RATE}, 0 errors")


def _photo(seed: int) -> bytes:
    """About 300 kB, as the app makes them."""
    noise = Image.frombytes("RGB", (160, 120), random.Random(seed).randbytes(160 * 120 * 3))
    out = io.BytesIO()
    noise.resize(PHOTO_SIDE, Image.Resampling.BICUBIC).save(out, "JPEG", quality=88)
    return out.getvalue()


if __name__ == "__main__":
    main()
