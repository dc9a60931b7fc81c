"""A chair without an account signs on paper; the coordinator records it, so that the paper does not stand still (F9).

Never where the chair can sign here: then the chair is asked. The act says who signed, when, and who wrote it down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.papers.states import ACKNOWLEDGED, role_of, turns
from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.papers.models import Act, Revision
from sidamping.features.papers.queries.chairs import chair_account
from sidamping.features.papers.queries.sheets import may
from sidamping.features.papers.queries.states import day_of
from sidamping.features.papers.services.acts import awaited, newest_seen, place_faults, place_taken
from sidamping.features.papers.services.locked import locked, not_yours, state_word
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

LONGEST_NAME = 120


@transaction.atomic
def acknowledge_on_paper(
    *, by: Viewer, paper: UUID, revision: UUID, ordinal: int, chair: str, signed_on: date | None, remark: str,
    on: date, now: datetime,
) -> UUID:  # fmt: skip
    """The chair's signature on the printed sheet, recorded by the coordinator. Recorded twice, it happens once."""
    row = locked(by, paper, ACKNOWLEDGED, roles.COORDINATOR)
    newest = newest_seen(row, revision)
    if taken := Act.objects.filter(revision=newest, ordinal=ordinal).first():
        return place_taken(by, taken, ACKNOWLEDGED)
    refuse_if(_not_now(by, row, newest, on) or place_faults(newest, ordinal))
    refuse_if(_faults(newest, chair.strip(), signed_on, remark.strip(), on))
    last = Act.objects.filter(revision=newest).order_by("-ordinal").values_list("ordinal", flat=True)[0]
    written = Act.objects.create(
        revision=newest, ordinal=last + 1, action=ACKNOWLEDGED, role=roles.CHAIR, remark=remark.strip(),
        signer_name=chair.strip(), by_id=by.user_id, at=now, signed_on=signed_on,
    )  # fmt: skip
    journal.record(
        "papers.acknowledged_on_paper", by=by.user_id, subject=paper, regency=row.regency, why=remark.strip(),
        number=row.number, revision=newest.number, ordinal=written.ordinal, signed_on=str(signed_on),
    )  # fmt: skip
    return written.pk


def _not_now(by: Viewer, row: Any, newest: Revision, on: date) -> list[Problem]:
    """Why this paper is not for this person to record, or not in this state."""
    if row.mentor_id == by.user_id:
        return [problem("PAPERS_022", "action")]
    if role_of(ACKNOWLEDGED, newest.content) != roles.CHAIR or not may(by, row, roles.COORDINATOR):
        return [not_yours(ACKNOWLEDGED, roles.COORDINATOR)]
    possible = turns(row.state, newest.content)
    if ACKNOWLEDGED not in [turn.action for turn in possible]:
        seen = {"action": state_word(ACKNOWLEDGED), "state": state_word(row.state), "awaited": awaited(possible)}
        return [problem("PAPERS_018", "action", **seen)]
    name = chair_account(row, on)
    return [problem("PAPERS_029", "action", name=name)] if name else []


def _faults(newest: Revision, chair: str, signed_on: date | None, remark: str, on: date) -> Iterator[Problem]:
    if not chair or len(chair) > LONGEST_NAME:
        yield problem("PAPERS_030", "chair", most=LONGEST_NAME)
    handed = day_of(newest.submitted_at)
    if signed_on is None or not handed <= signed_on <= on:
        yield problem("PAPERS_031", "signed_on", earliest=day(handed), latest=day(on))
    if not remark:
        yield problem("PAPERS_032", "remark")
