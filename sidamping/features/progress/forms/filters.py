"""What a list of participants is narrowed by; what cannot be read narrows nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.programmes.queries import cohorts_to_choose, oversees_more, places_of
from sidamping.features.progress.forms.reading import offered
from sidamping.features.progress.queries import ParticipantFilter
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory.picker import STEPWISE

ALL = ("", _("Semua"))


class FilterForm(forms.Form):
    """Cohort, place and what the profile says."""

    q = forms.CharField(label=_("Nama"), required=False)
    angkatan = forms.ChoiceField(label=_("Angkatan"), required=False)
    wilayah = forms.ChoiceField(label=pgettext_lazy("satu", "Wilayah"), required=False)
    sektor = forms.ChoiceField(label=_("Sektor usaha"), required=False)
    teknologi = forms.ChoiceField(label=_("Kecakapan teknologi"), required=False)
    pendapatan = forms.ChoiceField(label=_("Kedudukan usaha"), required=False)
    sinyal = forms.ChoiceField(label=_("Sinyal"), required=False)
    perangkat = forms.ChoiceField(label=_("Perangkat"), required=False)

    def __init__(self, data: Any, *, viewer: Viewer) -> None:
        super().__init__(data)
        places = places_of(viewer, (data or {}).get("wilayah", ""))
        choices = {
            "angkatan": [ALL, *((str(one.id), one.name) for one in cohorts_to_choose(viewer))],
            "wilayah": [ALL, *places], "sektor": offered("tkm-sectors", empty=ALL),
            "teknologi": offered("technology-levels", empty=ALL), "pendapatan": offered("income-types", empty=ALL),
            "sinyal": offered("signal-levels", empty=ALL), "perangkat": offered("devices", empty=ALL),
        }  # fmt: skip
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]  # a choice field
        if oversees_more(viewer):
            self.fields["wilayah"].help_text = STEPWISE

    def wanted(self) -> ParticipantFilter:
        """The filter; an unknown value counts as none."""
        self.is_valid()
        told = self.cleaned_data
        cohort = told.get("angkatan", "")
        return ParticipantFilter(
            text=told.get("q", "").strip(), cohort=UUID(cohort) if cohort else None, area=told.get("wilayah", ""),
            sector=told.get("sektor", ""), technology=told.get("teknologi", ""), income=told.get("pendapatan", ""),
            signal=told.get("sinyal", ""), devices=told.get("perangkat", ""),
        )
