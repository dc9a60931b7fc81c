"""Keeps boards as their users set them: a name for an address of a board, for its user alone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import problem, refuse_if
from sidamping.features.indicators.models import SavedView
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

LONGEST_NAME, LONGEST_ADDRESS = 60, 2000
INSIDE = "/papan-angka/"


@transaction.atomic
def save_view(*, by: Viewer, id: UUID, name: str, address: str) -> UUID:
    """Remember an address under a name; sent twice it is kept once."""
    own = SavedView.objects.filter(user_id=by.user_id)
    if own.filter(pk=id).exists():
        return id
    name = " ".join(name.split())  # one line: it becomes the subject of a letter
    sound = 0 < len(name) <= LONGEST_NAME and address.startswith(INSIDE) and len(address) <= LONGEST_ADDRESS
    taken = own.filter(name=name).exists()
    refuse_if([] if sound and not taken else [problem("INDICATORS_016", "name")])
    refuse_if([problem("INDICATORS_019", "id")] if SavedView.objects.filter(pk=id).exists() else [])
    SavedView.objects.create(id=id, user_id=by.user_id, name=name, address=address)
    journal.record("indicators.view_saved", by=by.user_id, subject=id)
    return id


@transaction.atomic
def forget_view(*, by: Viewer, id: UUID) -> None:
    """Forget a view of one's own; somebody else's stays."""
    gone, _ = SavedView.objects.filter(pk=id, user_id=by.user_id).delete()
    if gone:
        journal.record("indicators.view_forgotten", by=by.user_id, subject=id)
