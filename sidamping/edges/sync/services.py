"""What people do with records that need them: go on without an earlier link, look again, choose, merge, revoke a phone.

Each act names its person and reason; what was there before stays readable, and nothing is ever removed (F1).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Refused, problem
from sidamping.domain.sync import Facts, gathered
from sidamping.edges.sync import corrections, understanding
from sidamping.edges.sync.kinds import KINDS, part_of
from sidamping.edges.sync.models import Device, Open, Record, Refusal, Resolution, State, Variant
from sidamping.edges.sync.owners import owner_of
from sidamping.edges.sync.queries.scope import reachable, within
from sidamping.edges.sync.refusals import WHOLE, queue_of
from sidamping.edges.sync.understanding import Wish, body_of
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

KEPT, TAKEN, MERGED = Resolution.Choice.KEPT, Resolution.Choice.TAKEN, Resolution.Choice.MERGED
LONGEST_WHY = 240
WORDS: dict[str, Any] = {
    State.RECEIVED: _("terkirim"), State.ACCEPTED: _("diterima"), State.WAITING: _("menunggu"),
    State.CONFLICT: _("berbeda isi"), State.ATTENTION: _("perlu perhatian"),
    KEPT: _("tetap yang berlaku"), TAKEN: _("ambil yang lain"), MERGED: _("digabung"),
}  # fmt: skip


@transaction.atomic
def force(*, by: Viewer, record: UUID, why: str, now: datetime) -> str:
    """Take a waiting record in without its earlier link; what it became, or why it still is not."""
    row, said = _within(by, record), _reason(why)
    state = _state(row)
    if state == State.ACCEPTED and row.verdicts.filter(by_id=by.user_id, state=state).exists():
        return state
    if state != State.WAITING:
        raise Refused(problem("SYNC_021", "record", state=WORDS[state], act=_("diteruskan")))
    journal.record("sync.forced", by=by.user_id, subject=record, why=said, owner=str(row.owner_id))
    state = understanding.understand(record, now=now, wish=Wish(by.user_id, said, again=True, forced=True))
    if state == State.ACCEPTED:
        understanding.follow(record, now=now)
    return state


@transaction.atomic
def look_again(*, by: Viewer, record: UUID, now: datetime) -> str:
    """Run a record once more after a mend; the phone has nothing to do with it."""
    row = _within(by, record)
    if _state(row) == State.ACCEPTED:
        return State.ACCEPTED
    journal.record("sync.looked_again", by=by.user_id, subject=record, owner=str(row.owner_id))
    return corrections.look_again(record, now=now, wish=Wish(by.user_id, again=True))


@transaction.atomic
def choose(
    *, by: Viewer, record: UUID, choice: str, why: str, now: datetime, variant: UUID | None = None,
    merged: Mapping[str, Any] | None = None,
) -> UUID:
    """Settle a conflict: keep what is in force, take the other content, or write what was merged of both.

    The other content is a variant of the record, or the record itself where it was written against an older state.
    """
    row, said = _within(by, record), _reason(why)
    take_turns(record)
    body = json.dumps(gathered(merged, part_of(row)), ensure_ascii=False) if choice == MERGED and merged else ""
    if choice not in Resolution.Choice.values or (choice == MERGED) != bool(body):
        raise Refused(problem("GENERAL_002", "choice", label=_("Pilihan"), seen=choice))
    other = _other(row, variant)
    before = Resolution.objects.filter(record=row, variant=other).first()
    if before is not None:
        if (before.choice, before.body) == (choice, body):
            return before.pk
        raise Refused(problem("SYNC_021", "record", state=WORDS[before.choice], act=_("dipilih lagi")))
    source, subject = other or row, None
    if choice != KEPT:
        subject = _write(row, body or source.body, uuid5(source.pk, choice), said, now)
    if other is None:
        _settle(row, by, subject, said, now)
    journal.record("sync.chosen", by=by.user_id, subject=record, why=said, choice=choice, owner=str(row.owner_id))
    made = Resolution(record=row, variant=other, choice=choice, body=body, by_id=by.user_id, why=said, at=now)
    made.save(force_insert=True)
    return made.pk


@transaction.atomic
def revoke(*, by: Viewer, device: UUID, why: str, now: datetime) -> None:
    """A phone that was lost hands nothing in any more, unless somebody carries its queue file."""
    row = Device.objects.select_for_update(of=("self",)).filter(within(by), pk=device).first()
    if row is None:
        raise Refused(problem("SYNC_022", "device"))
    said = _reason(why)
    if row.revoked_at is None:
        Device.objects.filter(pk=device).update(revoked_at=now)
        journal.record("sync.device_revoked", by=by.user_id, subject=device, why=said, owner=str(row.owner_id))


@transaction.atomic
def settle_refusal(*, by: Viewer, device: UUID, thing: str) -> None:
    """A request that was refused as a whole is seen to and told no more; whatever was in it stays on its phone."""
    row = Device.objects.filter(within(by), pk=device).first()
    if row is None:
        raise Refused(problem("SYNC_022", "device"))
    if thing != WHOLE and queue_of(thing) is None:
        raise Refused(problem("GENERAL_002", "thing", label=_("Kiriman"), seen=thing[:40]))
    told = Refusal.objects.select_for_update().filter(device=row, thing=thing).first()
    if told is not None:
        codes = [one["code"] for one in told.problems]
        journal.record("sync.refusal_settled", by=by.user_id, subject=device, owner=str(row.owner_id), codes=codes)
        told.delete()


def _within(by: Viewer, record: UUID) -> Record:
    row = reachable(by).select_related("owner").filter(pk=record).first()
    if row is None:
        raise Refused(problem("SYNC_022", "record"))
    return row


def _reason(why: str) -> str:
    said = why.strip()[:LONGEST_WHY]
    if not said:
        raise Refused(problem("GENERAL_001", "why", label=_("Alasan")))
    return said


def _state(row: Record) -> str:
    return Open.objects.filter(pk=row.pk).values_list("state", flat=True).first() or State.ACCEPTED


def _other(row: Record, variant: UUID | None) -> Variant | None:
    """The content to choose against the one in force."""
    if variant is not None:
        found = Variant.objects.filter(pk=variant, record=row).first()
        if found is None:
            raise Refused(problem("SYNC_022", "variant"))
        if _state(row) not in (State.ACCEPTED, State.CONFLICT):
            raise Refused(problem("SYNC_021", "record", state=WORDS[_state(row)], act=_("dipilih")))
        return found
    state = _state(row)
    if state != State.CONFLICT and not Resolution.objects.filter(record=row, variant=None).exists():
        raise Refused(problem("SYNC_021", "record", state=WORDS[state], act=_("dipilih")))
    return None


def _write(row: Record, body: str, name: UUID, why: str, now: datetime) -> UUID:
    """The chosen content over what is in force, as a correction under its own name; Refused when it cannot stand."""
    kind = KINDS.get((row.kind, row.version))
    if kind is None:
        raise Refused(problem("SYNC_010", "kind", kind=row.kind, version=row.version))
    facts = Facts(row.pk, row.replaces, instead=name, why=why)
    return kind.intake(owner_of(row), facts, body_of(body), now)


def _settle(row: Record, by: Viewer, subject: UUID | None, why: str, now: datetime) -> None:
    """The record needs nobody any more; what hangs on it goes on."""
    understanding.accept(row.pk, subject, at=now, by=by.user_id, why=why)
    understanding.follow(row.pk, now=now)
