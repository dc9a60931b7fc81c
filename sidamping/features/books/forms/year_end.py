"""The approval of a book year by the annual meeting."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ApprovalForm(forms.Form):
    """The day of the meeting, and the number of its minutes if there is one."""

    approved_on = forms.DateField(label=_("Tanggal Rapat Anggota"), widget=forms.DateInput)
    note = forms.CharField(label=_("Nomor berita acara"), required=False, max_length=240)
