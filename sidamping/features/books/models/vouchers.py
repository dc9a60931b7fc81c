"""Vouchers that are drafted and then posted for good: numbers, postings, proofs, and what drafts said before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear, Lower

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.entries import GENERAL, KINDS, OPENING, REVERSING
from sidamping.domain.ledger.plain import IN, MOVE, OUT
from sidamping.features.books.models.books import Account, Book
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
MOST_TEXT = 400
"""Letters of what a voucher says: what people write, or a sentence of ours with names of the register in it."""
MOST_NOTE = 240
"""Letters of what stands beside a single line of a voucher."""
MOST_NAME, MOST_TEMPLATE_TEXT = 60, 240
"""Letters of what a template is called, and of what it fills in for the text."""


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
    note = models.CharField(max_length=MOST_NOTE, blank=True)

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


class EarlierDraft(models.Model):
    """What a draft said before somebody changed it, and who had written that; it goes with a draft that is deleted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    voucher = models.ForeignKey(Voucher, models.CASCADE, related_name="earlier", db_index=False)
    revised = models.PositiveIntegerField()
    kind = models.CharField(max_length=3, choices=Voucher.Kind.choices)
    day = models.DateField()
    text = models.CharField(max_length=MOST_TEXT, blank=True)
    lines = models.JSONField(default=list)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voucher", "revised"], name="earlier_draft_once")]


class Template(models.Model):
    """A voucher that comes again and again, under a name of the cooperative's own; dropped, its row stays.

    `parts` are accounts with their amounts, 0 where the amount is another one each time.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=MOST_NAME)
    way = models.CharField(max_length=4)
    purse = models.CharField(max_length=20)
    parts = models.JSONField()
    text = models.CharField(max_length=MOST_TEMPLATE_TEXT, blank=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    dropped_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("book"), Lower("name"), condition=Q(dropped_at__isnull=True), name="template_name_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="template_has_a_name"),
            models.CheckConstraint(condition=Q(way__in=[IN, OUT, MOVE]), name="template_way"),
            models.CheckConstraint(
                condition=Q(dropped_by=None, dropped_at=None) | Q(dropped_by__isnull=False, dropped_at__isnull=False),
                name="template_dropped_whole",
            ),
        ]
