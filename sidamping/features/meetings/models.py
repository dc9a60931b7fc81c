"""Tables of members' meetings: who was invited and came, the agenda, secret ballots, decisions.

The database refuses what would make a meeting void: a decision without a quorum, votes that are not those present, an
elector after the meeting was opened (migrations/0002_guard.py).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.domain.meetings.documents import KINDS as DOCUMENT_KINDS
from sidamping.domain.meetings.documents import MINUTES
from sidamping.domain.meetings.passages import PARTS
from sidamping.domain.meetings.votes import CARRIED, CONSENSUS, OUTCOMES, SECRET, WAYS
from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL
ANNUAL, SPECIAL, EXTRAORDINARY = "annual", "special", "extraordinary"
KINDS = (ANNUAL, SPECIAL, EXTRAORDINARY)
MATTER, ELECTION = "matter", "election"
PAPER, CODED = "paper", "coded"
HEAD = "head"
"""The duty of who leads the committee."""


class Meeting(models.Model):
    """A members' meeting. Inviting freezes who is registered and the quorum that follows from it.

    `chair` and `secretary` lead the session: the members choose them once it is opened, and they sign its minutes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    book = models.ForeignKey("books.Book", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=14)
    year = models.PositiveSmallIntegerField(null=True)
    day = models.DateField()
    begins = models.TimeField()
    place = models.CharField(max_length=160)
    purpose = models.CharField(max_length=240, blank=True)
    called_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    called_at = models.DateTimeField()
    invited_on = models.DateField(null=True)
    registered = models.PositiveIntegerField(null=True)
    quorum = models.PositiveIntegerField(null=True)
    rules = models.JSONField(default=dict)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    chair = models.CharField(max_length=120, blank=True)
    secretary = models.CharField(max_length=120, blank=True)
    reported_on = models.DateField(null=True)
    reported_to = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="meeting_kind"),
            models.CheckConstraint(
                condition=Q(kind=ANNUAL, year__isnull=False, day__year__gt=F("year")) | ~Q(kind=ANNUAL) & Q(year=None),
                name="meeting_annual_is_of_a_past_year",
            ),
            models.UniqueConstraint(fields=["book", "year"], condition=Q(kind=ANNUAL), name="meeting_annual_once"),
            models.CheckConstraint(
                condition=Q(invited_on=None, registered=None, quorum=None)
                | Q(invited_on__isnull=False, registered__gte=1, quorum__gte=1, quorum__lte=F("registered")),
                name="meeting_invited_whole",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(invited_on__isnull=False), name="meeting_opened_when_invited"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(opened_at__isnull=False, closed_at__gte=F("opened_at")),
                name="meeting_closed_when_opened",
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None, reported_to="")
                | Q(reported_on__isnull=False, closed_at__isnull=False, reported_on__gte=F("day")) & ~Q(reported_to=""),
                name="meeting_reported_when_closed",
            ),
        ]


class Postponement(models.Model):
    """A meeting was put off; members and the office are told (C.a of the guideline)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="postponements", db_index=False)
    was_on = models.DateField()
    now_on = models.DateField()
    why = models.CharField(max_length=240)
    told_members_on = models.DateField()
    told_office_on = models.DateField()
    office = models.CharField(max_length=160)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["meeting", "made_at"], name="postponement_of_meeting")]
        constraints = [
            models.CheckConstraint(condition=~Q(why="") & ~Q(office=""), name="postponement_says_why"),
            models.CheckConstraint(condition=~Q(was_on=F("now_on")), name="postponement_moves"),
        ]


class CommitteeSeat(models.Model):
    """A person of the committee that prepares the meeting."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="committee", db_index=False)
    name = models.CharField(max_length=120)
    duty = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "name", "duty"], name="committee_seat_once"),
            models.UniqueConstraint(fields=["meeting"], condition=Q(duty=HEAD), name="committee_has_one_head"),
            models.CheckConstraint(condition=~Q(name=""), name="committee_seat_named"),
        ]


class Check(models.Model):
    """A point of the checklist that is done."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="checks", db_index=False)
    code = models.CharField(max_length=20)
    done_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    done_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "code"], name="check_once")]


class Elector(models.Model):
    """A member registered on the day of the invitation: one voice. With how the invitation reached the member."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="electors", db_index=False)
    member = models.ForeignKey("books.Member", models.PROTECT, related_name="+")
    delivered_on = models.DateField(null=True)
    delivered_by = models.CharField(max_length=10, blank=True)
    proof = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="elector_once"),
            models.CheckConstraint(
                condition=Q(delivered_on=None, delivered_by="") | Q(delivered_on__isnull=False) & ~Q(delivered_by=""),
                name="elector_delivered_whole",
            ),
        ]


class Presence(models.Model):
    """An elector came. Its row has no time; the activities tell when lists and QR codes came in, not who voted what."""

    elector = models.OneToOneField(Elector, models.PROTECT, primary_key=True, related_name="presence")
    way = models.CharField(max_length=10)
    group = models.CharField(max_length=80, blank=True)


class Consent(models.Model):
    """An elector whose papers came late agreed that the meeting deals with its matters nevertheless."""

    elector = models.OneToOneField(Elector, models.PROTECT, primary_key=True, related_name="consent")


