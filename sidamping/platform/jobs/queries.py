"""What a job's owner sees of it; nobody else sees anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.platform.access.viewer import Viewer
from sidamping.platform.jobs.models import Job


@dataclass(frozen=True)
class JobCard:
    """A job: its kind, state, how far it is, and its result."""

    id: UUID
    kind: str
    state: str
    done: int
    total: int
    arguments: dict[str, Any]
    result: dict[str, Any]
    created_at: datetime
    finished_at: datetime | None

    @property
    def finished(self) -> bool:
        return self.state in (Job.State.DONE, Job.State.FAILED)

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0


def job_card(viewer: Viewer, job_id: UUID) -> JobCard | None:
    """The job, for its owner alone."""
    row = Job.objects.filter(pk=job_id, owner_id=viewer.user_id).first()
    if row is None:
        return None
    return JobCard(
        row.pk, row.kind, row.state, row.done, row.total, row.arguments, row.result, row.created_at, row.finished_at
    )
