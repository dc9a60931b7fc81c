"""Applications to an open call with what came with them: documents, calls, decisions, a withdrawal, the enrolment.

Nothing here says how an application stands; that is derived from the dated steps of its path (B1, E20).
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Application(models.Model):
    """What somebody said of a cooperative, a business or themselves when applying; never changed afterwards.

    `by` is empty for a visitor without an account; `assisted` says that somebody else filled it in for them.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    path = models.OneToOneField("programmes.Path", models.PROTECT, related_name="application")
    cohort = models.ForeignKey("programmes.Cohort", models.PROTECT, related_name="applications")
    programme = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    token = models.CharField(max_length=43, unique=True)
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=160)
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    address = models.CharField(max_length=240, blank=True)
    cooperative_kind = models.CharField(max_length=20, blank=True)
    sector = models.CharField(max_length=30, blank=True)
    product = models.CharField(max_length=160, blank=True)
    legal_number = models.CharField(max_length=80, blank=True)
    nik_koperasi = models.CharField(max_length=16, blank=True)
    nik = models.CharField(max_length=16, blank=True)
    phone = models.CharField(max_length=20)
    contact_name = models.CharField(max_length=160)
    contact_position = models.CharField(max_length=80, blank=True)
    statement = models.TextField()
    answers = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    priorities = ArrayField(models.CharField(max_length=40), default=list)
    party = models.ForeignKey("parties.Party", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+")
    assisted = models.BooleanField(default=False)
    applied_on = models.DateField()
    consented_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["cohort", "applied_on"], name="application_queue"),
            models.Index(fields=["village"], name="application_area", opclasses=["varchar_pattern_ops"]),
            models.Index(fields=["programme", "nik"], name="application_nik"),
            models.Index(fields=["programme", "phone"], name="application_phone"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["programme", "year", "number"], name="application_number_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["cooperative", "business", "person"]), name="application_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(phone="") & ~Q(contact_name=""), name="application_says_who"
            ),
            models.CheckConstraint(condition=Q(nik="") | Q(nik__regex=r"^\d{16}$"), name="application_nik_16"),
            models.CheckConstraint(condition=~Q(assisted=True) | Q(by__isnull=False), name="application_helper_named"),
        ]


class ApplicationDocument(models.Model):
    """A document handed in with an application or later; `code` is the programme's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="documents")
    code = models.CharField(max_length=40)
    attachment = models.ForeignKey("attachments.Attachment", models.PROTECT, related_name="+")
    by = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "code", "attachment"], name="application_document_once")
        ]


class Contact(models.Model):
    """One attempt to reach the applicant: who was spoken to on which day, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="contacts")
    called_on = models.DateField()
    result = models.CharField(max_length=20)
    spoke_with = models.CharField(max_length=160, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["application", "called_on"], name="contact_application")]
        constraints = [models.CheckConstraint(condition=~Q(result=""), name="contact_has_result")]


class Decision(models.Model):
    """Reasons and note of a decision on a stage; outcome, day, person and proof stand in its step record.

    The path is read by the mentee and the mentor later on; the note is for who selects, so it is kept here.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions")
    record = models.OneToOneField("programmes.StepRecord", models.PROTECT, related_name="admission")
    reasons = ArrayField(models.CharField(max_length=40), default=list)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)


class Withdrawal(models.Model):
    """The applicant no longer wants it, for a reason of lists/withdrawal-reasons; `by` is empty for the applicant."""

    application = models.OneToOneField(Application, models.PROTECT, primary_key=True, related_name="withdrawal")
    on = models.DateField()
    reason = models.CharField(max_length=40)
    note = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_reason")]


class Enrolment(models.Model):
    """The applicant became a mentee: which party, which engagement, who opened it."""

    application = models.OneToOneField(Application, models.PROTECT, primary_key=True, related_name="enrolment")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    engagement = models.OneToOneField("programmes.Engagement", models.PROTECT, related_name="+")
    on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
