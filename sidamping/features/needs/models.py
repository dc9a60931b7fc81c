"""What a mentee needs, in dated versions that only grow, and referrals to whoever gives the help (A2, A10, B2)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


def _codes() -> ArrayField[Any, Any]:
    return ArrayField(models.CharField(max_length=40), default=list)


class Need(models.Model):
    """One determination of the needs of an engagement. The highest number is the one in force; older ones stay.

    `priority` is what was determined that day; the level the mentoring works on stands on the engagement.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    determined_on = models.DateField()
    types = _codes()
    themes = _codes()
    priority = models.PositiveSmallIntegerField()
    areas = _codes()
    objectives = _codes()
    strategies = _codes()
    methods = _codes()
    remark = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "number"], name="need_version_once"),
            models.CheckConstraint(condition=Q(priority__range=(1, 5)), name="need_priority_1_to_5"),
            models.CheckConstraint(condition=~Q(types=[]) & ~Q(themes=[]), name="need_says_type_and_theme"),
        ]


class Referral(models.Model):
    """Help that somebody else gives: consulting, training or an internship, followed until it is closed with a result.

    Once closed the database keeps it as it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    topic = models.CharField(max_length=40)
    wanted = models.CharField(max_length=240)
    provider = models.CharField(max_length=160)
    referred_on = models.DateField()
    due = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    closed_on = models.DateField(null=True)
    result = models.CharField(max_length=400, blank=True)
    closed_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["engagement"], name="referral_engagement"),
            models.Index(fields=["due"], condition=Q(closed_on__isnull=True), name="referral_open_due"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(due__gte=F("referred_on")), name="referral_due_after_start"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, result="")
                | (Q(closed_on__gte=F("referred_on"), closed_by__isnull=False) & ~Q(result="")),
                name="referral_closed_with_result",
            ),
        ]
