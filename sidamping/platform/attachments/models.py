"""Files that belong to a record: checked by content, named by hash, never overwritten."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from sidamping.platform.database.ids import uuid7


class Attachment(models.Model):
    """One file of a subject; `stored` is its path under the files folder, made from the hash.

    `added_by` is empty when it came from somebody without an account, with an application. `added_at` is the moment of
    the act that brought it, or of keeping it where the act tells none.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=20, default="photo")
    filename = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=120)
    caption = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_id", "sha256"], name="attachment_once")]
