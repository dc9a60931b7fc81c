"""Forms of cohorts: a round of a programme with its call, opened and changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.programmes.forms.engagements import ALL, programmes_of
from sidamping.features.programmes.forms.pickers import AnyAreaPicker
from sidamping.features.programmes.queries.cohorts import LEADERS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.territory.picker import let_pick_within


class _Round(forms.Form):
    """The days, the call and the numbers of a round."""

    name = forms.CharField(label=_("Nama angkatan"), max_length=120)
    starts = forms.DateField(label=_("Mulai tanggal"), widget=forms.DateInput)
    ends = forms.DateField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput, help_text=_("Kosong: belum ditentukan.")
    )
    call_opens = forms.DateField(label=_("Pendaftaran dibuka"), required=False, widget=forms.DateInput)
    call_closes = forms.DateField(
        label=_("Pendaftaran ditutup"), required=False, widget=forms.DateInput, help_text=_("Hari terakhir mendaftar.")
    )
    target = forms.IntegerField(label=_("Target dampingan"), required=False, min_value=1, max_value=100_000)
    mentors_wanted = forms.IntegerField(
        label=_("Pendamping yang dicari"), required=False, min_value=1, max_value=10_000
    )


class CohortForm(_Round):
    """A new round: which programme, where."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    programme = forms.ChoiceField(label=_("Program"))
    area = forms.CharField(
        label=pgettext_lazy("satu", "Wilayah"), required=False, widget=AnyAreaPicker,
        help_text=_("Provinsi atau kabupaten angkatan ini. Kosong: seluruh Indonesia."),
    )
    field_order = ("programme", "name", "area", "starts", "ends", "call_opens", "call_closes", "target")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_pick_within(self, viewer.areas(*LEADERS))
        self.fields["programme"].choices = programmes_of(viewer)  # type: ignore[attr-defined]  # a ChoiceField


class ChangeCohortForm(_Round):
    """Other days or numbers, and why."""

    why = forms.CharField(label=_("Alasan"), required=False, max_length=240)


class CohortFilterForm(forms.Form):
    """What the list of cohorts is narrowed to."""

    text = forms.CharField(label=_("Nama angkatan"), required=False, max_length=80)
    programme = forms.ChoiceField(label=_("Program"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "saring_%s"
        self.fields["programme"].choices = [ALL, *programmes_of(viewer)]  # type: ignore[attr-defined]  # a ChoiceField

    def wanted(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
