"""Takes a submission in through the same inbox as the field app, so that it too counts exactly once (F1, F4)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from sidamping.domain.problems import Refused
from sidamping.edges.exchange.models import DevicePassword
from sidamping.edges.exchange.openrosa.submission import Submission
from sidamping.edges.sync import files, refusals
from sidamping.edges.sync.inbox import Carriage
from sidamping.edges.sync.models import ExpectedFile, Record
from sidamping.edges.sync.receiving import Sender, receive
from sidamping.edges.sync.refusals import Turned
from sidamping.platform.http.language import reader_language


@dataclass(frozen=True)
class Taken:
    """What became of a submission; `new` the first time, `problems` in words for the worker's screen."""

    new: bool
    state: str
    problems: tuple[str, ...]


def take_submission(
    entry: DevicePassword, sent: Submission, attached: Iterable[UploadedFile[bytes]], *, now: datetime
) -> Taken:
    """Store it, understand it, then its files; a file that cannot be kept never touches the rest."""
    known = Record.objects.filter(pk=sent.id).exists()
    sender = Sender(entry.device, entry.owner.get_username())
    [made] = receive(sender, [_envelope(entry, sent)], now=now, carriage=Carriage(Record.Via.OPENROSA))
    told = [one["message"] for one in made.get("problems", ())]
    record = Record.objects.filter(pk=sent.id, owner=entry.owner_id).first()
    if record is not None:
        for file in attached:
            told += _attached(record, sent, file, now)
    return Taken(not known, made["state"], tuple(told))


def _envelope(entry: DevicePassword, sent: Submission) -> dict[str, Any]:
    """The submission as the app would have sent it; the number is the server's, for the client counts none."""
    last = Record.objects.filter(device=entry.device_id).aggregate(last=Max("told_number"))["last"] or 0
    return {
        "id": str(sent.id), "number": last + 1, "kind": sent.kind, "version": 1, "body": sent.body,
        "sha256": sent.sha256, "sealed": {"at": sent.finished},
    }  # fmt: skip


def _attached(record: Record, sent: Submission, file: UploadedFile[bytes], now: datetime) -> list[str]:
    """A file that the form names, early, late or twice; others are left alone."""
    if file.name not in sent.files:
        return []
    content = file.read()
    sha256 = hashlib.sha256(content).hexdigest()
    told = {"bytes": len(content), "type": file.content_type or "", "name": file.name}
    try:
        with transaction.atomic():  # a file that is refused was never announced either
            ExpectedFile.objects.get_or_create(record=record, sha256=sha256, defaults=told)
            files.take(record, sha256, content, now=now)
    except Refused as refused:
        refusals.note(record.device_id, [Turned(sha256, file.name, refused.problems, is_file=True)], now=now)
        return [one.text(reader_language()) for one in refused.problems]
    return []
