"""Recognises what was sent before: the same record again is a success, other content under the same UUID is refused."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import UUID

from sidamping.domain.fieldwork import fingerprint
from sidamping.domain.problems import Refused, problem
from sidamping.features.fieldwork.models import Arrival
from sidamping.platform.access.viewer import Viewer


def is_new(id: UUID, kind: str, by: Viewer, draft: Any) -> bool:
    """True the first time; False for a repetition by the same person. Call inside the transaction of the write."""
    seen = sha256(f"{by.user_id} {fingerprint(draft)}".encode()).hexdigest()
    row, new = Arrival.objects.get_or_create(id=id, defaults={"kind": kind, "fingerprint": seen})
    if not new and (row.kind, row.fingerprint) != (kind, seen):
        raise Refused(problem("FIELDWORK_024", "id"))
    return new
