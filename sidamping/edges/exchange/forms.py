"""What a person sends to bring an instrument: the workbook, and then the word that it may be kept."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class WorkbookForm(forms.Form):
    """A workbook to look at before anything is kept."""

    file = forms.FileField(label=_("Formulir XLSForm (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}))


class PasswordForm(forms.Form):
    """The device for which a password is made."""

    label = forms.CharField(
        label=_("Nama perangkat"), max_length=80, help_text=_("Misalnya: ODK Collect di Samsung A10."),
    )  # fmt: skip
