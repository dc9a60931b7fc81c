"""A book: its accounts and units, the members of its cooperative, and its months."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.domain.ledger.chart import GROUPS, NOMINAL, REAL
from sidamping.domain.ledger.units import EARNED, PAID, UNIT_CODE
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
OF_INTEREST = Q(pair__endswith=f".{EARNED}") | Q(pair__endswith=f".{PAID}")
"""Pairs of income and expense; all others stand in the balance sheet."""


class Book(models.Model):
    """The books of one cooperative, with the chart file they were opened on."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    party = models.OneToOneField("parties.Party", models.PROTECT, related_name="+")
    chart = models.CharField(max_length=120)
    chart_sha256 = models.CharField(max_length=64)
    starts = models.DateField()
    opened_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(starts__day=1), name="book_starts_with_a_month"),
        ]


class Unit(models.Model):
    """A unit that keeps accounts of its own within the book, such as a USP beside a shop, on a chart of its own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="units", db_index=False)
    code = models.CharField(max_length=6)
    name = models.CharField(max_length=80)
    chart = models.CharField(max_length=120)
    chart_sha256 = models.CharField(max_length=64)
    opened_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "code"], name="unit_once"),
            models.CheckConstraint(condition=Q(code__regex=UNIT_CODE), name="unit_code"),
            models.CheckConstraint(condition=~Q(name=""), name="unit_has_a_name"),
        ]


class Account(models.Model):
    """An account of a book; outside the database it is named by its code."""

    book = models.ForeignKey(Book, models.PROTECT, related_name="accounts", db_index=False)
    code = models.CharField(max_length=20)
    name_id = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    group = models.CharField(max_length=12)
    line = models.CharField(max_length=60, blank=True)
    contra = models.BooleanField(default=False)
    scope = models.CharField(max_length=12, blank=True)
    per_member = models.BooleanField(default=False)
    cash = models.BooleanField(default=False)
    role = models.CharField(max_length=60, blank=True)
    header = models.BooleanField(default=False)
    unit = models.CharField(max_length=60, blank=True)
    pair = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [models.Index(fields=["book", "id"], name="account_newest")]
        constraints = [
            models.UniqueConstraint(fields=["book", "code"], name="account_code_once"),
            models.UniqueConstraint(fields=["book", "unit", "role"], condition=~Q(role=""), name="account_role_once"),
            models.UniqueConstraint(fields=["book", "pair", "unit"], condition=~Q(pair=""), name="account_pair_once"),
            models.CheckConstraint(
                condition=Q(pair="") | Q(group__in=REAL) & ~OF_INTEREST | Q(group__in=NOMINAL) & OF_INTEREST,
                name="account_pair_of_its_group",
            ),
            models.CheckConstraint(condition=Q(group__in=GROUPS), name="account_group"),
        ]


class Member(models.Model):
    """A member of the cooperative with the number in its register; whoever left keeps the row, and may come again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="members", db_index=False)
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    joined = models.DateField()
    left = models.DateField(null=True)
    left_why = models.CharField(max_length=240, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="member_number_once"),
            models.UniqueConstraint(
                fields=["book", "party"], condition=Q(left__isnull=True), name="member_once_at_a_time"
            ),
            models.CheckConstraint(condition=Q(left__isnull=True) | Q(left__gte=F("joined")), name="member_left_later"),
            models.CheckConstraint(
                condition=Q(left__isnull=True, left_why="") | Q(left__isnull=False) & ~Q(left_why=""),
                name="member_left_says_why",
            ),
        ]


class Period(models.Model):
    """A month of a book. Closing it keeps the balances and a digest, so that a changed past is visible."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="periods", db_index=False)
    month = models.DateField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    balances = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "month"], name="period_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="period_is_a_month"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, balances=None, digest="")
                | Q(closed_at__isnull=False, closed_by__isnull=False, balances__isnull=False) & ~Q(digest=""),
                name="period_closed_whole",
            ),
        ]
