"""Tables of registers: entries in the columns of a template, sightings of a mandatory book, clauses of the articles.

Nothing here is changed: an entry is struck out with a reason, a later sighting or clause follows the earlier one.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Entry(models.Model):
    """A line of a register; `facts` holds what its template asks for, by the keys of the columns."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    register = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    day = models.DateField()
    facts = models.JSONField()
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    struck_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    struck_at = models.DateTimeField(null=True)
    struck_why = models.CharField(max_length=240, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "register", "number"], name="entry_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="entry_number"),
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_by=None, struck_why="")
                | Q(struck_at__isnull=False, struck_by__isnull=False) & ~Q(struck_why=""),
                name="entry_struck_whole",
            ),
        ]


class Sighting(models.Model):
    """What somebody saw of a mandatory book on a day: whether it is there, and until when it is filled in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    register = models.CharField(max_length=40)
    present = models.BooleanField()
    filled_until = models.DateField(null=True)
    note = models.CharField(max_length=240, blank=True)
    attachment = models.UUIDField(null=True)
    seen_on = models.DateField()
    seen_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    seen_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["book", "register", "seen_on"], name="sighting_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(present=True) | Q(filled_until=None), name="sighting_of_what_is_there"),
        ]


class Clause(models.Model):
    """What the articles of the cooperative (AD/ART) ask beyond the rule from a day on, such as a higher quorum."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=40)
    value = models.PositiveSmallIntegerField()
    since = models.DateField()
    article = models.CharField(max_length=120)
    set_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    set_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["book", "key", "since"], name="clause_latest")]
        constraints = [
            models.CheckConstraint(condition=~Q(article=""), name="clause_names_its_article"),
            models.CheckConstraint(condition=Q(value__gte=1), name="clause_value"),
        ]
