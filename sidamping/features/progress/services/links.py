"""Makes and closes a participant's link. It opens one thing about one mentee, for some days (C10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.progress.models import Link
from sidamping.features.progress.services.drafts import LABELS
from sidamping.features.progress.services.standing import held, tell
from sidamping.platform.access.viewer import Viewer

MOST_DAYS = {"figures": 370, "baseline": 31, "final": 31}
USUAL_DAYS = {"figures": 120, "baseline": 14, "final": 14}
BUSINESS = "business"


@transaction.atomic
def make_link(*, by: Viewer, id: UUID, engagement: UUID, purpose: str, on: date, until: date | None = None) -> UUID:
    """A new link. Sent twice, it is made once."""
    card = held(by, engagement)
    if purpose not in MOST_DAYS:
        raise Refused(problem("PROGRESS_003", "purpose", label=LABELS["source"], seen=purpose[:20]))
    last = until or on + timedelta(days=USUAL_DAYS[purpose])
    there = Link.objects.filter(pk=id).first()
    if there is not None:
        if (there.engagement_id, there.purpose, there.by_id) != (engagement, purpose, by.user_id):
            raise Refused(problem("PROGRESS_018", "id"))
        return there.pk
    faults = []
    if not 0 <= (days := (last - on).days) <= MOST_DAYS[purpose]:
        faults.append(problem("PROGRESS_015", "until", seen=days, most=MOST_DAYS[purpose]))
    if purpose != "figures" and card.mentee_kind != BUSINESS:
        faults.append(problem("PROGRESS_016", "purpose"))
    refuse_if(faults)
    Link.objects.create(id=id, engagement_id=engagement, purpose=purpose, made_on=on, until=last, by_id=by.user_id)
    tell("link_made", by.user_id, id, card, purpose=purpose, until=last.isoformat())
    return id


@transaction.atomic
def revoke_link(*, by: Viewer, link: UUID, now: datetime) -> None:
    """Close a link before its day. Twice is once."""
    row = Link.objects.select_for_update().filter(pk=link).first()
    if row is None:
        raise Refused(problem("PROGRESS_001"))
    card = held(by, row.engagement_id)
    if row.revoked_at is not None:
        return
    row.revoked_at = now
    row.save(update_fields=["revoked_at"])
    tell("link_revoked", by.user_id, link, card, purpose=row.purpose)
