"""Tables of loans: terms, applications with their decision, loans with every schedule they had, and their events.

An event holds no amount: it binds a loan to a voucher of the books, whose lines are the only truth. All is sealed.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.domain.figures import MOST
from sidamping.domain.loans.life import KINDS
from sidamping.domain.loans.terms import METHODS, MOST_MONTHS
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
MOST_PPM = 10_000_000
APPROVED, REFUSED, WITHDRAWN = "approved", "refused", "withdrawn"
OUTCOMES = (APPROVED, REFUSED, WITHDRAWN)


class Product(models.Model):
    """A kind of loan that a cooperative offers."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "name"], name="loan_product_once"),
            models.CheckConstraint(condition=~Q(name=""), name="loan_product_named"),
        ]


class Terms(models.Model):
    """The terms of a product from a day on: interest a year and fine a day in parts of a million, and its accounts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="terms")
    starts = models.DateField()
    method = models.CharField(max_length=12)
    rate_ppm = models.PositiveIntegerField()
    step = models.PositiveIntegerField(default=1)
    most_months = models.PositiveSmallIntegerField()
    penalty_ppm = models.PositiveIntegerField(default=0)
    grace_days = models.PositiveSmallIntegerField(default=0)
    loans_account = models.CharField(max_length=20)
    interest_account = models.CharField(max_length=20)
    penalty_account = models.CharField(max_length=20)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "starts"], name="loan_terms_once_a_day"),
            models.CheckConstraint(condition=Q(method__in=METHODS), name="loan_terms_method"),
            models.CheckConstraint(condition=Q(rate_ppm__lte=MOST_PPM, penalty_ppm__lte=MOST_PPM), name="loan_rates"),
            models.CheckConstraint(condition=Q(step__gte=1), name="loan_step"),
            models.CheckConstraint(
                condition=Q(most_months__gte=1, most_months__lte=MOST_MONTHS), name="loan_terms_months"
            ),
        ]


class Group(models.Model):
    """Members who stand in for each other (tanggung renteng)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    formed = models.DateField()
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "name"], name="loan_group_once"),
            models.CheckConstraint(condition=~Q(name=""), name="loan_group_named"),
        ]


class GroupMember(models.Model):
    """A member of a group between two days; `stands_for` names for whom first, nobody: for everybody alike."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    group = models.ForeignKey(Group, models.PROTECT, related_name="members")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    stands_for = models.ForeignKey("parties.Party", models.PROTECT, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "party"], condition=Q(until__isnull=True), name="loan_group_member_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="loan_group_member_ends_later"
            ),
            models.CheckConstraint(
                condition=Q(stands_for__isnull=True) | ~Q(stands_for=F("party")), name="loan_group_not_for_oneself"
            ),
        ]


class Application(models.Model):
    """What a member asks for; `answers` holds each condition as {"met": true, false or null, "why": text}, `facts` the
    savings, arrears and conflicts of interest found on the day it was written."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+")
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+")
    member = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+")
    applied_on = models.DateField()
    amount = models.BigIntegerField()
    months = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=240)
    collateral = models.CharField(max_length=240, blank=True)
    collateral_value = models.BigIntegerField(null=True)
    answers = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["book", "applied_on", "id"], name="loan_application_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=1, amount__lte=MOST), name="loan_application_amount"),
            models.CheckConstraint(condition=Q(months__gte=1, months__lte=MOST_MONTHS), name="loan_application_months"),
            models.CheckConstraint(condition=~Q(purpose=""), name="loan_application_purpose"),
            models.CheckConstraint(
                condition=Q(collateral="", collateral_value__isnull=True)
                | ~Q(collateral="") & Q(collateral_value__gte=0, collateral_value__lte=MOST),
                name="loan_collateral_whole",
            ),
        ]


