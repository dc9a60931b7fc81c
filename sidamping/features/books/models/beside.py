"""What is written beside vouchers: reopened months, approved years, bank statements, heads and figures counted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.regularity import MOST_WORKERS
from sidamping.domain.ratios.from_books import STATED
from sidamping.features.books.models.books import Account, Book, Period
from sidamping.features.books.models.vouchers import Voucher
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Reopening(models.Model):
    """One person asks to open the last closed month again and says why; it opens when a second one agrees.

    `closed_at` and `digest` are those of the closing it undoes, so that the trace tells what stood there.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    period = models.ForeignKey(Period, models.PROTECT, related_name="reopenings", db_index=False)
    closed_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    why = models.CharField(max_length=240)
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period", "closed_at"], name="reopening_once"),
            models.CheckConstraint(condition=~Q(why=""), name="reopening_says_why"),
            models.CheckConstraint(
                condition=Q(agreed_by=None, agreed_at=None)
                | Q(agreed_by__isnull=False, agreed_at__isnull=False) & ~Q(agreed_by=F("asked_by")),
                name="reopening_by_two",
            ),
        ]


class YearApproval(models.Model):
    """The annual meeting approved the accounts of a book year on a day; none of its months is reopened afterwards."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="approvals", db_index=False)
    year = models.PositiveSmallIntegerField()
    approved_on = models.DateField()
    note = models.CharField(max_length=240, blank=True)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "year"], name="approval_once"),
            models.CheckConstraint(condition=Q(approved_on__year__gt=F("year")), name="approval_after_the_year"),
        ]


class BankMapping(models.Model):
    """Which columns of a bank's CSV mean what, as somebody told it last for an account."""

    account = models.OneToOneField(Account, models.PROTECT, primary_key=True, related_name="+")
    columns = models.JSONField()


class BankLine(models.Model):
    """One line of a bank statement, kept once however often it is uploaded; it becomes no posting by itself.

    `voucher` is the draft that somebody made of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    text = models.CharField(max_length=240)
    amount = models.BigIntegerField()
    nth = models.PositiveSmallIntegerField()
    voucher = models.ForeignKey(Voucher, models.SET_NULL, null=True, related_name="+")
    sent_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "day", "amount", "text", "nth"], name="bank_line_once"),
            models.CheckConstraint(
                condition=Q(amount__gte=-MOST, amount__lte=MOST) & ~Q(amount=0), name="bank_line_amount"
            ),
        ]


class HeadCount(models.Model):
    """How many work in a small business on a day, as its owner or mentor counted them; the latest of a day counts.

    Family that helps without wages is counted apart (S2): only who is paid is a job.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    paid = models.PositiveSmallIntegerField()
    family = models.PositiveSmallIntegerField()
    counted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    counted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["book", "day", "counted_at"], name="head_count_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(paid__lte=MOST_WORKERS, family__lte=MOST_WORKERS), name="head_count_of_a_small_business"
            ),
        ]


class StatedFigure(models.Model):
    """A figure of a year that the ledger cannot know, such as a competitor's price; the latest of a name counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="+", db_index=False)
    sheet = models.UUIDField()
    name = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    amount = models.BigIntegerField()
    source = models.CharField(max_length=240)
    stated_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    stated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["book", "year", "stated_at"], name="stated_figure_latest")]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "name"], name="stated_figure_once"),
            models.CheckConstraint(condition=Q(name__in=STATED), name="stated_figure_name"),
            models.CheckConstraint(condition=~Q(source=""), name="stated_figure_says_where_from"),
            models.CheckConstraint(
                condition=Q(amount__gte=-MOST, amount__lte=MOST) & (Q(amount__gte=0) | Q(name__startswith="margin")),
                name="stated_figure_amount",
            ),
        ]
