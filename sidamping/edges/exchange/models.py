"""Passwords that standard clients keep instead of the person's own: one for each device, revocable at any time (F4)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class DevicePassword(models.Model):
    """A long random password, of which only the hash is kept, and the device under which its records come in.

    What it is called, since when it is known and whether it was revoked are the device's own.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(USER, models.PROTECT, related_name="+")
    device = models.OneToOneField("sync.Device", models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    last_used = models.DateTimeField(null=True)

    @property
    def revoked_at(self) -> datetime | None:
        return self.device.revoked_at
