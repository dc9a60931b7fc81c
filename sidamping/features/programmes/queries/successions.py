"""Where one mentor follows another in a mentoring: who left, who came, on which days. Derived from the assignments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.programmes.models import Assignment
from sidamping.features.programmes.queries.scope import administered_ids, engagement_ids, kept_open_since, manages
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Succession:
    """A mentee goes from one mentor to the next; `id` is the assignment that begins."""

    id: UUID
    engagement_id: UUID
    programme: str
    pinned: str
    mentee_id: UUID
    mentee: str
    mentee_kind: str
    village_code: str
    village: str
    regency: str
    leaving_id: UUID
    leaving: str
    arriving_id: UUID
    arriving: str
    first_day: date

    @property
    def last_day(self) -> date:
        """The last day of the mentor who leaves."""
        return self.first_day - timedelta(days=1)


def succession(viewer: Viewer, id: UUID) -> Succession | None:
    """One change of mentor, for the two mentors and for those who may read or assign the mentoring."""
    found = next(iter(_paired(Assignment.objects.filter(pk=id))), None)
    return found if found is not None and _sees(viewer, found) else None


def successions(viewer: Viewer, since: date) -> tuple[Succession, ...]:
    """Changes of mentor from a day on that concern the viewer: one's own, or those of the area; the newest first."""
    mine = Assignment.objects.filter(mentor_id=viewer.user_id, ends__isnull=False)
    own = Q(mentor_id=viewer.user_id) | Q(engagement__in=mine.values("engagement"))
    rows = Assignment.objects.filter(Q(engagement__in=administered_ids(viewer)) | own, starts__gte=since)
    found = _paired(rows.order_by("-starts", "-id")[:200])
    if viewer.has(*roles.OVERSEERS, roles.ADMIN):
        return found
    return tuple(one for one in found if viewer.user_id in (one.arriving_id, one.leaving_id))


def hands_over_for(viewer: Viewer, one: Succession) -> bool:
    """Whether the viewer manages the mentoring, and so may act for a mentor who is gone."""
    return manages(viewer, one.programme, one.village_code)


def _sees(viewer: Viewer, one: Succession) -> bool:
    if viewer.user_id == one.arriving_id:
        return True
    if viewer.user_id == one.leaving_id:
        return one.last_day >= kept_open_since(viewer.on)
    known = Assignment.objects.filter(pk=one.id)
    reach = Q(engagement__in=administered_ids(viewer)) | Q(engagement__in=engagement_ids(viewer))
    return known.filter(reach).exists()


def _paired(rows: QuerySet[Assignment]) -> tuple[Succession, ...]:
    later = list(rows.select_related("mentor", "engagement__mentee", "engagement__village"))
    earlier = Assignment.objects.filter(engagement__in={row.engagement_id for row in later}, ends__isnull=False)
    before = {(row.engagement_id, row.ends): row for row in earlier.select_related("mentor")}
    pairs = ((row, before.get((row.engagement_id, row.starts - timedelta(days=1)))) for row in later)
    return tuple(_line(new, old) for new, old in pairs if old is not None and old.mentor_id != new.mentor_id)


def _line(new: Assignment, old: Assignment) -> Succession:
    host = new.engagement
    return Succession(
        new.pk, host.pk, host.programme, host.pinned, host.mentee_id, host.mentee.name, host.mentee.kind,
        host.village_id, host.village.name, host.regency, old.mentor_id, old.mentor.full_name, new.mentor_id,
        new.mentor.full_name, new.starts,
    )
