"""The journal on the screen: posted vouchers of some days in their order, page by page."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.calling import called
from sidamping.features.books.queries.cards import joined, voucher_cards
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


def journal_page(viewer: Viewer, book_id: UUID, since: date, until: date, after: str = "") -> Page:
    """A page of posted vouchers between two days, both included; nothing for a stranger."""
    rows = Voucher.objects.filter(book_id=book_id, book__in=readable(viewer), posted=True, day__range=(since, until))
    page = page_of(joined(viewer, rows), order=("day", "id"), after=after)
    return Page(voucher_cards(page.rows, called), page.next_key)
