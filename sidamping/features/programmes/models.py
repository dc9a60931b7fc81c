"""Engagements: one mentoring of one mentee in one programme, with dated assignments and dated steps (E20).

A programme itself is a file in `rulebook/programmes`; an engagement pins the version it runs on.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from sidamping.platform.database.ids import uuid7


def days() -> Func:
    """The closed range of days between `starts` and `ends`; open when `ends` is empty."""
    return Func("starts", "ends", Value("[]"), function="daterange")


class Engagement(models.Model):
    """One mentoring assignment: a mentee in a programme from a day on. The area codes repeat the mentee's village."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.CharField(max_length=60)
    pinned = models.CharField(max_length=60)
    mentee = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    regency = models.CharField(max_length=5)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    priority = models.PositiveSmallIntegerField(default=3)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["programme", "regency"], name="engagement_scope"),
            models.Index(fields=["village"], name="engagement_area", opclasses=["varchar_pattern_ops"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="engagement_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(priority__range=(1, 5)), name="engagement_priority_1_to_5"),
            ExclusionConstraint(
                name="engagement_not_twice",
                expressions=[
                    ("mentee", RangeOperators.EQUAL),
                    ("programme", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class Assignment(models.Model):
    """Which mentor carries an engagement between two dates; never two at once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="assignments")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    letter = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["mentor", "starts"], name="assignment_mentor")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="assignment_ends_after_start"
            ),
            ExclusionConstraint(
                name="assignment_one_mentor_at_a_time",
                expressions=[("engagement", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]


class StepRecord(models.Model):
    """A step of the programme's path done on a day. Append-only; the state of an engagement is derived from these."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(Engagement, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=40)
    done_on = models.DateField()
    note = models.TextField(blank=True)
    source_id = models.UUIDField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["engagement", "step", "done_on"], name="step_once_a_day")]
