"""`sidamping serve` sets everything up, answers, stops everything it started, and keeps the data for the next start."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

PATIENCE_SECONDS = 240
PARALLEL = 160


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that the server's own user can reach, also when root runs the tests."""
    with tempfile.TemporaryDirectory(prefix="sidamping-serve-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_two_workers_answer_many_people_stop_cleanly_and_start_again_with_the_same_data(room: Path) -> None:
    """The sockets opened while preparing are not shared by the workers that are forked afterwards."""
    first = _serve(room, told := _free_port(), workers=2)
    assert _answer(told, first) == 200
    with ThreadPoolExecutor(8) as people:
        assert set(people.map(lambda _: _status(told), range(PARALLEL))) == {200}
    assert _stop(first) == 0
    assert not _left_behind(room)
    again = _serve(room, told)
    assert _answer(told, again) == 200
    assert _stop(again) == 0
    words = (again.stdout.read() if again.stdout else "").lower()
    assert "memuat" not in words, "the second start loaded the areas again"


def test_a_port_in_use_is_told_before_anything_is_set_up(room: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = _serve(room, taken.getsockname()[1])
        output = process.communicate(timeout=PATIENCE_SECONDS)[0]
    assert process.returncode == 2
    assert "DATABASE_004" in output
    assert not (room / "postgres").exists()


def _serve(room: Path, port: int, workers: int = 1) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "sidamping.edges.cli", "serve", "--port", str(port), "--workers", str(workers)]
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**kept, "SIDAMPING_DATA": str(room)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _status(port: int) -> int:
    """The status of the health page, asked once; 0 when nobody answered."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sehat/", timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError:
        return 0


def _answer(port: int, process: subprocess.Popen[str]) -> int:
    """The status of the health page once the server answers."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sehat/", timeout=5) as answer:
                return int(answer.status)
        except OSError:
            time.sleep(0.3)
    return 0


def _stop(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGTERM)
    return process.wait(PATIENCE_SECONDS)


def _left_behind(room: Path) -> list[int]:
    """Processes of this data folder, by their environment or command line."""
    return [one.pid for one in psutil.process_iter(["cmdline"]) if str(room) in " ".join(one.info["cmdline"] or [])]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
