"""The forms of a term of office: a new one, and other dates of a recorded one."""

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


class TermDatesForm(forms.Form):
    """Ends a term early, or puts a wrong entry right; the earlier dates stay in the trail."""

    seen = forms.CharField(widget=forms.HiddenInput)
    starts = forms.DateField(label=_("Mulai menjabat"), widget=forms.DateInput)
    ends = forms.DateField(label=_("Akhir masa jabatan"), widget=forms.DateInput)
    reason = forms.CharField(
        label=_("Alasan perubahan"), max_length=240,
        help_text=_("Misalnya: mengundurkan diri, atau tanggal semula salah ketik. Alasan dan nama Anda dicatat."),
    )  # fmt: skip

    def full_clean(self) -> None:
        """A missing reason is told by the service, in the words of the catalogue."""
        super().full_clean()
        self.errors.pop("reason", None)

    def dates(self) -> dict[str, Any]:
        """What the service wants."""
        return {"reason": "", **self.cleaned_data}
