"""Keeps boards as their users set them: a name for an address of a board, for its user alone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from sidamping.domain.problems import Problem, problem, refuse_if
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
    refuse_if([*_name_faults(own, name), *_address_faults(address)])
    refuse_if([problem("INDICATORS_019", "id")] if SavedView.objects.filter(pk=id).exists() else [])
    SavedView.objects.create(id=id, user_id=by.user_id, name=name, address=address)
    journal.record("indicators.view_saved", by=by.user_id, subject=id)
    return id


@transaction.atomic
def forget_view(*, by: Viewer, id: UUID) -> bool:
    """Forget a view of one's own; somebody else's stays. False: there was none."""
    gone, _ = SavedView.objects.filter(pk=id, user_id=by.user_id).delete()
    if gone:
        journal.record("indicators.view_forgotten", by=by.user_id, subject=id)
    return bool(gone)


def _name_faults(own: QuerySet[SavedView], name: str) -> list[Problem]:
    if not name:
        return [problem("INDICATORS_022", "name")]
    if len(name) > LONGEST_NAME:
        return [problem("INDICATORS_023", "name", seen=len(name), most=LONGEST_NAME)]
    return [problem("INDICATORS_016", "name", seen=name)] if own.filter(name=name).exists() else []


def _address_faults(address: str) -> list[Problem]:
    sound = address.startswith(INSIDE) and len(address) <= LONGEST_ADDRESS
    return [] if sound else [problem("INDICATORS_024", "query")]
