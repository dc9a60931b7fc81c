"""Photos and PDFs behind vouchers, for whoever may read the voucher.

Receipts of members bear their names: those of vouchers in a member's name are for whoever sees single members.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.features.books.models import Proof, Voucher
from sidamping.features.books.queries.calling import members_in
from sidamping.features.books.queries.scope import readable, readable_by_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import JPEG, Kept
from sidamping.rules.charts import MICRO


@dataclass(frozen=True)
class ProofLine:
    """One proof of a voucher."""

    id: UUID
    name: str
    is_photo: bool
    added_at: datetime
    later: bool = False
    """It came after posting, from a phone."""


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


def later_proofs(viewer: Viewer, voucher_id: UUID) -> tuple[ProofLine, ...]:
    """What followed the entry of a small business after posting; none for a stranger."""
    found = _followed(viewer, voucher_id)
    return tuple(ProofLine(one.id, one.name, one.media_type == JPEG, one.added_at, later=True) for one in found)


def later_file(viewer: Viewer, voucher_id: UUID, attachment: UUID) -> Kept | None:
    """The file of one of them; None for a stranger."""
    return next((one for one in _followed(viewer, voucher_id) if one.id == attachment), None)


def _followed(viewer: Viewer, voucher_id: UUID) -> list[Kept]:
    """Files of the voucher younger than its posting; a small business has no members whom a receipt could name."""
    rows = Voucher.objects.filter(pk=voucher_id, book__in=readable(viewer), book__chart__startswith=f"{MICRO}/")
    posted = rows.values_list("posted_at", flat=True).first()
    return [one for one in store.files_of(voucher_id).values() if one.added_at > posted] if posted else []


def _own(viewer: Viewer, voucher_id: UUID) -> list[Proof]:
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("voucher__book_id")))
    rows = Proof.objects.filter(voucher_id=voucher_id, voucher__book__in=readable(viewer)).annotate(by_name=by_name)
    found = rows.select_related("voucher").order_by("id")
    return [row for row in found if row.by_name or not members_in(row.voucher.lines)]
