"""How a surplus is to be shared: the day it is counted to, and a percentage for each fund; together 100."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.books.queries.shares import FUNDS


class ShareForm(forms.Form):
    """A simulation: nothing is kept until a posting is drafted."""

    per = forms.DateField(label=_("Dihitung sampai"), widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, word, percent in FUNDS:
            self.fields[f"pct_{key}"] = forms.DecimalField(
                label=word, min_value=Decimal(0), max_value=Decimal(100), decimal_places=2, initial=percent,
            )

    @classmethod
    def start(cls, at: date) -> dict[str, Any]:
        """What the form begins with."""
        return {"per": at.isoformat(), **{f"pct_{key}": str(percent) for key, _word, percent in FUNDS}}

    def shares(self) -> dict[str, Decimal]:
        """The percentage of each fund."""
        return {key: self.cleaned_data[f"pct_{key}"] for key, *_rest in FUNDS}

    def percents(self) -> list[forms.BoundField]:
        return [self[f"pct_{key}"] for key, *_rest in FUNDS]
