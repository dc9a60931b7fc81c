"""The field loop: observation, problems with alternatives and a choice, plan, visits, follow-ups, joint evaluation.

Visits are append-only: an edit is a new revision that names the one it replaces; the database seals both (F1, F2).
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value

from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.searching import text_of

USER = settings.AUTH_USER_MODEL
ENGAGEMENT = "programmes.Engagement"
VISIT_TEXT = text_of("activity", "purpose", "material", "result", "obstacles", "advice", "place")
"""What a visit is found by."""


class Observation(models.Model):
    """First observation of the real condition (D1); `findings` holds a text per topic of lists/observation-topics."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    observed_on = models.DateField()
    findings = models.JSONField(default=dict)
    potentials = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class Problem(models.Model):
    """A problem met with the mentee (A5): side, category, dialogue and the chain of causes, deepest last."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    side = models.CharField(max_length=20)
    category = models.CharField(max_length=30)
    priority = models.PositiveSmallIntegerField(default=3)
    dialogue = models.TextField(blank=True)
    causes = ArrayField(models.CharField(max_length=240), default=list)
    found_on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revised = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(priority__range=(1, 5)), name="problem_priority_1_to_5")]


class Alternative(models.Model):
    """A realistic way out with its consequences; the mentee chooses, the mentor only lays them out (S4 IV.A.b)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    problem = models.ForeignKey(Problem, models.PROTECT, related_name="alternatives")
    text = models.CharField(max_length=240)
    consequences = models.TextField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class Choice(models.Model):
    """The mentee's decision: which alternative, who chose, when, in what meeting. One per problem, sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    problem = models.OneToOneField(Problem, models.PROTECT, related_name="choice")
    alternative = models.ForeignKey(Alternative, models.PROTECT, related_name="+")
    chosen_by = models.CharField(max_length=120)
    capacity = models.CharField(max_length=60, blank=True)
    chosen_on = models.DateField()
    meeting = models.CharField(max_length=160, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class Outcome(models.Model):
    """What came of a choice; `solved` closes the problem, otherwise work goes on."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    problem = models.ForeignKey(Problem, models.PROTECT, related_name="outcomes")
    seen_on = models.DateField()
    text = models.TextField()
    solved = models.BooleanField(default=False)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class PlanItem(models.Model):
    """A planned activity of a mentor with a mentee: one line of the monthly work plan (S4 annex, A6)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(USER, models.PROTECT, related_name="+")
    problem = models.ForeignKey(Problem, models.PROTECT, null=True, blank=True, related_name="plan_items")
    concern = models.CharField(max_length=240)
    activity = models.CharField(max_length=160)
    purpose = models.CharField(max_length=240)
    target = models.CharField(max_length=160)
    method = models.CharField(max_length=30)
    place = models.CharField(max_length=160)
    planned_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=90)
    agreed_by = models.CharField(max_length=120, blank=True)
    dropped_on = models.DateField(null=True)
    dropped_why = models.CharField(max_length=240, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revised = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["mentor", "planned_on"], name="plan_mentor_day"),
            models.Index(fields=["engagement", "planned_on"], name="plan_engagement_day"),
        ]


class Visit(models.Model):
    """A logbook entry ('jurnal'): its identity, made on the device that wrote it. The content stands in revisions."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    mentor = models.ForeignKey(USER, models.PROTECT, related_name="+")
    programme = models.CharField(max_length=60)
    regency = models.CharField(max_length=5)
    created_at = models.DateTimeField(auto_now_add=True)


