"""Hands a sheet in as a frozen version, and reviews it: accepted, or returned with what to mend."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.deliverables.content import missing
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.deliverables.models import Review, Version
from sidamping.features.deliverables.queries.facts import facts_of
from sidamping.features.deliverables.queries.lines import ACCEPTED, RETURNED, SUBMITTED
from sidamping.features.deliverables.queries.sheets import sheet as sheet_card
from sidamping.features.deliverables.services.locked import locked, tell
from sidamping.features.deliverables.services.marking import mark_steps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

VERDICTS = (ACCEPTED, RETURNED)


@transaction.atomic
def hand_in(*, by: Viewer, sheet: UUID, now: datetime) -> UUID:
    """The new version with its hash; handed in twice, it is one version."""
    take_turns(sheet)
    there = sheet_card(by, sheet)
    if there is not None and there.state == SUBMITTED and there.newest and there.card.mentor_id == by.user_id:
        return there.newest.id
    row, found = locked(by, sheet, "hand_in")
    content, facts = found.draft, [one.plain() for one in facts_of(by, found.card, found.kind.facts)]
    refuse_if(missing(found.kind, content))
    if found.newest is not None and not found.unsent:
        raise Refused(problem("DELIVERABLES_019"))
    version = Version.objects.create(
        sheet=row, number=len(found.versions) + 1, content=content, facts=facts, sha256=_hash(content, facts),
        by_id=by.user_id, at=now,
    )
    tell("handed_in", by, sheet, found.card, kind=row.kind, number=version.number, sha256=version.sha256)
    return version.pk


@transaction.atomic
def review(*, by: Viewer, sheet: UUID, version: UUID, verdict: str, now: datetime, remark: str = "") -> None:
    """The verdict of somebody who did not write the version. The same verdict twice is once."""
    take_turns(sheet)
    said = Review.objects.filter(version_id=version, version__sheet_id=sheet).first()
    if said is not None and (said.by_id, said.verdict) == (by.user_id, verdict):
        return
    _, found = locked(by, sheet, "review")
    newest = found.newest
    if newest is None or newest.id != version or verdict not in VERDICTS:
        raise Refused(problem("GENERAL_003", "version"))
    if verdict == RETURNED and not remark.strip():
        raise Refused(problem("DELIVERABLES_015", "remark"))
    Review.objects.create(version_id=version, verdict=verdict, remark=remark.strip(), by_id=by.user_id, at=now)
    tell(verdict, by, sheet, found.card, why=remark.strip(), kind=found.kind.name, number=newest.number)
    if verdict == ACCEPTED:
        mark_steps(by=by, card=found.card, sheet=sheet, on=by.on)


def _hash(content: Any, facts: Any) -> str:
    text = json.dumps([content, facts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
