"""What the writes of licences share: the cooperative of whoever keeps its papers, and the activity row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.licences.queries.scope import Standing, kept
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


def own(by: Viewer, cooperative: UUID) -> Standing:
    """The cooperative when the viewer keeps its papers, one write at a time."""
    take_turns(cooperative)
    found = kept(by, cooperative)
    if found is None:
        raise Refused(problem("LICENCES_001"))
    return found


def tell(verb: str, by: Viewer, of: Standing, **data: Any) -> None:
    """The activity row of a write of licences."""
    journal.record(f"licences.{verb}", by=by.user_id, subject=of.id, regency=of.village_code[:5], **data)
