"""Understands stored records one by one, each in a transaction of its own under a lock: so one bad record never
hinders another, and two who look at the same one take turns. What it finds is a verdict, never a loss.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.domain.sync import Facts, missing_links
from sidamping.edges.sync import files, messages
from sidamping.edges.sync.envelope import DEEPEST, too_deep
from sidamping.edges.sync.kinds import KINDS, Kind, standing
from sidamping.edges.sync.models import SETTLING, Open, Record, State, Verdict
from sidamping.edges.sync.owners import Owners
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.signs import UNSOUND, unsound_places

log = logging.getLogger(__name__)
FOLLOW_SECONDS = 2.0
OPEN_ENDED = "Unterminated"
"""What the parser says of a text whose end is missing."""
NEAR = 12
"""So many letters show where a content is broken."""
TOO_MUCH, NAMELESS = _("bersusun terlalu dalam atau terlalu panjang"), _("bukan isian yang bernama")


@dataclass(frozen=True)
class Wish:
    """What a person asks of a record: look again, go on without earlier links, take this content as a correction."""

    by: UUID | None = None
    why: str = ""
    again: bool = False
    forced: bool = False
    instead: UUID | None = None
    body: str | None = None


PLAIN = Wish()
LOCK = "SELECT state FROM sync_open WHERE record_id = %s FOR UPDATE"
LOCK_IN_A_HURRY = LOCK.replace("state", "state, set_config('synchronous_commit', 'off', true)", 1)
"""Does not wait for the disk: the raw record is safe already, and what a crash takes of the last moments is understood
anew (decision 0023)."""
ACCEPT = """
WITH done AS (DELETE FROM sync_open WHERE record_id = %(record)s)
INSERT INTO sync_verdict (id, record_id, at, state, subject_id, problems, by_id, why)
VALUES (%(id)s, %(record)s, %(at)s, 'accepted', %(subject)s, '[]', %(by)s, %(why)s)
"""


def go_on(ids: Iterable[UUID], *, now: datetime, seconds: float) -> bool:
    """Understand the records in their order and whatever waited for them; False when the time ran out before."""
    until, line, owners = monotonic() + seconds, list(dict.fromkeys(ids)), Owners()
    while line:
        in_force = list[UUID]()
        for one in _records(line):
            if monotonic() > until:
                files.attach_later(in_force)
                return False
            if _understand(one, PLAIN, now, owners) == State.ACCEPTED:
                in_force.append(one.pk)
        files.attach_later(in_force)
        line = _waiting_for(in_force)
    return True


def understand(id: UUID, *, now: datetime, wish: Wish = PLAIN) -> str:
    """The state of the record after looking at it, once more only where that may change something."""
    (record,) = _records([id])
    return _understand(record, wish, now, Owners())


def follow(id: UUID, *, now: datetime, seconds: float = FOLLOW_SECONDS) -> None:
    """Go on with what hangs on a record that is in force now: its files, and the records that waited for it."""
    files.attach_later([id])
    go_on(_waiting_for([id]), now=now, seconds=seconds)


def body_of(text: str) -> dict[str, Any]:
    """The content of a record; Refused with its code when it is no JSON object that can be stored."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        raise Refused(problem("SYNC_011", "body", seen=_broken(fault))) from None
    except (ValueError, RecursionError):  # a number without end, or made to harm
        raise Refused(problem("SYNC_011", "body", seen=TOO_MUCH)) from None
    if not isinstance(found, dict):
        raise Refused(problem("SYNC_011", "body", seen=NAMELESS))
    if too_deep(found, DEEPEST):
        raise Refused(problem("SYNC_011", "body", seen=TOO_MUCH))
    places = [problem(UNSOUND, place, field=place) for place in unsound_places(found)]
    if places:
        raise Refused(places)
    return found


def _broken(fault: json.JSONDecodeError) -> Any:
    """Where a text stops being JSON, in people's words."""
    near = fault.doc[fault.pos : fault.pos + NEAR].strip()
    if not near or fault.msg.startswith(OPEN_ENDED):
        return format_lazy(_("terputus sesudah huruf ke-{at}"), at=len(fault.doc))
    return format_lazy(_("rusak pada huruf ke-{at}, di \"{near}\""), at=fault.pos + 1, near=near)


