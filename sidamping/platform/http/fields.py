"""Fields of forms that several rooms ask for alike, and how a fault found in a field keeps its code."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sidamping.domain.figures import MOST, short, typed_rupiah
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem
from sidamping.platform.http.language import reader_language

COMMAS = re.compile(r"(?:rp\.?\s*)?-?\d{1,3}(?:,\d{3})+", re.IGNORECASE)
"""Thousands as English readers mark them: '25,000'."""


class Rupiah(forms.CharField):
    """An amount above zero in whole rupiah, as people type it; empty is empty.

    A reader of English may mark thousands with commas. `zero` allows nothing at all as 0; `signed` amounts below zero
    too, on a keyboard that has the sign.
    """

    def __init__(self, *, zero: bool = False, signed: bool = False, **options: Any) -> None:
        attrs = {"inputmode": "text" if signed else "numeric", "autocomplete": "off", "class": "num"}
        super().__init__(widget=forms.TextInput(attrs=attrs), max_length=40, **options)
        self.zero, self.signed = zero or signed, signed

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if reader_language() == "en" and COMMAS.fullmatch(text):
            text = text.replace(",", "")
        read = typed_rupiah(text, zero=self.zero, signed=self.signed)
        if isinstance(read, str):
            raise coded(problem(read, "", key=self.label, seen=short(text), most=rupiah(MOST)))
        return read


def coded(told: Problem) -> ValidationError:
    """A problem of the catalogue as the fault of a field, in the reader's language and with its code."""
    return ValidationError(told.text(reader_language()), code=told.code)
