"""Tables of budgets: one for a book and year, revised by a new one; approved, neither it nor its lines change.

What is said about a line afterwards, why it came out otherwise, stands in remarks of its own.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.budgeting import ALL_MONTHS, DIRECTIONS, PARTS, SPANS
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Budget(models.Model):
    """The budget of a book year; `revision` 1 is the first, later ones change it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    approved_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "year", "revision"], name="budget_revision_once"),
            models.UniqueConstraint(
                fields=["book", "year"], condition=Q(approved_at__isnull=True), name="budget_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="budget_approved_whole",
            ),
        ]


class BudgetLine(models.Model):
    """A line of a budget; `months` has a bit for each month, January first; `accounts` tell it in the ledger."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="lines", db_index=False)
    ordinal = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=12)
    direction = models.CharField(max_length=3)
    text = models.CharField(max_length=160)
    quantity = models.BigIntegerField()
    unit = models.CharField(max_length=40)
    price = models.BigIntegerField()
    months = models.PositiveSmallIntegerField(default=ALL_MONTHS)
    accounts = models.JSONField(default=list)
    counted = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "ordinal"], name="budget_line_place"),
            models.CheckConstraint(condition=Q(part__in=PARTS), name="budget_line_part"),
            models.CheckConstraint(condition=Q(direction__in=DIRECTIONS), name="budget_line_direction"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lte=MOST, price__gte=0, price__lte=MOST),
                name="budget_line_amount",
            ),
            models.CheckConstraint(condition=Q(months__gte=1, months__lte=ALL_MONTHS), name="budget_line_months"),
        ]


class Remark(models.Model):
    """Why a line came out otherwise in a span of the year, and what is done about it; the latest counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.ForeignKey(BudgetLine, models.PROTECT, related_name="remarks", db_index=False)
    span = models.CharField(max_length=10)
    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    action = models.CharField(max_length=500)
    written_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["line", "span", "number", "written_at"], name="remark_latest")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason="") & ~Q(action=""), name="remark_whole"),
            models.CheckConstraint(condition=Q(span__in=list(SPANS), number__range=(1, 12)), name="remark_span"),
        ]
