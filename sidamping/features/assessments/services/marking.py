"""Marks the steps of a mentoring whose instrument was decided: of the mentee judged, or of who judged the mentor."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.features.assessments.models import Assessment
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import running_of
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Viewer


def mark_steps(by: Viewer, row: Assessment, on: date) -> None:
    """Every open step that this instrument does; a shut gate is left for the people."""
    held = {(row.instrument, row.purpose)}
    for engagement in _engagements(row, on):
        programmes.forms_done(by=by, engagement=engagement, kind="instrument", held=held, on=on, source_id=row.pk)


def _engagements(row: Assessment, on: date) -> tuple[UUID, ...]:
    """The one it was opened for; else the mentee's own.

    For a judged mentor those of the chair who opened it, else the only one the mentor carries.
    """
    if row.engagement_id is not None:
        return (row.engagement_id,)
    if row.party_id is not None:
        return running_of(on, mentees=[row.party_id])
    if row.mentor_id is None:
        return ()
    bound = Appointment.objects.filter(role=roles.CHAIR, user=row.opened_by_id)
    led = [one for one in bound.values_list("subject_id", flat=True) if one is not None]
    carried = running_of(on, mentor=row.mentor_id, mentees=led or None)
    return carried if led or len(carried) == 1 else ()