class Waiver(models.Model):
    """Another person lets the named conflicts of interest of an application in, and says why (A13)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="waivers")
    kinds = models.JSONField()
    why = models.CharField(max_length=400)
    on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="loan_waiver_says_why")]


class Decision(models.Model):
    """What was decided, by another person than who wrote the application; `basis` keeps what it was decided on."""

    application = models.OneToOneField(Application, models.PROTECT, primary_key=True, related_name="decision")
    outcome = models.CharField(max_length=12)
    amount = models.BigIntegerField(null=True)
    months = models.PositiveSmallIntegerField(null=True)
    on = models.DateField()
    why = models.CharField(max_length=400)
    basis = models.JSONField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="loan_decision_outcome"),
            models.CheckConstraint(condition=~Q(why=""), name="loan_decision_says_why"),
            models.CheckConstraint(
                condition=Q(outcome=APPROVED, amount__gte=1, months__gte=1)
                | ~Q(outcome=APPROVED) & Q(amount__isnull=True, months__isnull=True),
                name="loan_decision_whole",
            ),
        ]


class Loan(models.Model):
    """A loan of a member with its number in the register of loans."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    member = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+")
    application = models.OneToOneField(Application, models.PROTECT, null=True, related_name="loan")
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="loans")
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="loan_number_once")]


class Plan(models.Model):
    """A schedule of a loan, kept as it was made: `rows` are [principal, interest] month by month."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    loan = models.ForeignKey(Loan, models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    after = models.PositiveIntegerField(default=0)
    method = models.CharField(max_length=12)
    rate_ppm = models.PositiveIntegerField()
    step = models.PositiveIntegerField()
    principal = models.BigIntegerField()
    carried = models.BigIntegerField(default=0)
    first_due = models.DateField()
    rows = models.JSONField()
    why = models.CharField(max_length=400, blank=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["loan", "number"], name="loan_plan_once"),
            models.CheckConstraint(condition=Q(principal__gte=1, carried__gte=0), name="loan_plan_amounts"),
            models.CheckConstraint(condition=Q(first_due__gte=F("since")), name="loan_plan_due_later"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="loan_plan_says_why"),
        ]


class Proposal(models.Model):
    """A new schedule as one person proposes it; the schedule that comes of it bears its id once another agrees."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    loan = models.ForeignKey(Loan, models.PROTECT, related_name="proposals")
    months = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=12)
    first_due = models.DateField()
    why = models.CharField(max_length=400)
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    said = models.CharField(max_length=400, blank=True)
    decided_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["loan"], condition=Q(agreed__isnull=True), name="loan_proposal_one_waits"
            ),
            models.CheckConstraint(condition=Q(method__in=METHODS), name="loan_proposal_method"),
            models.CheckConstraint(condition=Q(months__gte=1, months__lte=MOST_MONTHS), name="loan_proposal_months"),
            models.CheckConstraint(condition=~Q(why=""), name="loan_proposal_says_why"),
            models.CheckConstraint(
                condition=Q(agreed__isnull=True, decided_by=None, decided_at=None)
                | Q(agreed__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="loan_proposal_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(agreed__isnull=True) | Q(agreed=False) | ~Q(decided_by=F("asked_by")),
                name="loan_proposal_by_two",
            ),
        ]


class Event(models.Model):
    """A voucher that moves a loan. It counts once the voucher is posted; `day` is the value date."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    loan = models.ForeignKey(Loan, models.PROTECT, related_name="events", db_index=False)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=8)
    day = models.DateField()
    voucher = models.UUIDField()
    payer = models.ForeignKey("parties.Party", models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=240, blank=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["voucher"], name="loan_event_voucher")]
        constraints = [
            models.UniqueConstraint(fields=["loan", "sequence"], name="loan_event_sequence"),
            models.UniqueConstraint(fields=["loan", "voucher"], name="loan_event_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="loan_event_kind"),
        ]


class Provision(models.Model):
    """A proposal to bring the allowance to what the classes ask for: per class what it rested on, and the voucher."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+")
    on = models.DateField()
    needed = models.BigIntegerField()
    held = models.BigIntegerField()
    classes = models.JSONField()
    rule = models.CharField(max_length=120)
    rule_sha256 = models.CharField(max_length=64)
    voucher = models.UUIDField(unique=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(needed=F("held")), name="loan_provision_changes")]
