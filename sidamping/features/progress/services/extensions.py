"""Lets a mentoring last longer than its programme gives, within its limit and with a reason (C6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.cohorts.lengths import extension_faults
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.programmes.queries import manages
from sidamping.features.progress.models import Extension
from sidamping.features.progress.queries.profiles import facts_of
from sidamping.features.progress.queries.standings import extensions_of, length_of
from sidamping.features.progress.services.standing import seen, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import pinned_programme

LONGEST_REASON = 240


@transaction.atomic
def extend(*, by: Viewer, id: UUID, engagement: UUID, until: date, reason: str, on: date) -> UUID:
    """The extension up to a last day, decided by who manages the programme there. Sent twice, it is once."""
    take_turns(engagement)
    card = seen(by, engagement)
    if not manages(by, card.programme, card.village_code):
        raise Refused(problem("PROGRESS_001"))
    there = Extension.objects.filter(engagement_id=engagement, until=until).first()
    if there is not None:
        return there.pk
    rule = pinned_programme(card.pinned).period
    now = length_of(card, facts_of([engagement]).get(engagement, {}))
    if rule is None or now is None:
        raise Refused(problem("PROGRESS_017", "until", programme=card.programme))
    earlier = extensions_of([engagement]).get(engagement, ())
    standing = replace(now, last=earlier[-1].until) if earlier else now
    refuse_if(extension_faults(rule, standing, starts=card.starts, until=until, reason=reason))
    row = Extension.objects.create(
        id=id, engagement_id=engagement, until=until, reason=reason.strip()[:LONGEST_REASON], decided_on=on,
        by_id=by.user_id,
    )
    tell("extended", by.user_id, row.pk, card, why=reason.strip(), until=until.isoformat())
    return row.pk
