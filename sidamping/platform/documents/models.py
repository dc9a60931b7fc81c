"""Gap-free counters for document numbers (F9)."""

from __future__ import annotations

from django.db import models


class Counter(models.Model):
    """The last number given out in a series ('TPK-NTT/LBK') of a year."""

    series = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "year"], name="counter_once")]
