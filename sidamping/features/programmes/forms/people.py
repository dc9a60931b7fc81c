"""Forms of users, their roles, and the trail of activities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.programmes.forms.engagements import ALL, CHOOSE
from sidamping.features.programmes.forms.pickers import AnyAreaPicker
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity.trail import Wanted
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.picker import let_pick_within
from sidamping.rules import books


def role_choices() -> list[tuple[str, str]]:
    names = books.labels("roles", reader_language())
    return [(code, names.get(code, code)) for code in roles.ALL]


class UserFilterForm(forms.Form):
    """What the list of users is narrowed to."""

    text = forms.CharField(label=_("Nama, nama pengguna, atau NIP"), required=False, max_length=80)
    role = forms.ChoiceField(label=_("Peran"), required=False)
    inactive = forms.BooleanField(label=_("Akun nonaktif"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "saring_%s"
        self.fields["role"].choices = [ALL, *role_choices()]  # type: ignore[attr-defined]  # a ChoiceField

    def wanted(self) -> dict[str, Any]:
        self.is_valid()
        seen = self.cleaned_data
        return {"text": seen.get("text", ""), "role": seen.get("role", ""), "active": not seen.get("inactive")}


class UserForm(forms.Form):
    """Who a person is; the user name is given once."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=30,
        help_text=_("Untuk masuk: huruf kecil, angka, titik. Contoh: ratna.tefa"),
    )
    full_name = forms.CharField(
        label=_("Nama lengkap"), max_length=120, help_text=_("Seperti tercetak pada laporan, dengan gelar.")
    )
    nip = forms.CharField(label=_("NIP"), required=False, max_length=24, help_text=_("18 angka, untuk ASN."))
    phone = forms.CharField(label=_("Nomor ponsel"), required=False, max_length=20)

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["username"], self.fields["id"]


class AppointmentForm(forms.Form):
    """A role from a day on, in a programme and an area, or for one cooperative."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    role = forms.ChoiceField(label=_("Peran"))
    programme = forms.ChoiceField(label=_("Program"), required=False, help_text=_("Kosong: semua program."))
    area = forms.CharField(
        label=pgettext_lazy("satu", "Wilayah"),
        required=False,
        widget=AnyAreaPicker,
        help_text=_("Ketik nama provinsi, kabupaten, kecamatan, atau desa. Kosong: seluruh Indonesia."),
    )
    subject_id = forms.ChoiceField(
        label=_("Koperasi yang diurus"), required=False, help_text=_("Hanya untuk peran ketua atau bendahara.")
    )
    starts = forms.DateField(label=_("Mulai tanggal"), widget=forms.DateInput)
    ends = forms.DateField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput, help_text=_("Kosong: tanpa batas.")
    )
    letter = forms.CharField(label=_("Nomor surat keputusan"), required=False, max_length=120)

    def __init__(
        self, *args: Any, viewer: Viewer, cooperatives: Iterable[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        let_pick_within(self, viewer.areas(roles.ADMIN))
        programmes = [(one.code, one.title.text(reader_language())) for one in books.programmes(viewer.on)]
        found = {"role": [CHOOSE, *role_choices()], "programme": [("", _("Semua program")), *programmes]}
        for name, choices in {**found, "subject_id": [("", "—"), *cooperatives]}.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class AppointmentDatesForm(forms.Form):
    """New dates of a role, and why."""

    starts = forms.DateField(label=_("Mulai tanggal"), widget=forms.DateInput)
    ends = forms.DateField(
        label=_("Sampai tanggal"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Isi hari terakhir untuk mengakhiri. Kosong: tanpa batas."),
    )
    letter = forms.CharField(label=_("Nomor surat keputusan"), required=False, max_length=120)
    why = forms.CharField(label=_("Alasan"), required=False, max_length=240)


class ActivityFilterForm(forms.Form):
    """What the trail is narrowed to; odd values of the address count as empty."""

    actor = forms.UUIDField(required=False, widget=forms.HiddenInput)
    subject = forms.UUIDField(label=_("Nomor catatan"), required=False)
    action = forms.ChoiceField(label=_("Kegiatan"), required=False)
    start = forms.DateField(label=_("Dari tanggal"), required=False, widget=forms.DateInput)
    end = forms.DateField(label=_("Sampai tanggal"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "saring_%s"
        names = books.labels("activities", reader_language())
        self.fields["action"].choices = [ALL, *names.items()]  # type: ignore[attr-defined]  # a ChoiceField

    def wanted(self) -> Wanted:
        self.is_valid()
        seen = self.cleaned_data
        values = {name: seen[name] for name in ("actor", "subject", "action", "start", "end") if seen.get(name)}
        return Wanted(**values)
