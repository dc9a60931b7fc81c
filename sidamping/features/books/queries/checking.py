"""Drafts that wait for somebody to check and post them: those that others wrote, and the own where nobody else can."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Q
from django.utils.translation import gettext as _

from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access import roles
from sidamping.platform.access.queries import another_keeps, others_of_board
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class WaitingDrafts:
    """The drafts of a book: those that the viewer is to check, and all of them."""

    book_id: UUID
    to_check: int
    in_all: int

    @property
    def for_others(self) -> int:
        return self.in_all - self.to_check


def waiting_drafts(viewer: Viewer, book_id: UUID) -> WaitingDrafts:
    """What waits in a book; nothing for a stranger."""
    rows = Voucher.objects.filter(book_id=book_id, book__in=readable(viewer), posted=False)
    found = rows.aggregate(to_check=Count("pk", filter=for_viewer(viewer)), in_all=Count("pk"))
    return WaitingDrafts(book_id, found["to_check"], found["in_all"])


def drafts_to_check(viewer: Viewer) -> tuple[WaitingDrafts, ...]:
    """The books that the viewer keeps with drafts to check, in one query."""
    rows = Voucher.objects.filter(posted=False, book__party_id__in=viewer.subjects(*roles.BOARD))
    told = rows.values("book_id").annotate(to_check=Count("pk", filter=for_viewer(viewer)), in_all=Count("pk"))
    return tuple(WaitingDrafts(**one) for one in told.order_by("book_id") if one["to_check"])


def others_who_keep(viewer: Viewer, party_id: UUID) -> tuple[str, ...]:
    """The names of those who keep the cooperative's book beside the viewer, and so post what the viewer wrote."""
    return tuple(others_of_board(party_id, viewer))


def posting_words(viewer: Viewer, party_id: UUID) -> str:
    """What to do with a draft of one's own that is whole."""
    others = others_who_keep(viewer, party_id)
    if not others:
        return _("Periksa, lalu bukukan.")
    return _("Minta %(names)s memeriksa dan membukukannya.") % {"names": ", ".join(others)}


def for_viewer(viewer: Viewer) -> Q:
    """Drafts that the viewer may post, as a condition on vouchers: never the own where somebody else can (0046)."""
    kept = Q(book__party_id__in=viewer.subjects(*roles.BOARD))
    return kept & (~Q(made_by=viewer.user_id) | ~Q(another_keeps(OuterRef("book__party_id"), viewer)))
