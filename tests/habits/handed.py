"""What a mentor's phone handed in, for the walk over every address: a record that needs people, and the phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.platform.access.models import User
from tests.edges.sync.phones import Phone


def handed_in(mentor: User) -> dict[str, UUID]:
    """A record that the server could not take in, and its phone."""
    now = timezone.now()
    phone = Phone(mentor).known(now)
    sent: dict[str, Any] = phone.seal("fieldwork.problem", {"title": "Tanpa dampingan"})
    phone.send(sent, now=now)
    return {"phone": phone.id, "phone_record": UUID(sent["id"])}
