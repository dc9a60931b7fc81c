"""Tables of licences: versions of a paper, and figures that people stated with their source. Nothing is overwritten."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Paper(models.Model):
    """One version of a paper of a cooperative; the latest version counts. `kind` is of lists/licence-papers.

    `book_year`: which year the report of an auditor is of; empty in reports filed before it was asked for.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cooperative = models.ForeignKey("parties.Party", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=80)
    issuer = models.CharField(max_length=120, blank=True)
    issued_on = models.DateField()
    expires_on = models.DateField(null=True)
    book_year = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=240, blank=True)
    attachment = models.UUIDField(null=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expires_on"], name="paper_runs_out", condition=Q(expires_on__isnull=False))]
        constraints = [
            models.UniqueConstraint(fields=["cooperative", "kind", "version"], name="paper_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="paper_version"),
            models.CheckConstraint(condition=~Q(number=""), name="paper_has_a_number"),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gte=F("issued_on")), name="paper_ends_later"
            ),
            models.CheckConstraint(
                condition=Q(book_year=None) | Q(kind="audit", book_year__lte=ExtractYear("issued_on")),
                name="paper_is_of_a_year_begun",
            ),
        ]


class Statement(models.Model):
    """A figure or an answer that no book here knows, with where it comes from; the latest of each key counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cooperative = models.ForeignKey("parties.Party", models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=40)
    value = models.CharField(max_length=40)
    since = models.DateField()
    source = models.CharField(max_length=160)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["cooperative", "key", "since", "at"], name="statement_latest")]
        constraints = [
            models.CheckConstraint(condition=~Q(source="") & ~Q(value=""), name="statement_tells_its_source")
        ]
