"""Seals: what a mentee or an officer of the cooperative confirmed on the mentor's phone, sealed by the database."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

BY_CODE = Q(strokes=[])
UNPROVEN = BY_CODE & Q(card_id=None)


class Seal(models.Model):
    """One confirmation of a visit or a paper. `content` is the canonical text that was signed, `sha256` of its bytes.

    A drawn seal holds its strokes. One by code names the mentee's card whose code of the day it was; none for a wrong
    code, which stays on record and confirms nothing. `sealed_on` is the day that counts by the evidence of the clock.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    subject_id = models.UUIDField(db_index=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    signer = models.CharField(max_length=120)
    capacity = models.CharField(max_length=20)
    strokes = models.JSONField(default=list)
    card_id = models.UUIDField(null=True)
    sealed_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["by", "sealed_on"], name="seal_wrong_codes", condition=UNPROVEN)]
        constraints = [models.CheckConstraint(condition=BY_CODE | Q(card_id=None), name="seal_one_way")]
