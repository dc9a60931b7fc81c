"""Forms of the induction: a session to be held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.recruitment.services import SessionDraft
from sidamping.platform.attachments.documents import LARGEST_FILE
from sidamping.platform.database.ids import uuid7


class SessionForm(forms.Form):
    """Which session, when, where or by which link, with which material."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    code = forms.ChoiceField(label=_("Sesi"))
    on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput())
    starts_at = forms.TimeField(label=_("Jam mulai"), widget=forms.TimeInput())
    place = forms.CharField(label=_("Tempat"), required=False, max_length=160)
    link = forms.URLField(
        label=_("Tautan daring"), required=False, max_length=240, assume_scheme="https",
        help_text=_("Isi tempat, tautan, atau keduanya."),
    )  # fmt: skip
    material = forms.FileField(
        label=_("Materi"), required=False, help_text=_("PDF atau foto."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/*"}),
    )  # fmt: skip

    def __init__(self, *args: Any, sessions: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = list(sessions)  # type: ignore[attr-defined]  # a ChoiceField

    def draft(self) -> SessionDraft:
        seen = self.cleaned_data
        file = seen.get("material")
        return SessionDraft(
            seen["code"], seen["on"], seen["starts_at"], seen["place"], seen["link"], file.name if file else "",
            file.read(LARGEST_FILE + 1) if file else b"",
        )
