"""Records follow-ups after the mentoring, and which office carries it on until graduation (B13, C11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.outcomes.models import Continuation, LookBack
from sidamping.features.outcomes.queries import (
    Occasion,
    book_of,
    continuations_of,
    looks_back,
    may,
    occasions_of,
    step_of,
    verdict_on,
)
from sidamping.features.outcomes.queries.scope import CONTINUED
from sidamping.features.outcomes.services.shared import (
    code_faults,
    day_faults,
    locked_card,
    not_yours,
    tell,
    text_faults,
)
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

Indicator = tuple[str, str, str]
"""What was measured, before and now, as read out by the mentee."""
PLANNED = "planned"


@transaction.atomic
def look_back(
    *, by: Viewer, id: UUID, engagement: UUID, month: int, outcome: str, on: date,
    indicators: Sequence[Indicator] = (), note: str = "",
) -> UUID:
    """What somebody found after so many months. Each month of the schedule is recorded once."""
    card = locked_card(by, engagement)
    rule = book_of(card).follow_up
    if rule is None:
        raise Refused(problem("OUTCOMES_007", "engagement", what=_("Tindak lanjut pascapendampingan")))
    if not looks_back(by, card):
        raise Refused(not_yours(card, rule.step, rule.owners))
    there = LookBack.objects.filter(pk=id).first()
    if there is not None:
        if (there.engagement_id, there.month, there.outcome) != (card.id, month, outcome):
            raise Refused(problem("OUTCOMES_001", "id"))
        return there.pk
    step = step_of(card, rule.step)
    refuse_if([
        *_month_faults(occasions_of(card, by.on), month, rule.months),
        *code_faults("outcome", _("Keadaan"), outcome, step.outcomes if step else (), "step-outcomes"),
        *day_faults(card, by, on, "on", after_end=True),
        *text_faults([("note", _("Catatan"), note, 4000, False)]),
    ])  # fmt: skip
    told = [{"name": name, "before": before, "now": now} for name, before, now in indicators]
    LookBack.objects.create(
        id=id, engagement_id=card.id, month=month, done_on=on, outcome=outcome, indicators=told, note=note.strip(),
        by_id=by.user_id,
    )
    programmes.record_step(
        by=by, engagement=card.id, step=rule.step, done_on=on, outcome=outcome, source_id=id, trusted=True
    )
    tell("looked_back", by, card, id, note.strip(), month=str(month), outcome=outcome)
    return id


@transaction.atomic
def carry_on(*, by: Viewer, id: UUID, engagement: UUID, owner: str, starts: date, why: str) -> UUID:
    """From a day on an office carries the same mentoring on; before it, whoever did. Sent twice, it is once."""
    card = locked_card(by, engagement)
    owners = book_of(card).continues
    if not owners or step_of(card, CONTINUED) is None:
        raise Refused(problem("OUTCOMES_007", "engagement", what=_("Lanjutan pendampingan")))
    if not may(by, card, CONTINUED):
        raise Refused(not_yours(card, CONTINUED))
    there = Continuation.objects.filter(pk=id).first()
    if there is not None:
        if (there.engagement_id, there.owner, there.starts) != (card.id, owner, starts):
            raise Refused(problem("OUTCOMES_001", "id"))
        return there.pk
    refuse_if([
        *code_faults("owner", _("Pemilik baru"), owner, owners, "roles"), *_owner_faults(card, owner, starts),
        *_graduated(card), *day_faults(card, by, starts, "starts", after_end=True),
        *text_faults([("why", _("Alasan"), why, 400, True)]),
    ])  # fmt: skip
    Continuation.objects.create(
        id=id, engagement_id=card.id, owner=owner, starts=starts, why=why.strip(), by_id=by.user_id
    )
    programmes.record_step(
        by=by, engagement=card.id, step=CONTINUED, done_on=starts, note=why.strip(), source_id=id, trusted=True
    )
    tell("carried_on", by, card, id, why.strip(), owner=owner)
    return id


def _month_faults(occasions: Sequence[Occasion], month: int, months: Sequence[int]) -> Iterator[Problem]:
    found = next((one for one in occasions if one.month == month), None)
    if found is None or found.state == PLANNED:
        yield problem("OUTCOMES_010", "month", month=month, months=", ".join(map(str, months)))
    elif found.found is not None:
        yield problem("OUTCOMES_011", "month", month=month, day=day(found.found.done_on))


def _owner_faults(card: EngagementCard, owner: str, starts: date) -> Iterator[Problem]:
    last = next(iter(continuations_of(card)), None)
    if last is not None and (last.owner == owner or starts <= last.starts):
        words = labels("roles", reader_language())
        yield problem("OUTCOMES_013", "owner", owner=words.get(last.owner, last.owner), day=day(last.starts))


def _graduated(card: EngagementCard) -> Iterator[Problem]:
    verdict = verdict_on(card)
    if verdict is not None and verdict.graduates:
        yield problem("OUTCOMES_009", "owner", day=day(verdict.decided_on))
