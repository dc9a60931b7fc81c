"""The registers: cooperatives, persons, businesses, boards with terms, areas served (E1).

A Party is anything that can be mentored or met; its details stand in one of the three tables below it.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.searching import Folded


class Party(models.Model):
    """What all registers share: name, kind, village, address. `village` places it in the scope of roles."""

    class Kind(models.TextChoices):
        COOPERATIVE = "cooperative"
        PERSON = "person"
        BUSINESS = "business"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=160)
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    address = models.CharField(max_length=240, blank=True)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revised = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "name", "id"], name="party_list"),
            models.Index(fields=["village"], name="party_area", opclasses=["varchar_pattern_ops"]),
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="party_name_search"),
            GinIndex(OpClass(Folded("name"), name="gin_trgm_ops"), name="party_name_folded"),
        ]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="party_has_name")]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """A person; NIK, phone and account number are shown masked and revealed with a logged reason."""

    party = models.OneToOneField(Party, models.CASCADE, primary_key=True)
    nik = models.CharField(max_length=16, null=True, blank=True, unique=True)
    sex = models.CharField(max_length=1, choices=[("L", "L"), ("P", "P")], blank=True)
    phone = models.CharField(max_length=20, blank=True)
    account_number = models.CharField(max_length=40, blank=True)
    education = models.CharField(max_length=20, blank=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="person")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(nik__isnull=True) | Q(nik__regex=r"^\d{16}$"), name="person_nik_16")
        ]


class Cooperative(models.Model):
    """A cooperative or a group that prepares to become one; `kind` is a code of lists/cooperative-kinds."""

    party = models.OneToOneField(Party, models.CASCADE, primary_key=True)
    kind = models.CharField(max_length=20)
    form = models.CharField(max_length=12, default="primary")
    standing = models.CharField(max_length=20, default="registered")
    legal_number = models.CharField(max_length=80, null=True, blank=True, unique=True)
    legal_date = models.DateField(null=True, blank=True)
    nik_koperasi = models.CharField(max_length=16, null=True, blank=True, unique=True)
    nib = models.CharField(max_length=13, blank=True)
    npwp = models.CharField(max_length=16, blank=True)
    founded_on = models.DateField(null=True, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    account_number = models.CharField(max_length=40, blank=True)


class ServiceArea(models.Model):
    """A village that a cooperative serves; one cooperative may serve several, a village several cooperatives."""

    cooperative = models.ForeignKey(Cooperative, models.CASCADE, related_name="service_areas")
    village = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cooperative", "village"], name="service_area_once")]


class Business(models.Model):
    """A micro or small business of one owner; `sector` is a code of lists/business-sectors."""

    party = models.OneToOneField(Party, models.CASCADE, primary_key=True)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="businesses")
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, null=True, blank=True, related_name="businesses")
    sector = models.CharField(max_length=30)
    product = models.CharField(max_length=160, blank=True)
    started_on = models.DateField(null=True, blank=True)
    nib = models.CharField(max_length=13, blank=True)


class BoardTerm(models.Model):
    """A person's office in a cooperative between two dates; the longest term is a dated rule (R-MASA-JABATAN)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="board")
    person = models.ForeignKey(Person, models.PROTECT, related_name="offices")
    organ = models.CharField(max_length=12)
    position = models.CharField(max_length=30)
    starts = models.DateField()
    ends = models.DateField()
    letter = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="board_term_ends_after_start"),
            models.UniqueConstraint(fields=["cooperative", "person", "position", "starts"], name="board_term_once"),
        ]
