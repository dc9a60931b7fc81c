"""A refused record that its phone sends again with other content: nothing is in force yet, so nobody needs to choose.

The corrected content is tried in its place; all of them stay, and the resolutions say which one went through.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.edges.sync import understanding
from sidamping.edges.sync.models import Open, Resolution, State, Variant
from sidamping.edges.sync.understanding import Wish

WHY = "Diperbaiki di HP"


def try_instead(record: UUID, sha256: str, *, now: datetime) -> None:
    """Understand the record by this content, where the server refused the one it came with."""
    with transaction.atomic():
        if Open.objects.select_for_update().filter(pk=record, state=State.ATTENTION).first() is None:
            return
        variant = Variant.objects.select_related("record").get(record_id=record, sha256=sha256)
        owner = variant.record.owner_id
        wish = Wish(owner, WHY, again=True, body=variant.body)
        if understanding.understand(record, now=now, wish=wish) != State.ACCEPTED:
            return
        for one in Variant.objects.filter(record_id=record, resolution=None):
            choice = Resolution.Choice.TAKEN if one.pk == variant.pk else Resolution.Choice.KEPT
            Resolution.objects.create(record_id=record, variant=one, choice=choice, by_id=owner, why=WHY, at=now)
    understanding.follow(record, now=now)
