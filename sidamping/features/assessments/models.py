"""Assessments: rounds of an instrument about a subject, the fillings of people, evidence, acts and sealed results.

What an instrument asks and how it scores is never stored here: only its version and hash. Decided results never change.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
PARTY = "parties.Party"


class Assessment(models.Model):
    """One round: an instrument in one version about a party, a mentor or a topic, as of a day.

    `area` places it in the scope of roles: the village of the party; the regency where the mentor works, or the
    opener's own area for a mentor without one; for a topic the opener's own. `pair` is the baseline of a final
    assessment; both stand on the same version (B6). `version` is the path of the instrument's file without its
    ending; `sha256` the hash of that file as it was read. `simulated`: a mentor leads it as a rehearsal.
    `engagement` is the mentoring it was opened for, of that party or carried by that mentor (a trigger keeps that).
    """

    class Purpose(models.TextChoices):
        SINGLE = "single"
        BASELINE = "baseline"
        MIDTERM = "midterm"
        FINAL = "final"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    instrument = models.CharField(max_length=60)
    version = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    method = models.CharField(max_length=8, default="table")
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.SINGLE)
    as_of = models.DateField()
    party = models.ForeignKey(PARTY, models.PROTECT, null=True, related_name="+")
    mentor = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    topic = models.CharField(max_length=160, blank=True)
    engagement = models.ForeignKey("programmes.Engagement", models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    pair = models.ForeignKey("self", models.PROTECT, null=True, related_name="follow_ups")
    simulated = models.BooleanField(default=False)
    opened_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["party", "instrument", "-as_of"], name="assessment_party"),
            models.Index(fields=["area"], name="assessment_area", opclasses=["varchar_pattern_ops"]),
            models.Index(fields=["-as_of", "-id"], name="assessment_list"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(party__isnull=False, mentor__isnull=True, topic="")
                | Q(party__isnull=True, mentor__isnull=False, topic="")
                | (Q(party__isnull=True, mentor__isnull=True) & ~Q(topic="")),
                name="assessment_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(pair__isnull=True) | Q(purpose="final"), name="assessment_pair_closes_baseline"
            ),
            models.CheckConstraint(condition=Q(method__in=["table", "text"]), name="assessment_method"),
        ]


class Filling(models.Model):
    """One person's answers in a round: the lead's, a second blind one, or the subject's own view beside it.

    `data` has the shape of the file `sidamping score` reads (inputs, ratios, answers) and `notes` by item. What was not
    reported is absent. Once submitted the database keeps it.
    """

    class Part(models.TextChoices):
        LEAD = "lead"
        SECOND = "second"
        SELF = "self"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="fillings")
    part = models.CharField(max_length=8, choices=Part.choices)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    answered_by = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=12, default="typed")
    data = models.JSONField(default=dict)
    revised = models.PositiveIntegerField(default=0)
    revised_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "part"], condition=Q(replaces__isnull=True), name="filling_once_per_part"
            ),
            models.UniqueConstraint(
                fields=["assessment", "by"], condition=Q(replaces__isnull=True), name="filling_once_per_person"
            ),
            models.CheckConstraint(condition=~Q(replaces=F("id")), name="filling_replaces_another"),
        ]


class Evidence(models.Model):
    """What stands behind one item of a filling: a photo or a document, with a word about it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    filling = models.ForeignKey(Filling, models.PROTECT, related_name="evidence")
    item = models.CharField(max_length=80)
    attachment = models.UUIDField()
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["filling", "item", "attachment"], name="evidence_once")]


class Result(models.Model):
    """What an instrument's file made of a filling: inputs, day, file, hash and trace, sealed (house rule 15).

    `given` keeps beside the answers, under `subject`, what the subject was called and where it was; nothing scores it.
    `decided` marks the one result that was decided upon. Another version or method makes another row with its reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="results")
    filling = models.ForeignKey(Filling, models.PROTECT, related_name="results")
    version = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    method = models.CharField(max_length=8)
    as_of = models.DateField()
    given = models.JSONField()
    outcome = models.JSONField()
    decided = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"], condition=Q(decided=True), name="result_decided_once"
            ),
            models.UniqueConstraint(fields=["filling", "sha256", "method", "decided"], name="result_once_per_ruler"),
            models.CheckConstraint(condition=Q(decided=True) | ~Q(reason=""), name="result_recomputed_for_a_reason"),
        ]


class Step(models.Model):
    """One act on a round, in order: submitted, returned, decided, withdrawn. The last one is its state; none: draft."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="steps")
    ordinal = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=12)
    remark = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "ordinal"], name="assessment_step_one_winner"),
            models.CheckConstraint(condition=~Q(act="returned") | ~Q(remark=""), name="assessment_return_says_why"),
        ]


class OutsideResult(models.Model):
    """An official result of somebody else: issuer, number, how long it holds, the paper. Never computed (E16).

    A trigger keeps issuer and number once per party among the rows that none replaced, whatever the letters' case.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    party = models.ForeignKey(PARTY, models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=60)
    issuer = models.CharField(max_length=160)
    number = models.CharField(max_length=80)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True)
    predicate = models.CharField(max_length=80)
    total = models.DecimalField(max_digits=7, decimal_places=3, null=True)
    attachment = models.UUIDField(null=True)
    note = models.TextField(blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["party", "-issued_on"], name="outside_result_party")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("issued_on")),
                name="outside_result_valid_forward",
            ),
        ]


class UploadedForm(models.Model):
    """An instrument that an office brought as an XLSForm: its text in the rulebook's own shape, and the workbook."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60)
    starts = models.DateField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    filename = models.CharField(max_length=200)
    workbook = models.BinaryField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "starts"], name="uploaded_form_once")]
