"""Mentors as people one can assign: what they can and where they live, certificates, interests and waivers (A13, C13).

Certificates, interests, requests and waivers are kept for good; ending one is a day and a reason, never a deletion.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sidamping.platform.database.ids import uuid7

USER = settings.AUTH_USER_MODEL


class MentorProfile(models.Model):
    """What matching needs of a mentor. `capacity` overrides the ratio of the programme, with its reason."""

    user = models.OneToOneField(USER, models.PROTECT, primary_key=True, related_name="mentor_profile")
    nik = models.CharField(max_length=16, null=True, blank=True, unique=True)
    village = models.ForeignKey("territory.Area", models.PROTECT, null=True, blank=True, related_name="+")
    address = models.CharField(max_length=240, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    education = models.CharField(max_length=20, blank=True)
    themes = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    capacity = models.PositiveSmallIntegerField(null=True, blank=True)
    capacity_why = models.CharField(max_length=240, blank=True)
    note = models.TextField(blank=True)
    revised = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["village"], name="mentor_area", opclasses=["varchar_pattern_ops"])]
        constraints = [
            models.CheckConstraint(condition=Q(nik__isnull=True) | Q(nik__regex=r"^\d{16}$"), name="mentor_nik_16"),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | ~Q(capacity_why=""), name="mentor_capacity_says_why"
            ),
        ]


class Certificate(models.Model):
    """A certificate of competence with its file; withdrawn once, on a day, with a reason."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(USER, models.PROTECT, related_name="mentor_certificates")
    scheme = models.CharField(max_length=160)
    number = models.CharField(max_length=80)
    issuer = models.CharField(max_length=160, blank=True)
    issued = models.DateField()
    expires = models.DateField(null=True, blank=True)
    attachment = models.ForeignKey("attachments.Attachment", models.PROTECT, null=True, blank=True, related_name="+")
    added_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=240, blank=True)
    withdrawn_by = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["expires"], name="certificate_expires")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "scheme", "number"], condition=Q(withdrawn_on__isnull=True), name="certificate_once"
            ),
            models.CheckConstraint(
                condition=Q(expires__isnull=True) | Q(expires__gte=F("issued")), name="certificate_ends_after_issue"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True)
                | (~Q(withdrawn_why="") & Q(withdrawn_by__isnull=False)),
                name="certificate_withdrawn_says_why",
            ),
        ]


class Interest(models.Model):
    """What binds a mentor to a mentee by declaration: kin, business partner, lender. Kinds of lists/conflict-kinds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(USER, models.PROTECT, related_name="mentor_interests")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    note = models.CharField(max_length=240)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=240, blank=True)
    declared_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["user", "party"], name="interest_pair")]
        constraints = [
            models.UniqueConstraint(fields=["user", "party", "kind", "starts"], name="interest_once"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | (Q(ends__gte=F("starts")) & ~Q(ended_why="")),
                name="interest_end_says_why",
            ),
        ]


class WaiverRequest(models.Model):
    """Somebody asks that a conflict be let in; `kinds` are those found on that day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(USER, models.PROTECT, related_name="+")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    kinds = models.JSONField()
    why = models.CharField(max_length=400)
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    asked_on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="waiver_request_says_why")]


class Waiver(models.Model):
    """A conflict let in, or refused, by another person with a reason; it holds for the kinds named and no others."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    request = models.OneToOneField(WaiverRequest, models.PROTECT, null=True, blank=True, related_name="decision")
    user = models.ForeignKey(USER, models.PROTECT, related_name="+")
    party = models.ForeignKey("parties.Party", models.PROTECT, related_name="+")
    kinds = models.JSONField()
    let_in = models.BooleanField(default=True)
    why = models.CharField(max_length=400)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["user", "party"], name="waiver_pair")]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="waiver_says_why"),
            models.CheckConstraint(condition=~Q(by=F("user")), name="waiver_not_by_the_mentor"),
        ]
