"""Estafet: what is said, frozen and read when a mentee goes from one mentor to the next.

A handover itself is no row: it is the assignment that follows another one of the same mentoring, and bears its id.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Remark(models.Model):
    """What the leaving mentor says to the next one. Append-only; `handover` is the assignment that begins."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    handover = models.ForeignKey("programmes.Assignment", models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="handover_remark_says_something")]


class Dossier(models.Model):
    """The dossier as it was handed over: its content with the hash; `why` when somebody did it for the mentor."""

    handover = models.OneToOneField("programmes.Assignment", models.PROTECT, primary_key=True, related_name="+")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    why = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Reading(models.Model):
    """The new mentor confirms having read the dossier, and may say what is missing."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="reading")
    remark = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()
