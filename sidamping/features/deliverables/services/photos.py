"""Adds a photo to a sheet, such as a product's: checked by content, kept by hash, the same photo once."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.features.deliverables.services.locked import locked, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.pictures import read_picture


def add_photo(*, by: Viewer, sheet: UUID, name: str, content: bytes, where: str, size: int | None = None) -> UUID:
    """The id of the photo; only who writes the sheet adds to it."""
    picture = read_picture(name, content, where, size)
    with transaction.atomic():
        _, found = locked(by, sheet, "write")
        kept, new = store.keep_picture(picture, subject=sheet, by=by.user_id)
        if new:
            tell("photo_added", by, sheet, found.card, photo=str(kept.id), sha256=kept.sha256)
    return kept.id
