"""Rounds as the tests write them: who opens what, the same small sheet filled in, handed in, decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.features.assessments import services
from sidamping.features.assessments.queries.scope import is_drawn
from sidamping.features.assessments.services import AssessmentDraft
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast, look

NOW = timezone.make_aware(datetime(2026, 11, 5, 9))
AS_OF = date(2025, 12, 31)
HEALTH = "ksp-health"
AMOUNTS = {"inputs.modal_sendiri": "400.000.000", "inputs.total_aset": "1.000.000.000"}
"""Own capital 40 percent of the assets: the band 21-40, value 50, score 3 of 6 in the 2016 rule."""
PLAN = {f"answers.mu.{number}": "ya" for number in range(1, 13)}
"""All twelve questions of general management answered yes: 12 × 0,25 = 3 of 3."""


def number(*, drawn: bool = False) -> UUID:
    """The number of a round that is drawn for a second scoring, or not."""
    return next(id for id in iter(uuid7, None) if is_drawn(id) is drawn)


def draft(party: UUID, **changes: Any) -> AssessmentDraft:
    """A round of the health of a cooperative at the end of 2025."""
    return AssessmentDraft(**{"id": number(), "instrument": HEALTH, "as_of": AS_OF, "party_id": party, **changes})


def opened(by: Viewer, party: UUID, **changes: Any) -> UUID:
    return services.open_assessment(by=by, draft=draft(party, **changes), on=people.TODAY)


def saved(by: Viewer, round_: UUID, values: Mapping[str, str] = AMOUNTS, seen: int = 0) -> int:
    return services.save_filling(by=by, assessment=round_, values=values, notes={}, seen=seen, now=NOW)


def handed_in(by: Viewer, party: UUID, values: Mapping[str, str] = AMOUNTS, **changes: Any) -> UUID:
    """A round opened, filled in and handed in by one person."""
    round_ = opened(by, party, **changes)
    saved(by, round_, values)
    services.submit_filling(by=by, assessment=round_, now=NOW)
    return round_


def assessor(name: str, area: str = places.KUPANG) -> User:
    """Another assessor of an area."""
    found = people.user(name, name.capitalize())
    people.appoint(found, roles.ASSESSOR, area=area)
    return found


def agnes(cast: Cast) -> Viewer:
    """The assessor of the province."""
    return look(cast.agnes)
