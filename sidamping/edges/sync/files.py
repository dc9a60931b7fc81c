"""Files of records: hash and kind are checked when they come; reading and attaching them is the worker's (F1).

Late or repeated files are fine; a file that cannot be kept never touches its record.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import OperationalError, transaction
from procrastinate.contrib.django import app

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.edges.sync import messages, refusals
from sidamping.edges.sync.kinds import KINDS, FileIntake
from sidamping.edges.sync.models import ExpectedFile, HeldFile, Open, Record, State, Verdict
from sidamping.edges.sync.owners import owner_of
from sidamping.edges.sync.refusals import Turned
from sidamping.platform.attachments.proofs import probe_proof
from sidamping.platform.attachments.store import write_whole

log = logging.getLogger(__name__)
FOLDER, TASK = "sync", "attach_files"
MOST_LEFT = 500
"""So many records at once; the next sweep goes on."""


def take(record: Record, sha256: str, content: bytes, *, now: datetime) -> None:
    """Keep the bytes that the record announced under this hash; sent twice, kept once.

    Refused when the record does not expect them or when they are not what they say; pixels are read by the worker.
    """
    expected = ExpectedFile.objects.select_related("held").filter(record=record, sha256=sha256).first()
    try:
        expected = _checked(expected, content)
    except Refused as refused:
        name = expected.name if expected else ""
        refusals.note(record.device_id, [Turned(sha256, name, refused.problems, is_file=True)], now=now)
        raise
    if _is_held(expected):
        return
    write_whole(_path(expected), content)
    with transaction.atomic():
        HeldFile.objects.bulk_create([HeldFile(expected=expected, received_at=now)], ignore_conflicts=True)
        if Open.objects.select_for_update().filter(pk=record.pk).first() is None:  # else it is told when in force
            _tell_worker([record.pk])


def _checked(expected: ExpectedFile | None, content: bytes) -> ExpectedFile:
    """The file that was announced; Refused unless the bytes are its own, and of a kind that is kept."""
    if expected is None:
        raise Refused(problem("SYNC_017", "X-Record"))
    if hashlib.sha256(content).hexdigest() != expected.sha256:
        raise Refused(problem("SYNC_015", "sha256", seen=expected.sha256[:8]))
    probe_proof(expected.name, content)
    return expected


def attach_later(records: Collection[UUID]) -> None:
    """Have the worker attach what is held of records that are in force now."""
    held = HeldFile.objects.filter(expected__record__in=records, attachment_id=None)
    waiting = set(held.values_list("expected__record_id", flat=True)) if records else set()
    if waiting:
        _tell_worker(sorted(waiting))


def left(*, again: bool) -> list[UUID]:
    """Records in force with files that nobody attached yet; `again`: those that could not be, each lot by chance."""
    became = Verdict.objects.filter(state=State.ACCEPTED, subject_id__isnull=False).values("record_id")
    takers = [name for (name, _), kind in KINDS.items() if kind.file]
    rows = HeldFile.objects.filter(attachment_id=None, expected__record__kind__in=takers)
    rows = rows.filter(expected__record_id__in=became)
    rows = rows.exclude(problems=[]).order_by("?") if again else rows.filter(problems=[]).order_by("received_at")
    return list(dict.fromkeys(rows.values_list("expected__record_id", flat=True)[:MOST_LEFT]))


def attach(id: UUID) -> None:
    """Turn the held files of a record in force into attachments of what it became."""
    record = Record.objects.select_related("owner").get(pk=id)
    kind = KINDS.get((record.kind, record.version))
    subject = record.verdicts.filter(state=State.ACCEPTED).values_list("subject_id", flat=True).first()
    if kind is None or kind.file is None or subject is None:
        return
    with transaction.atomic():
        held = HeldFile.objects.select_for_update(of=("self",)).filter(expected__record=record, attachment_id=None)
        for one in held.select_related("expected"):
            _attach(record, one, kind.file, subject)


def _attach(record: Record, one: HeldFile, keep: FileIntake, subject: UUID) -> None:
    path = _path(one.expected)
    if not path.exists():
        log.error("the file %s of record %s is gone", one.expected.sha256, record.pk)
        _say(one, [problem("SYNC_023", "files", name=one.expected.name)])
        return
    try:
        with transaction.atomic():
            one.attachment_id = keep(owner_of(record), subject, one.expected.name, path.read_bytes())
        one.problems = []
        transaction.on_commit(partial(path.unlink, missing_ok=True))
    except Refused as refused:
        _say(one, refused.problems)
        return
    except OperationalError:  # the database is in trouble, not the file: it is attached later
        raise
    except OSError:  # the disk is in trouble, not the record: the file stays held
        log.exception("the file %s of record %s could not be kept", one.expected.sha256, record.pk)
        return
    except Exception:  # whatever it is, the file stays held and its neighbours go on
        log.exception("the file %s of record %s could not be attached", one.expected.sha256, record.pk)
        _say(one, [problem("SYNC_024", "files", name=one.expected.name)])
        return
    one.save(update_fields=["attachment_id", "problems"])


def _say(one: HeldFile, problems: Iterable[Problem]) -> None:
    """Keep with the file why it is not attached."""
    one.attachment_id, one.problems = None, messages.kept(problems)
    one.save(update_fields=["attachment_id", "problems"])


def _tell_worker(records: Collection[UUID]) -> None:
    app.configure_task(TASK).defer(records=[str(one) for one in records])


def _is_held(expected: ExpectedFile) -> bool:
    """Attached already, or its bytes are here."""
    held: HeldFile | None = getattr(expected, "held", None)
    return held is not None and (held.attachment_id is not None or _path(expected).exists())


def _path(expected: ExpectedFile) -> Path:
    """Where the raw bytes wait: a place of its own for each record that expects them."""
    name = str(expected.pk)
    return Path(settings.MEDIA_ROOT) / FOLDER / name[-2:] / name
