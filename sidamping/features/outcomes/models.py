"""Mid-term meetings, presentations, interventions, judgements, look-backs, and who carries a mentoring on (B9-B13).

Every table only grows: a meeting is corrected by another that replaces it, a verdict is followed by a later one.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
ENGAGEMENT = "programmes.Engagement"


class Meeting(models.Model):
    """A meeting about a mentoring. `attendees`: party of lists/meeting-parties → names.

    A confirmation is held without the mentor, who never reads of it.
    """

    class Kind(models.TextChoices):
        THREE = "three_party"
        CONFIRMATION = "confirmation"
        PRESENTATION = "presentation"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    held_on = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    attendees = models.JSONField(default=dict)
    minutes = models.TextField(blank=True)
    findings = models.TextField(blank=True)
    agreements = models.TextField(blank=True)
    attachment = models.ForeignKey("attachments.Attachment", models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "kind"], name="meeting_engagement")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="presentation") | Q(attachment__isnull=False), name="meeting_presented_has_file"
            ),
            models.CheckConstraint(
                condition=~Q(kind="confirmation") | ~Q(attendees__has_key="mentor"),
                name="meeting_confirms_without_mentor",
            ),
        ]


class Intervention(models.Model):
    """Help the mentee got from others during the mentoring, besides the mentor's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    held_on = models.DateField()
    who = models.CharField(max_length=160)
    note = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement"], name="intervention_engagement")]


class Judgement(models.Model):
    """What people judged: the result of a mentoring, and the verdict on graduation, with what was seen that day.

    `explained` keeps the conditions as they stood; `criteria` is the version of the instrument judged by.
    """

    class Kind(models.TextChoices):
        RESULT = "result"
        VERDICT = "verdict"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    number = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    verdict = models.CharField(max_length=40, blank=True)
    criteria = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    carried_by = models.CharField(max_length=120, blank=True)
    explained = models.JSONField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "kind", "number"], name="judgement_number_once"),
            models.CheckConstraint(
                condition=Q(kind="result", verdict="", criteria="")
                | (Q(kind="verdict") & ~Q(verdict="") & ~Q(criteria="")),
                name="judgement_verdict_names_criteria",
            ),
        ]


class LookBack(models.Model):
    """A follow-up after the mentoring, in one of the months the programme names. `indicators`: name, before, now."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    month = models.PositiveSmallIntegerField()
    done_on = models.DateField()
    outcome = models.CharField(max_length=40)
    indicators = models.JSONField(default=list)
    note = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["engagement", "month"], name="look_back_month_once")]


class Continuation(models.Model):
    """Which office carries the same engagement on from a day, until somebody else does or the mentee graduates."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    owner = models.CharField(max_length=40)
    starts = models.DateField()
    why = models.CharField(max_length=400)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["engagement", "starts"], name="continuation_once_a_day")]
