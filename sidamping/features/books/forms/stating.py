"""Figures that the ledger cannot know, typed for the ratios of a year: each may stay empty, and empty is not zero."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ratios.from_books import STATED
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah

WORDS = {
    "penjualan_kredit": _("Penjualan kredit bruto setahun"), "harga_koperasi": _("Harga rata-rata di koperasi"),
    "harga_pesaing": _("Harga rata-rata di pesaing"), "margin_koperasi": _("Margin koperasi"),
    "margin_pesaing": _("Margin pesaing"), "shu_bagian_anggota": _("SHU bagian anggota"),
}  # fmt: skip
BELOW_ZERO = _("Boleh di bawah nol bila dijual rugi: tulis tanda kurang di depan, misalnya -500.")


class StateForm(forms.Form):
    """The figures of one year with where they come from."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    penjualan_kredit = Rupiah(label=WORDS["penjualan_kredit"], required=False, zero=True)
    harga_koperasi = Rupiah(label=WORDS["harga_koperasi"], required=False)
    harga_pesaing = Rupiah(label=WORDS["harga_pesaing"], required=False)
    margin_koperasi = Rupiah(label=WORDS["margin_koperasi"], required=False, signed=True, help_text=BELOW_ZERO)
    margin_pesaing = Rupiah(label=WORDS["margin_pesaing"], required=False, signed=True, help_text=BELOW_ZERO)
    shu_bagian_anggota = Rupiah(label=WORDS["shu_bagian_anggota"], required=False, zero=True)
    source = forms.CharField(
        label=_("Dari mana angkanya?"), max_length=240,
        help_text=_("Misalnya: daftar harga kios Maju, 3 November 2026."),
    )  # fmt: skip

    def figures(self) -> dict[str, int]:
        """What was typed, by name."""
        return {key: self.cleaned_data[key] for key in STATED if self.cleaned_data.get(key) is not None}
