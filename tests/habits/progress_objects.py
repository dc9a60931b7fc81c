"""What the addresses of progress name: a month told of each mentoring, and a link for its participant."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.features.programmes.models import Engagement
from sidamping.features.progress import services
from sidamping.features.progress.queries.links import signed
from sidamping.features.progress.services import MonthDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people


def progress_objects(mentor: User, host: Engagement) -> dict[str, Any]:
    """`record`: October as the mentor told it; `link`: for monthly figures, opened at `participant_form`."""
    by = people.look(mentor)
    draft = MonthDraft(uuid7(), Month(2026, 10), 1_500_000)
    record: UUID = services.record_month(by=by, engagement=host.pk, draft=draft, on=people.TODAY)
    link = services.make_link(by=by, id=uuid7(), engagement=host.pk, purpose="figures", on=people.TODAY)
    return {"record": record, "link": link, "participant_form": signed(link)}