class VisitRevision(models.Model):
    """One state of a visit. Current = `superseded_at` empty; an edit sets it once and adds the next revision."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="revisions")
    mentor = models.ForeignKey(USER, models.PROTECT, related_name="+")
    regency = models.CharField(max_length=5)
    number = models.PositiveSmallIntegerField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    superseded_at = models.DateTimeField(null=True)
    visited_on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    mode = models.CharField(max_length=20)
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    place = models.CharField(max_length=160, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    accuracy_m = models.PositiveIntegerField(null=True)
    plan_item = models.ForeignKey(PlanItem, models.PROTECT, null=True, related_name="visit_revisions")
    activity = models.CharField(max_length=160)
    purpose = models.CharField(max_length=240)
    material = models.CharField(max_length=240, blank=True)
    topics = ArrayField(models.CharField(max_length=30), default=list)
    roles = ArrayField(models.CharField(max_length=30), default=list)
    result = models.TextField()
    obstacles = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    cost = models.BigIntegerField(null=True)
    remarks = models.TextField(blank=True)
    source = models.CharField(max_length=20, default="typed")
    reason = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["mentor", "-visited_on", "-id"], name="visit_mentor_day", condition=Q(superseded_at=None)
            ),
            models.Index(
                fields=["regency", "-visited_on", "-id"], name="visit_regency_day", condition=Q(superseded_at=None)
            ),
            models.Index(fields=["-visited_on", "-id"], name="visit_newest", condition=Q(superseded_at=None)),
            GinIndex(VISIT_TEXT, name="visit_text", condition=Q(superseded_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["visit", "number"], name="visit_revision_number_once"),
            models.UniqueConstraint(fields=["visit"], condition=Q(superseded_at=None), name="visit_one_current"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="visit_ends_after_start"),
            models.CheckConstraint(condition=Q(cost__gte=0), name="visit_cost_not_negative"),
            ExclusionConstraint(
                name="visit_no_overlap",
                expressions=[
                    ("mentor", RangeOperators.EQUAL),
                    (
                        Func(F("visited_on") + F("starts_at"), F("visited_on") + F("ends_at"), Value("[)"),
                             function="tsrange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(superseded_at=None),
            ),
        ]


class Presence(models.Model):
    """A mentee met in a visit (by revision) and who attended for them, as names; a group visit has several."""

    revision = models.ForeignKey(VisitRevision, models.PROTECT, related_name="presences")
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    visited_on = models.DateField()
    attendees = ArrayField(models.CharField(max_length=120), default=list)
    headcount = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "-visited_on"], name="presence_engagement_day")]
        constraints = [models.UniqueConstraint(fields=["revision", "engagement"], name="presence_once")]


class Delivery(models.Model):
    """A material handed over in a visit (A3), to everybody met in that revision.

    `code` names it; `version` is the rulebook file of a starter piece, `edition` the state of an office's own: one of
    both.
    """

    revision = models.ForeignKey(VisitRevision, models.PROTECT, related_name="deliveries")
    code = models.CharField(max_length=60)
    version = models.CharField(max_length=120, blank=True)
    edition = models.ForeignKey("materials.Edition", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["code"], name="delivery_code")]
        constraints = [
            models.UniqueConstraint(fields=["revision", "code"], name="delivery_once"),
            models.CheckConstraint(
                condition=Q(edition__isnull=True) & ~Q(version="") | Q(edition__isnull=False, version=""),
                name="delivery_of_one_thing",
            ),
        ]


class FollowUp(models.Model):
    """Something promised: what, who owns it, by when. Closed by a date and a note, never deleted.

    One that people exchanged for another wording is neither kept nor open: it stays readable behind `replaced_by`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="follow_ups")
    problem = models.ForeignKey(Problem, models.PROTECT, null=True, blank=True, related_name="follow_ups")
    text = models.CharField(max_length=240)
    owner_side = models.CharField(max_length=10)
    owner_name = models.CharField(max_length=120)
    due = models.DateField()
    closed_on = models.DateField(null=True)
    closed_note = models.CharField(max_length=240, blank=True)
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaces")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["engagement", "due"], name="follow_up_open", condition=Q(closed_on=None))]
        constraints = [
            models.CheckConstraint(
                name="follow_up_closed_or_replaced", condition=Q(closed_on=None) | Q(replaced_by=None)
            ),
            models.CheckConstraint(name="follow_up_replaced_by_another", condition=~Q(replaced_by=F("id"))),
        ]


class JointEvaluation(models.Model):
    """Evaluation and reflection with the mentee (D3): both sides named, difficulties, what comes next."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    engagement = models.ForeignKey(ENGAGEMENT, models.PROTECT, related_name="+")
    held_on = models.DateField()
    mentee_name = models.CharField(max_length=120)
    went_well = models.TextField()
    difficulties = models.TextField()
    mentee_view = models.TextField()
    mentor_view = models.TextField()
    next_plan = models.TextField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class CalendarFeed(models.Model):
    """The secret address of a mentor's iCalendar feed; renewed by making a new token."""

    user = models.OneToOneField(USER, models.CASCADE, primary_key=True)
    token = models.CharField(max_length=43, unique=True)


class Arrival(models.Model):
    """A record as it arrived: the UUID its maker gave it and the hash of what was sent; sent twice, kept once (F1)."""

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=30)
    fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)
