"""The embedded server starts in any folder, once, and stops with the last process that used it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

ASK = """
import sys
import psycopg
from sidamping.platform.database import embedded
place = embedded.start()
with psycopg.connect(host=str(place), user="postgres", dbname="sidamping") as session:
    print(session.execute("SELECT 42").fetchone()[0], len(str(place)))
"""


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that the server's own user can reach, also when root runs the tests."""
    with tempfile.TemporaryDirectory(prefix="sidamping-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_long_folder_with_blanks_and_quotes_works(room: Path) -> None:
    deep = room / "Data Kantor 'Kupang'" / ("d" * 100)
    deep.mkdir(parents=True)
    assert _run(deep).stdout.split()[0] == "42"


def test_starts_at_the_same_time_share_one_server(room: Path) -> None:
    running = [subprocess.Popen(_command(), env=_environment(room), stdout=subprocess.PIPE, text=True) for _ in "123"]
    assert [one.communicate()[0].split()[0] for one in running] == ["42", "42", "42"]


def test_no_server_is_left_behind(room: Path) -> None:
    _run(room)
    assert not [one for one in psutil.process_iter(["cmdline"]) if str(room) in (one.info["cmdline"] or [])]


def test_a_lock_left_by_a_power_cut_does_not_block(room: Path) -> None:
    _run(room)
    foreign = [str(os.getpid()), f"{room}/postgres", "0", "5432", str(room), "", "0 0", "ready"]
    (room / "postgres" / "postmaster.pid").write_text("\n".join(foreign) + "\n")
    assert _run(room).stdout.split()[0] == "42"


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(), env=_environment(folder), capture_output=True, text=True, check=True)


def _command() -> list[str]:
    return [sys.executable, "-c", ASK]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "SIDAMPING_DATA": str(folder)}
