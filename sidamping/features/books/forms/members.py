"""Forms of the register of members."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.platform.database.ids import uuid7


class MemberForm(forms.Form):
    """A new member by name; the number is the next free one unless the register has another."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label=_("Nama anggota"), max_length=120)
    number = forms.IntegerField(label=_("Nomor anggota"), required=False, min_value=1, max_value=9_999_999,
                                help_text=_("Kosong: nomor berikutnya."))
    joined = forms.DateField(label=_("Masuk tanggal"), widget=forms.DateInput)
    phone = forms.CharField(label=_("Telepon"), required=False, max_length=30)
    keep = forms.BooleanField(label=_("Catat juga walau ada nama yang mirip di desa ini"), required=False)


class LeaveForm(forms.Form):
    """The day a member left, and why."""

    left = forms.DateField(label=_("Keluar tanggal"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan"), max_length=240)
