"""Records who agreed to deal with a meeting's matters although the papers came late to them; the minutes tell it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.meetings.models import Consent, Decision, Meeting, Poll
from sidamping.features.meetings.queries.cards import late_electors
from sidamping.features.meetings.services.keeping import running, tell
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def consent(*, by: Viewer, meeting: UUID, electors: Collection[UUID]) -> int:
    """These of the members present whose papers came late agree; whoever is left out does not. How many agree."""
    row, book = running(by, meeting)
    late = dict(late_electors(row, by.on).values_list("pk", "presence"))
    there = {one for one, came in late.items() if came}
    ticked, given = late.keys() & electors, Consent.objects.filter(elector__meeting=row)
    before = set(given.values_list("pk", flat=True))
    if not ticked:
        raise Refused(problem("MEETINGS_050", "electors", count=len(there)))
    absent, withdrawn, added = ticked - there, before - ticked, ticked - before
    found = [problem("MEETINGS_053", "electors", count=len(absent))] if absent else []
    if withdrawn and _relied_on(row):
        found.append(problem("MEETINGS_054", "electors", count=len(withdrawn)))
    refuse_if(found)
    if withdrawn or added:
        given.filter(pk__in=withdrawn).delete()
        Consent.objects.bulk_create(Consent(elector_id=one) for one in sorted(added))
        tell(
            "consented", by, meeting, book, count=len(ticked), late=len(late),
            added=sorted(map(str, added)), withdrawn=sorted(map(str, withdrawn)),
        )  # fmt: skip
    return len(ticked)


def consent_faults(row: Meeting, by: Viewer) -> list[Problem]:
    """Papers came late to some who are present and were not asked: what is decided then could be contested."""
    there = late_electors(row, by.on).filter(presence__isnull=False).count()
    asked = not there or Consent.objects.filter(elector__meeting=row).exists()
    return [] if asked else [problem("MEETINGS_049", "", count=there)]


def _relied_on(row: Meeting) -> bool:
    """Whether anything was decided in the meeting, or put to a ballot."""
    return Decision.objects.filter(meeting=row).exists() or Poll.objects.filter(meeting=row).exists()
