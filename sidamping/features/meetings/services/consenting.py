"""Records who agreed to deal with a meeting's matters although the papers came late to them; the minutes tell it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.meetings.models import Consent, Meeting
from sidamping.features.meetings.queries.cards import late_electors
from sidamping.features.meetings.services.keeping import running, tell
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def consent(*, by: Viewer, meeting: UUID, electors: Collection[UUID]) -> int:
    """These of the members whose papers came late agree; whoever is left out does not. How many agree."""
    row, book = running(by, meeting)
    late = set(late_electors(row, by.on).values_list("pk", flat=True))
    agreed = late & set(electors)
    if not agreed:
        raise Refused(problem("MEETINGS_050", "electors", count=len(late)))
    given = Consent.objects.filter(elector__meeting=row)
    before = set(given.values_list("pk", flat=True))
    if agreed == before:
        return len(agreed)
    given.exclude(pk__in=agreed).delete()
    Consent.objects.bulk_create(Consent(elector_id=one) for one in sorted(agreed - before))
    tell("consented", by, meeting, book, count=len(agreed), late=len(late))
    return len(agreed)


def consent_faults(row: Meeting, by: Viewer) -> list[Problem]:
    """Papers came late to some and nobody was asked: what is decided then could be contested."""
    late = late_electors(row, by.on).count()
    asked = not late or Consent.objects.filter(elector__meeting=row).exists()
    return [] if asked else [problem("MEETINGS_049", "", count=late)]
