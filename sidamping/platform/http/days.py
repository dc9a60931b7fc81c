"""The day a page is asked for; a field left empty shows the day that counts, an odd value counts as none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Asked = Mapping[str, Any]


class DayForm(forms.Form):
    """A report as it stands at the end of a day, today where none is asked for, or a day to come where none may be."""

    per = forms.DateField(label=_("Per tanggal"), required=False, widget=forms.DateInput)

    def __init__(self, data: Asked, *, today: date, ahead: bool = True) -> None:
        super().__init__(data)
        self.today, self.ahead = today, ahead

    def clean(self) -> dict[str, Any]:
        self.data = showing(self.data, per=self.at)
        return self.cleaned_data

    @property
    def at(self) -> date:
        self.is_valid()
        day: date = self.cleaned_data.get("per") or self.today
        return day if self.ahead else min(day, self.today)


def showing(data: Asked, **days: date) -> Asked:
    """What the address asks for, with the day that counts in each field it leaves empty."""
    left = {name: day.isoformat() for name, day in days.items() if not data.get(name)}
    return {**{name: data.get(name) for name in data}, **left}
