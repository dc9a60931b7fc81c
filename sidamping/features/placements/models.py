"""Plans of who is to mentor whom: what people settled, the proposal as computed, and what was applied (C13)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Plan(models.Model):
    """A plan for the mentees of a cohort, or of a programme in an area, from a day on.

    `told` is what people settled, by engagement: fixed mentor, theme, sector, language, priority, left out.
    `proposal` is the last computation, reproducible from the records; `revised` counts what people settled since.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.CharField(max_length=60)
    pinned = models.CharField(max_length=60)
    cohort = models.ForeignKey("programmes.Cohort", models.PROTECT, null=True, blank=True, related_name="+")
    area = models.CharField(max_length=13, blank=True)
    starts = models.DateField()
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    told = models.JSONField(default=dict)
    revised = models.PositiveIntegerField(default=0)
    proposal = models.JSONField(null=True)
    computed_at = models.DateTimeField(null=True)
    computed_from = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["programme", "created_at"], name="placement_list")]


class Applied(models.Model):
    """Pairs of a plan that became assignments in one go, with the reasons the proposal gave for them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="applied")
    pairs = models.JSONField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()