def accept(record: UUID, subject: UUID | None, *, at: datetime, by: UUID | None = None, why: str = "") -> None:
    """The record is in force and needs nobody any more."""
    told: dict[str, Any] = {"id": uuid7(), "record": record, "at": at, "subject": subject, "by": by, "why": why}
    with connection.cursor() as cursor:
        cursor.execute(ACCEPT, told)


def _records(ids: Sequence[UUID]) -> list[Record]:
    """The records in the order asked for, each with its owner: sealed, so that they are read before the lock."""
    found = Record.objects.select_related("owner").in_bulk(ids)
    return [found[id] for id in ids]


def _understand(record: Record, wish: Wish, now: datetime, owners: Owners) -> str:
    alone = not connection.in_atomic_block
    with transaction.atomic():
        state = _locked(record.pk, LOCK_IN_A_HURRY if alone else LOCK)
        if state not in SETTLING and not (wish.again and state):
            return state or State.ACCEPTED
        found = _look(record, wish, now, owners)
        _keep(record, state, found, wish, now)
        return found.state


def _locked(record: UUID, lock: str) -> str:
    """The state of a record that is not in force, whose turn it is now; '' when it is."""
    with connection.cursor() as cursor:
        cursor.execute(lock, [record])
        row = cursor.fetchone()
    return row[0] if row else ""


@dataclass(frozen=True)
class _Found:
    """What looking at a record brought."""

    state: str
    subject: UUID | None = None
    problems: tuple[Problem, ...] = ()


def _look(record: Record, wish: Wish, now: datetime, owners: Owners) -> _Found:
    kind = KINDS.get((record.kind, record.version))
    if kind is None:
        told = problem("SYNC_010", "kind", kind=record.kind, version=record.version)
        return _Found(State.ATTENTION, problems=(told,))
    if not (wish.forced or wish.instead) and _links(record):
        return _Found(State.WAITING)
    try:
        with transaction.atomic():
            return _Found(State.ACCEPTED, _take_in(record, kind, wish, now, owners.of(record)))
    except Refused as refused:
        conflict = any(code in kind.conflicts for code in refused.codes)
        return _Found(State.CONFLICT if conflict else State.ATTENTION, problems=refused.problems)
    except OperationalError:  # the database is in trouble, not the record: it is looked at again later
        raise
    except Exception:  # whatever it is, the record is kept and its neighbours go on
        log.exception("record %s (%s) could not be understood", record.pk, record.kind)
        return _Found(State.ATTENTION, problems=(problem("SYNC_012", "body"),))


def _links(record: Record) -> tuple[UUID, ...]:
    wanted = [*record.after, *([record.replaces] if record.replaces else [])]
    return missing_links(record.pk, record.after, record.replaces, standing(wanted)) if wanted else ()


def _take_in(record: Record, kind: Kind, wish: Wish, now: datetime, by: Viewer) -> UUID:
    """The id of what the record became, by its owner on the day that counts."""
    if not by.has(*kind.roles):
        raise Refused(problem("SYNC_013", "kind", day=by.on, roles=messages.role_words(kind.roles)))
    facts = Facts(record.pk, record.replaces, wish.forced, wish.instead, wish.why)
    return kind.intake(by, facts, body_of(record.body if wish.body is None else wish.body), now)


def _keep(record: Record, before: str, found: _Found, wish: Wish, now: datetime) -> None:
    """Write the verdict, unless it says once more what the last one said."""
    if found.state == State.ACCEPTED:
        accept(record.pk, found.subject, at=now, by=wish.by, why=wish.why)
        return
    told = messages.kept(found.problems)
    last = None if before == State.RECEIVED else record.verdicts.order_by("-id").first()
    Open.objects.filter(pk=record.pk).update(state=found.state, looked_at=now)
    asked = wish.by is not None and wish.body is None  # a corrected content that comes again asks nothing new
    if last is None or asked or (last.state, last.problems) != (found.state, told):
        Verdict.objects.create(record=record, at=now, state=found.state, problems=told, by_id=wish.by, why=wish.why)


def _waiting_for(ids: Sequence[UUID]) -> list[UUID]:
    """Records that wait for one of these, in the order of their numbers."""
    if not ids:
        return []
    rows = Open.objects.filter(Q(record__after__overlap=ids) | Q(record__replaces__in=ids), state=State.WAITING)
    return list(rows.order_by("record__told_number").values_list("pk", flat=True))
