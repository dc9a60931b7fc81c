"""Forms of a profile and of a certificate; what a mentor writes alone is the first part of what the office writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.mentors.services import CertificateDraft, OwnDraft, ProfileDraft
from sidamping.platform.attachments.documents import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.picker import AreaField, let_pick_within
from sidamping.rules.books import listing

Choices = Callable[[], list[tuple[str, str]]]


def codes(name: str, empty: str = "") -> Choices:
    """The codes one may still choose from a list, in the language of the page."""

    def choices() -> list[tuple[str, str]]:
        lang = reader_language()
        known = [(one.code, one.text(lang)) for one in listing(name) if not one.retired]
        return [("", empty), *known] if empty else known

    return choices


def _several(label: Any, name: str, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=codes(name), required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )  # fmt: skip


class OwnForm(forms.Form):
    """What mentors write about themselves."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    phone = forms.CharField(label=_("Nomor ponsel"), required=False, max_length=24)
    address = forms.CharField(label=_("Alamat"), required=False, max_length=260)
    languages = _several(_("Bahasa yang dikuasai"), "languages")
    themes = _several(_("Tema yang dikuasai"), "mentoring-themes")
    sectors = _several(_("Bidang usaha yang dikenal"), "business-sectors")

    def own_draft(self) -> OwnDraft:
        return OwnDraft(**{name: self.part(name) for name in OwnDraft.__dataclass_fields__})

    def part(self, name: str) -> Any:
        value = self.cleaned_data[name]
        return tuple(value) if isinstance(value, list) else value


class ProfileForm(OwnForm):
    """The whole profile, as the office keeps it."""

    nik = forms.CharField(
        label=_("NIK"), required=False, max_length=24,
        help_text=_("16 angka pada KTP. Dipakai mencari benturan kepentingan; selalu tampil tertutup."),
    )  # fmt: skip
    village = AreaField(label=_("Desa/kelurahan tempat tinggal"), required=False)
    education = forms.ChoiceField(
        label=_("Pendidikan terakhir"), choices=codes("education-levels", "–"), required=False
    )
    capacity = forms.IntegerField(
        label=_("Batas dampingan sendiri"), required=False,
        help_text=_("Kosongkan agar batas program yang berlaku."),
    )  # fmt: skip
    capacity_why = forms.CharField(label=_("Alasan batas sendiri"), required=False, max_length=260)
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    field_order = ("seen", "nik", "village", "address", "phone", "education", "languages", "themes", "sectors")

    def __init__(self, *args: Any, areas: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_pick_within(self, areas)

    def draft(self) -> ProfileDraft:
        return ProfileDraft(**{name: self.part(name) for name in ProfileDraft.__dataclass_fields__})


class CertificateForm(forms.Form):
    """A certificate with its file."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    scheme = forms.CharField(label=_("Skema sertifikat"), max_length=200, help_text=_("Seperti tercetak."))
    number = forms.CharField(label=_("Nomor sertifikat"), max_length=100)
    issuer = forms.CharField(label=_("Penerbit"), required=False, max_length=200, help_text=_("Misalnya nama LSP."))
    issued = forms.DateField(label=_("Tanggal terbit"), widget=forms.DateInput)
    expires = forms.DateField(
        label=_("Berlaku sampai"), required=False, widget=forms.DateInput,
        help_text=_("Kosong: tidak habis masa berlakunya."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Foto atau PDF"), required=False, help_text=_("JPEG, PNG, WebP atau PDF, paling besar 10 MB."),
        widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
    )  # fmt: skip

    def draft(self) -> CertificateDraft:
        told = dict(self.cleaned_data)
        told.pop("id")
        file = told.pop("file")
        content = file.read(LARGEST_FILE + 1) if file else b""
        return CertificateDraft(**told, file_name=file.name if file else "", content=content)


class WithdrawForm(forms.Form):
    """From which day a certificate does not count, and why."""

    on = forms.DateField(label=_("Ditarik mulai"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan"), max_length=240)


class FilterForm(forms.Form):
    """What the list of mentors is narrowed to."""

    text = forms.CharField(label=_("Nama pendamping"), required=False, max_length=80)
    theme = forms.ChoiceField(label=_("Tema"), required=False, choices=codes("mentoring-themes", "–"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "saring_%s"

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("text", "theme")}
