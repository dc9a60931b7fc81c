"""Whose books a person reads and writes, decided here once. Denies by default.

Read: its board the own book; a mentor those of mentees carried; overseers those mentored in their programme
and area. Write: the board of the cooperative alone, chair and treasurer.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.features.books.models import Book
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

READERS = (*roles.BOARD, roles.MENTOR, *roles.OVERSEERS)
"""Roles that read books; whose, the functions below decide."""


def readable(viewer: Viewer) -> QuerySet[Book]:
    """The books a viewer may read."""
    mentored = engagement_ids(viewer).values("mentee_id")
    return Book.objects.filter(Q(party_id__in=viewer.subjects(*roles.BOARD)) | Q(party_id__in=mentored))


def writes(viewer: Viewer, cooperative: UUID) -> bool:
    """Whether the viewer keeps the books of the cooperative."""
    return cooperative in viewer.subjects(*roles.BOARD)
