"""The day a list is asked for; an odd value of the address counts as today."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _


class DayForm(forms.Form):
    """Loans as they stand at the end of a day that has come."""

    per = forms.DateField(label=_("Per tanggal"), required=False, widget=forms.DateInput)

    def at(self, today: date) -> date:
        self.is_valid()
        return min(self.cleaned_data.get("per") or today, today)
