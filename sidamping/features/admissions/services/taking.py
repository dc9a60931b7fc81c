"""Takes an application up for writing: locked, placed, with its standing of today; refused to strangers with a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.intake import word
from sidamping.features.admissions.queries.scope import held_roles, visible
from sidamping.features.admissions.queries.standing import ENROLLED, REFUSED, WITHDRAWN, Standing, standings, with_ends
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class Taken:
    """An application as it stands once the lock is held; `held` are the writer's roles where the applicant lives."""

    row: Application
    standing: Standing
    held: frozenset[str]


def taken(by: Viewer, id: UUID) -> Taken:
    """For an officer, within the own programme and area."""
    take_turns(id)
    row = with_ends(visible(by).filter(pk=id)).select_related("cohort").first()
    if row is None:
        raise Refused(problem("ADMISSIONS_018", "application"))
    return Taken(row, standings([row], by.on)[id], held_roles(by, row.programme, row.village_id))


def closed_faults(found: Taken) -> list[Problem]:
    """An application that was refused, withdrawn or enrolled is left as it is."""
    state, stage = found.standing.state, found.standing.stage
    if found.standing.open:
        return []
    words = {
        REFUSED: _("tidak diterima pada tahap %(stage)s") % {"stage": word(found.row.path.pinned, stage)},
        WITHDRAWN: _("ditarik pemohon"), ENROLLED: _("sudah menjadi dampingan"),
    }  # fmt: skip
    return [problem("ADMISSIONS_009", "", state=words[state])]


def tell(verb: str, by: Viewer | None, row: Application, why: str = "", **data: Any) -> None:
    """The activity row of a write on an application."""
    action, regency = f"admissions.{verb}", row.village_id[:5]
    journal.record(action, by=actor_of(by), subject=row.pk, why=why, regency=regency, **data)
