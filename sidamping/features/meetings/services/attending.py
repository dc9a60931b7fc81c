"""Writes down who came: ticked on the list, by the QR code of the invitation, or from a group meeting.

Nobody can stand in for a member. The list keeps no time; an arrival by QR code is told in the activities with its
minute. That tells nothing about a secret vote: slips are drawn from a box after all voters are written down.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.books.queries import KeptBook
from sidamping.features.meetings.models import Elector, Meeting, Presence
from sidamping.features.meetings.services.keeping import held, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

BEFOREHAND = "group"
"""Groups meet before the members' meeting; everybody else comes on its day."""


@transaction.atomic
def attend(
    *, by: Viewer, meeting: UUID, electors: Collection[UUID], way: str, group: str = "", shown: Collection[UUID] = ()
) -> int:
    """These members are present; how many were not so before. Before the opening, who is unticked is taken off.

    Unticked is who was `shown` as present and is left out; whoever came by QR code or another list meanwhile stays.
    """
    row, book = _receiving(by, meeting, way)
    listed = Elector.objects.filter(meeting=row)
    known = set(listed.filter(pk__in=electors).values_list("pk", flat=True))
    there = set(Presence.objects.filter(elector__meeting=row).values_list("pk", flat=True))
    gone = (there & set(shown)) - known if row.opened_at is None else set()
    if gone:
        Presence.objects.filter(pk__in=gone).delete()
    new = listed.filter(pk__in=known - there).order_by("member__number")
    made = Presence.objects.bulk_create(Presence(elector=one, way=way, group=group.strip()) for one in new)
    if made or gone:
        tell("attended", by, meeting, book, count=len(made), way=way)
    return len(made)


@transaction.atomic
def arrive(*, by: Viewer, elector: UUID) -> None:
    """A member came, as the QR code of the invitation says. Scanned twice, the member came once."""
    found = Elector.objects.filter(pk=elector).first()
    if found is None:
        raise Refused(problem("MEETINGS_001"))
    _row, book = _receiving(by, found.meeting_id, "qr")
    _presence, new = Presence.objects.get_or_create(elector=found, defaults={"way": "qr"})
    if new:
        tell("attended", by, found.meeting_id, book, count=1, way="qr")


def _receiving(by: Viewer, meeting: UUID, way: str) -> tuple[Meeting, KeptBook]:
    row, book = held(by, meeting)
    if row.invited_on is None:
        raise Refused(problem("MEETINGS_008"))
    if row.closed_at is not None:
        raise Refused(problem("MEETINGS_011"))
    if way not in codes_of("attendance-ways"):
        raise Refused(problem("MEETINGS_021", "way", seen=way))
    if way != BEFOREHAND and by.on < row.day:
        raise Refused(problem("MEETINGS_030", day=row.day))
    return row, book
