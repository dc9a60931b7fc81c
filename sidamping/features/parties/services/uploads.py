"""Keeps an uploaded workbook between its preview and its import, by its hash, for some days."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from sidamping.domain.problems import Refused, problem

KEPT = timedelta(days=7)


def keep_upload(content: bytes, *, now: datetime) -> str:
    """Store the workbook, readable by its owner alone, and return its hash; old ones are forgotten on the way."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    forget_uploads(now=now)
    sha256 = hashlib.sha256(content).hexdigest()
    draft = folder / f"{sha256}.part"
    draft.touch(mode=0o600)
    draft.write_bytes(content)
    draft.replace(folder / f"{sha256}.xlsx")
    return sha256


def forget_uploads(*, now: datetime) -> None:
    """Remove workbooks older than a week: they hold personal numbers that the registers show masked."""
    for old in (*_folder().glob("*.xlsx"), *_folder().glob("*.part")):
        if old.stat().st_mtime < (now - KEPT).timestamp():
            old.unlink(missing_ok=True)


def read_upload(sha256: str) -> bytes:
    """The workbook again; SHEETS_009 when it has been forgotten."""
    file = _folder() / f"{sha256}.xlsx"
    if not re.fullmatch(r"[0-9a-f]{64}", sha256) or not file.exists():
        raise Refused(problem("SHEETS_009", "file"))
    return file.read_bytes()


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "imports"
