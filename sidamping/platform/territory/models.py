"""The official areas by Kemendagri code: province, regency or city, district, village. Codes are never deleted."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper


class Level(models.IntegerChoices):
    PROVINCE = 1
    REGENCY = 2
    DISTRICT = 3
    VILLAGE = 4


class Area(models.Model):
    """One area; `code` is dotted ('53', '53.01', '53.01.05', '53.01.05.2003'); a parent's code is a prefix of it."""

    code = models.CharField(primary_key=True, max_length=13)
    name = models.CharField(max_length=120)
    level = models.SmallIntegerField(choices=Level.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    retired_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["level", "code"], name="territory_level_code"),
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="territory_name_search"),
        ]

    def __str__(self) -> str:
        return self.name


class Boundary(models.Model):
    """The outline of a province or regency as an office loaded it: a path of SVG and its box, thinned for screens."""

    area = models.OneToOneField(Area, models.PROTECT, primary_key=True, related_name="boundary")
    path = models.TextField()
    left = models.SmallIntegerField()
    top = models.SmallIntegerField()
    right = models.SmallIntegerField()
    bottom = models.SmallIntegerField()
    loaded_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left__lte=models.F("right"), top__lte=models.F("bottom")), name="boundary_has_a_box"
            )
        ]
