"""What a field of Django's finds wrong by itself, told in the words and with the code of the catalogue."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from sidamping.domain.figures import short
from sidamping.domain.problems import Problem, problem

UNREADABLE = {"invalid", "max_digits", "max_decimal_places", "max_whole_digits"}
EXAMPLES: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.DateField, "21/11/2026"), (forms.TimeField, "09:30"), (forms.DecimalField, "12.5"),
    (forms.IntegerField, "12"), (forms.EmailField, "nama@contoh.id"),
)  # fmt: skip
"""How a value is written, for fields that are typed and not chosen."""


def native_problem(field: BoundField, error: ValidationError) -> Problem | None:
    """The problem that the error of a field means; None where the field told it in words of its own."""
    told = {"label": field.label, "seen": short(field.data)}
    if error.code == "required":
        return problem("GENERAL_001", field.name, label=field.label)
    if error.code == "invalid_choice":
        return problem("GENERAL_002", field.name, **told)
    if error.code == "min_value":
        return problem("GENERAL_008", field.name, **told, least=_limit(error))
    if error.code == "max_value":
        return problem("GENERAL_009", field.name, **told, most=_limit(error))
    if error.code == "max_length":
        return problem("GENERAL_007", field.name, label=field.label, seen=len(str(field.data)), most=_limit(error))
    example = next((words for kind, words in EXAMPLES if isinstance(field.field, kind)), "")
    return problem("GENERAL_004", field.name, **told, example=example) if error.code in UNREADABLE and example else None


def _limit(error: ValidationError) -> object:
    return (error.params or {}).get("limit_value", "")
