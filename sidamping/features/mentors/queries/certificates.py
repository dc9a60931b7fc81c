"""Certificates of mentors: which hold, which expire soon. A newer one of the same scheme takes the place of the old."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.domain.selection import readiness
from sidamping.features.mentors.models import Certificate
from sidamping.features.mentors.queries.scope import KEEPERS, READERS, appointed, sees
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.rules.assigning import certificate_warning

WITHDRAWN, REPLACED = "withdrawn", "replaced"


@dataclass(frozen=True)
class CertificateLine:
    """A certificate with its state on a day: valid, expiring, expired, withdrawn, or replaced by a newer one."""

    id: UUID
    user_id: UUID
    name: str
    scheme: str
    number: str
    issuer: str
    issued: date
    expires: date | None
    state: str
    days_left: int | None
    has_file: bool
    withdrawn_why: str = ""


def certificates_of(users: Iterable[UUID], on: date) -> dict[UUID, tuple[CertificateLine, ...]]:
    """Every certificate of the users, the newest first; unscoped."""
    rows = Certificate.objects.filter(user_id__in=set(users)).select_related("user").order_by("-issued", "-id")
    found: dict[UUID, list[CertificateLine]] = {}
    for line in _lines(rows, on):
        found.setdefault(line.user_id, []).append(line)
    return {user: tuple(lines) for user, lines in found.items()}


def expiring_certificates(viewer: Viewer, on: date) -> tuple[CertificateLine, ...]:
    """Certificates of the viewer, or of the mentors one keeps, that have expired or soon will, the nearest first."""
    warn, _ = certificate_warning(on)
    watched = User.objects.filter(appointed(viewer, *KEEPERS)) if viewer.has(*KEEPERS) else User.objects.none()
    rows = Certificate.objects.filter(withdrawn_on__isnull=True, expires__isnull=False)
    rows = rows.filter(Q(user__in=watched) | Q(user_id=viewer.user_id))
    due = set(rows.filter(expires__lte=on + timedelta(days=warn)).values_list("user_id", flat=True))
    if not due:
        return ()
    lines = (line for own in certificates_of(due, on).values() for line in own)
    wanted = (line for line in lines if line.state in (readiness.EXPIRING, readiness.EXPIRED))
    return tuple(sorted(wanted, key=lambda line: (line.expires or on, line.name)))


def certificate_file(viewer: Viewer, certificate: UUID) -> store.Kept | None:
    """The file of a certificate, for whoever may see the profile."""
    row = Certificate.objects.filter(pk=certificate, attachment__isnull=False).first()
    if row is None or row.attachment_id is None or not sees(viewer, row.user_id):
        return None
    return store.kept([row.attachment_id]).get(row.attachment_id)


def certificate_line(viewer: Viewer, certificate: UUID) -> CertificateLine | None:
    """One certificate, for whoever may see the profile."""
    row = Certificate.objects.filter(pk=certificate).values_list("user_id", flat=True).first()
    if row is None or not sees(viewer, row):
        return None
    lines = certificates_of([row], viewer.on).get(row, ())
    return next((line for line in lines if line.id == certificate), None)


def watches(viewer: Viewer) -> bool:
    """Whether the viewer has certificates of others to watch."""
    return viewer.has(*READERS)


def _lines(rows: QuerySet[Certificate], on: date) -> Iterable[CertificateLine]:
    warn, _ = certificate_warning(on)
    newer: set[tuple[UUID, str]] = set()
    for row in rows:
        key = (row.user_id, row.scheme.casefold())
        replaced = key in newer
        if row.withdrawn_on is None:
            newer.add(key)
        yield _line(row, _state(row, on, warn, replaced), on)


def _state(row: Certificate, on: date, warn: int, replaced: bool) -> str:
    if row.withdrawn_on is not None:
        return WITHDRAWN
    state = readiness.Certificate(row.scheme, row.number, row.issued, row.expires).state(on, warn)
    return REPLACED if replaced and state != readiness.VALID else state


def _line(row: Certificate, state: str, on: date) -> CertificateLine:
    left = (row.expires - on).days if row.expires else None
    return CertificateLine(
        row.pk, row.user_id, row.user.full_name, row.scheme, row.number, row.issuer, row.issued, row.expires, state,
        left, row.attachment_id is not None, row.withdrawn_why,
    )
