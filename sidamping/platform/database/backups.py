"""Backups of the database: a verified pg_dump, rotation by age, restore in one transaction.

Files (photos) are named by their content and never change; they are copied with the data folder, not dumped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection
from psycopg.conninfo import make_conninfo

from sidamping.domain.problems import Refused, problem
from sidamping.platform.database import embedded
from sidamping.platform.database.folders import data_folder

PATTERN = "%Y%m%d-%H%M%S"
DAYS, WEEKS, MONTHS = 7, 5, 12
FRESH = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"
UNKNOWN_BEFORE_17 = b"SET transaction_timeout"  # written by newer pg_dump, refused by older servers


def folder() -> Path:
    """Where backups are kept."""
    place = data_folder() / "backups"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def dump(*, now: datetime, why: str) -> Path:
    """Write and verify a backup named by moment and reason; a second folder gets a copy."""
    made = folder() / f"{now.strftime(PATTERN)}-{why}.dump"
    part = made.with_suffix(".part")
    _call("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={part}", f"--dbname={_conninfo()}")
    try:
        verify(part)
    except Refused:
        part.unlink()
        raise
    part.rename(made)
    second = os.environ.get("SIDAMPING_BACKUP_COPY")
    if second:
        Path(second).mkdir(parents=True, exist_ok=True)
        shutil.copy2(made, second)
    return made


def rotate() -> None:
    """Remove the backups that are out of the rotation."""
    for old in expired(folder().glob("*.dump")):
        old.unlink()


def verify(file: Path) -> None:
    """Refuse a file that PostgreSQL cannot list as a backup of this program."""
    try:
        listed = _call("pg_restore", "--list", str(file))
    except Refused:
        listed = b""
    if b"django_migrations" not in listed:
        raise Refused(problem("DATABASE_002", str(file), file=file.name))


def newest() -> datetime | None:
    """The moment of the newest backup, naive local time; None when there is none."""
    moments = [moment(file) for file in folder().glob("*.dump")]
    return max((one for one in moments if one), default=None)


def expired(files: Iterable[Path]) -> list[Path]:
    """Those not of the newest day and not the newest of the last 7 days, 5 weeks or 12 months that hold a backup."""
    dated = sorted(((when, file) for file in files if (when := moment(file))), reverse=True)
    kept = {file for when, file in dated if when.date() == dated[0][0].date()}
    for count, name in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        first_of: dict[str, Path] = {}
        for when, file in dated:
            first_of.setdefault(when.strftime(name), file)
        kept.update(list(first_of.values())[:count])
    return [file for _, file in dated if file not in kept]


def moment(file: Path) -> datetime | None:
    """The moment a backup's name tells; None for a foreign file."""
    try:
        return datetime.strptime("-".join(file.name.split("-")[:2]), PATTERN)
    except ValueError:
        return None


def restore(file: Path) -> None:
    """Replace every table by the backup's, in one transaction: all or nothing."""
    verify(file)
    script = _call("pg_restore", "--no-owner", "--no-acl", "--file=-", str(file))
    lines = [line for line in script.split(b"\n") if not line.startswith(UNKNOWN_BEFORE_17)]
    quiet = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
    _call("psql", *quiet, f"--dbname={_conninfo()}", given=FRESH.encode() + b"\n".join(lines))


def _call(program: str, *arguments: str, given: bytes | None = None) -> bytes:
    params = _params()
    environment = {**os.environ, "PGPASSWORD": str(params.get("password", ""))}
    command = [str(embedded.tool(program)), *arguments]
    ended = subprocess.run(command, input=given, capture_output=True, env=environment)
    if ended.returncode:
        seen = ended.stderr.decode(errors="replace").strip().splitlines()
        raise Refused(problem("DATABASE_001", program, program=program, seen=seen[-1] if seen else ended.returncode))
    return ended.stdout


def _params() -> dict[str, Any]:
    return connection.get_connection_params()


def _conninfo() -> str:
    """The address without its password, which travels in the environment."""
    ours = {"cursor_factory", "context", "prepare_threshold", "password", "client_encoding"}
    return make_conninfo(**{key: str(value) for key, value in _params().items() if key not in ours and value})
