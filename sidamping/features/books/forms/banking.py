"""A bank statement: the account and its CSV, then which column means what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Account
from sidamping.domain.ledger.statement_lines import Csv
from sidamping.domain.problems import problem
from sidamping.features.books.queries import named
from sidamping.platform.http.fields import coded

KB = 1000
LARGEST = 400 * KB
"""Bytes of a CSV: some thousand lines, more than a year of a cooperative's account."""


class StatementForm(forms.Form):
    """The file that the bank gave."""

    account = forms.ChoiceField(label=_("Rekening yang mana?"))
    file = forms.FileField(label=_("Berkas CSV dari bank"), widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}))

    def __init__(self, *args: Any, purses: list[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one.code, f"{one.code} · {named(one)}") for one in purses
        ]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            told = {"name": file.name, "seen": -(-file.size // KB), "most": LARGEST // KB}
            raise coded(problem("BOOKS_084", "file", **told))
        return file


class ColumnsForm(forms.Form):
    """Which column is the day, the text and the amount: one column with a sign, or two for in and out."""

    account = forms.CharField(widget=forms.HiddenInput)
    content = forms.CharField(widget=forms.HiddenInput, max_length=2 * LARGEST, strip=False)
    name = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, table: Csv, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = [(str(at), f"{at + 1} · {word[:40]}") for at, word in enumerate(table.head)]
        words = (("day", _("Tanggal"), True), ("text", _("Keterangan"), True),
                 ("amount", _("Jumlah, satu kolom bertanda"), False), ("came", _("Uang masuk"), False),
                 ("went", _("Uang keluar"), False))  # fmt: skip
        for key, label, required in words:
            choices = columns if required else [("", _("— tidak ada —")), *columns]
            self.fields[key] = forms.TypedChoiceField(
                label=label, required=required, choices=choices, coerce=int, empty_value=None
            )

    def clean(self) -> dict[str, Any]:
        seen = super().clean() or self.cleaned_data
        one, two = seen.get("amount") is not None, [seen.get(key) is not None for key in ("came", "went")]
        if one == any(two) or (any(two) and not all(two)):
            self.add_error("amount", coded(problem("BOOKS_082")))
        return seen

    def columns(self) -> dict[str, int]:
        keys = ("day", "text", "amount", "came", "went")
        return {key: self.cleaned_data[key] for key in keys if self.cleaned_data[key] is not None}
