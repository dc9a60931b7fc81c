"""Keeps seals and reads them back beside what they were put on: do they still fit, and if not, what changed since.

Unscoped: whoever asks has the subject already.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from sidamping.domain.papers.canonical import canonical, digest
from sidamping.domain.problems import Refused, problem
from sidamping.domain.signatures import parts_changed, path_of
from sidamping.platform.signatures.models import UNPROVEN, Seal

NOT_NAMED: Mapping[str, object] = {}


@dataclass(frozen=True)
class SealLine:
    """A seal as shown. `fits`: what it was put on reads as it did; `changed` names parts that do not, in words.

    `path` is the drawing as an SVG path; a seal without one is by code, `proven` when the code was the mentee's.
    """

    id: UUID
    signer: str
    capacity: str
    path: str
    proven: bool
    sealed_on: date
    at: datetime
    by: str
    sha256: str
    fits: bool
    changed: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether it confirms what stands there now."""
        return self.fits and self.proven

    @property
    def veiled(self) -> SealLine:
        """The seal for whoever may not know everybody it tells of: capacity, day, and whether it fits."""
        return replace(self, signer="", path="", by="", sha256="", changed=())


@dataclass(frozen=True)
class Sealed:
    """What is to be kept of a seal, checked by whoever takes it in."""

    id: UUID
    subject: UUID
    content: Mapping[str, Any]
    signer: str
    capacity: str
    strokes: list[list[int]]
    card: UUID | None


def keep(told: Sealed, *, by: UUID, on: date, now: datetime) -> bool:
    """Whether the seal is new; the same once more is kept once, other content under its name is refused."""
    fields = {
        "subject_id": told.subject, "content": canonical(told.content).decode(), "sha256": digest(told.content),
        "signer": told.signer, "capacity": told.capacity, "strokes": told.strokes, "by_id": by,
    }  # fmt: skip
    beside = {"card_id": told.card, "sealed_on": on, "at": now}
    row, new = Seal.objects.get_or_create(pk=told.id, defaults=fields | beside)
    if any(getattr(row, name) != value for name, value in fields.items()):
        raise Refused(problem("SIGNATURES_008", "id"))
    return new


def wrong_codes(by: UUID, day: date, besides: UUID) -> int:
    """How many codes that were nobody's came from a person on a day of the server, whatever day the phone claims;
    less the seal asked about, which may come again."""
    start = datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
    found = Seal.objects.filter(UNPROVEN, by_id=by, at__gte=start, at__lt=start + timedelta(days=1))
    return found.exclude(pk=besides).count()


def first_sealed(subject: str, sha256: str) -> Subquery:
    """The day on which exactly this content was first confirmed, as an expression over the fields that name it."""
    rows = Seal.objects.filter(~UNPROVEN, subject_id=OuterRef(subject), sha256=OuterRef(sha256))
    return Subquery(rows.order_by("sealed_on").values("sealed_on")[:1])


def has_seals(subject: str) -> Exists:
    """Whether anything was signed for a row, as an expression over the field that names it."""
    return Exists(Seal.objects.filter(subject_id=OuterRef(subject)))


def seals_of(
    subject: UUID, stands: Callable[[], Mapping[str, Any]], labels: Mapping[str, object] = NOT_NAMED
) -> tuple[SealLine, ...]:
    """The seals on a subject, oldest first, beside its content as it stands, asked for only where there are any."""
    rows = list(Seal.objects.filter(subject_id=subject).select_related("by").order_by("sealed_on", "at"))
    now = stands() if rows else {}
    return tuple(_line(row, now, labels) for row in rows)


def _line(row: Seal, stands: Mapping[str, Any], labels: Mapping[str, object]) -> SealLine:
    fits = row.sha256 == digest(stands)
    apart = () if fits else parts_changed(json.loads(row.content), stands)
    changed = tuple(str(labels[name]) for name in apart if name in labels)
    proven = bool(row.strokes or row.card_id)
    return SealLine(
        row.pk, row.signer, row.capacity, path_of(row.strokes), proven, row.sealed_on, row.at, str(row.by), row.sha256,
        fits, changed,
    )
