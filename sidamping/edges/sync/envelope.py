"""Reads what a phone sends: a batch of envelopes, each on its own, so that a bad one never hinders its neighbours.

Only what is needed to store a record is asked for here; odd clocks and contents are evidence, not faults.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.sync import Evidence
from sidamping.edges.sync.models import LAST_NUMBER, LONGEST_NAME
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.signs import UNSOUND, sound

MOST_RECORDS, MOST_BYTES = 100, 2 * 1024 * 1024
MOST_BODY, MOST_FILES, MOST_LINKS = 512 * 1024, 30, 50
LARGEST_FILE = 3 * 1024 * 1024
DEEPEST = 40
HASH = re.compile(r"[0-9a-f]{64}")
KIND = re.compile(r"[a-z_]+\.[a-z_]+")
COUNTER_END = 2**53
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years outside cannot be moved between time zones safely; a phone's clock at 1970 or 2038 is kept as it was told."""
T = TypeVar("T")


@dataclass(frozen=True)
class FileTold:
    """A file that will follow."""

    sha256: str
    bytes: int
    type: str
    name: str


@dataclass(frozen=True)
class Place:
    """A number of a device."""

    device: UUID
    number: int


@dataclass(frozen=True)
class Envelope:
    """A record as it came, readable enough to be stored."""

    id: UUID
    number: int
    kind: str
    version: int
    replaces: UUID | None
    after: tuple[UUID, ...]
    files: tuple[FileTold, ...]
    evidence: Evidence
    body: str
    sha256: str
    formerly: Place | None = None


def read_json(raw: bytes) -> Any:
    """The JSON value in the bytes; Refused when there is none, or when it nests so deep that it was made to harm."""
    try:
        found = json.loads(raw.decode())
    except (ValueError, RecursionError):
        raise Refused(problem("API_004")) from None
    if too_deep(found, DEEPEST):
        raise Refused(problem("API_004"))
    return found


def too_deep(value: Any, left: int) -> bool:
    """Whether lists and objects nest deeper than so many levels."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left == 0 or any(too_deep(one, left - 1) for one in inner)


def read_batch(told: Any) -> tuple[UUID, list[Any]]:
    """The device and its envelopes, unread; Refused when the batch as a whole has no such shape."""
    device = _id(told.get("device")) if isinstance(told, dict) else None
    records = told.get("records") if isinstance(told, dict) else None
    if device is None or not isinstance(records, list):
        raise Refused(problem("API_004", "device" if device is None else "records"))
    if len(records) > MOST_RECORDS:
        raise Refused(problem("SYNC_002", "records", seen=len(records), limit=MOST_RECORDS))
    return device, records


def read_envelope(told: Any) -> Envelope:
    """One envelope; Refused with every fault that keeps it from being stored."""
    if not isinstance(told, dict):
        raise Refused(_odd("envelope", told))
    reading = _Reading(told)
    found = Envelope(
        id=reading.of("id", _id, UUID(int=0)),
        number=reading.of("number", lambda seen: _whole(seen, 1, LAST_NUMBER), 1),
        kind=reading.of("kind", lambda seen: _text(seen, 60, KIND), ""),
        version=reading.of("version", lambda seen: _whole(seen, 1, 30_000), 1),
        replaces=reading.of("replaces", _id, None, optional=True),
        after=tuple(reading.of("after", lambda seen: _each(seen, _id, MOST_LINKS), [], optional=True)),
        files=tuple(reading.of("files", lambda seen: _each(seen, _file, MOST_FILES), [], optional=True)),
        evidence=_evidence(told.get("sealed")),
        body=reading.of("body", lambda seen: _text(seen, MOST_BODY), ""),
        sha256=reading.of("sha256", lambda seen: _text(seen, 64, HASH), ""),
        formerly=_place(told.get("formerly")),
    )
    refuse_if(reading.faults)
    if not sound(found.body):
        raise Refused(problem(UNSOUND, "body", field="body"))
    if hashlib.sha256(found.body.encode()).hexdigest() != found.sha256:
        raise Refused(problem("SYNC_004", "sha256", seen=found.sha256[:8]))
    return found


def told_id(told: Any) -> str:
    """The id as an unreadable envelope tells it, so that the phone finds its record in the answer."""
    seen = told.get("id") if isinstance(told, dict) else None
    return seen[:64] if isinstance(seen, str) and sound(seen) else ""


def told_number(told: Any) -> str:
    """The number as an unreadable envelope tells it; '' where that is none."""
    seen = told.get("number") if isinstance(told, dict) else None
    return str(seen) if isinstance(seen, int) and not isinstance(seen, bool) and 0 < seen <= LAST_NUMBER else ""


class _Reading:
    """Reads fields one after the other and gathers what is wrong."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told, self.faults = told, list[Problem]()

    def of(self, field: str, read: Callable[[Any], T | None], instead: Any, *, optional: bool = False) -> Any:
        seen = self.told.get(field)
        if seen is None and optional:
            return instead
        found = read(seen)
        if found is None:
            self.faults.append(_odd(field, seen))
            return instead
        return found


def _odd(field: str, seen: Any) -> Problem:
    shown = json.dumps(seen, ensure_ascii=False)[:40].encode(errors="replace").decode()
    return problem("SYNC_003", field, field=field, seen=_("tidak ada isinya") if seen is None else shown)


def _id(seen: Any) -> UUID | None:
    return read_id(seen) if isinstance(seen, str) and len(seen) == 36 else None


def _whole(seen: Any, least: int, most: int) -> int | None:
    return seen if isinstance(seen, int) and not isinstance(seen, bool) and least <= seen <= most else None


def _text(seen: Any, longest: int, shape: re.Pattern[str] | None = None) -> str | None:
    fits = isinstance(seen, str) and len(seen) <= longest and (shape is None or shape.fullmatch(seen) is not None)
    return seen if fits else None


def _each(seen: Any, read: Callable[[Any], T | None], most: int) -> list[T] | None:
    if not isinstance(seen, list) or len(seen) > most:
        return None
    found = [one for one in map(read, seen) if one is not None]
    return found if len(found) == len(seen) else None


def _file(seen: Any) -> FileTold | None:
    if not isinstance(seen, dict):
        return None
    sha256, size = _text(seen.get("sha256"), 64, HASH), _whole(seen.get("bytes"), 1, LARGEST_FILE)
    kind, name = _text(seen.get("type"), 100), _text(seen.get("name", ""), LONGEST_NAME)
    if sha256 is None or size is None or kind is None or name is None or not sound(kind + name):
        return None
    return FileTold(sha256, size, kind, name)


def _place(seen: Any) -> Place | None:
    """A number of another phone where it can be read; else the gap there stays, and the record is none the worse."""
    if not isinstance(seen, dict):
        return None
    device, number = _id(seen.get("device")), _whole(seen.get("number"), 1, LAST_NUMBER)
    return Place(device, number) if device and number else None


def _evidence(told: Any) -> Evidence:
    """What can be read of the evidence; what cannot is missing, which is itself a reason for doubt."""
    if not isinstance(told, dict):
        return Evidence()
    boot = _text(told.get("boot"), 64)
    return Evidence(
        _moment(told.get("at")), _whole(told.get("monotonic_ms"), 0, COUNTER_END),
        boot if boot and sound(boot) else "", _moment(told.get("server_seen")),
    )  # fmt: skip


def _moment(seen: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(seen) if isinstance(seen, str) and len(seen) <= 40 else None
    except ValueError:
        return None
    if found is None or found.tzinfo is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return None if abs(found.utcoffset() or timedelta()) > timedelta(hours=18) else found
