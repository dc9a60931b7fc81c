"""Begins a sheet and saves its draft. Half a sheet may be kept; what cannot be true is refused, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.deliverables.content import Typed, read_content
from sidamping.domain.deliverables.kinds import Kind
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.deliverables.models import Draft, Sheet
from sidamping.features.deliverables.queries.asked import asked_kinds
from sidamping.features.deliverables.queries.sheets import writes
from sidamping.features.deliverables.services.locked import locked, tell
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.database.locks import take_turns
from sidamping.rules.deliverables import deliverable_kind

LONGEST_NAME = 80


@transaction.atomic
def begin_sheet(*, by: Viewer, id: UUID, engagement_id: UUID, kind: str, on: date, name: str = "") -> UUID:
    """An empty sheet of the kind in force on the day. The same kind and name is begun once: the one there is given.

    A sheet for each month is named after its month ('2026-11'), this one where none is told.
    """
    card = engagement_card(by, engagement_id)
    if card is None or not writes(by, card):
        raise Refused(problem("DELIVERABLES_002"))
    made = deliverable_kind(kind, on)
    if card.mentee_kind not in made.about and made.name not in asked_kinds(card):
        raise Refused(problem("DELIVERABLES_001", "kind", seen=kind[:60]))
    take_turns(engagement_id)
    called = " ".join(name.split()) or (str(Month.of(on)) if made.repeats else "")
    refuse_if(_name_faults(made, called, card.starts, on))
    there = Sheet.objects.filter(engagement_id=engagement_id, kind=made.name, name=called).first()
    if there is not None:
        return there.pk
    if Sheet.objects.filter(pk=id).exists():
        raise Refused(problem("DELIVERABLES_018", "id"))
    Sheet.objects.create(
        id=id, engagement_id=engagement_id, kind=made.name, pinned=made.version, name=called, begun_by_id=by.user_id
    )
    Draft.objects.create(sheet_id=id, by_id=by.user_id)
    tell("begun", by, id, card, kind=made.name, version=made.version)
    return id


def _name_faults(kind: Kind, name: str, starts: date, on: date) -> list[Problem]:
    """A name that is too long; of a sheet for each month, one that is no month of the mentoring up to now."""
    if not kind.repeats:
        long = len(name) > LONGEST_NAME
        return [problem("DELIVERABLES_020", "name", seen=len(name), most=LONGEST_NAME)] if long else []
    first, last = Month.of(starts), Month.of(on)
    try:
        fits = first <= Month.parse(name) <= last
    except ValueError:
        fits = False
    told = {"first": first.label("id"), "last": last.label("id")}
    return [] if fits else [problem("DELIVERABLES_024", "name", seen=name[:20], **told)]


@transaction.atomic
def save_sheet(
    *, by: Viewer, sheet: UUID, typed: Typed, seen: int, now: datetime, attached: bool = False
) -> int:
    """The draft's new count of changes. `seen` is the count it was written against; the same content counts once.

    `attached`: the change is a photo that joined its cell, which its writer on a phone had already handed in.
    """
    row, found = locked(by, sheet, "write")
    content, problems = read_content(found.kind, typed)
    files = store.files_of(sheet)
    refuse_if([*problems, *_strange_files(files, found.kind, content)])
    _name_files(files, found.kind, content)
    draft = row.draft
    if content == draft.content:
        return draft.revised
    if seen != draft.revised:
        raise Refused(problem("DELIVERABLES_003", "", name=str(draft.by)))
    draft.content, draft.by_id, draft.revised_at = content, by.user_id, now
    draft.revised += 1
    draft.attached += attached
    draft.save()
    tell("saved", by, sheet, found.card, kind=row.kind, revised=draft.revised)
    return draft.revised


def _strange_files(files: Mapping[UUID, store.Kept], kind: Kind, content: dict[str, Any]) -> list[Problem]:
    """Photos and files that are named in the sheet without having been added to it."""
    held = {str(id) for id, one in files.items() if one.media_type == store.JPEG}
    named = [
        (f"{cell.key}.{number}.{column.key}", row[column.key])
        for cell in kind.cells for column in cell.photos
        for number, row in enumerate(content.get(cell.key, ()), 1) if column.key in row
    ]
    proofs = [(cell.key, content[cell.key]["file"]) for cell in kind.proofs if content.get(cell.key, {}).get("file")]
    known = {str(id) for id in files}
    return [
        *(problem("DELIVERABLES_017", where, seen=photo[:40]) for where, photo in named if photo not in held),
        *(problem("DELIVERABLES_023", where, seen=file[:40]) for where, file in proofs if file not in known),
    ]


def _name_files(files: Mapping[UUID, store.Kept], kind: Kind, content: dict[str, Any]) -> None:
    """A proof keeps the name and hash of its file, so that the frozen version says which bytes were meant."""
    for cell in kind.proofs:
        held = content.get(cell.key, {})
        if held.get("file"):
            one = files[UUID(held["file"])]
            held |= {"name": one.name, "sha256": one.sha256, "media_type": one.media_type}
