"""Writes down what was seen of a mandatory book: there or not, filled in until when, with a photo as proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.registers.models import Sighting
from sidamping.features.registers.queries.mandatory import form_of
from sidamping.features.registers.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import read_proof


@dataclass(frozen=True)
class Seen:
    """What was seen; `file` is the name and content of a photo or PDF."""

    present: bool
    filled_until: date | None = None
    note: str = ""
    file: tuple[str, bytes] | None = None


@transaction.atomic
def see_book(*, by: Viewer, id: UUID, book: UUID, register: str, seen: Seen, now: datetime) -> UUID:
    """A sighting of today. Sent twice, kept once; a later one follows, it does not erase."""
    owned = kept(by, book)
    if Sighting.objects.filter(pk=id).exists():
        return id
    if form_of(register, by.on, owned.village_code) is None:
        raise Refused(problem("REGISTERS_002", seen=register))
    refuse_if(_faults(seen, by.on))
    attachment = None
    if seen.file is not None:
        sound = read_proof(*seen.file, "file")
        attachment = store.keep_file(sound, subject=id, by=by.user_id)[0].id
    Sighting.objects.create(
        pk=id, book_id=book, register=register, present=seen.present, filled_until=seen.filled_until,
        note=seen.note.strip(), attachment=attachment, seen_on=by.on, seen_by_id=by.user_id, seen_at=now,
    )  # fmt: skip
    tell("book_seen", by, id, owned, register=register, present=seen.present)
    return id


def _faults(seen: Seen, today: date) -> list[Problem]:
    if seen.filled_until is None:
        return []
    if not seen.present:
        return [problem("REGISTERS_005", "filled_until")]
    if seen.filled_until > today:
        return [problem("REGISTERS_003", "filled_until", day=seen.filled_until, today=today)]
    return []
