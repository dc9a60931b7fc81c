"""Photos and PDFs behind vouchers, for whoever may read the voucher.

Receipts of members bear their names: those of vouchers in a member's name are for whoever sees single members.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject

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
    """The proofs of a voucher in the order they came, then what followed its posting; none for a stranger."""
    return tuple(line for line, _file in _shown(viewer, voucher_id))


def proof_file(viewer: Viewer, voucher_id: UUID, proof: UUID) -> Kept | None:
    """The file of one of them; None for a stranger."""
    return next((file for line, file in _shown(viewer, voucher_id) if line.id == proof), None)


def _shown(viewer: Viewer, voucher_id: UUID) -> list[tuple[ProofLine, Kept]]:
    """In two queries. A small business has no members whom a receipt could name, so that more may follow there."""
    own = Proof.objects.filter(voucher=OuterRef("pk")).order_by("id")
    told = own.values(told=JSONObject(id="id", attachment="attachment"))
    row: Any = Voucher.objects.filter(pk=voucher_id, book__in=readable(viewer)).annotate(
        by_name=Exists(readable_by_name(viewer).filter(pk=OuterRef("book_id"))), own=ArraySubquery(told),
        small=Q(book__chart__startswith=f"{MICRO}/"),
    ).first()  # fmt: skip
    if row is None or (not row.by_name and members_in(row.lines)):
        return []
    files = store.files_of(voucher_id) if row.own or row.small else {}
    proofs = [(UUID(one["id"]), files.pop(UUID(one["attachment"]), None)) for one in row.own]
    followed = files.values() if row.small and row.posted else ()
    return [
        *((_line(id, file), file) for id, file in proofs if file is not None),
        *((_line(file.id, file, later=True), file) for file in followed),
    ]


def _line(id: UUID, file: Kept, *, later: bool = False) -> ProofLine:
    return ProofLine(id, file.name, file.media_type == JPEG, file.added_at, later)
