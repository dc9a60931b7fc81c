"""The letters an application ends with: refused with its reasons, or accepted with what comes next (B1).

A letter's id follows from what it tells of, so that the receipt finds it and a repetition issues none.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.intake import intake_of, stages_of
from sidamping.features.letters import services as letters
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import label, pinned_programme

REFUSED, ACCEPTED = "refused", "accepted"
LONGEST_RECIPIENT = 200


def refused_letter(*, by: Viewer, row: Application, record: UUID, reasons: tuple[str, ...], on: date) -> UUID:
    """The letter to somebody who was not taken in; it names every reason."""
    intake = intake_of(row.path.pinned)
    words = [label(intake.reasons, one) for one in reasons] if intake else []
    return _issue(by, row, letter_id(record, REFUSED), REFUSED, on, {"reasons": words})


def accepted_letter(*, by: Viewer, row: Application, enrolled: UUID, on: date) -> UUID:
    """The letter to somebody who was taken in; it names the steps that follow."""
    ahead = _next_steps(row.path.pinned)
    return _issue(by, row, letter_id(enrolled, ACCEPTED), ACCEPTED, on, {"next_steps": ahead} if ahead else {})


def letter_id(subject: UUID, kind: str) -> UUID:
    """The id of the letter about a decision or an enrolment."""
    return uuid5(subject, kind)


def _issue(by: Viewer, row: Application, id: UUID, kind: str, on: date, facts: dict[str, Any]) -> UUID:
    regency = row.village_id[:5]
    told = {"name": row.name, "applied_on": row.applied_on, "decided_on": on, "contact": by.name, **facts}
    return letters.issue(
        by=by, id=id, programme=row.programme, kind=kind, path=row.path_id, recipient=_recipient(row),
        place=territory.names_of([regency]).get(regency, regency), facts=told, on=on, regency=regency,
    )  # fmt: skip


def _recipient(row: Application) -> str:
    who = row.name if row.kind == "person" else f"{row.contact_name}, {row.name}"
    return who[:LONGEST_RECIPIENT]


def _next_steps(pinned: str) -> list[str]:
    """The mentee's steps that wait only for the intake to be over."""
    inside = {one.code for one in stages_of(pinned)}
    steps = pinned_programme(pinned).steps_of("mentee")
    return [one.label.id for one in steps if one.code not in inside and set(one.needs) & inside]
