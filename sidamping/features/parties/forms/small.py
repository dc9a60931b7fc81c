"""The small forms: the reason for opening a number, an upload, its confirmation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RevealForm(forms.Form):
    """Why a masked number is opened."""

    why = forms.CharField(
        label=_("Alasan membuka"), max_length=300,
        help_text=_("Alasan, nama Anda dan waktunya dicatat."),
    )


class UploadForm(forms.Form):
    """A workbook to look at before anything is written."""

    file = forms.FileField(label=_("Berkas Excel (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}))


class ApplyForm(forms.Form):
    """Whether rows that look like stored records are written too."""

    keep = forms.BooleanField(label=_("Catat juga baris yang mungkin sudah ada"), required=False)
