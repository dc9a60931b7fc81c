"""Records a participant as of a day (C1, A1). Earlier profiles stay; the facts of the path follow the newest."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.progress.models import Profile
from sidamping.features.progress.services.drafts import ProfileDraft, day_faults, faults_of, plain
from sidamping.features.progress.services.standing import held, tell
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def record_profile(*, by: Viewer, engagement: UUID, draft: ProfileDraft, on: date) -> UUID:
    """One more profile. Sent twice, it is kept once."""
    card = held(by, engagement)
    values = plain(draft)
    there = Profile.objects.filter(pk=draft.id).first()
    if there is not None:
        same = there.engagement_id == engagement and all(getattr(there, name) == told for name, told in values.items())
        if not same:
            raise Refused(problem("PROGRESS_018", "id"))
        return there.pk
    refuse_if([*faults_of(draft), *day_faults("as_of", draft.as_of, on)])
    Profile.objects.create(engagement_id=engagement, by_id=by.user_id, **values)
    tell("profile_recorded", by.user_id, draft.id, card, as_of=draft.as_of.isoformat(), source=draft.source)
    return draft.id
