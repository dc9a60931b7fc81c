"""Paths with their dated steps, cohorts, and engagements: one mentoring of one mentee in one programme (E20).

A programme itself is a file in `rulebook/programmes`; a path pins the version it runs on.
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


class Cohort(models.Model):
    """A round of a programme: one open call, the mentees and mentors who came in by it, and its own path of steps.

    `area` is a prefix of area codes, empty for the whole country; `target` counts mentees, empty where none is set.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    area = models.CharField(max_length=13, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    call_opens = models.DateField(null=True, blank=True)
    call_closes = models.DateField(null=True, blank=True)
    target = models.PositiveIntegerField(null=True, blank=True)
    mentors_wanted = models.PositiveIntegerField(null=True, blank=True)
    path = models.OneToOneField("Path", models.PROTECT, related_name="cohort_led")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["programme", "starts"], name="cohort_programme")]
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="cohort_name_once"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="cohort_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(call_opens__isnull=True) | Q(call_closes__isnull=True)
                | Q(call_closes__gte=F("call_opens")),
                name="cohort_call_closes_after_opening",
            ),
        ]


class Path(models.Model):
    """The way of one mentee, one mentor or one cohort through a programme's steps, from application to follow-up.

    A mentee's path begins with the application and goes on as the engagement's. `person` is the mentor of a mentor's.
    """

    class Subject(models.TextChoices):
        MENTEE = "mentee"
        MENTOR = "mentor"
        COHORT = "cohort"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject = models.CharField(max_length=8, choices=Subject)
    programme = models.CharField(max_length=60)
    pinned = models.CharField(max_length=60)
    cohort = models.ForeignKey(Cohort, models.PROTECT, null=True, blank=True, related_name="paths")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    starts = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["cohort", "subject"], name="path_cohort")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(subject="cohort") | Q(cohort__isnull=True), name="path_of_a_cohort_is_its_own"
            ),
            models.UniqueConstraint(
                fields=["cohort", "person"], condition=Q(subject="mentor"), name="path_of_a_mentor_once_a_cohort"
            ),
        ]


class Engagement(models.Model):
    """One mentoring assignment: a mentee in a programme from a day on. The area codes repeat the mentee's village."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    path = models.OneToOneField(Path, models.PROTECT, related_name="engagement")
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
    """A step done, left out (waived) or taken back on a day. Append-only; every state is derived from these.

    `outcome` is a code of lists/step-outcomes; `why` the reason of an override or of taking back; `source_id` the
    record of field work, an assessment, a sheet or a letter that did the step. `by` is empty for a public application.
    """

    class Kind(models.TextChoices):
        DONE = "done"
        WAIVED = "waived"
        REVERSED = "reversed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    path = models.ForeignKey(Path, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=40)
    done_on = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.DONE)
    outcome = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    why = models.CharField(max_length=240, blank=True)
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="taken_back_by")
    source_id = models.UUIDField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="reversed", takes_back__isnull=False)
                | (~Q(kind="reversed") & Q(takes_back__isnull=True)),
                name="step_reversal_names_its_record",
            ),
            models.CheckConstraint(condition=Q(kind="done") | ~Q(why=""), name="step_not_done_says_why"),
        ]


class StepEvidence(models.Model):
    """What proves a step: a file, or words where no file can be (a call, a link). Kinds of lists/evidence-kinds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record = models.ForeignKey(StepRecord, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=40)
    attachment = models.ForeignKey("attachments.Attachment", models.PROTECT, null=True, blank=True, related_name="+")
    said = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(attachment__isnull=False) | ~Q(said=""), name="step_evidence_is_something"
            )
        ]