class Item(models.Model):
    """An item of the agenda in its turn: dealt with, or not held and why; `note` goes into the minutes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items", db_index=False)
    code = models.CharField(max_length=30)
    ordinal = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=500, blank=True)
    held = models.BooleanField(default=True)
    done_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "code"], name="item_once"),
            models.UniqueConstraint(fields=["meeting", "ordinal"], name="item_in_its_turn"),
            models.CheckConstraint(condition=Q(held=True) | ~Q(note=""), name="item_not_held_says_why"),
        ]


class Poll(models.Model):
    """A secret ballot of a meeting: on a matter, or among candidates. It keeps no time at all (decision 0034)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="polls", db_index=False)
    kind = models.CharField(max_length=10)
    question = models.CharField(max_length=240)
    organ = models.CharField(max_length=12, blank=True)
    position = models.CharField(max_length=30, blank=True)
    seats = models.PositiveSmallIntegerField(default=1)
    choices = models.JSONField()
    way = models.CharField(max_length=6)
    handed_out = models.PositiveIntegerField(null=True)
    urn_open = models.BooleanField(default=False)
    counted = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=MATTER, organ="", position="") | Q(kind=ELECTION) & ~Q(organ="") & ~Q(position=""),
                name="poll_kind",
            ),
            models.CheckConstraint(condition=Q(way__in=[PAPER, CODED]), name="poll_way"),
            models.CheckConstraint(condition=Q(seats__gte=1) & ~Q(question=""), name="poll_whole"),
            models.CheckConstraint(
                condition=Q(urn_open=False, counted=False)
                | Q(urn_open=True, way=CODED, counted=False, handed_out__gte=1)
                | Q(urn_open=False, counted=True, handed_out__gte=1),
                name="poll_goes_forward",
            ),
        ]


class Voter(models.Model):
    """An elector who was handed a slip. All of a poll are written at once, by the number of the member."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="voters", db_index=False)
    elector = models.ForeignKey(Elector, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "elector"], name="voter_once")]


class Slip(models.Model):
    """A slip with a code that was drawn from a box: nobody knows whose. Thrown away when the votes are counted."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="slips", db_index=False)
    print = models.CharField(max_length=64)
    choice = models.CharField(max_length=40, null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "print"], name="slip_once")]


class Count(models.Model):
    """How many votes a choice got; 'blank' are slips without a vote."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="counts", db_index=False)
    choice = models.CharField(max_length=40)
    votes = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "choice"], name="count_once")]


class Decision(models.Model):
    """What the meeting decided, with who was registered, present and how they voted. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions", db_index=False)
    number = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=30)
    text = models.CharField(max_length=500)
    way = models.CharField(max_length=10)
    poll = models.OneToOneField(Poll, models.PROTECT, null=True, related_name="decision")
    registered = models.PositiveIntegerField()
    quorum = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    abstained = models.PositiveIntegerField()
    needed = models.PositiveIntegerField()
    outcome = models.CharField(max_length=20)
    notes = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="decision_number_once"),
            models.CheckConstraint(condition=Q(way__in=WAYS, outcome__in=OUTCOMES) & ~Q(text=""), name="decision_kind"),
            models.CheckConstraint(condition=Q(present__gte=F("quorum")), name="decision_has_a_quorum"),
            models.CheckConstraint(
                condition=Q(present=F("yes") + F("no") + F("abstained")), name="decision_votes_are_those_present"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=CARRIED, yes__gte=F("needed")) | Q(outcome="rejected", yes__lt=F("needed")),
                name="decision_follows_the_votes",
            ),
            models.CheckConstraint(
                condition=Q(way=CONSENSUS, no=0, abstained=0) | ~Q(way=CONSENSUS), name="decision_consensus_is_of_all"
            ),
            models.CheckConstraint(
                condition=Q(way=SECRET, poll__isnull=False) | ~Q(way=SECRET) & Q(poll=None),
                name="decision_secret_has_its_poll",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="approved_with_notes") | ~Q(notes=""), name="decision_notes_are_told"
            ),
        ]


class Passage(models.Model):
    """What board or supervisors say in a part of the RAT book, or the shares they propose; the latest counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="passages", db_index=False)
    part = models.CharField(max_length=30)
    text = models.TextField(blank=True)
    percents = models.JSONField(default=dict)
    written_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["meeting", "part", "written_at"], name="passage_latest")]
        constraints = [models.CheckConstraint(condition=Q(part__in=PARTS), name="passage_part")]


class Document(models.Model):
    """A paper of a meeting as it was frozen: the minutes at its closing, the RAT book before and after the approval."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="documents", db_index=False)
    kind = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField()
    approved = models.BooleanField(default=False)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DOCUMENT_KINDS, version__gte=1), name="document_kind"),
            models.CheckConstraint(condition=~Q(kind=MINUTES) | Q(version=1, approved=False), name="document_minutes"),
            models.CheckConstraint(condition=Q(approved=False) | Q(version__gte=2), name="document_approved_later"),
            models.UniqueConstraint(fields=["meeting", "kind", "version"], name="document_version_once"),
            models.UniqueConstraint(
                fields=["meeting", "kind"], condition=Q(approved=True), name="document_approved_once"
            ),
        ]
