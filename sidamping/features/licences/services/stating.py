"""States a figure or an answer that no book here knows, with its source and the day it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.licences.statements import sound
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.licences.models import Statement
from sidamping.features.licences.services.keeping import own, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

CHECKS = "closed-loop-checks"
LONGEST = 160


@dataclass(frozen=True)
class StatementDraft:
    """What is stated: the key, the value as typed, since when, and from where."""

    key: str
    value: str
    since: date
    source: str


@transaction.atomic
def state(*, by: Viewer, id: UUID, cooperative: UUID, draft: StatementDraft, now: datetime) -> UUID:
    """The latest word on a figure; what was said before stays. Sent twice, said once."""
    of = own(by, cooperative)
    there = Statement.objects.filter(pk=id).values_list("cooperative_id", "key").first()
    if there is not None:
        if there != (cooperative, draft.key):
            raise Refused(problem("LICENCES_006", "id"))
        return id
    refuse_if([*_faults(draft, by.on)])
    Statement.objects.create(
        pk=id, cooperative_id=cooperative, key=draft.key, value=draft.value, since=draft.since,
        source=draft.source.strip(), by_id=by.user_id, at=now,
    )  # fmt: skip
    tell("stated", by, of, key=draft.key)
    return id


def _faults(draft: StatementDraft, today: date) -> Iterator[Problem]:
    if not sound(draft.key, draft.value, codes_of(CHECKS)):
        yield problem("LICENCES_005", "value", seen=draft.value)
    if not draft.source.strip():
        yield problem("GENERAL_001", "source", label=_("Sumber"))
    if len(draft.source.strip()) > LONGEST:
        yield problem("LICENCES_007", "source", label=_("Sumber"), seen=len(draft.source.strip()), most=LONGEST)
    if draft.since > today:
        yield problem("LICENCES_003", "since", day=draft.since, today=today)
