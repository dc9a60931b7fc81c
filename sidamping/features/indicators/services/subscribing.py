"""Asks for a kept board by e-mail every month, and ends that; the letters themselves are `monthly`."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.indicators.models import Delivery, Subscription
from sidamping.features.indicators.queries.saved import saved_view
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.activity import journal
from sidamping.platform.http.language import reader_language


@transaction.atomic
def subscribe(*, by: Viewer, view: UUID, email: str, now: datetime) -> None:
    """Ask for a board of one's own every month; sent twice it is asked once, another address replaces the first."""
    email = email.strip()
    refuse_if(_faults(by, view, email))
    held = Subscription.objects.select_for_update().filter(pk=view).first()
    if held and held.email == email:
        return
    Subscription.objects.update_or_create(
        pk=view, defaults={"email": email, "language": reader_language(), "since": held.since if held else by.on}
    )
    Delivery.objects.filter(subscription_id=view, state=Delivery.State.REFUSED).update(
        state=Delivery.State.WAITING, next_at=now
    )
    journal.record("indicators.board_subscribed", by=by.user_id, subject=view)


@transaction.atomic
def unsubscribe(*, by: Viewer | None, view: UUID) -> None:
    """No more letters of the board; asked twice it happens once. `by` is empty for who follows the letter's link."""
    if by is not None and saved_view(by, view) is None:
        return
    gone = Subscription.objects.filter(pk=view).delete()[0]
    if gone:
        journal.record("indicators.board_unsubscribed", by=actor_of(by), subject=view)


def _faults(by: Viewer, view: UUID, email: str) -> list[Problem]:
    found = [] if saved_view(by, view) else [problem("INDICATORS_020", "view")]
    if not email:
        return [*found, problem("INDICATORS_025", "email")]
    try:
        validate_email(email)
    except ValidationError:
        found.append(problem("INDICATORS_021", "email", seen=email))
    return found
