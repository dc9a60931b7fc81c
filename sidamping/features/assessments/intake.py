"""Takes in the answers of an assessment that a field phone recorded; hands the filling in where it says so (A12)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.sync import Facts
from sidamping.features.assessments import services
from sidamping.features.assessments.forms.bodies import AnswersIn
from sidamping.features.assessments.queries import own_count
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.bodies import read_body

CONFLICTS = frozenset({"ASSESSMENTS_009"})
"""Somebody changed the filling in between: both stand side by side and its writer chooses."""


@transaction.atomic
def answers(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """The items told; chosen over what was changed in between, they are written against that."""
    sent = read_body(AnswersIn, body)
    seen = own_count(by, sent.assessment) if facts.instead else sent.seen
    services.save_filling(
        by=by, assessment=sent.assessment, values=sent.values, notes=sent.notes, seen=seen, now=now,
        answered_by=sent.answered_by,
    )  # fmt: skip
    if sent.hand_in:
        services.submit_filling(by=by, assessment=sent.assessment, now=now)
    return sent.assessment
