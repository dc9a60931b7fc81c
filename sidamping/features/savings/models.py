"""Savings: products with dated terms, interest runs with what each member got and why, time deposits.

No balance stands here: a member's savings are the sum of postings in the book. Vouchers are named without a foreign
key, for a draft that is deleted takes nothing with it: the run or deposit it was for is then undone (E7).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.domain.figures import MOST
from sidamping.domain.savings.products import A_MONTH, A_YEAR, FIXED, KINDS, PARTICIPATION, WAYS
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
MOST_PPM = 1_000_000
MOST_MONTHS = 120
KINSHIP = ("spouse", "child", "parent", "sibling", "other")
"""Suami atau istri, anak, orang tua, saudara, lain."""


class Product(models.Model):
    """One kind of savings of a book, kept on one account of its chart (see migrations/0002 for the reference)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=14)
    account = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "account"], name="product_account_once"),
            models.UniqueConstraint(
                fields=["book", "kind"], condition=Q(kind__in=[*FIXED, PARTICIPATION]), name="product_kind_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="product_kind"),
        ]


class Terms(models.Model):
    """What the articles or the members' meeting set for a product from a day on; never changed, only followed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="terms", db_index=False)
    ordinal = models.PositiveIntegerField()
    since = models.DateField()
    amount = models.BigIntegerField(default=0)
    method = models.CharField(max_length=24, blank=True)
    rate_ppm = models.PositiveIntegerField(default=0)
    per = models.CharField(max_length=5, default=A_YEAR)
    step = models.PositiveIntegerField(default=1)
    months = models.PositiveSmallIntegerField(default=0)
    break_ppm = models.PositiveIntegerField(default=0)
    decided = models.CharField(max_length=240, blank=True)
    set_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "ordinal"], name="terms_once"),
            models.CheckConstraint(condition=Q(amount__gte=0, amount__lte=MOST), name="terms_amount"),
            models.CheckConstraint(condition=Q(method__in=["", *WAYS]), name="terms_method"),
            models.CheckConstraint(condition=Q(per__in=[A_YEAR, A_MONTH]), name="terms_per"),
            models.CheckConstraint(
                condition=Q(rate_ppm__lte=MOST_PPM, break_ppm__lte=MOST_PPM, step__gte=1, months__lte=MOST_MONTHS),
                name="terms_within_reason",
            ),
        ]


class Run(models.Model):
    """The interest of a product for a month, in the voucher that credits it; once for each, until it is undone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="runs")
    month = models.DateField()
    voucher = models.UUIDField(db_index=True)
    rules = models.JSONField()
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_why = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["book", "product", "month"], condition=Q(undone_at=None), name="run_once_a_month"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="run_is_of_a_month"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_why="") | Q(undone_at__isnull=False) & ~Q(undone_why=""),
                name="run_undone_says_why",
            ),
        ]


class Deposit(models.Model):
    """A time deposit of a member under the terms it was opened with; its nominal is what its vouchers posted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="deposits")
    member = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    opened = models.DateField()
    months = models.PositiveSmallIntegerField()
    rate_ppm = models.PositiveIntegerField()
    per = models.CharField(max_length=5)
    break_ppm = models.PositiveIntegerField(default=0)
    voucher = models.UUIDField(unique=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="deposit_number_once"),
            models.CheckConstraint(condition=Q(per__in=[A_YEAR, A_MONTH]), name="deposit_per"),
            models.CheckConstraint(
                condition=Q(rate_ppm__lte=MOST_PPM, break_ppm__lte=MOST_PPM, months__gte=1, months__lte=MOST_MONTHS),
                name="deposit_within_reason",
            ),
        ]


class Payout(models.Model):
    """A deposit paid back, with what was kept because it was broken early; one at a time, until it is undone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    deposit = models.ForeignKey(Deposit, models.PROTECT, related_name="payouts")
    day = models.DateField()
    penalty = models.BigIntegerField(default=0)
    voucher = models.UUIDField(unique=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deposit"], condition=Q(undone_at=None), name="payout_once"),
            models.CheckConstraint(condition=Q(penalty__gte=0), name="payout_penalty"),
        ]


class Heir(models.Model):
    """Who receives a member's savings when the member dies, as the member named it; an entry is ended, never erased."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    member = models.ForeignKey("books.Member", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    kinship = models.CharField(max_length=10)
    named_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "name"], condition=Q(ended_at=None), name="heir_once"),
            models.CheckConstraint(condition=Q(kinship__in=KINSHIP), name="heir_kinship"),
            models.CheckConstraint(condition=~Q(name=""), name="heir_named"),
        ]


class Credited(models.Model):
    """What a member got in a run: the balance it rests on, interest and tax, and the sum as it was worked out."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="credits", db_index=False)
    member = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    deposit = models.ForeignKey(Deposit, models.PROTECT, null=True, related_name="credits")
    method = models.CharField(max_length=24)
    base = models.BigIntegerField()
    gross = models.BigIntegerField()
    tax = models.BigIntegerField()
    says = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "member", "deposit"], name="credited_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(base__gte=0, gross__gt=0, tax__gte=0, tax__lte=F("gross")), name="credited_adds_up"
            ),
        ]
