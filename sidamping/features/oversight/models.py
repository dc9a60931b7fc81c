"""What the office itself saw and heard of a mentoring, checks and codes of visits, benefits that can be counted.

All rows are sealed by the database: what was said is only ever added to, a wrong benefit is withdrawn with a reason.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
ENGAGEMENT = "programmes.Engagement"


class Contact(models.Model):
    """A call or a visit of the office to a mentee. `kind`: lists/monitoring-kinds; `said` is the mentee's own word.

    Where the programme's file hides what a mentee says of the mentor, `said` is not shown to mentors.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    held_on = models.DateField()
    spoke_with = models.CharField(max_length=120)
    capacity = models.CharField(max_length=60, blank=True)
    findings = models.TextField()
    said = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "-held_on"], name="contact_engagement_day")]


class VisitCheck(models.Model):
    """What came of asking about one visit of a mentor: confirmed, denied or nobody reached (lists/check-results).

    `way` is a code of lists/monitoring-kinds; `sample` the month whose draw named the visit, empty when it was not
    drawn. The last check of a way is the one that counts.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    visit = models.ForeignKey("fieldwork.Visit", models.PROTECT, related_name="+")
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="checks")
    way = models.CharField(max_length=20)
    result = models.CharField(max_length=20)
    checked_on = models.DateField()
    sample = models.CharField(max_length=7, blank=True)
    note = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["visit"], name="visit_check_visit")]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "visit"], condition=Q(contact__isnull=False), name="visit_check_once_a_contact"
            )
        ]


class CodeCard(models.Model):
    """From a day on the mentee holds codes, one for each day; a later card makes those of an earlier one worthless.

    The codes themselves are kept nowhere: they follow from the card's id and the server's secret.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    starts = models.DateField()
    why = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "starts"], name="code_card_engagement")]


class CodeEntry(models.Model):
    """A code that a mentor typed for a visit. A right one names its card and confirms the visit; wrong ones count."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    visit = models.ForeignKey("fieldwork.Visit", models.PROTECT, related_name="+")
    card = models.ForeignKey(CodeCard, models.PROTECT, null=True, related_name="entries")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["by", "on"], name="code_entry_tries", condition=Q(card__isnull=True))]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "card"], condition=Q(card__isnull=False), name="code_entry_confirms_once"
            )
        ]


class Benefit(models.Model):
    """A benefit of a mentoring that can be counted: area of lists/benefit-areas, day, quantity, unit and proof (B15).

    A row with `withdraws` takes another one back and says why; its other fields repeat what was taken back.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    area = models.CharField(max_length=20)
    happened_on = models.DateField()
    text = models.CharField(max_length=240)
    quantity = models.DecimalField(max_digits=14, decimal_places=2)
    unit = models.CharField(max_length=40)
    attachment = models.ForeignKey("attachments.Attachment", models.PROTECT, null=True, related_name="+")
    withdraws = models.OneToOneField("self", models.PROTECT, null=True, related_name="withdrawn_by")
    why = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "-happened_on"], name="benefit_engagement_day")]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="benefit_is_something"),
            models.CheckConstraint(
                condition=Q(withdraws__isnull=True) | ~Q(why=""), name="benefit_withdrawn_with_reason"
            ),
        ]
