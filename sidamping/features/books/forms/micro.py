"""Two buttons of a small business's cash book: money in or money out, what for, how much, and a photo of the note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.features.books.forms.money import ProofField
from sidamping.features.books.queries import TemplateLine, categories_to_choose, purses_to_choose
from sidamping.features.books.services.micro import SmallEntry
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah


class CountForm(forms.Form):
    """How many work here: counted heads, family apart."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    paid = forms.IntegerField(label=_("Pekerja yang dibayar"), min_value=0)
    family = forms.IntegerField(
        label=_("Keluarga yang membantu tanpa upah"), min_value=0, help_text=_("0 bila tidak ada."),
    )  # fmt: skip
    day = forms.DateField(label=_("Tanggal hitung"), widget=forms.DateInput)


class SmallForm(forms.Form):
    """The amount first, for that is what people have in mind."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    amount = Rupiah(label=_("Berapa? (Rp)"))
    category = forms.ChoiceField(label=_("Untuk apa?"), widget=forms.RadioSelect)
    text = forms.CharField(label=_("Catatan"), required=False, max_length=120)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    purse = forms.ChoiceField(label=_("Uangnya di mana?"), widget=forms.RadioSelect)
    proof = ProofField(label=_("Foto nota"))

    def __init__(self, *args: Any, chart: Chart, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.side = side
        held = purses_to_choose(chart)
        self._choose("purse", held)
        self.fields["purse"].initial = held[0][0]
        self._choose("category", found := categories_to_choose(chart, side))
        self.names = dict(found)

    def entry(self) -> SmallEntry:
        seen = self.cleaned_data
        text = seen["text"].strip() or self.names[seen["category"]]
        return SmallEntry(self.side, seen["day"], seen["purse"], seen["category"], seen["amount"], text)

    def _choose(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


def small_start(line: TemplateLine | None) -> dict[str, str]:
    """What a template fills in of the form; nothing without one."""
    if line is None:
        return {}
    return {"category": line.told.parts[0].account, "purse": line.told.purse, "text": line.text}
