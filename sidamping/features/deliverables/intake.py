"""Takes in the worksheets that a field phone wrote, and the photos of sheets filled in on paper (A4, A8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from ninja import Schema

from sidamping.domain.deliverables.content import as_typed
from sidamping.domain.deliverables.kinds import PROOF
from sidamping.domain.problems import Refused, problem
from sidamping.domain.sync import Facts
from sidamping.features.deliverables import queries, services
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.bodies import read_body

CONFLICTS = frozenset({"DELIVERABLES_025"})
"""Somebody saved the sheet in between: both stand side by side and people choose."""
NEVER = -1
"""A count of changes that no sheet has."""


class SheetIn(Schema):
    """A sheet as it should read; `seen` is the count of changes that its writer saw, 0 for a new one."""

    engagement: UUID
    kind: str
    name: str = ""
    seen: int = 0
    content: dict[str, Any]
    hand_in: bool = False


@transaction.atomic
def sheet(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """The sheet of that kind and name, begun where there is none; chosen over a change in between, it stands.

    Photos that joined it meanwhile are no such change, and stay.
    """
    sent = read_body(SheetIn, body)
    id = services.begin_sheet(
        by=by, id=facts.id, engagement_id=sent.engagement, kind=sent.kind, name=sent.name, on=by.on
    )
    found = queries.sheet(by, id)
    if found is None:
        raise Refused(problem("DELIVERABLES_002"))
    seen = found.revised if facts.instead or sent.seen == found.written else NEVER
    try:
        services.save_sheet(by=by, sheet=id, typed=_with_proofs(found, sent.content), seen=seen, now=now)
    except Refused as refused:
        if refused.codes == ["DELIVERABLES_003"]:
            raise Refused(problem("DELIVERABLES_025", "", name=found.writer)) from None
        raise
    if sent.hand_in:
        services.hand_in(by=by, sheet=id, now=now)
    return id


def sheet_in_force(by: Viewer, id: UUID, body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The sheet that the record wanted to write as it stands, in the fields in which a phone writes it."""
    about = read_id(str(body.get("engagement")))
    name = " ".join(str(body.get("name", "")).split())
    found = queries.sheet_named(by, about, str(body.get("kind")), name) if about else None
    if found is None:
        return None
    content = as_typed(found.kind, found.draft or found.content)
    for cell in found.kind.proofs:
        content[cell.key] = {name: told for name, told in content.get(cell.key, {}).items() if name != "file"}
    return {**body, "content": content}


def _with_proofs(found: queries.SheetCard, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, with the files that the sheet has: a phone brings new ones beside its record, and drops none."""
    kept = dict(typed)
    for cell in found.kind.proofs:
        file, told = found.draft.get(cell.key, {}).get("file"), typed.get(cell.key)
        if file:
            kept[cell.key] = {**(told if isinstance(told, Mapping) else {}), "file": file}
    return kept


@transaction.atomic
def sheet_photo(by: Viewer, subject: UUID, name: str, content: bytes) -> UUID:
    """The photo of a proof; its name is the key of the cell it belongs to ('paper.jpg'). It counts as a change."""
    found, key = queries.sheet(by, subject), name.partition(".")[0]
    cell = found.kind.by_key.get(key) if found else None
    if found is None or cell is None or cell.kind != PROOF:
        raise Refused(problem("DELIVERABLES_004", "files", seen=key[:60]))
    kept = services.add_file(by=by, sheet=subject, name=name, content=content, where=key)
    typed = {**found.draft, key: {**found.draft.get(key, {}), "file": str(kept)}}
    added_at = store.files_of(subject)[kept].added_at
    services.save_sheet(by=by, sheet=subject, typed=typed, seen=found.revised, now=added_at, attached=True)
    return kept
