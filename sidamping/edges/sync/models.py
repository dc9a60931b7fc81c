"""What phones handed in, byte for byte, and what became of it. Only added to: the last verdict is a record's state.

`Open` alone is kept up to date by hand: the few records that are not in force yet, so that nobody searches them all.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
LAST_NUMBER = 9_999_999
LONGEST_NAME = 200


class State(models.TextChoices):
    """What became of a record; see docs/sync.md."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    CONFLICT = "conflict"
    ATTENTION = "attention"


SETTLING = (State.RECEIVED, State.WAITING)
"""States in which the server goes on by itself; the others wait for a mend or for people."""


class Device(models.Model):
    """One person on one phone; its id and key pair were made there, the private key never leaves it."""

    id = models.UUIDField(primary_key=True, editable=False)
    owner = models.ForeignKey(USER, models.PROTECT, related_name="+")
    label = models.CharField(max_length=80, blank=True)
    public_key = models.JSONField()
    created_at = models.DateTimeField()
    last_seen = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "-last_seen"], name="device_owner")]


class Sealed(models.Model):
    """What a phone sealed: the body as it came, its hash, the evidence of its clock, when it was received. `named` are
    the ids in the text of the body, readable as a record or not; the database keeps them (decision 0060)."""

    body = models.TextField()
    named = models.GeneratedField(
        expression=models.Func("body", function="sync_ids_named"), output_field=ArrayField(models.UUIDField()),
        db_persist=True,
    )
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(null=True)
    monotonic_ms = models.BigIntegerField(null=True)
    boot = models.CharField(max_length=64, blank=True)
    server_seen = models.DateTimeField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        abstract = True


class Record(Sealed):
    """A record as it came, under the id that the phone gave it. `number` is empty where another one bears it already;
    `told_number` is what the phone said. `doubts` are those of its clock, empty when it is sound."""

    class Via(models.TextChoices):
        DIRECT = "direct"
        CARRIED = "carried"
        OPENROSA = "openrosa"

    id = models.UUIDField(primary_key=True, editable=False)
    device = models.ForeignKey(Device, models.PROTECT, related_name="records")
    owner = models.ForeignKey(USER, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(null=True)
    told_number = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField()
    replaces = models.UUIDField(null=True)
    after = ArrayField(models.UUIDField(), default=list)
    doubts = ArrayField(models.CharField(max_length=20), default=list)
    receipt = models.CharField(max_length=40)
    via = models.CharField(max_length=10, choices=Via.choices, default=Via.DIRECT)
    carried_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["owner", "-received_at"], name="record_owner"),
            models.Index(fields=["device", "-told_number"], name="record_device"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["device", "number"], name="record_number_once"),
            models.CheckConstraint(
                condition=Q(told_number__gte=1, told_number__lte=LAST_NUMBER), name="record_number_counts"
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(number=models.F("told_number")), name="record_number_told"
            ),
            models.CheckConstraint(
                condition=Q(via="carried", carried_by__isnull=False) | ~Q(via="carried"), name="record_carrier_named"
            ),
        ]


class Formerly(models.Model):
    """The number that another phone of the same person had given to a record which this one sealed anew: so it is no
    gap there."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True, related_name="formerly")
    device_id = models.UUIDField()
    number = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["device_id"], name="formerly_device")]
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=LAST_NUMBER), name="formerly_number_counts")
        ]


class Verdict(models.Model):
    """What the server made of a record, once for each time it looked; `by` and `why` where a person asked for it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record = models.ForeignKey(Record, models.PROTECT, related_name="verdicts")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    subject_id = models.UUIDField(null=True)
    problems = models.JSONField(default=list)
    by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=240, blank=True)

    class Meta:
        indexes = [models.Index(fields=["record", "-id"], name="verdict_record")]
        constraints = [
            models.CheckConstraint(condition=~Q(state="received"), name="verdict_says_something"),
            models.UniqueConstraint(fields=["record"], condition=Q(state="accepted"), name="verdict_accepted_once"),
        ]


class Open(models.Model):
    """A record that is not in force: to be understood, waiting, or for people to look at. Gone once it is accepted.

    `looked_at` is when the server last tried: those that it never tried come first, then the ones it tried longest ago.
    """

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True, related_name="open")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    since = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "looked_at", "since"], name="open_state")]
        constraints = [models.CheckConstraint(condition=~Q(state="accepted"), name="open_is_not_accepted")]


class Variant(Sealed):
    """Other content that came under the id of a record: kept beside it until people choose."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record = models.ForeignKey(Record, models.PROTECT, related_name="variants")
    device = models.ForeignKey(Device, models.PROTECT, related_name="+")
    receipt = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "sha256"], name="variant_once")]


class Resolution(models.Model):
    """What people chose between two contents: the one in force, the other one, or a third made of both."""

    class Choice(models.TextChoices):
        KEPT = "kept"
        TAKEN = "taken"
        MERGED = "merged"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record = models.ForeignKey(Record, models.PROTECT, related_name="resolutions")
    variant = models.OneToOneField(Variant, models.PROTECT, null=True, related_name="resolution")
    choice = models.CharField(max_length=10, choices=Choice.choices)
    body = models.TextField(blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    why = models.CharField(max_length=240)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=Q(variant=None), name="resolution_of_record_once"),
            models.CheckConstraint(
                condition=Q(choice="merged") & ~Q(body="") | ~Q(choice="merged") & Q(body=""),
                name="resolution_body_of_a_merge",
            ),
        ]


class ExpectedFile(models.Model):
    """A file that a record announced; it may come late, twice, or before the record is understood."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record = models.ForeignKey(Record, models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveIntegerField()
    type = models.CharField(max_length=100)
    name = models.CharField(max_length=LONGEST_NAME)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "sha256"], name="expected_file_once")]


class HeldFile(models.Model):
    """An expected file that came: its raw bytes wait in the files folder until its record is in force; then it is an
    attachment of what the record made. `problems` say why it could not become one yet."""

    expected = models.OneToOneField(ExpectedFile, models.PROTECT, primary_key=True, related_name="held")
    received_at = models.DateTimeField()
    attachment_id = models.UUIDField(null=True)
    problems = models.JSONField(default=list)


class Pace(models.Model):
    """How often a person asked within the window that runs. Unlogged: after a crash everybody may begin anew."""

    who = models.OneToOneField(USER, models.CASCADE, primary_key=True, related_name="+")
    window = models.BigIntegerField()
    asked = models.PositiveIntegerField()


class Refusal(models.Model):
    """Why something of a phone could not be stored, once for each thing: the id of a record, the hash of a file."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    device = models.ForeignKey(Device, models.PROTECT, related_name="refusals")
    thing = models.CharField(max_length=64)
    is_file = models.BooleanField(default=False)
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    problems = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "thing"], name="refusal_once")]


class Document(models.Model):
    """A document that a person's phone may hold, by key: the hash of its content, which is composed anew each time.

    `seq` grows whenever the content changes; an empty hash says that the document is no longer the person's.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(USER, models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    seq = models.BigIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "seq"], name="document_since")]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="document_once")]
