"""Photos and PDFs behind vouchers, for whoever may read the voucher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.books.models import Proof
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import JPEG, Kept


@dataclass(frozen=True)
class ProofLine:
    """One proof of a voucher."""

    id: UUID
    name: str
    is_photo: bool
    added_at: datetime


def proofs_of(viewer: Viewer, voucher_id: UUID) -> tuple[ProofLine, ...]:
    """The proofs of a voucher in the order they came; none for a stranger."""
    rows = list(_own(viewer, voucher_id).order_by("id"))
    kept = store.kept(row.attachment for row in rows) if rows else {}
    return tuple(
        ProofLine(row.pk, kept[row.attachment].name, kept[row.attachment].media_type == JPEG, row.added_at)
        for row in rows if row.attachment in kept
    )


def proof_file(viewer: Viewer, voucher_id: UUID, proof: UUID) -> Kept | None:
    """The file of a proof; None for a stranger."""
    row = _own(viewer, voucher_id).filter(pk=proof).first()
    return store.kept([row.attachment]).get(row.attachment) if row is not None else None


def _own(viewer: Viewer, voucher_id: UUID) -> QuerySet[Proof]:
    return Proof.objects.filter(voucher_id=voucher_id, voucher__book__in=readable(viewer))
