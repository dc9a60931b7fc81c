"""The boards a person kept, by name, and which of them go out by e-mail; nobody sees another's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from sidamping.features.indicators.models import Delivery, SavedView, Subscription
from sidamping.features.indicators.queries.wanted import Wanted, address
from sidamping.platform.access.viewer import Viewer

SIGNER = Signer(salt="sidamping.indicators.leave")


@dataclass(frozen=True)
class ViewLine:
    """A kept board: its name and address, and where it is sent every month ('' = nowhere)."""

    id: UUID
    name: str
    address: str
    email: str

    @property
    def is_board(self) -> bool:
        """Whether it is the board itself, which can be printed and sent; not a comparison or pivot."""
        return self.address.startswith(f"{reverse('figures')}?")


@dataclass(frozen=True)
class DeliveryLine:
    """A month's letter: where it stands, when it is tried again, and what the mail server said."""

    month: date
    state: str
    next_at: datetime
    sent_at: datetime | None
    fault: str


def saved_views(viewer: Viewer) -> tuple[ViewLine, ...]:
    """Every view of the viewer, by name."""
    rows = SavedView.objects.filter(user_id=viewer.user_id).order_by("name")
    return tuple(_line(*row) for row in rows.values_list("id", "name", "address", "subscription__email"))


def saved_view(viewer: Viewer, id: UUID) -> ViewLine | None:
    """A view of one's own."""
    return next((one for one in saved_views(viewer) if one.id == id), None)


def deliveries(view: UUID) -> tuple[DeliveryLine, ...]:
    """The letters of a view's board, newest first. The caller has looked up the view."""
    rows = Delivery.objects.filter(subscription_id=view).order_by("-month")
    return tuple(DeliveryLine(*row) for row in rows.values_list("month", "state", "next_at", "sent_at", "fault"))


def leave_url(view: UUID) -> str:
    """The address in a letter by which its reader ends the letters, signed in or not."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('view_leave', args=[SIGNER.sign(str(view))])}"


def left_view(token: str) -> tuple[UUID, str] | None:
    """Id and name of the view a letter's address names, while it is sent; None for any other."""
    try:
        id = UUID(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
    row = Subscription.objects.filter(pk=id).select_related("view").first()
    return (id, row.view.name) if row else None


def page_url(wanted: Wanted) -> str:
    """The board for whoever reads of it outside."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('figures')}?{address(wanted)}"


def _line(id: UUID, name: str, place: str, email: str | None) -> ViewLine:
    return ViewLine(id, name, place, email or "")
