"""Adds a photo to a visit: checked by content, kept by hash, the same photo once."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.fieldwork.models import Visit
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.attachments import store
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.database.locks import take_turns

MOST_PHOTOS = 12


def add_photo(
    *, by: Viewer, visit_id: UUID, name: str, content: bytes, caption: str = "", size: int | None = None
) -> UUID:
    """The id of the photo; only the mentor who wrote the visit adds to it. Nobody else's file is even decoded."""
    if not Visit.objects.filter(pk=visit_id, mentor_id=by.user_id).exists():
        raise Refused(problem("FIELDWORK_026", "photos"))
    picture = read_picture(name, content, size=size)
    with transaction.atomic():
        take_turns(visit_id)
        visit = Visit.objects.get(pk=visit_id, mentor_id=by.user_id)
        held = store.pictures_of([visit_id]).get(visit_id, ())
        if len(held) >= MOST_PHOTOS and picture.sha256 not in {one.sha256 for one in held}:
            raise Refused(problem("FIELDWORK_033", "photos", limit=MOST_PHOTOS, seen=len(held)))
        kept, new = store.keep_picture(picture, subject=visit_id, by=by.user_id, caption=caption.strip())
        if new:
            journal.record(
                "fieldwork.photo_added", by=by.user_id, subject=visit_id, regency=visit.regency, photo=str(kept.id),
                sha256=kept.sha256,
            )
    return kept.id
