"""Begins the path of a mentee, a mentor or a cohort. Writes no activity of its own: the act it belongs to does."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.programmes.models import Cohort, Path
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.rules import books
from sidamping.rules.in_force import NotInForce
from sidamping.rules.programme_forms import Programme


def begin_path(
    *,
    by: Viewer | None,
    subject: str,
    starts: date,
    programme: str = "",
    pinned: str = "",
    cohort: UUID | None = None,
    person: UUID | None = None,
    id: UUID | None = None,
) -> UUID:
    """A new path inside the caller's transaction; in a cohort it runs on the cohort's version. Sent twice, one path.

    `by` is who lets it begin, None for an applicant at the public page.
    """
    if id is not None and (found := Path.objects.filter(pk=id).first()):
        if (found.subject, found.cohort_id, found.person_id) != (subject, cohort, person):
            raise Refused(problem("PROGRAMMES_018"))
        return found.pk
    host = Cohort.objects.select_related("path").filter(pk=cohort).first() if cohort else None
    if cohort and (host is None or (programme and host.programme != programme)):
        raise Refused(problem("PROGRAMMES_069", "cohort"))
    version = host.path.pinned if host else pinned or programme_on(programme, starts).version
    row = Path(id=id or uuid7(), subject=subject, programme=version.split("/")[0], pinned=version, starts=starts)
    row.cohort, row.person_id = host, person
    row.save(force_insert=True)
    return row.pk


def name_person(*, path: UUID, person: UUID) -> None:
    """Whose a mentor's path is, once there is an account; it is named once. Writes no activity, as above."""
    row = Path.objects.select_for_update().get(pk=path, subject=Path.Subject.MENTOR)
    if row.person_id not in (None, person):
        raise Refused(problem("PROGRAMMES_018"))
    row.person_id = person
    row.save(update_fields=["person"])


def programme_on(code: str, on: date) -> Programme:
    """The programme in force on a day; refused when there is none."""
    try:
        return books.programme(code, on)
    except NotInForce as error:
        raise Refused(problem("PROGRAMMES_002", "programme", seen=code, day=on)) from error
