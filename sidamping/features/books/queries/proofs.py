"""Photos and PDFs behind vouchers, for whoever may read the voucher.

Receipts of members bear their names: those of vouchers in a member's name are for whoever sees single members.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.features.books.models import Proof
from sidamping.features.books.queries.calling import members_in
from sidamping.features.books.queries.scope import readable, readable_by_name
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
    rows = _own(viewer, voucher_id)
    kept = store.kept(row.attachment for row in rows) if rows else {}
    return tuple(
        ProofLine(row.pk, kept[row.attachment].name, kept[row.attachment].media_type == JPEG, row.added_at)
        for row in rows if row.attachment in kept
    )


def proof_file(viewer: Viewer, voucher_id: UUID, proof: UUID) -> Kept | None:
    """The file of a proof; None for a stranger."""
    row = next((one for one in _own(viewer, voucher_id) if one.pk == proof), None)
    return store.kept([row.attachment]).get(row.attachment) if row is not None else None


def _own(viewer: Viewer, voucher_id: UUID) -> list[Proof]:
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("voucher__book_id")))
    rows = Proof.objects.filter(voucher_id=voucher_id, voucher__book__in=readable(viewer)).annotate(by_name=by_name)
    found = rows.select_related("voucher").order_by("id")
    return [row for row in found if row.by_name or not members_in(row.voucher.lines)]
