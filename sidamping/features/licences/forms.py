"""Forms of licences: a version of a paper, a stated figure or answer with its source, the filter of the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.figures import MOST
from sidamping.domain.licences.standing import NATIONAL, PROVINCE, REGENCY
from sidamping.domain.licences.statements import AMOUNTS, ASSETS, CAPITAL, LEVEL, MEMBERS, NO, TURNOVER, YES
from sidamping.domain.periods import FIRST_YEAR, LAST_YEAR
from sidamping.features.licences.queries import AUDIT
from sidamping.features.licences.services import PaperDraft, StatementDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah
from sidamping.rules.books import labels

PROOF_KINDS = "image/jpeg,image/png,image/webp,application/pdf"
KEYS = {
    CAPITAL: _("Modal sendiri"), ASSETS: _("Total aset"), TURNOVER: _("Peredaran bruto setahun"),
    MEMBERS: _("Banyak anggota"), LEVEL: _("Wilayah keanggotaan"),
}  # fmt: skip
LEVEL_WORDS = (
    (REGENCY, _("Satu kabupaten atau kota")), (PROVINCE, _("Beberapa kabupaten atau kota dalam satu provinsi")),
    (NATIONAL, _("Beberapa provinsi")),
)  # fmt: skip
ANSWERS = ((YES, _("Ya")), (NO, _("Tidak")))


class PaperForm(forms.Form):
    """A paper as it was issued, with its photo or PDF; the report of an auditor tells the year it is of."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    number = forms.CharField(label=_("Nomor"), max_length=80)
    issuer = forms.CharField(label=_("Penerbit"), max_length=120, required=False)
    issued_on = forms.DateField(label=_("Tanggal terbit"), widget=forms.DateInput)
    expires_on = forms.DateField(
        label=_("Berlaku sampai"), required=False, widget=forms.DateInput,
        help_text=_("Salin dari suratnya. Kosongkan bila tidak ada batasnya."),
    )  # fmt: skip
    book_year = forms.IntegerField(
        label=_("Tahun buku"), min_value=FIRST_YEAR + 1, max_value=LAST_YEAR - 1,
        help_text=_("Tahun yang diaudit, bukan tahun terbit laporannya."),
    )  # fmt: skip
    note = forms.CharField(label=_("Catatan"), max_length=240, required=False)
    file = forms.FileField(
        label=_("Foto atau PDF surat"), required=False, allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": PROOF_KINDS}),
    )  # fmt: skip

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if kind != AUDIT:
            del self.fields["book_year"]

    def draft(self) -> PaperDraft:
        given = self.cleaned_data
        file = (given["file"].name, given["file"].read()) if given["file"] else None
        return PaperDraft(
            given["number"], given["issued_on"], given["issuer"], given["expires_on"], given["note"], file,
            given.get("book_year"),
        )


class StatementForm(forms.Form):
    """One figure or answer, since when it holds and where it comes from."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, key: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.key = key
        self.fields["value"] = _value(key)
        self.fields["since"] = forms.DateField(label=_("Keadaan pada atau sejak"), widget=forms.DateInput)
        self.fields["source"] = forms.CharField(
            label=_("Sumber"), max_length=160, help_text=_("Misalnya: laporan RAT 2025 halaman 12.")
        )

    def draft(self) -> StatementDraft:
        given = self.cleaned_data
        return StatementDraft(self.key, str(given["value"]), given["since"], given["source"])


class FilterForm(forms.Form):
    """A name in the list."""

    q = forms.CharField(label=_("Nama koperasi"), required=False, max_length=80)


def words_of(key: str) -> str:
    """What a key is called: an amount, the reach, or a sign of the list."""
    return str(KEYS[key]) if key in KEYS else labels("closed-loop-checks", get_language() or "id")[key]


def _value(key: str) -> forms.Field:
    if key in AMOUNTS:
        return Rupiah(label=KEYS[key], zero=True)
    if key == MEMBERS:
        return forms.IntegerField(label=KEYS[key], min_value=0, max_value=MOST)
    if key == LEVEL:
        return forms.ChoiceField(label=KEYS[key], choices=LEVEL_WORDS, widget=forms.RadioSelect)
    return forms.ChoiceField(label=words_of(key), choices=ANSWERS, widget=forms.RadioSelect)
