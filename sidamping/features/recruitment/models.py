"""Calls for mentors, candidacies with their documents, decisions, panels with marks, induction sessions (B3, B4, E18).

How far a candidate is stands in the candidate's path (features/programmes); here stand the grounds of it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Call(models.Model):
    """The call for mentors of one cohort: from when to when, and what is asked of everybody who applies."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cohort = models.OneToOneField("programmes.Cohort", models.PROTECT, related_name="+")
    opens = models.DateField()
    closes = models.DateField()
    requirements = models.TextField(blank=True)
    created_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["opens", "closes"], name="call_days")]
        constraints = [
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="call_closes_after_opening")
        ]


class Position(models.Model):
    """What mentors are sought for: a theme of mentoring, how many, and which needs stand behind it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, models.PROTECT, related_name="positions")
    theme = models.CharField(max_length=40)
    wanted = models.PositiveSmallIntegerField()
    need = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "theme"], name="position_theme_once"),
            models.CheckConstraint(condition=Q(wanted__gte=1), name="position_seeks_somebody"),
        ]


class Candidacy(models.Model):
    """One application of one person in one call. `user` is an account held before, or given on appointment.

    `assisted_by` filled it in for somebody else. The same NIK may come twice: who applies is not told, who decides is.
    """

    class Origin(models.TextChoices):
        PUBLIC = "public"
        CONTRACT = "contract"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, models.PROTECT, related_name="candidacies")
    position = models.ForeignKey(Position, models.PROTECT, related_name="candidacies")
    path = models.OneToOneField("programmes.Path", models.PROTECT, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.PUBLIC)
    employer = models.CharField(max_length=160, blank=True)
    name = models.CharField(max_length=120)
    nik = models.CharField(max_length=16)
    phone = models.CharField(max_length=20)
    email = models.EmailField(blank=True)
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    education = models.CharField(max_length=40)
    experience = models.TextField(blank=True)
    training_alumni = models.BooleanField(default=False)
    user = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+")
    assisted_by = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+")
    applied_on = models.DateField()
    applied_at = models.DateTimeField()
    token = models.CharField(max_length=43, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["call", "applied_at"], name="candidacy_call"),
            models.Index(fields=["call", "nik"], name="candidacy_nik"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "user"], condition=Q(user__isnull=False), name="candidacy_user_once"
            ),
            models.CheckConstraint(
                condition=~Q(origin="contract") | ~Q(employer=""), name="candidacy_contract_names_employer"
            ),
            models.CheckConstraint(
                condition=Q(assisted_by__isnull=True) | Q(user__isnull=True) | ~Q(user=F("assisted_by")),
                name="candidacy_helper_is_another",
            ),
        ]


class CandidateDocument(models.Model):
    """A document handed in with an application; a certificate may say until when it holds."""

    class Kind(models.TextChoices):
        CV = "cv"
        CERTIFICATE = "certificate"
        DIPLOMA = "diploma"
        OTHER = "other"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=160, blank=True)
    issuer = models.CharField(max_length=160, blank=True)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    expires = models.DateField(null=True, blank=True)
    attachment = models.ForeignKey("attachments.Attachment", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "attachment"], name="candidate_document_once"),
            models.CheckConstraint(
                condition=~Q(kind="certificate") | ~Q(title=""), name="candidate_certificate_has_title"
            ),
        ]


class Decision(models.Model):
    """What was decided at a stage: criteria looked at, reasons against, and for an interview the score it rests on."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, related_name="decisions")
    stage = models.CharField(max_length=40)
    passed = models.BooleanField()
    withdrawn = models.BooleanField(default=False)
    criteria = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)
    remark = models.CharField(max_length=400, blank=True)
    score = models.JSONField(default=dict)
    on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "stage"], name="decision_stage_once"),
            models.CheckConstraint(condition=Q(passed=True) | ~Q(reasons=[]), name="decision_refusal_has_reasons"),
            models.CheckConstraint(condition=~Q(passed=True, withdrawn=True), name="decision_left_is_not_passed"),
        ]


class Interview(models.Model):
    """When and where a candidate is interviewed."""

    candidacy = models.OneToOneField(Candidacy, models.PROTECT, primary_key=True, related_name="interview")
    on = models.DateField()
    place = models.CharField(max_length=240)


class Panelist(models.Model):
    """An interviewer of a candidate with the own marks; once handed in they are sealed.

    One who cannot come is excused with a reason and counts no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, related_name="panel")
    user = models.ForeignKey(USER, models.PROTECT, related_name="+")
    marks = models.JSONField(default=dict)
    remark = models.TextField(blank=True)
    handed_at = models.DateTimeField(null=True)
    excused_why = models.CharField(max_length=240, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "handed_at"], name="panelist_waiting")]
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "user"], name="panelist_once"),
            models.CheckConstraint(
                condition=Q(handed_at__isnull=True) | Q(excused_why=""), name="panelist_excused_handed_in_nothing"
            ),
        ]


class Session(models.Model):
    """A session of the induction of a cohort, by its code in the programme: when, where or by which link, what with."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cohort = models.ForeignKey("programmes.Cohort", models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    on = models.DateField()
    starts_at = models.TimeField()
    place = models.CharField(max_length=160, blank=True)
    link = models.URLField(max_length=240, blank=True)
    material = models.ForeignKey("attachments.Attachment", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["cohort", "on"], name="session_cohort")]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "code", "on", "starts_at"], name="session_once"),
            models.CheckConstraint(condition=~Q(place="") | ~Q(link=""), name="session_is_somewhere"),
        ]


class Attendance(models.Model):
    """Whether a mentor was at a session; a tick set by mistake becomes `present` no, the trail keeps both."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances")
    candidacy = models.ForeignKey(Candidacy, models.PROTECT, related_name="attendances")
    present = models.BooleanField(default=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "candidacy"], name="attendance_once")]
