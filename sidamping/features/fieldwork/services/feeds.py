"""Makes and renews the secret address of a mentor's calendar feed. The token itself never reaches the trail."""

from __future__ import annotations

import secrets

from django.db import transaction

from sidamping.features.fieldwork.models import CalendarFeed
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal


@transaction.atomic
def renew_feed(*, by: Viewer) -> str:
    """A new token; the old address stops working at once."""
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.update_or_create(user_id=by.user_id, defaults={"token": token})
    journal.record("fieldwork.calendar_renewed", by=by.user_id, subject=by.user_id)
    return token
