"""The summary of every mentoring by month and measure, figures others published, and boards people keep.

The summary is an aggregate: kept in the transaction of its sources, reproduced by a rebuild (decision 0031).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Summary(models.Model):
    """What was measured of a mentoring in a month; `value` is empty where a rule was asked and could not tell.

    No row = nothing written. Measures: `domain.indicators.definitions.MEASURES`. Programme, cohort and area repeat the
    engagement's, so that a board reads this table alone; the rows follow other rows and need no foreign keys.
    """

    pk = models.CompositePrimaryKey("engagement_id", "month", "measure")
    engagement_id = models.UUIDField()
    month = models.DateField()
    measure = models.CharField(max_length=20)
    value = models.BigIntegerField(null=True)
    mentee_id = models.UUIDField()
    programme = models.CharField(max_length=60)
    cohort_id = models.UUIDField(null=True)
    province = models.CharField(max_length=2)
    regency = models.CharField(max_length=5)

    class Meta:
        indexes = [
            models.Index(
                fields=["measure", "month", "regency"], include=["engagement_id", "value", "programme", "cohort_id"],
                name="summary_measure",
            )
        ]
        constraints = [models.CheckConstraint(condition=Q(month__day=1), name="summary_by_first_day")]


class ThisTransaction(models.Func):
    """The number of the transaction that runs, the same within its savepoints."""

    template = "(pg_current_xact_id()::text)::bigint"
    arity = 0
    output_field = models.BigIntegerField()


class Stale(models.Model):
    """A mentoring some source of which changed, and what rules decide of it was not judged anew yet.

    `marked_in`: the transaction that marked it last.
    """

    engagement_id = models.UUIDField(primary_key=True)
    marked_in = models.BigIntegerField(db_default=ThisTransaction())


class Judging(models.Model):
    """By which rules the summary was judged last: one row, the fingerprint of every file that decides of it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    rules = models.CharField(max_length=64)
    noted_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="judging_is_one")]


class Tally(models.Model):
    """The count of a question in a regency, programme and cohort, ready to be added up (decision 0050).

    `asked`: `Definition.meaning`. Kept by the worker; what a regency changed since stands in `Touched`.
    """

    asked = models.CharField(max_length=16)
    month = models.DateField()
    regency = models.CharField(max_length=5)
    programme = models.CharField(max_length=60)
    cohort_id = models.UUIDField(null=True)
    part = models.BigIntegerField()
    whole = models.BigIntegerField()
    population = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asked", "month", "regency", "programme", "cohort_id"], nulls_distinct=False,
                include=["part", "whole", "population"], name="tally_once",
            ),
            models.CheckConstraint(
                condition=Q(part__gte=0, part__lte=F("whole"), whole__lte=F("population")), name="tally_is_a_count"
            ),
        ]


class MeasuredTally(models.Model):
    """The same count once more by what was measured of each mentoring by the month's end (decision 0057).

    Empty where it was not told. What stands here adds up to `Tally`.
    """

    asked = models.CharField(max_length=16)
    month = models.DateField()
    regency = models.CharField(max_length=5)
    programme = models.CharField(max_length=60)
    cohort_id = models.UUIDField(null=True)
    sector = models.SmallIntegerField(null=True)
    technology = models.SmallIntegerField(null=True)
    intensity = models.SmallIntegerField(null=True)
    health = models.SmallIntegerField(null=True)
    part = models.BigIntegerField()
    whole = models.BigIntegerField()
    population = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asked", "month", "regency", "programme", "cohort_id", "sector", "technology", "intensity",
                        "health"],
                nulls_distinct=False, include=["part", "whole", "population"], name="measured_tally_once",
            ),
            models.CheckConstraint(
                condition=Q(part__gte=0, part__lte=F("whole"), whole__lte=F("population")),
                name="measured_tally_is_a_count",
            ),
        ]


class Tallied(models.Model):
    """A question whose counts stand ready in every regency, but for those touched since."""

    pk = models.CompositePrimaryKey("asked", "month")
    asked = models.CharField(max_length=16)
    month = models.DateField()


class Touched(models.Model):
    """The summary of a regency changed, from that month on; written by a trigger in the transaction of the change."""

    regency = models.CharField(max_length=5)
    month = models.DateField()


class Publication(models.Model):
    """Where figures of somebody else were published, of which population and day. `area`: a prefix, '' = the nation."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=160)
    source = models.CharField(max_length=240)
    published_on = models.DateField()
    population = models.CharField(max_length=160)
    programme = models.CharField(max_length=60)
    area = models.CharField(max_length=5, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["programme", "-published_on"], name="publication_newest")]


class PublishedFigure(models.Model):
    """One printed figure: a count or a percentage as it was printed, of a whole where one was named."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="figures")
    position = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=60)
    whole = models.PositiveBigIntegerField(null=True)
    count = models.PositiveBigIntegerField(null=True)
    percent = models.CharField(max_length=9, blank=True)
    place = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "position"], name="published_figure_place_once"),
            models.CheckConstraint(
                condition=Q(count__isnull=False) | ~Q(percent=""), name="published_figure_says_something"
            ),
            models.CheckConstraint(
                condition=Q(percent="") | Q(percent__regex=r"^\d{1,3}(\.\d{1,4})?$"), name="published_figure_percent"
            ),
        ]


class Withdrawal(models.Model):
    """A publication that was entered by mistake, and why; its figures stay readable and count no more."""

    publication = models.OneToOneField(Publication, models.PROTECT, primary_key=True, related_name="withdrawal")
    why = models.CharField(max_length=240)
    on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="publication_withdrawn_with_reason")]


class SavedView(models.Model):
    """A board as its user set it: a name for its address."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(USER, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    address = models.CharField(max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="saved_view_name_once"),
            models.CheckConstraint(condition=Q(address__startswith="/papan-angka/"), name="saved_view_inside"),
        ]


class Subscription(models.Model):
    """A kept board that its user gets by e-mail every month, with what that user may see on the day it is sent."""

    view = models.OneToOneField(SavedView, models.CASCADE, primary_key=True, related_name="subscription")
    email = models.EmailField()
    language = models.CharField(max_length=2)
    since = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(email=""), name="subscription_has_address")]


class Delivery(models.Model):
    """The board of one month on its way: waiting until it is sent, or until it is of no use to try again."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        REFUSED = "refused"
        """The server of the addressee knows no such address."""
        GIVEN_UP = "given_up"
        CLOSED = "closed"
        """Its user may see no board any more."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="deliveries")
    month = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subscription", "month"], name="delivery_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="delivery_by_first_day"),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="delivery_sent_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["next_at"], condition=Q(state="waiting"), name="delivery_waiting")]
