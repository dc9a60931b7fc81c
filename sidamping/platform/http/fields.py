"""Fields of forms that several rooms ask for alike."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sidamping.domain.money import parse_rupiah


class Rupiah(forms.CharField):
    """An amount above zero in whole rupiah, as people type it; empty is empty.

    `zero` allows nothing at all as 0; `signed` amounts below zero too, on a keyboard that has the sign.
    """

    def __init__(self, *, zero: bool = False, signed: bool = False, **options: Any) -> None:
        attrs = {"inputmode": "text" if signed else "numeric", "autocomplete": "off", "class": "num"}
        super().__init__(widget=forms.TextInput(attrs=attrs), max_length=40, **options)
        self.zero, self.signed = zero or signed, signed

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            amount = parse_rupiah(text)
        except ValueError:
            raise ValidationError(_("Tulis rupiah bulat, misalnya 150.000.")) from None
        if amount is not None and ((amount < 0 and not self.signed) or (amount == 0 and not self.zero)):
            raise ValidationError(_("Tulis jumlah di atas nol."))
        return amount
