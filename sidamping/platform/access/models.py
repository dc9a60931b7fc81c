"""People who sign in, and their appointments: a role in a programme, for a territory, between two dates (F10)."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce

from sidamping.platform.access import roles
from sidamping.platform.database.ids import uuid7

NOBODY = "00000000-0000-0000-0000-000000000000"


class User(AbstractUser):
    """A person with a password; the name as printed on papers, the NIP for officials."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    first_name = None  # type: ignore[assignment]  # one name, as people here write it
    last_name = None  # type: ignore[assignment]  # as above
    full_name = models.CharField(max_length=120)
    nip = models.CharField(max_length=18, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    password_once = models.BooleanField(default=False)
    REQUIRED_FIELDS = ["full_name"]

    def set_password(self, raw_password: str | None) -> None:
        """A password its owner chose is not a one-time password any more."""
        super().set_password(raw_password)
        self.password_once = False

    def get_full_name(self) -> str:
        return self.full_name

    def __str__(self) -> str:
        return self.full_name or self.username


class Appointment(models.Model):
    """A role held in a programme ('' = every programme), within an area (none = the nation) or for one subject.

    One that was taken back before it began bears the day of that; it was never in force.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=20, choices=[(code, code) for code in roles.ALL])
    programme = models.CharField(max_length=60, blank=True)
    area = models.ForeignKey("territory.Area", models.PROTECT, null=True, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    letter = models.CharField(max_length=120, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="appointment_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(role__in=roles.BOARD) | Q(subject_id__isnull=False), name="appointment_board_has_subject"
            ),
            ExclusionConstraint(
                name="appointment_not_twice",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("programme", RangeOperators.EQUAL),
                    (Coalesce("area", Value("")), RangeOperators.EQUAL),
                    (Coalesce("subject_id", Value(NOBODY), output_field=models.UUIDField()), RangeOperators.EQUAL),
                    (Func("starts", "ends", Value("[]"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(cancelled_on__isnull=True),
            ),
        ]


def in_force(on: date) -> Q:
    """Appointments in force on a day; both ends count. The one place where this is decided."""
    return Q(starts__lte=on) & not_over(on)


def not_over(on: date) -> Q:
    """Appointments in force on a day or still to come."""
    return Q(cancelled_on__isnull=True) & (Q(ends__isnull=True) | Q(ends__gte=on))
