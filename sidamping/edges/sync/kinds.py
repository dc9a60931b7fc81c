"""Which kinds of records there are: name and version → the function of the feature that takes them in.

A new kind is one line here, a function in the feature's `intake.py`, and a row in docs/sync.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.domain.sync import Facts
from sidamping.edges.sync.models import Open, Record
from sidamping.features.assessments import intake as assessments
from sidamping.features.books import intake as books
from sidamping.features.deliverables import intake as deliverables
from sidamping.features.fieldwork import intake as fieldwork
from sidamping.features.fieldwork import queries as fieldwork_queries
from sidamping.features.oversight import intake as oversight
from sidamping.features.papers import intake as papers
from sidamping.features.progress import intake as progress
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

Intake = Callable[[Viewer, Facts, Mapping[str, Any], datetime], UUID]
"""Owner on the day that counts, what is known of the record, its body, now → the id of what it became."""
Stands = Callable[[Viewer, UUID, Mapping[str, Any]], dict[str, Any] | None]
"""Owner, the record's id and its body → what is in force in its place, in the fields of the body."""
FileIntake = Callable[[Viewer, UUID, str, bytes], UUID]
"""Owner, what the record became, name and bytes of a file → the id of the attachment."""


@dataclass(frozen=True)
class Kind:
    """How a kind is taken in, who may seal it, which refusals are conflicts for people, what its files become.

    `once`: the same content under two ids is one thing told twice, as a visit is, but not the sale of an egg.
    `part` names the field of the body whose own fields people choose between.
    """

    intake: Intake
    roles: tuple[str, ...] = (roles.MENTOR,)
    conflicts: frozenset[str] = fieldwork.CONFLICTS
    file: FileIntake | None = None
    stands: Stands | None = None
    once: bool = False
    part: str = ""


KINDS: dict[tuple[str, int], Kind] = {
    ("fieldwork.visit", 1): Kind(
        fieldwork.visit, file=fieldwork.visit_photo, stands=fieldwork.visit_in_force, once=True
    ),
    ("fieldwork.visit_revision", 1): Kind(
        fieldwork.visit_revision, file=fieldwork.visit_photo, stands=fieldwork.visit_in_force
    ),
    ("fieldwork.problem", 1): Kind(fieldwork.logged_problem, once=True),
    ("fieldwork.alternative", 1): Kind(fieldwork.alternative, once=True),
    ("fieldwork.choice", 1): Kind(fieldwork.choice, once=True),
    ("fieldwork.outcome", 1): Kind(fieldwork.outcome, once=True),
    ("fieldwork.follow_up", 1): Kind(fieldwork.follow_up, once=True),
    ("fieldwork.follow_up_closed", 1): Kind(fieldwork.follow_up_closed, once=True),
    ("fieldwork.plan_item", 1): Kind(fieldwork.plan_item, once=True),
    ("fieldwork.observation", 1): Kind(fieldwork.observation, once=True),
    ("fieldwork.evaluation", 1): Kind(fieldwork.evaluation),
    ("deliverables.sheet", 1): Kind(
        deliverables.sheet, conflicts=deliverables.CONFLICTS, file=deliverables.sheet_photo,
        stands=deliverables.sheet_in_force, part="content",
    ),
    ("assessments.answers", 1): Kind(assessments.answers, roles.AFIELD, assessments.CONFLICTS),
    ("progress.month", 1): Kind(progress.month, conflicts=progress.CONFLICTS, file=progress.month_photo, once=True),
    ("books.small", 1): Kind(books.small, file=books.small_photo),
    ("papers.draft", 1): Kind(papers.draft, conflicts=papers.CONFLICTS, stands=papers.words_in_force),
    ("oversight.seal", 1): Kind(oversight.seal),
}
STANDING: tuple[Callable[[Iterable[UUID]], set[UUID]], ...] = (fieldwork_queries.standing,)
"""Ask each feature which ids it has, also those made on the pages."""


def standing(ids: Iterable[UUID]) -> set[UUID]:
    """Which of the ids name a record in force, from a phone or from a page."""
    wanted = set(ids)
    if not wanted:
        return set()
    sent = set(Record.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    found = sent - set(Open.objects.filter(pk__in=sent).values_list("pk", flat=True))
    for ask in STANDING:
        found |= ask(wanted - found) if wanted - found else set()
    return found


def part_of(record: Record) -> str:
    """The field of its body whose own fields people choose between; '' for most kinds."""
    kind = KINDS.get((record.kind, record.version))
    return kind.part if kind else ""
