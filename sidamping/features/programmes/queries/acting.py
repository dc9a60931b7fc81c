"""In which roles a person acts on a path, and what of its steps that person may not read.

A step that names nobody is the mentor's; coordinator, secretariat and PMO may break its order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Exists, OuterRef

from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.features.programmes.queries.words import MENTEE
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.programme_forms import Programme, Step

OVERRIDE = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Who may break the order of a step whose file names nobody."""


def guarded(step: Step) -> Step:
    """The step with somebody to override it; the files of programmes without stages leave that to the house."""
    return step if step.owners or step.override else replace(step, override=OVERRIDE)


def acting_roles(viewer: Viewer, programme: str, area: str, *, mentee: UUID | None = None) -> frozenset[str]:
    """The roles a person holds over a programme in an area; the chair of the mentee acts for the mentee too."""
    held = {grant.role for grant in viewer.grants if covers(grant, programme, area)}
    if mentee is not None and mentee in viewer.subjects(roles.CHAIR):
        held |= {roles.CHAIR, MENTEE}
    return frozenset(held)


def roles_over(viewer: Viewer, path: Path, host: Engagement | None, area: str) -> frozenset[str]:
    """The roles a person acts in on one path: a candidate is the mentor of the own path, nobody else of it."""
    held = acting_roles(viewer, path.programme, area, mentee=host.mentee_id if host else None)
    if path.person_id is not None and path.person_id == viewer.user_id:
        return held | {roles.MENTOR}
    return held - {roles.MENTOR} if path.subject == Path.Subject.MENTOR else held


def closed_steps(
    viewer: Viewer, book_of: Mapping[UUID, Programme], paths: Sequence[Path]
) -> dict[UUID, frozenset[str]]:
    """Steps of each path of which the person may know only whether they are done, in one query.

    Shut out are those who ever carried the mentee in a role shut out, and those who hold no other role here.
    """
    shut = {one.pk: [step for step in book_of[one.pk].steps if step.hidden_from] for one in paths}
    wanted = [one for one in paths if shut[one.pk]]
    if not wanted:
        return {}
    hosts = _hosts(viewer, wanted)
    return {
        one.pk: frozenset(
            step.code for step in shut[one.pk]
            if _held(viewer, one, hosts.get(one.pk), step) <= set(step.hidden_from)
        )
        for one in wanted
    }


def _hosts(viewer: Viewer, paths: Sequence[Path]) -> dict[UUID, tuple[str, UUID, bool]]:
    """Village and mentee of each mentoring, and whether the person ever carried it."""
    mine = Assignment.objects.filter(engagement=OuterRef("pk"), mentor=viewer.user_id)
    rows = Engagement.objects.filter(path__in=[one for one in paths if one.subject == Path.Subject.MENTEE])
    found = rows.annotate(carried=Exists(mine)).values_list("path_id", "village_id", "mentee_id", "carried")
    return {path: (village, mentee, carried) for path, village, mentee, carried in found}


def _held(viewer: Viewer, path: Path, host: tuple[str, UUID, bool] | None, step: Step) -> frozenset[str]:
    carried = host is not None and host[2]
    if roles.MENTOR in step.hidden_from and (carried or path.person_id == viewer.user_id):
        return frozenset({roles.MENTOR})
    if host is None:
        return acting_roles(viewer, path.programme, path.cohort.area if path.cohort else "")
    return acting_roles(viewer, path.programme, host[0], mentee=host[1])
