"""Makes, checks and revokes the passwords of standard clients; the password itself is shown once and never stored."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.edges.exchange.models import DevicePassword
from sidamping.edges.sync import devices
from sidamping.edges.sync.models import Device
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.ids import uuid7

BYTES = 18
"""Random bytes of a password: nobody guesses 144 bits, so a plain hash finds its row."""
LONGEST_LABEL = 80


@dataclass(frozen=True)
class PasswordLine:
    """A device's password as its owner sees it."""

    id: UUID
    label: str
    created_at: datetime
    last_used: datetime | None
    revoked_at: datetime | None


def passwords_of(viewer: Viewer) -> tuple[PasswordLine, ...]:
    """The viewer's own, the newest first."""
    rows = DevicePassword.objects.filter(owner=viewer.user_id).select_related("device")
    return tuple(
        PasswordLine(row.pk, row.device.label, row.device.created_at, row.last_used, row.revoked_at)
        for row in rows.order_by("device__revoked_at", "-device__created_at")
    )


@transaction.atomic
def make_password(*, by: Viewer, label: str, now: datetime) -> str:
    """A new password for one device; it is told here and nowhere else."""
    named = " ".join(label.split())
    refuse_if(_label_faults(named))
    secret = secrets.token_urlsafe(BYTES)
    device = Device.objects.create(
        id=uuid7(), owner_id=by.user_id, label=named, public_key={}, created_at=now, last_seen=now
    )
    row = DevicePassword.objects.create(owner_id=by.user_id, device=device, sha256=_hash(secret))
    journal.record("exchange.password_made", by=by.user_id, subject=row.pk, label=named)
    return secret


@transaction.atomic
def revoke_password(*, by: Viewer, id: UUID, now: datetime) -> bool:
    """From now on the device is refused; what it handed in stays. False when it is nobody's or somebody else's."""
    device = Device.objects.select_for_update().filter(
        pk__in=DevicePassword.objects.filter(pk=id, owner=by.user_id).values("device")
    ).first()
    if device is not None and device.revoked_at is None:
        Device.objects.filter(pk=device.pk).update(revoked_at=now)
        journal.record("exchange.password_revoked", by=by.user_id, subject=id, label=device.label)
    return device is not None


def entered(name: str, secret: str, now: datetime) -> DevicePassword | None:
    """The password in force of an active person; None for any other."""
    rows = DevicePassword.objects.select_related("owner", "device").filter(sha256=_hash(secret))
    row = rows.filter(owner__username=name, owner__is_active=True, device__revoked_at=None).first()
    if row is not None:
        devices.seen(row.device_id, now)
        minute = now.replace(second=0, microsecond=0)
        DevicePassword.objects.filter(pk=row.pk).exclude(last_used=minute).update(last_used=minute)
    return row


def _label_faults(label: str) -> list[Problem]:
    if not label or len(label) > LONGEST_LABEL:
        return [problem("EXCHANGE_037", "label", length=len(label), limit=LONGEST_LABEL)]
    return []


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
