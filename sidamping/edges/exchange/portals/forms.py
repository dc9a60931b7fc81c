"""What a person sends to compare: the workbook that the other system gave out."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TheirFileForm(forms.Form):
    """Looked at once and not kept."""

    file = forms.FileField(
        label=_("Berkas dari sistem itu (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("Judul kolomnya sama dengan berkas yang diunduh di sini. Berkas dibaca sekali dan tidak disimpan."),
    )  # fmt: skip
