"""What is known of a participant over time: dated profiles, monthly figures as they were told, links, extensions.

Rows are only added; a correction names the row it replaces. No percentage is ever stored (C1, C4, C9, C10, A1).
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
ENGAGEMENT = "programmes.Engagement"


class Profile(models.Model):
    """A participant as of a day (C1) with the worksheet of a target member (A1); what was not asked is empty.

    The newest row of the latest day is the profile; the first and the last stand beside each other as before and after.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    as_of = models.DateField()
    sector = models.CharField(max_length=30, blank=True)
    income = models.CharField(max_length=20, blank=True)
    technology = models.CharField(max_length=20, blank=True)
    devices = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    signal = models.CharField(max_length=20, blank=True)
    cycle_months = models.PositiveSmallIntegerField(null=True)
    cycle_note = models.CharField(max_length=160, blank=True)
    workers_full = models.PositiveSmallIntegerField(null=True)
    workers_part = models.PositiveSmallIntegerField(null=True)
    workers_family = models.PositiveSmallIntegerField(null=True)
    education = models.CharField(max_length=20, blank=True)
    behaviour = models.TextField(blank=True)
    capital = models.BigIntegerField(null=True)
    turnover = models.BigIntegerField(null=True)
    track_record = models.TextField(blank=True)
    loan_plafond = models.BigIntegerField(null=True)
    loan_tenor = models.PositiveSmallIntegerField(null=True)
    motivation = models.TextField(blank=True)
    source = models.CharField(max_length=20, default="typed")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "-as_of", "-id"], name="profile_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(cycle_months__isnull=True) | Q(cycle_months__range=(1, 60)), name="profile_cycle_1_to_60"
            ),
            models.CheckConstraint(
                condition=(Q(capital__isnull=True) | Q(capital__gte=0))
                & (Q(turnover__isnull=True) | Q(turnover__gte=0))
                & (Q(loan_plafond__isnull=True) | Q(loan_plafond__gte=0)),
                name="profile_money_not_negative",
            ),
        ]


class Link(models.Model):
    """A way in for a participant without an account: for monthly figures or the self-assessment, until a day.

    The address carries the id with a signature; `revoked_at` closes it, `used_at` the one for a self-assessment.
    """

    class Purpose(models.TextChoices):
        FIGURES = "figures"
        BASELINE = "baseline"
        FINAL = "final"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=10, choices=Purpose)
    made_on = models.DateField()
    until = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    assessment = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "-id"], name="link_engagement")]
        constraints = [models.CheckConstraint(condition=Q(until__gte=F("made_on")), name="link_until_after_making")]


class MonthRecord(models.Model):
    """What was told of a month (C4): sales, whether records were kept and how proven, people at work. Empty = not told.

    `source` is a code of lists/entry-sources; `link` is set when the participant wrote it. `replaces` = a correction.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    month = models.DateField()
    turnover = models.BigIntegerField(null=True)
    days_recorded = models.PositiveSmallIntegerField(null=True)
    daily_kept = models.BooleanField(null=True)
    monthly_kept = models.BooleanField(null=True)
    proof = models.CharField(max_length=20, blank=True)
    workers_full = models.PositiveSmallIntegerField(null=True)
    workers_part = models.PositiveSmallIntegerField(null=True)
    workers_family = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=240, blank=True)
    source = models.CharField(max_length=20)
    told_on = models.DateField()
    link = models.ForeignKey(Link, models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    why = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "month"], name="month_record_series")]
        constraints = [
            models.CheckConstraint(
                condition=Q(turnover__isnull=True) | Q(turnover__gte=0), name="month_turnover_not_negative"
            ),
            models.CheckConstraint(condition=Q(replaces__isnull=True) | ~Q(why=""), name="month_correction_says_why"),
            models.CheckConstraint(condition=~Q(replaces=F("id")), name="month_replaces_another"),
            models.UniqueConstraint(
                fields=["engagement", "month"], condition=Q(replaces__isnull=True), name="month_told_once"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="month_by_its_first_day"),
            models.CheckConstraint(
                condition=Q(days_recorded__isnull=True) | Q(days_recorded__lte=31), name="month_days_within"
            ),
        ]


class Verification(models.Model):
    """Somebody else looked at the proof of a month's figures and found them so."""

    record = models.OneToOneField(MonthRecord, models.PROTECT, primary_key=True, related_name="verification")
    seen_on = models.DateField()
    how = models.CharField(max_length=240)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class Extension(models.Model):
    """A mentoring that lasts longer than the programme gives, with its reason (C6)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    until = models.DateField()
    reason = models.CharField(max_length=240)
    decided_on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="extension_says_why"),
            models.UniqueConstraint(fields=["engagement", "until"], name="extension_once"),
        ]
