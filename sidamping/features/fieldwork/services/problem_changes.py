"""Puts right what was logged of a problem while it is open; the trail keeps the old words beside the new ones.

What the mentee chose and what came of it is never touched here; a solved problem is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.fieldwork import ProblemDraft, check_problem
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.fieldwork.models import Outcome, Problem
from sidamping.features.fieldwork.queries.vocabulary import vocabulary
from sidamping.features.fieldwork.services.standing import carried
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

FIELDS = ("title", "side", "category", "priority", "causes", "dialogue", "found_on")


@dataclass(frozen=True)
class ProblemChange:
    """A problem as it should read, written against the version `seen`; side and day of finding stay unless told."""

    problem_id: UUID
    seen: int
    title: str
    category: str
    causes: tuple[str, ...]
    priority: int = 3
    dialogue: str = ""
    reason: str = ""
    side: str = ""
    found_on: date | None = None


@transaction.atomic
def change_problem(*, by: Viewer, change: ProblemChange, on: date) -> UUID:
    """Other words for an open problem, by the mentor who carries it today. Sent twice, it is changed once."""
    take_turns(change.problem_id)
    row = Problem.objects.filter(pk=change.problem_id).first()
    if row is None:
        raise Refused(problem("FIELDWORK_034", "problem_id"))
    card = carried(by, row.engagement_id, on)
    wanted = _draft(row, change)
    changed = {name: [_plain(getattr(row, name)), _plain(getattr(wanted, name))] for name in FIELDS}
    changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1]}
    if not changed:
        return row.pk
    _refuse_closed(row)
    if change.seen != row.revised:
        raise Refused(problem("GENERAL_003"))
    refuse_if(check_problem(wanted, on=on, vocabulary=vocabulary()))
    values = {name: pair[1] for name, pair in changed.items()}
    Problem.objects.filter(pk=row.pk).update(**values, revised=row.revised + 1)
    journal.record(
        "fieldwork.problem_changed", by=by.user_id, subject=row.pk, regency=card.regency_code,
        why=change.reason.strip()[:240], engagement=str(card.id), changed=changed,
    )  # fmt: skip
    return row.pk


def _draft(row: Problem, change: ProblemChange) -> ProblemDraft:
    return ProblemDraft(
        row.pk, row.engagement_id, change.title.strip(), change.side or row.side, change.category,
        change.found_on or row.found_on, change.causes, change.priority, change.dialogue.strip(),
    )  # fmt: skip


def _refuse_closed(row: Problem) -> None:
    solved = Outcome.objects.filter(problem=row, solved=True).order_by("seen_on").first()
    if solved is not None:
        raise Refused(problem("FIELDWORK_036", "title", day=solved.seen_on))


def _plain(value: Any) -> Any:
    """As JSON keeps it; browsers send their own line ends."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return list(value) if isinstance(value, (list, tuple)) else value
