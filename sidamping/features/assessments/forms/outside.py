"""An official result of somebody else, as it stands on its paper; the service says what cannot be true."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.assessments.services import OutsideDraft
from sidamping.platform.attachments.documents import LARGEST_FILE
from sidamping.platform.database.ids import uuid7


class OutsideForm(forms.Form):
    """Issuer, number, days, predicate, paper; `ganti`: the record it corrects. `id` is made with it: twice is once."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    ganti = forms.UUIDField(widget=forms.HiddenInput, required=False)
    instrument = forms.ChoiceField(label=_("Menurut instrumen"))
    issuer = forms.CharField(label=_("Penerbit"), max_length=160, help_text=_("Lembaga atau dinas yang menerbitkan."))
    number = forms.CharField(label=_("Nomor surat"), max_length=80)
    issued_on = forms.DateField(label=_("Tanggal terbit"), widget=forms.DateInput())
    valid_until = forms.DateField(
        label=_("Berlaku sampai"), widget=forms.DateInput(), required=False,
        help_text=_("Kosongkan bila suratnya tidak menyebut masa berlaku."),
    )  # fmt: skip
    predicate = forms.CharField(
        label=_("Predikat atau kategori"), max_length=80, help_text=_("Tulis persis seperti pada surat.")
    )
    total = forms.DecimalField(
        label=_("Jumlah skor"), required=False, localize=True, max_digits=7, decimal_places=3,
        help_text=_("Hanya bila tercantum pada surat."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Berkas surat"), required=False, help_text=_("PDF atau foto suratnya."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/*"}),
    )  # fmt: skip
    note = forms.CharField(label=_("Catatan"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}))

    use_required_attribute = False

    def __init__(
        self, instruments: Iterable[tuple[str, str]], data: Any = None, files: Any = None, *, initial: Any = None
    ) -> None:
        super().__init__(data, files, initial={"id": uuid7(), **(initial or {})})
        field = self.fields["instrument"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(instruments)

    def draft(self, party: UUID) -> OutsideDraft:
        """What to record, from a valid form."""
        said = self.cleaned_data
        return OutsideDraft(
            id=said["id"], party_id=party, instrument=said["instrument"], issuer=said["issuer"], number=said["number"],
            issued_on=said["issued_on"], predicate=said["predicate"], valid_until=said["valid_until"],
            total=said["total"], note=said["note"], replaces_id=said["ganti"],
        )

    def paper(self) -> tuple[str, bytes] | None:
        """The file's name and bytes, if one was sent."""
        file = self.cleaned_data.get("file")
        return (str(file.name), file.read(LARGEST_FILE + 1)) if file else None
