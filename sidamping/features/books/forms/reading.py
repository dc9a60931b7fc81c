"""The day or the span of days a report is asked for; odd values of the address count as empty."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _


class DayForm(forms.Form):
    """A report as it stands at the end of a day."""

    per = forms.DateField(label=_("Per tanggal"), required=False, widget=forms.DateInput)

    def at(self, today: date) -> date:
        self.is_valid()
        return self.cleaned_data.get("per") or today


class SpanForm(forms.Form):
    """A report of the days between two, both included."""

    dari = forms.DateField(label=_("Dari tanggal"), required=False, widget=forms.DateInput)
    sampai = forms.DateField(label=_("Sampai tanggal"), required=False, widget=forms.DateInput)

    def span(self, today: date) -> tuple[date, date]:
        """The days asked for; the running month up to today without them, turned round when asked backwards."""
        self.is_valid()
        until = self.cleaned_data.get("sampai") or today
        since = self.cleaned_data.get("dari") or until.replace(day=1)
        return min(since, until), max(since, until)
