"""A server that is killed (SIGKILL) in the middle of a batch loses nothing and doubles nothing (F1)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from sidamping.edges.sync.models import Open, Record
from sidamping.features.fieldwork.models import Visit
from tests import people
from tests.edges.sync.phones import Envelope, Phone, visit_body

PATIENCE_SECONDS = 90
BATCH, UNDERSTOOD = 24, 3


@contextmanager
def server() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server process on the tests' database, and its port."""
    name = str(connection.settings_dict["NAME"])
    environment = {**os.environ, "TEST_DATABASE": name, "SIDAMPING_TODAY": people.TODAY.isoformat()}
    command = [sys.executable, "-m", "tests.edges.sync.dying"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()


class Browser:
    """A signed-in browser, over the wire."""

    def __init__(self, client: Client, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}/sync/v1"
        self.cookies = {"sessionid": client.cookies["sessionid"].value}

    def ask(self, path: str, body: Any = None) -> Any:
        raw = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if raw:
            headers["X-CSRFToken"] = self.ask("/hello")["csrf"]
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        request = urllib.request.Request(self.root + path, raw, headers)
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
            for told in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = told.partition(";")[0].partition("=")
                self.cookies[name] = value
            return json.load(answer)

    def post_until_killed(self, phone: Phone, batch: list[Envelope]) -> None:
        try:
            self.ask("/records", {"device": str(phone.id), "records": batch})
        except (OSError, urllib.error.URLError):
            return


def wait_for(reached: Any) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < until, "the server did not get so far"
        time.sleep(0.01)


@pytest.mark.django_db(transaction=True)
def test_after_a_kill_in_mid_batch_every_record_is_there_once(now: datetime) -> None:
    cast = people.gather()
    phone, client = Phone(cast.ratna).known(now), Client()
    client.force_login(cast.ratna)
    times = [(f"{at // 4 + 6:02}:{at % 4 * 15:02}", f"{at // 4 + 6:02}:{at % 4 * 15 + 10:02}") for at in range(BATCH)]
    bodies = [visit_body(cast.engagement, starts_at=start, ends_at=end) for start, end in times]
    batch = [phone.seal("fieldwork.visit", body) for body in bodies]
    with server() as (process, port):
        sending = Thread(target=Browser(client, port).post_until_killed, args=(phone, batch))
        sending.start()
        wait_for(lambda: Record.objects.exists() and Visit.objects.count() >= UNDERSTOOD)
        process.send_signal(signal.SIGKILL)
        process.wait()
        sending.join()
    assert Record.objects.count() == BATCH and UNDERSTOOD <= Visit.objects.count() < BATCH
    receipts = dict(Record.objects.values_list("id", "receipt"))
    with server() as (_, port):
        told = Browser(client, port).ask("/records", {"device": str(phone.id), "records": batch})["results"]
    assert {one["state"] for one in told} == {"accepted"}
    assert {one["receipt"] for one in told} == set(receipts.values())
    assert (Record.objects.count(), Visit.objects.count(), Open.objects.count()) == (BATCH, BATCH, 0)
