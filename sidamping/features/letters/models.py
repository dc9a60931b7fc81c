"""Letters as they were issued, what makes one void, who acknowledged it, and an office's own wording (B3, B12, F9).

All of it is append-only and sealed: a letter is never changed or deleted, only declared void with a reason.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Wording(models.Model):
    """An office's own text of a kind of letter: `area` is the office's ('' = the whole programme), rows count up.

    A row without a text goes back to the standard of the rulebook.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    area = models.CharField(max_length=13, blank=True)
    revision = models.PositiveIntegerField()
    text = models.JSONField(null=True)
    form = models.CharField(max_length=120)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind", "area", "revision"], name="wording_revision_once"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="wording_revision_from_1"),
        ]


class Letter(models.Model):
    """One letter: its place in the series of its programme, kind and year, and its content frozen with a hash.

    `area` is the office's reach it was issued in; `form` the rulebook file; `token` the secret of the check page.
    A `reserved` letter of an office stands in no list here: the feature that issued it shows it (decision 0036).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    programme = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    cohort = models.ForeignKey("programmes.Cohort", models.PROTECT, null=True, related_name="+")
    path = models.ForeignKey("programmes.Path", models.PROTECT, null=True, related_name="+")
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, null=True, related_name="+")
    area = models.CharField(max_length=13, blank=True)
    recipient = models.CharField(max_length=200)
    on = models.DateField()
    year = models.PositiveSmallIntegerField()
    seq = models.PositiveIntegerField()
    number = models.CharField(max_length=160)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    form = models.CharField(max_length=120)
    wording = models.ForeignKey(Wording, models.PROTECT, null=True, related_name="+")
    reserved = models.BooleanField(default=False)
    reply_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    token = models.CharField(max_length=32, unique=True)
    by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["programme", "area", "-on", "-id"], name="letter_scope"),
            models.Index(fields=["-on", "-id"], name="letter_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind", "year", "seq"], name="letter_seq_once"),
            models.UniqueConstraint(fields=["programme", "number"], name="letter_number_once"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="letter_seq_from_1"),
            models.CheckConstraint(condition=~Q(recipient=""), name="letter_has_recipient"),
        ]


class Void(models.Model):
    """The act that makes a letter void; the letter stays with its number."""

    letter = models.OneToOneField(Letter, models.PROTECT, primary_key=True, related_name="void")
    why = models.CharField(max_length=400)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="void_says_why")]


class Acknowledgement(models.Model):
    """An office says that it holds the letter, once for each role."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    letter = models.ForeignKey(Letter, models.PROTECT, related_name="acknowledgements")
    role = models.CharField(max_length=20)
    remark = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "role"], name="acknowledged_once_per_role")]
