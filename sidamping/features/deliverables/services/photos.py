"""Adds a photo or another file to a sheet: checked by content, kept by hash, the same file once."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.features.deliverables.services.locked import locked, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.office import read_file
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


def add_file(*, by: Viewer, sheet: UUID, name: str, content: bytes, where: str) -> UUID:
    """The id of a picture, PDF, DOCX or XLSX; only who writes the sheet adds to it."""
    file = read_file(name, content, where)
    with transaction.atomic():
        _, found = locked(by, sheet, "write")
        kept, new = store.keep_file(file, subject=sheet, by=by.user_id)
        if new:
            tell("file_added", by, sheet, found.card, file=str(kept.id), sha256=kept.sha256)
    return kept.id
