"""A refused record that its phone sends again with other content: nothing is in force yet, so nobody needs to choose.

The newest content is tried in its place, at once and whenever somebody looks again; all of them stay, and the
resolutions say which one went through.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

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
        state = _try(variant, Wish(variant.record.owner_id, WHY, again=True), now)
    if state == State.ACCEPTED:
        understanding.follow(record, now=now)


def look_again(record: UUID, *, now: datetime, wish: Wish | None = None) -> str:
    """Its state after looking once more, by the newest content that its phone sent."""
    asked = wish or Wish(again=True)
    with transaction.atomic():
        rows = Open.objects.select_for_update(of=("self",)).filter(pk=record, state=State.ATTENTION)
        refused = rows.first() is not None
        newest = _unchosen(record).order_by("-received_at", "-id").first() if refused else None
        state = _try(newest, asked, now) if newest else understanding.understand(record, now=now, wish=asked)
    if state == State.ACCEPTED:
        understanding.follow(record, now=now)
    return state


def _try(variant: Variant, wish: Wish, now: datetime) -> str:
    """The state of the record by this content; when it goes through, nobody need choose between the others."""
    record = variant.record_id
    state = understanding.understand(record, now=now, wish=replace(wish, body=variant.body))
    if state != State.ACCEPTED:
        return state
    by, why = wish.by or variant.record.owner_id, wish.why or WHY
    for one in _unchosen(record):
        choice = Resolution.Choice.TAKEN if one.pk == variant.pk else Resolution.Choice.KEPT
        Resolution.objects.create(record_id=record, variant=one, choice=choice, by_id=by, why=why, at=now)
    return state


def _unchosen(record: UUID) -> QuerySet[Variant]:
    return Variant.objects.select_related("record").filter(record_id=record, resolution=None)
