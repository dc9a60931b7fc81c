"""The delta a phone asks for: which documents of a person changed since a sequence number, within a budget of bytes.

Documents are composed anew and compared by hash, so no change can be missed, wherever it was made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from sidamping.edges.sync.documents import documents_of
from sidamping.edges.sync.models import Document
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

BUDGET = 300_000
LEAST, MOST = 1_000, 2_000_000
"""Bytes of documents in one answer, as a client may ask for them."""
GONE = ""


@dataclass(frozen=True)
class Changed:
    """A document as it stands; `body` is empty when it is no longer the person's."""

    key: str
    seq: int
    body: Any | None


@dataclass(frozen=True)
class Changes:
    """Documents in the order of their numbers; ask again from `next` while there are `more`."""

    documents: tuple[Changed, ...]
    next: int
    more: bool


@transaction.atomic
def changes_for(viewer: Viewer, *, since: int, budget: int = BUDGET) -> Changes:
    """What changed for the person after `since`; at least one document, however large, so that a phone gets on."""
    take_turns(viewer.user_id)
    texts = {key: _text(body) for key, body in documents_of(viewer).items()}
    _number(viewer.user_id, {key: _hash(text) for key, text in texts.items()})
    rows = Document.objects.filter(owner=viewer.user_id, seq__gt=since).order_by("seq")
    rows = rows.exclude(sha256=GONE) if since == 0 else rows
    found: list[Changed] = []
    spent, more = 0, False
    for key, seq in rows.values_list("key", "seq"):
        spent += len(texts.get(key, "").encode())
        if found and spent > budget:
            more = True
            break
        found.append(Changed(key, seq, json.loads(texts[key]) if key in texts else None))
    return Changes(tuple(found), found[-1].seq if found else since, more)


def _number(owner: UUID, fresh: Mapping[str, str]) -> None:
    """A new number to each document that is new, changed or no longer there."""
    held = dict(Document.objects.filter(owner=owner).values_list("key", "sha256"))
    gone = {key: GONE for key, sha256 in held.items() if key not in fresh and sha256 != GONE}
    moved = {key: sha256 for key, sha256 in {**fresh, **gone}.items() if held.get(key) != sha256}
    if not moved:
        return
    numbers = _numbers(len(moved))
    rows = [
        Document(owner_id=owner, key=key, sha256=sha256, seq=seq)
        for (key, sha256), seq in zip(sorted(moved.items()), numbers, strict=True)
    ]
    Document.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["owner", "key"], update_fields=["sha256", "seq"]
    )


def _numbers(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('sync_document_seq') FROM generate_series(1, %s)", [count])
        return [seq for (seq,) in cursor.fetchall()]


def _text(body: Any) -> str:
    """The one way a content is written, so that equal contents have equal hashes."""
    return json.dumps(body, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
