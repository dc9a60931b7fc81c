"""One row per write: who, what, when, why (F2). Sealed by the database."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Activity(models.Model):
    """`action` is a code of `rulebook/lists/activities.yaml`; `subject_id` is the record that changed."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    action = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    regency = models.CharField(max_length=5, blank=True)
    why = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "-id"], name="activity_subject"),
            models.Index(fields=["action", "-id"], name="activity_action"),
            models.Index(fields=["actor", "-id"], name="activity_actor"),
        ]
