"""Files of records: checked by content and hash when they come, attached once their record is in force (F1).

Late or repeated files are fine; a file that cannot be kept never touches its record.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.edges.sync import messages
from sidamping.edges.sync.kinds import KINDS, FileIntake
from sidamping.edges.sync.models import ExpectedFile, HeldFile, Open, Record, Verdict
from sidamping.edges.sync.owners import owner_of
from sidamping.platform.attachments.proofs import read_proof
from sidamping.platform.attachments.store import write_whole

log = logging.getLogger(__name__)
FOLDER = "sync"
UNSOUND_FILE = "FILES_"


def take(record: Record, sha256: str, content: bytes, *, now: datetime) -> None:
    """Keep the bytes that the record announced under this hash; sent twice, kept once.

    Refused when the record does not expect them or when their content is not what it says.
    """
    expected = ExpectedFile.objects.filter(record=record, sha256=sha256).first()
    if expected is None:
        raise Refused(problem("SYNC_017", "X-Record"))
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Refused(problem("SYNC_015", "sha256", seen=sha256[:8]))
    if _is_held(expected):
        return
    subject = _subject(record.pk)
    if subject and _kind(record):
        _attach(record, expected, subject, content, now)
    else:
        _hold(record, expected, content, now)


def deliver(record: Record, subject: UUID) -> None:
    """Turn the held files of a record in force into attachments of what it became."""
    kind = _kind(record)
    if kind is None:
        return
    held = HeldFile.objects.select_for_update(of=("self",)).filter(expected__record=record, attachment_id=None)
    for one in held.select_related("expected"):
        if not _path(one.expected).exists():
            log.error("the file %s of record %s is gone", one.expected.sha256, record.pk)
            continue
        try:
            with transaction.atomic():
                content = _path(one.expected).read_bytes()
                one.attachment_id = kind(owner_of(record), subject, one.expected.name, content)
            one.problems = []
            transaction.on_commit(partial(_path(one.expected).unlink, missing_ok=True))
        except Refused as refused:
            one.problems = messages.kept(refused.problems)
        except OSError:  # the disk is in trouble, not the record: the file stays held
            log.exception("the file %s of record %s could not be kept", one.expected.sha256, record.pk)
            continue
        one.save(update_fields=["attachment_id", "problems"])


def _attach(record: Record, expected: ExpectedFile, subject: UUID, content: bytes, now: datetime) -> None:
    """The record is in force: its kind reads the file and keeps it at once. What has no room there is held."""
    kind = _kind(record)
    try:
        with transaction.atomic():
            attachment = kind(owner_of(record), subject, expected.name, content) if kind else None
            HeldFile.objects.update_or_create(
                expected=expected, defaults={"attachment_id": attachment, "problems": []}, create_defaults={
                    "received_at": now, "attachment_id": attachment,
                },
            )  # fmt: skip
    except Refused as refused:
        if any(code.startswith(UNSOUND_FILE) for code in refused.codes):
            raise
        write_whole(_path(expected), content)
        told = {"received_at": now, "problems": messages.kept(refused.problems)}
        HeldFile.objects.get_or_create(expected=expected, defaults=told)


def _hold(record: Record, expected: ExpectedFile, content: bytes, now: datetime) -> None:
    """The record is not in force yet: the bytes wait for it, found sound; it may come into force at this moment."""
    read_proof(expected.name, content)
    write_whole(_path(expected), content)
    with transaction.atomic():
        accepted = Open.objects.select_for_update().filter(pk=record.pk).first() is None
        HeldFile.objects.get_or_create(expected=expected, defaults={"received_at": now})
        subject = _subject(record.pk) if accepted else None
        if subject:
            deliver(record, subject)


def _is_held(expected: ExpectedFile) -> bool:
    """Attached already, or its bytes are here."""
    held = HeldFile.objects.filter(pk=expected.pk).first()
    return held is not None and (held.attachment_id is not None or _path(expected).exists())


def _kind(record: Record) -> FileIntake | None:
    """What the kind of the record does with its files."""
    kind = KINDS.get((record.kind, record.version))
    return kind.file if kind else None


def _subject(record: UUID) -> UUID | None:
    rows = Verdict.objects.filter(record_id=record, state="accepted")
    return rows.values_list("subject_id", flat=True).first()


def _path(expected: ExpectedFile) -> Path:
    """Where the raw bytes wait: a place of its own for each record that expects them."""
    name = str(expected.pk)
    return Path(settings.MEDIA_ROOT) / FOLDER / name[-2:] / name
