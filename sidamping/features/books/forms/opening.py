"""Opening a book: on which chart of accounts, from which month."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import Month
from sidamping.domain.problems import problem
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import coded

EXAMPLE = "2026-01"
SHOWN = 20
"""So many letters of what is no month are shown again."""


class OpenForm(forms.Form):
    """A new book of a cooperative."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    cooperative = forms.ChoiceField(label=_("Koperasi"))
    chart = forms.ChoiceField(label=_("Bagan akun"), widget=forms.RadioSelect)
    starts = forms.CharField(
        label=_("Mulai bulan"), widget=forms.TextInput(attrs={"type": "month"}),
        help_text=_("Bulan pertama yang dicatat di sini; keadaan sebelumnya masuk sebagai saldo awal."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, cooperatives: Iterable[tuple[str, str]], charts: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("cooperative", cooperatives), ("chart", charts)):
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # a ChoiceField

    def clean_starts(self) -> Month:
        seen = str(self.cleaned_data["starts"]).strip()
        try:
            return Month.parse(seen)
        except ValueError:
            raise coded(problem("BOOKS_083", "starts", seen=seen[:SHOWN], example=EXAMPLE)) from None
