"""Queue files ('titip kirim'): what one phone wrote, handed in by somebody else. The records stay their owner's.

The signature proves that the file is what the phone wrote; who carries it can neither change nor claim it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.edges.sync import answers, files
from sidamping.edges.sync.envelope import LARGEST_FILE, MOST_RECORDS, read_json
from sidamping.edges.sync.inbox import Carriage
from sidamping.edges.sync.keys import signed_by
from sidamping.edges.sync.models import Device, ExpectedFile, Record
from sidamping.edges.sync.receiving import Sender, receive
from sidamping.platform.database.ids import read_id

FORMAT, VERSION = "sidamping-queue", 1
MOST_BYTES, MOST_CARRIED = 40 * 1024 * 1024, 2_000


def take_in(raw: bytes, *, by: UUID, now: datetime) -> list[answers.Result]:
    """The answers for the records of a queue file, its files taken with them; Refused when it is not sound."""
    told = _file(raw)
    device = Device.objects.select_related("owner").filter(pk=told["device"]).first()
    if device is None:
        raise Refused(problem("SYNC_005", "device"))
    if not signed_by(device.public_key, told["content"], told["signature"]):
        raise Refused(problem("SYNC_019", "signature"))
    records, carried = _content(told["content"])
    sender, carriage = Sender(device, device.owner.username), Carriage(Record.Via.CARRIED, by)
    found = []
    for first in range(0, len(records), MOST_RECORDS):
        found += receive(sender, records[first : first + MOST_RECORDS], now=now, carriage=carriage)
    _take_files(device, carried, now)
    return [_with_files(one) for one in found]


def phone_named(raw: bytes) -> UUID | None:
    """The phone whose queue the file says it is."""
    try:
        found: UUID = _file(raw)["device"]
    except Refused:
        return None
    return found


def _file(raw: bytes) -> dict[str, Any]:
    told = read_json(raw)
    sound = isinstance(told, dict) and told.get("format") == FORMAT and told.get("version") == VERSION
    device = read_id(str(told.get("device"))) if sound else None
    if device is None or not all(isinstance(told.get(name), str) for name in ("content", "signature")):
        raise Refused(problem("SYNC_018", "format", seen=FORMAT))
    return {**told, "device": device}


def _content(text: str) -> tuple[list[Any], Mapping[str, Any]]:
    try:
        told = read_json(text.encode())
    except (Refused, UnicodeEncodeError):
        raise Refused(problem("SYNC_018", "content", seen="JSON")) from None
    records = told.get("records") if isinstance(told, dict) else None
    carried = told.get("files", {}) if isinstance(told, dict) else None
    if not isinstance(records, list) or not isinstance(carried, dict):
        raise Refused(problem("SYNC_018", "content", seen="records, files"))
    if len(records) > MOST_CARRIED:
        raise Refused(problem("SYNC_002", "content", seen=len(records), limit=MOST_CARRIED))
    return records, carried


def _take_files(device: Device, carried: Mapping[str, Any], now: datetime) -> None:
    """Each file for every record of the device that expects it; one that is unsound stays missing."""
    expected = ExpectedFile.objects.filter(record__device=device, sha256__in=list(carried), held=None)
    for one in expected.select_related("record", "record__owner"):
        try:
            files.take(one.record, one.sha256, _bytes(carried[one.sha256]), now=now)
        except Refused:
            continue


def _bytes(told: Any) -> bytes:
    try:
        found = base64.b64decode(told, validate=True) if isinstance(told, str) else b""
    except binascii.Error:
        return b""
    return found if len(found) <= LARGEST_FILE else b""


def _with_files(result: answers.Result) -> answers.Result:
    """The count of files once those of the queue file are taken."""
    if result["state"] == answers.REFUSED:
        return result
    return result | {"files": answers.files_of(UUID(result["id"]))}
