"""A mentoring does not end with open follow-ups, unless somebody named carries them on."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.fieldwork.models import FollowUp
from sidamping.features.programmes import services
from sidamping.features.programmes.models import Engagement
from tests.people import Cast, look


def test_ending_with_open_follow_ups_is_refused_until_somebody_carries_them_on(cast: Cast) -> None:
    FollowUp.objects.create(
        engagement=cast.engagement, text="Kirim contoh", owner_side="mentor", owner_name="Ratna",
        due=date(2026, 11, 20), by=cast.ratna,
    )
    told = {"by": look(cast.yosef), "engagement": cast.engagement.pk, "ends": date(2026, 11, 5), "why": "Selesai"}
    with pytest.raises(Refused) as refused:
        services.end_engagement(**told)
    assert refused.value.codes == ["PROGRAMMES_054"]
    services.end_engagement(**told, carried_by="Dinas Koperasi")
    assert Engagement.objects.get(pk=cast.engagement.pk).ends == date(2026, 11, 5)
