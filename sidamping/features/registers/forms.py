"""Forms of registers: a line in the columns of its template, what was seen of a book, a value of the articles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.meetings.clauses import (
    BOARD_TERM,
    EXTRAORDINARY_APPROVAL,
    EXTRAORDINARY_QUORUM,
    INVITATION,
    QUORUM,
    SUPERVISORS_TERM,
)
from sidamping.features.registers.queries import Beside
from sidamping.features.registers.services import Seen
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah
from sidamping.rules.meetings import BookForm, Column

PROOF_KINDS = "image/jpeg,image/png,image/webp,application/pdf"
CLAUSES = {
    INVITATION: _("Undangan dan bahan diterima sebelum rapat (hari)"), QUORUM: _("Kuorum Rapat Anggota (%)"),
    EXTRAORDINARY_QUORUM: _("Kuorum Rapat Anggota Luar Biasa (%)"),
    EXTRAORDINARY_APPROVAL: _("Persetujuan Rapat Anggota Luar Biasa (%)"),
    BOARD_TERM: _("Masa jabatan Pengurus (tahun)"), SUPERVISORS_TERM: _("Masa jabatan Pengawas (tahun)"),
}  # fmt: skip


class EntryForm(forms.Form):
    """A line of a register: the day, then its columns."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)

    def __init__(self, data: Any = None, *, book: BookForm, **options: Any) -> None:
        super().__init__(data, **options)
        self.book = book
        for column in book.columns:
            self.fields[column.key] = _field(column)

    def facts(self) -> dict[str, Any]:
        return {column.key: self.cleaned_data[column.key] for column in self.book.columns}


class StrikeForm(forms.Form):
    """Why a line is struck out."""

    why = forms.CharField(label=_("Alasan dicoret"), max_length=240)


class SightingForm(forms.Form):
    """What was seen of a book on paper."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    present = forms.BooleanField(label=_("Bukunya ada"), required=False, initial=True)
    filled_until = forms.DateField(label=_("Terisi sampai tanggal"), required=False, widget=forms.DateInput)
    note = forms.CharField(label=_("Catatan"), required=False, max_length=240)
    file = forms.FileField(
        label=_("Foto atau PDF bukti"), required=False, allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": PROOF_KINDS}),
    )  # fmt: skip

    def seen(self) -> Seen:
        given = self.cleaned_data
        file = (given["file"].name, given["file"].read()) if given["file"] else None
        return Seen(given["present"], given["filled_until"], given["note"], file)


class ClauseForm(forms.Form):
    """A value of the articles, with the article it stands in."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    key = forms.ChoiceField(label=_("Ketentuan"))
    value = forms.IntegerField(label=_("Nilai menurut AD/ART"), min_value=1, max_value=100)
    since = forms.DateField(label=_("Berlaku sejak"), widget=forms.DateInput)
    article = forms.CharField(
        label=_("Pasal AD atau ART"), max_length=120, help_text=_("Misalnya: AD Pasal 21 ayat (3).")
    )

    def __init__(self, data: Any = None, *, values: tuple[Beside, ...], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["key"].choices = [(one.key, CLAUSES[one.key]) for one in values]  # type: ignore[attr-defined]  # a ChoiceField


def _field(column: Column) -> forms.Field:
    told: dict[str, Any] = {"label": column.label.text(get_language() or "id"), "required": column.required}
    if column.kind == "money":
        return Rupiah(zero=True, **told)
    if column.kind == "number":
        return forms.IntegerField(min_value=0, **told)
    if column.kind == "day":
        return forms.DateField(widget=forms.DateInput, **told)
    widget = forms.Textarea(attrs={"rows": 3}) if column.kind == "lines" else forms.TextInput
    return forms.CharField(max_length=1000 if column.kind == "lines" else 160, widget=widget, **told)
