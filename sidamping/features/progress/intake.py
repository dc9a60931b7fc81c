"""Takes in the figures of a month that a field phone recorded (C4, C9); the photo of their proof follows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.domain.sync import Facts
from sidamping.features.progress import services
from sidamping.features.progress.forms.bodies import MonthOfIn
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.bodies import read_body

CONFLICTS = frozenset({"PROGRESS_007"})
"""The month is told already: both stand side by side and people choose."""


def month(by: Viewer, facts: Facts, body: Mapping[str, Any], now: datetime) -> UUID:
    """The figures of a month that nobody has told; chosen over those told, they become a correction of them."""
    sent = read_body(MonthOfIn, body, id=facts.id)
    about, draft = sent.engagement, sent.draft()
    if facts.instead:
        return services.take_month(
            by=by, engagement=about, draft=draft, instead=facts.instead, why=facts.why, on=by.on,
            photo_follows=sent.photo,
        )  # fmt: skip
    return services.record_month(by=by, engagement=about, draft=draft, on=by.on, photo_follows=sent.photo)


def month_photo(by: Viewer, subject: UUID, name: str, content: bytes) -> UUID:
    """The photo of the proof."""
    return services.add_proof(by=by, record=subject, name=name, content=content)
