"""The filter above a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.parties.forms.choices import codes
from sidamping.features.parties.queries import Filters, places_in_sight
from sidamping.platform.access.viewer import Viewer

LISTS = {"cooperative": ("cooperative-kinds", _("Semua jenis")), "business": ("business-sectors", _("Semua bidang"))}


class FilterForm(forms.Form):
    """Text, place and kind. Nothing in it is wrong: what is not understood does not filter."""

    q = forms.CharField(label=_("Cari nama atau nomor"), required=False, max_length=80)
    wilayah = forms.ChoiceField(label=_("Kabupaten atau kecamatan"), required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False)

    def __init__(self, data: Any, *, viewer: Viewer, kind: str) -> None:
        super().__init__(data)
        self.fields["wilayah"].choices = [("", _("Semua wilayah saya")), *places_in_sight(viewer)]  # type: ignore[attr-defined]  # a ChoiceField
        if kind in LISTS:
            name, everything = LISTS[kind]
            self.fields["jenis"].choices = codes(name, everything)  # type: ignore[attr-defined, arg-type]  # lazy words
        else:
            del self.fields["jenis"]

    def asked(self) -> Filters:
        self.is_valid()
        given = self.cleaned_data
        return Filters(given.get("q", ""), given.get("wilayah", ""), given.get("jenis", ""))
