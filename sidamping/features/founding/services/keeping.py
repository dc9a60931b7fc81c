"""What every write of a founding begins and ends with: the founding of whoever keeps it, and the activity row."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.founding.models import Founding
from sidamping.features.founding.queries.scope import in_sight, keeps
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


def kept(by: Viewer, id: UUID) -> Founding:
    """The founding as it stands once its lock is held; Refused for others, and once the cooperative lives."""
    take_turns(id)
    row = in_sight(by).select_related("party__party").filter(pk=id).first()
    if row is None or not keeps(by, row):
        raise Refused(problem("FOUNDING_001"))
    if row.living_on is not None:
        raise Refused(problem("FOUNDING_002", name=row.party.party.name, day=row.living_on))
    return row


def fresh(by: Viewer, founding: UUID, kind: type[Model], id: UUID) -> Founding | None:
    """The founding a record is written about; None where it is written already, for it was sent twice."""
    row = kept(by, founding)
    return None if kind._default_manager.filter(pk=id, founding=row).exists() else row


def late_day(day: date, today: date, where: str = "day") -> list[Problem]:
    """Nothing has happened after today."""
    return [problem("FOUNDING_005", where, day=day, today=today)] if day > today else []


def tell(verb: str, by: Viewer, subject: UUID, row: Founding, *, why: str = "", **data: Any) -> None:
    """The activity row of a write about a founding."""
    village = row.party.party.village_id
    journal.record(
        f"founding.{verb}", by=by.user_id, subject=subject, why=why, regency=village[:5], founding=str(row.pk), **data
    )
