"""Official papers: the draft a mentor edits, revisions frozen at submission, and the acts on each revision (E17, F9).

Revisions, acts and receipts are sealed by the database: nothing official is changed, only returned and revised.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.searching import Strings

USER = settings.AUTH_USER_MODEL
PAPER_TEXT = Strings("content")
"""What a paper is found by: everything written in one of its revisions."""


class Paper(models.Model):
    """One paper of a kind for a period: of an engagement, or (plan, journal) of a mentor in a programme.

    `token` is the secret of the public check page; `number` is given at first submission and never changes. Until then
    a draft may pass to the mentor who follows; afterwards the database keeps the mentor too.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=40)
    programme = models.CharField(max_length=60)
    mentor = models.ForeignKey(USER, models.PROTECT, related_name="+")
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, null=True, related_name="+")
    regency = models.CharField(max_length=5)
    period_start = models.DateField()
    period_end = models.DateField()
    number = models.CharField(max_length=80, null=True, unique=True)
    token = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["mentor", "-period_start", "-id"], name="paper_mentor"),
            models.Index(fields=["programme", "regency", "-period_start"], name="paper_scope"),
            models.Index(fields=["-period_start", "-id"], name="paper_newest"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="paper_period_forward"),
            models.UniqueConstraint(
                fields=["kind", "engagement", "period_start"],
                condition=Q(engagement__isnull=False),
                name="paper_once_per_engagement",
            ),
            models.UniqueConstraint(
                fields=["kind", "programme", "mentor", "period_start"],
                condition=Q(engagement__isnull=True),
                name="paper_once_per_mentor",
            ),
        ]


class Draft(models.Model):
    """What the mentor may write before submission: narrative cells, typed figures, corrections of earlier figures."""

    paper = models.OneToOneField(Paper, models.PROTECT, primary_key=True)
    narrative = models.JSONField(default=dict)
    figures = models.JSONField(default=dict)
    corrections = models.JSONField(default=list)
    revised = models.PositiveIntegerField(default=0)
    revised_at = models.DateTimeField(auto_now=True)


class Revision(models.Model):
    """The exact content of a paper as submitted: plain JSON, its hash, the rule files and records it came from."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    rules = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    due_on = models.DateField()
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(USER, models.PROTECT, related_name="+")

    class Meta:
        indexes = [GinIndex(PAPER_TEXT, name="revision_text")]
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="revision_number_once")]


class Act(models.Model):
    """One act on a revision, in order: submitted, acknowledged, returned, passed, received. The last is its state.

    `signed_on` is the day of a signature on paper that `by` wrote down for the signer; none for an act of one's own.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="acts")
    ordinal = models.PositiveSmallIntegerField()
    action = models.CharField(max_length=20)
    role = models.CharField(max_length=20)
    remark = models.TextField(blank=True)
    signer_name = models.CharField(max_length=120)
    signer_nip = models.CharField(max_length=18, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    signed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["revision", "ordinal"], name="act_one_winner")]


class Copy(models.Model):
    """The receipt of one of the three copies (C17): which copy, for whom, received by whom and when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="copies")
    copy_no = models.PositiveSmallIntegerField()
    recipient = models.CharField(max_length=160)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["revision", "copy_no"], name="copy_once")]


class Indicator(models.Model):
    """What a mentoring is measured by, fixed once at its start with the value of that day; never changed (A11)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=40)
    start_value = models.DecimalField(max_digits=14, decimal_places=2)
    fixed_on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "position"], name="indicator_place_once"),
            models.CheckConstraint(condition=Q(start_value__gte=0), name="indicator_not_negative"),
        ]


class Measurement(models.Model):
    """An indicator's value on a later day; of two on one day the later written counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements")
    value = models.DecimalField(max_digits=14, decimal_places=2)
    measured_on = models.DateField()
    note = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(value__gte=0), name="measurement_not_negative")]
