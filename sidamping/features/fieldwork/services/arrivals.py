"""Recognises what was sent before: the same record again is a success, other content under the same UUID is refused."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection

from sidamping.domain.fieldwork import fingerprint
from sidamping.domain.problems import Refused, problem
from sidamping.features.fieldwork.models import Arrival
from sidamping.platform.access.viewer import Viewer

ARRIVE = """
INSERT INTO fieldwork_arrival (id, kind, fingerprint, created_at) VALUES (%s, %s, %s, clock_timestamp())
ON CONFLICT (id) DO NOTHING RETURNING id
"""


def is_new(id: UUID, kind: str, by: Viewer, draft: Any) -> bool:
    """True the first time; False for a repetition by the same person. Call inside the transaction of the write."""
    seen = sha256(f"{by.user_id} {fingerprint(draft)}".encode()).hexdigest()
    with connection.cursor() as cursor:  # one statement: it waits for whoever writes the same at this moment
        cursor.execute(ARRIVE, [id, kind, seen])
        if cursor.fetchone():
            return True
    if not Arrival.objects.filter(pk=id, kind=kind, fingerprint=seen).exists():
        raise Refused(problem("FIELDWORK_024", "id"))
    return False
