"""Exact figures of interviews as people read them: two decimals, whole marks, shares in percent."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import template

from sidamping.domain.scoring.numbers import exact, written

register = template.Library()


@register.filter
def dua(value: Any) -> str:
    """Two decimals, half away from zero."""
    return _rounded(value, 2)


@register.filter
def utuh(value: Any) -> str:
    """A mark as it was given: whole, or with the decimals it has."""
    return written(exact(value), 0)


@register.filter
def persen(value: Any) -> str:
    """A share as percent with two decimals."""
    return f"{_rounded(Fraction(value) * 100, 2)} %"


def _rounded(value: Any, places: int) -> str:
    return written(exact(value), places, places)
