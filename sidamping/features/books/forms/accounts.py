"""A new account below one of the chart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.features.books.queries import named


class AccountForm(forms.Form):
    """Which account it is like, its number and its name."""

    under = forms.ChoiceField(
        label=_("Di bawah akun mana?"), help_text=_("Akun baru masuk ke baris laporan yang sama dengan akun ini.")
    )
    code = forms.CharField(
        label=_("Nomor akun"), max_length=20, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Nomor akun di atasnya ditambah angka, misalnya 112101 di bawah 1121."),
    )  # fmt: skip
    name = forms.CharField(label=_("Nama akun"), max_length=120)
    name_en = forms.CharField(label=_("Nama dalam bahasa Inggris"), required=False, max_length=120)

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        accounts = [one for _, one in sorted(chart.accounts.items()) if not (one.header or one.pair)]
        self.fields["under"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one.code, f"{one.code} · {named(one)}") for one in accounts
        ]
