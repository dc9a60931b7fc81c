"""Turning a posted voucher back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.platform.database.ids import uuid7


class ReverseForm(forms.Form):
    """On which day of an open month, and why."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(label=_("Tanggal pembalikan"), widget=forms.DateInput)
    text = forms.CharField(label=_("Alasan"), max_length=240)
