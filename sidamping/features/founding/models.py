"""Tables of foundings: who founds, the meetings held, what was agreed, the papers handed in, the packs for the notary.

What was said is never changed: a later row of the same kind follows, and the last one counts (migrations/0002_seal.py).
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sidamping.domain.founding.steps import GATHERINGS, LEVELS, MILESTONES
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
FORMATION = "formation"


class Said(models.Model):
    """A row that somebody wrote about a founding and nobody changes; the last of its kind counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    founding = models.ForeignKey("founding.Founding", models.PROTECT, related_name="+")
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        abstract = True


class Founding(models.Model):
    """A group that founds the cooperative `party`, which is in the register from the first day as a pra-koperasi."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    party = models.OneToOneField("parties.Cooperative", models.PROTECT, related_name="+")
    level = models.CharField(max_length=10)
    asked = models.PositiveSmallIntegerField(null=True)
    asked_by = models.CharField(max_length=120, blank=True)
    begun_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    living_on = models.DateField(null=True)
    living_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    book = models.OneToOneField("books.Book", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__in=LEVELS), name="founding_level"),
            models.CheckConstraint(
                condition=Q(asked=None, asked_by="") | Q(asked__gte=1) & ~Q(asked_by=""), name="founding_asked_whole"
            ),
            models.CheckConstraint(
                condition=Q(living_on=None, living_by=None, book=None)
                | Q(living_on__isnull=False, living_by__isnull=False, book__isnull=False),
                name="founding_living_whole",
            ),
        ]


class Founder(models.Model):
    """A person who founds; of a secondary cooperative the one who is empowered by the cooperative `represents`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    founding = models.ForeignKey(Founding, models.PROTECT, related_name="founders", db_index=False)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=160)
    nik = models.CharField(max_length=16)
    work = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=240, blank=True)
    represents = models.ForeignKey("parties.Cooperative", models.PROTECT, null=True, related_name="+")
    position = models.CharField(max_length=30, blank=True)
    signs = models.BooleanField(default=False)
    added_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField()
    left_on = models.DateField(null=True)
    left_why = models.CharField(max_length=240, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["founding", "number"], name="founder_number_once"),
            models.UniqueConstraint(fields=["founding", "nik"], condition=Q(left_on=None), name="founder_once"),
            models.UniqueConstraint(
                fields=["founding", "represents"], condition=Q(left_on=None, represents__isnull=False),
                name="founder_cooperative_once",
            ),
            models.UniqueConstraint(
                fields=["founding"], condition=Q(left_on=None, position="chair"), name="founder_one_chair"
            ),
            models.CheckConstraint(condition=Q(nik__regex=r"^\d{16}$") & ~Q(name=""), name="founder_named"),
            models.CheckConstraint(
                condition=Q(left_on=None, left_why="")
                | Q(left_on__isnull=False, position="", signs=False) & ~Q(left_why=""),
                name="founder_left_whole",
            ),
        ]  # fmt: skip


class Gathering(Said):
    """The preparation meeting, the outreach, or the formation meeting: when, where, led by whom, who came."""

    kind = models.CharField(max_length=12)
    day = models.DateField()
    begins = models.TimeField()
    place = models.CharField(max_length=160)
    led_by = models.CharField(max_length=120)
    official = models.CharField(max_length=120, blank=True)
    office = models.CharField(max_length=160, blank=True)
    minutes = models.TextField()
    came = ArrayField(models.UUIDField())
    needed = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=GATHERINGS), name="gathering_kind"),
            models.CheckConstraint(condition=Q(came__len__gte=F("needed")), name="gathering_of_enough"),
            models.CheckConstraint(
                condition=~Q(kind=FORMATION) | Q(needed__gte=1) & ~Q(official="") & ~Q(office=""),
                name="gathering_formation_is_attended",
            ),
            models.CheckConstraint(condition=~Q(minutes="") & ~Q(led_by=""), name="gathering_told"),
        ]


class Terms(Said):
    """Savings, terms of office, and the shares of the surplus in percent by pot, which make a hundred together."""

    principal = models.BigIntegerField()
    mandatory = models.BigIntegerField()
    board_years = models.PositiveSmallIntegerField()
    supervisors_years = models.PositiveSmallIntegerField()
    shares = models.JSONField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(principal__gte=1, mandatory__gte=0, board_years__gte=1, supervisors_years__gte=1),
                name="terms_above_nothing",
            ),
        ]


class Opening(Said):
    """The opening balance: what there is, and where it comes from; both sides are alike."""

    cash = models.BigIntegerField()
    bank = models.BigIntegerField()
    stock = models.BigIntegerField()
    equipment = models.BigIntegerField()
    principal = models.BigIntegerField()
    mandatory = models.BigIntegerField()
    grants = models.BigIntegerField()
    debts = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    cash__gte=0, bank__gte=0, stock__gte=0, equipment__gte=0, principal__gte=0, mandatory__gte=0,
                    grants__gte=0, debts__gte=0,
                ),
                name="opening_not_below_nothing",
            ),
            models.CheckConstraint(
                condition=Q(
                    cash=F("principal") + F("mandatory") + F("grants") + F("debts")
                    - F("bank") - F("stock") - F("equipment")
                ),
                name="opening_balances",
            ),
        ]  # fmt: skip


class Part(Said):
    """A part of the draft articles as written; the last text of a part counts."""

    code = models.CharField(max_length=20)
    text = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text="") & ~Q(code=""), name="part_written")]


class Piece(Said):
    """A paper handed in, such as the bank's statement that proves the capital."""

    kind = models.CharField(max_length=20)
    attachment = models.UUIDField()
    note = models.CharField(max_length=240, blank=True)


class Milestone(Said):
    """A step with the offices that is done: name approved, deed, handed in, ratified."""

    kind = models.CharField(max_length=14)
    day = models.DateField()
    number = models.CharField(max_length=80)
    office = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MILESTONES), name="milestone_kind"),
            models.CheckConstraint(condition=~Q(number="") & ~Q(office=""), name="milestone_whole"),
        ]


class Pack(Said):
    """The papers for the notary as they stood: frozen, with their hash. A later version follows."""

    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["founding", "version"], name="pack_version_once")]
