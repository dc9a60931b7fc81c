"""Reads values from the environment and refuses odd ones at start, naming the variable and the remedy."""

from __future__ import annotations

import os
import secrets
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class BadSetting(SystemExit):
    """A value of the environment that cannot be used; the process stops with its message."""


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "1" if default else "0").lower()
    if value not in {"0", "1", "true", "false"}:
        raise BadSetting(f"{name}={value!r}: tulis 1 atau 0 (write 1 or 0).")
    return value in {"1", "true"}


def number(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise BadSetting(f"{name}={value!r}: tulis bilangan, mis. {default} (write a whole number).")
    return int(value)


def names(name: str, default: str) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError):
        raise BadSetting(f"{name}={value!r}: zona waktu tak dikenal, mis. Asia/Makassar (unknown time zone).") from None
    return value


def day(name: str) -> date | None:
    """A fixed 'today' for training and demonstrations; empty means the real calendar."""
    value = text(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise BadSetting(f"{name}={value!r}: tulis TTTT-BB-HH, mis. 2026-11-05 (write YYYY-MM-DD).") from None


def secret_key(folder: Path) -> str:
    """SIDAMPING_SECRET_KEY, else a key made at first start and readable by its owner alone."""
    chosen = os.environ.get("SIDAMPING_SECRET_KEY")
    if chosen:
        return chosen
    file = folder / "secret-key"
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text().strip()
