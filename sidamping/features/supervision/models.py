"""Tables of supervision: letterheads, examinations with team and report, findings with answers, sanctions.

Nothing official is changed or deleted: a finding is struck before the report, a sanction lifted with a reason.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class Letterhead(models.Model):
    """How an office heads and signs its letters, as it said it last: a change is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.CharField(max_length=20)
    area = models.CharField(max_length=13)
    government = models.CharField(max_length=120)
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=240)
    place = models.CharField(max_length=60)
    signer = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    nip = models.CharField(max_length=18)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["office", "area", "-at", "-id"], name="letterhead_of_office")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(area="") & ~Q(government="") & ~Q(name="") & ~Q(address="") & ~Q(place="")
                & ~Q(signer="") & ~Q(title="") & Q(nip__regex="^[0-9]{18}$"),
                name="letterhead_whole",
            ),
        ]


class Examination(models.Model):
    """One supervision of a cooperative by an office: `office` is its role, `area` its reach.

    `way`, `timing` and `purpose` are one of each pair of lists/supervision-kinds.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cooperative = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    office = models.CharField(max_length=20)
    area = models.CharField(max_length=13)
    way = models.CharField(max_length=20)
    timing = models.CharField(max_length=20)
    purpose = models.CharField(max_length=20)
    matter = models.CharField(max_length=240)
    starts = models.DateField()
    ends = models.DateField()
    opened_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    opened_at = models.DateTimeField()
    letter = models.OneToOneField("letters.Letter", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    closed_why = models.CharField(max_length=240, blank=True)

    class Meta:
        indexes = [models.Index(fields=["office", "area", "-starts", "-id"], name="examination_of_office")]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="examination_ends_later"),
            models.CheckConstraint(condition=~Q(area="") & ~Q(matter=""), name="examination_of_an_office"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, closed_why="")
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="examination_closed_whole",
            ),
        ]


class Member(models.Model):
    """Somebody of the team, as the letter of assignment names it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="team")
    name = models.CharField(max_length=120)
    nip = models.CharField(max_length=20, blank=True)
    duty = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="team_member_named"),
            models.UniqueConstraint(fields=["examination"], condition=Q(duty="lead"), name="one_head_of_a_team"),
        ]


class Finding(models.Model):
    """What was found, against what, who is to mend it by when, and what the office advises."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="findings", db_index=False)
    number = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=20)
    text = models.TextField()
    basis = models.CharField(max_length=240, blank=True)
    advice = models.TextField()
    charged = models.CharField(max_length=120)
    due = models.DateField()
    written_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_why = models.CharField(max_length=240, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["examination", "number"], name="finding_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="finding_number"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(advice="") & ~Q(charged=""), name="finding_whole"),
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_why="") | Q(struck_at__isnull=False) & ~Q(struck_why=""),
                name="finding_struck_whole",
            ),
        ]


class Report(models.Model):
    """The report of an examination, frozen with its hash; from here on the cooperative reads its findings."""

    examination = models.OneToOneField(Examination, models.PROTECT, primary_key=True, related_name="report")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    on = models.DateField()
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()


class Answer(models.Model):
    """What the cooperative did about a finding, with a photo or PDF as proof."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="answers")
    text = models.TextField()
    attachment = models.UUIDField(null=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="answer_says_something")]


class Verdict(models.Model):
    """Whether the office holds a finding settled by an answer; sent back, it says why."""

    answer = models.OneToOneField(Answer, models.PROTECT, primary_key=True, related_name="verdict")
    settled = models.BooleanField()
    remark = models.CharField(max_length=240, blank=True)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(settled=True) | ~Q(remark=""), name="sent_back_with_a_word")]


class Sanction(models.Model):
    """A sanction for findings that were not settled, with its letter and the order it was given in.

    `warnings` and `interval` are what the rule asked on its day: the database counts by them.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    examination = models.ForeignKey(Examination, models.PROTECT, related_name="sanctions", db_index=False)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    on = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=400, blank=True)
    warnings = models.PositiveSmallIntegerField()
    interval = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=120)
    letter = models.OneToOneField("letters.Letter", models.PROTECT, related_name="+")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+", db_index=False)
    lifted_why = models.CharField(max_length=240, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["examination", "number"], name="sanction_number_once"),
            models.CheckConstraint(condition=Q(warnings__gte=1), name="sanction_after_warnings"),
            models.CheckConstraint(
                condition=Q(kind="warning", until__gt=F("on")) | ~Q(kind="warning") & ~Q(reason=""),
                name="sanction_says_until_when_or_why",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None, lifted_why="")
                | Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_why=""),
                name="sanction_lifted_whole",
            ),
        ]
