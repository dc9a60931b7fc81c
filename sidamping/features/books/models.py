"""Books: accounts, months, vouchers that are drafted and then posted for good, and their postings.

The database refuses what would break a book, whoever writes: see migrations/0002_guard.py and decision 0019.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.chart import GROUPS, NOMINAL, REAL
from sidamping.domain.ledger.entries import GENERAL, KINDS, OPENING, REVERSING
from sidamping.domain.ledger.regularity import MOST_WORKERS
from sidamping.domain.ledger.units import EARNED, PAID, UNIT_CODE
from sidamping.domain.ratios.from_books import STATED
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
MOST_TEXT = 400
"""Letters of what a voucher says: what people write, or a sentence of ours with names of the register in it."""
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


class Voucher(models.Model):
    """A draft with its lines as somebody wrote them; once posted, a number and postings that nobody changes."""

    class Kind(models.TextChoices):
        RECEIPT = "BKM"
        PAYMENT = "BKK"
        CREDIT_PURCHASE = "BPK"
        CREDIT_SALE = "BJK"
        MEMO = "BM"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="vouchers", db_index=False)
    kind = models.CharField(max_length=3, choices=Kind.choices)
    nature = models.CharField(max_length=12)
    day = models.DateField()
    text = models.CharField(max_length=MOST_TEXT, blank=True)
    lines = models.JSONField(default=list)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")
    revised = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    posted = models.BooleanField(default=False)
    number = models.PositiveIntegerField(null=True)
    posted_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    posted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["book", "day", "id"], name="voucher_by_day"),
            models.Index(fields=["book", "nature"], condition=~Q(nature=GENERAL), name="voucher_not_general"),
        ]
        constraints = [
            models.UniqueConstraint(F("book"), F("kind"), ExtractYear("day"), F("number"), name="voucher_number_once"),
            models.CheckConstraint(condition=Q(kind__in=["BKM", "BKK", "BPK", "BJK", "BM"]), name="voucher_kind"),
            models.CheckConstraint(condition=Q(nature__in=KINDS), name="voucher_nature"),
            models.CheckConstraint(
                condition=Q(nature=REVERSING, reverses__isnull=False) | ~Q(nature=REVERSING) & Q(reverses=None),
                name="voucher_reversal_names_its_original",
            ),
            models.CheckConstraint(
                condition=Q(posted=False, number=None, posted_by=None, posted_at=None)
                | Q(posted=True, number__gte=1, posted_by__isnull=False, posted_at__isnull=False) & ~Q(text=""),
                name="voucher_posted_whole",
            ),
            models.UniqueConstraint(
                fields=["book"], condition=Q(nature=OPENING, posted=False), name="voucher_one_opening_draft"
            ),
        ]


class Series(models.Model):
    """How far the numbers of a kind of voucher have come in a year; its lock makes them follow without a gap."""

    book = models.ForeignKey(Book, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "kind", "year"], name="series_once")]


class Posting(models.Model):
    """One amount on one account, debit above zero. Postings of a draft cannot be committed.

    Voucher and account are checked by the guard, once for a statement; neither is ever deleted (decision 0028).
    """

    voucher = models.ForeignKey(
        Voucher, models.PROTECT, related_name="postings", db_index=False, db_constraint=False
    )
    ordinal = models.PositiveSmallIntegerField()
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    member = models.ForeignKey("parties.Party", models.PROTECT, null=True, related_name="+", db_index=False)
    day = models.DateField()
    amount = models.BigIntegerField()
    note = models.CharField(max_length=240, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["account", "day", "id"], include=["amount"], name="posting_ledger"),
            models.Index(
                fields=["account", "member", "day"], include=["amount"], name="posting_member",
                condition=Q(member__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["voucher", "ordinal"], name="posting_once"),
            models.CheckConstraint(condition=Q(ordinal__gte=1), name="posting_from_one"),
            models.CheckConstraint(
                condition=Q(amount__gte=-MOST, amount__lte=MOST) & ~Q(amount=0), name="posting_amount"
            ),
        ]


class Proof(models.Model):
    """A photo or PDF behind a voucher, named by its attachment; put there and taken away only while it is a draft."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    voucher = models.ForeignKey(Voucher, models.CASCADE, related_name="proofs", db_index=False)
    attachment = models.UUIDField()
    added_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voucher", "attachment"], name="proof_once")]


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
