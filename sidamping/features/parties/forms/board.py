"""The form of a term of office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.parties.forms.choices import PartyField, codes, let_pick
from sidamping.features.parties.services import TermDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7


class TermForm(forms.Form):
    """A person's office in a cooperative between two dates."""

    term = forms.UUIDField(widget=forms.HiddenInput)
    person = PartyField(
        "person", label=pgettext_lazy("satu", "Orang"), help_text=_("Ketik nama orang yang sudah tercatat.")
    )
    organ = forms.ChoiceField(label=_("Perangkat"), choices=codes("board-organs"))
    position = forms.ChoiceField(label=_("Jabatan"), choices=codes("board-positions"))
    starts = forms.DateField(label=_("Mulai menjabat"), widget=forms.DateInput)
    ends = forms.DateField(label=_("Akhir masa jabatan"), widget=forms.DateInput)
    letter = forms.CharField(label=_("Berita acara atau surat keputusan"), max_length=120, required=False)

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data, initial={"term": uuid7()})
        let_pick(self, viewer)

    def draft_given(self) -> TermDraft:
        return TermDraft(**{name: self.cleaned_data[name] for name in TermDraft.__dataclass_fields__})
