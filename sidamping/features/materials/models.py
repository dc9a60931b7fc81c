"""Materials that an office added: their editions, of which one is current, and the times they were retired (A3).

The starter set is no table: it stands in `rulebook/materials`. Nothing here is ever deleted or written over.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
FORMATS = ("guide", "worksheet", "checklist", "case")
LEVELS = ("basic", "middle", "advanced")


class Material(models.Model):
    """The identity of a piece; `area` is its office's ('' = the nation): it is read there, below and above."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.CharField(max_length=13, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()


class Edition(models.Model):
    """One state of a piece. Current = `superseded_at` empty; a correction sets it once and adds the next edition."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    material = models.ForeignKey(Material, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    superseded_at = models.DateTimeField(null=True)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300)
    topic = models.CharField(max_length=30)
    format = models.CharField(max_length=12)
    level = models.CharField(max_length=12)
    programmes = ArrayField(models.CharField(max_length=60), default=list)
    body = models.TextField(blank=True)
    file = models.ForeignKey("attachments.Attachment", models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="edition_newest", condition=Q(superseded_at=None)),
            models.Index(fields=["topic"], name="edition_topic", condition=Q(superseded_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["material", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["material"], condition=Q(superseded_at=None), name="edition_one_current"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_from_1"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="edition_change_says_why"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(summary=""), name="edition_has_words"),
            models.CheckConstraint(condition=~Q(body="") | Q(file__isnull=False), name="edition_has_content"),
            models.CheckConstraint(condition=Q(format__in=FORMATS), name="edition_format"),
            models.CheckConstraint(condition=Q(level__in=LEVELS), name="edition_level"),
        ]


class Retirement(models.Model):
    """A time in which a piece is not offered any more; it stays readable, and may be taken up again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    material = models.ForeignKey(Material, models.PROTECT, related_name="retirements")
    why = models.CharField(max_length=240)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["material"], condition=Q(lifted_at=None), name="retired_once_at_a_time"),
            models.CheckConstraint(condition=~Q(why=""), name="retirement_says_why"),
            models.CheckConstraint(condition=Q(lifted_at__gte=F("at")), name="retirement_lifted_after"),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="retirement_lifted_by_somebody",
            ),
        ]
