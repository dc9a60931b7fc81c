"""Whose books a person reads and writes, decided here once. Denies by default.

Read: its board the own book; a mentor those of mentees carried; overseers those mentored in their programme
and area; its owner the cash book of a small business. Write: the board of the cooperative alone, chair and treasurer.
What single members saved and borrowed is their own affair: the board and the mentor see it, overseers the sums.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sidamping.features.books.models import Book
from sidamping.features.parties.queries import is_business, owner_account
from sidamping.features.programmes.queries import carried_mentees, engagement_ids, mentors_of
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.charts import MICRO

READERS = (*roles.BOARD, roles.MENTOR, *roles.OVERSEERS)
"""Roles that read books; whose, the functions below decide."""
NAMERS = (*roles.BOARD, roles.MENTOR)
"""Roles that see what is kept in the name of a member."""


def readable(viewer: Viewer) -> QuerySet[Book]:
    """The books a viewer may read."""
    mentored = engagement_ids(viewer).values("mentee_id")
    owned = Q(chart__startswith=f"{MICRO}/", party__business__owner__user=viewer.user_id)
    return Book.objects.filter(Q(party_id__in=viewer.subjects(*roles.BOARD)) | Q(party_id__in=mentored) | owned)


def readable_by_name(viewer: Viewer) -> QuerySet[Book]:
    """The books of which a viewer sees single members, with what they saved and borrowed."""
    carried = carried_mentees(viewer)
    return readable(viewer).filter(Q(party_id__in=viewer.subjects(*roles.BOARD)) | Q(party_id__in=carried))


def names_seen(viewer: Viewer, book_id: UUID) -> bool | None:
    """Whether the viewer sees the single members of a book; None for a stranger."""
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("pk")))
    return readable(viewer).filter(pk=book_id).annotate(named=by_name).values_list("named", flat=True).first()


def sees_names(viewer: Viewer, cooperative: UUID) -> bool:
    """Whether the viewer sees the single members of a cooperative whose book is within sight."""
    if writes(viewer, cooperative):
        return True
    return viewer.has(roles.MENTOR) and carried_mentees(viewer).filter(mentee_id=cooperative).exists()


def keeps(viewer: Viewer, book: Book) -> bool:
    """Whether the viewer writes in a book: the board in a cooperative's, owner and mentor in a small business's."""
    if book.chart.startswith(f"{MICRO}/"):
        return keeps_small(viewer, book.party_id)
    return writes(viewer, book.party_id)


def keeps_small(viewer: Viewer, business: UUID) -> bool:
    """Whether the viewer keeps the cash book of a business: as its owner, or as the mentor who carries it today."""
    if owner_account(business) == viewer.user_id:
        return True
    return is_business(business) and any(mentor == viewer.user_id for _, mentor, _ in mentors_of([business], viewer.on))


def reads_small(viewer: Viewer, business: UUID) -> bool:
    """Whether the viewer would read the cash book of a business: its mentoring is within sight."""
    return is_business(business) and engagement_ids(viewer).filter(mentee_id=business).exists()


def writes(viewer: Viewer, cooperative: UUID) -> bool:
    """Whether the viewer keeps the books of the cooperative."""
    return cooperative in viewer.subjects(*roles.BOARD)
