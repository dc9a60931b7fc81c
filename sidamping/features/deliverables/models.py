"""Sheets of an engagement: the draft a mentor writes, versions frozen when handed in, and the review of each.

What a sheet asks stands in `rulebook/deliverables`; a sheet keeps the version of that file it was begun on.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Sheet(models.Model):
    """One deliverable of an engagement; `name` tells two of a kind apart, such as the month of a cash flow."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    pinned = models.CharField(max_length=120)
    name = models.CharField(max_length=80, blank=True)
    begun_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "kind"], name="sheet_engagement")]
        constraints = [models.UniqueConstraint(fields=["engagement", "kind", "name"], name="sheet_once_per_name")]


class Draft(models.Model):
    """What is written now; `revised` counts the changes so that two writers notice each other.

    `attached` are those among them that only put a phone's photo into its cell: no surprise to the phone's writer.
    """

    sheet = models.OneToOneField(Sheet, models.PROTECT, primary_key=True)
    content = models.JSONField(default=dict)
    revised = models.PositiveIntegerField(default=0)
    attached = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    revised_at = models.DateTimeField(null=True)

    @property
    def written(self) -> int:
        """The changes that a phone counts: those that people wrote."""
        return self.revised - self.attached


class Version(models.Model):
    """A sheet as it was handed in: what was written, what the records said then, and the hash of both."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    facts = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="sheet_version_once")]


class Review(models.Model):
    """What somebody else said of a version: accepted, or returned with what to mend."""

    version = models.OneToOneField(Version, models.PROTECT, primary_key=True, related_name="review")
    verdict = models.CharField(max_length=10)
    remark = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=["accepted", "returned"]), name="review_verdict"),
            models.CheckConstraint(condition=~Q(verdict="returned") | ~Q(remark=""), name="review_return_says_why"),
        ]
