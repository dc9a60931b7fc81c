"""The same plan sent twice at once is made once (C13)."""

from __future__ import annotations

from uuid import UUID

import pytest

from sidamping.features.placements import services
from sidamping.features.placements.models import Plan
from sidamping.platform.access import roles
from tests import people, places
from tests.features.programmes.test_races import Act, at_once

pytestmark = pytest.mark.django_db(transaction=True)
PLAN = UUID("0190e7a0-0000-7000-8000-0000000000d2")
MODERN = "koperasi-modern-2023"


def test_two_who_make_the_same_plan_at_once_make_one() -> None:
    cast = people.gather()
    people.appoint(cast.yosef, roles.COORDINATOR, area=places.KUPANG, programme=MODERN)
    by = people.look(cast.yosef)
    values = {"programme": MODERN, "starts": people.TODAY, "area": places.KUPANG}
    make: Act = lambda: services.make_plan(by=by, id=PLAN, **values)  # type: ignore[arg-type]  # noqa: E731 - an act
    assert at_once(make, make) == ["won", "won"]
    assert Plan.objects.count() == 1
