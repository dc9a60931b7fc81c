"""What a page of savings is asked for: a month, or the figures of the equity calculator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.periods import Month
from sidamping.domain.savings.potential import MOST_MEMBERS, MOST_MONTHS
from sidamping.platform.http.fields import Rupiah


class MonthForm(forms.Form):
    """A month of the address; what cannot be read counts as the usual one."""

    bulan = forms.CharField(label=_("Sampai bulan"), required=False, widget=forms.TextInput(attrs={"type": "month"}))

    def month(self, usual: Month) -> Month:
        self.is_valid()
        try:
            return Month.parse(str(self.cleaned_data.get("bulan", "")))
        except ValueError:
            return usual


class PotentialForm(forms.Form):
    """Members and what each brings (S4 I.C)."""

    anggota = forms.IntegerField(label=_("Banyaknya anggota"), min_value=0, max_value=MOST_MEMBERS)
    pokok = Rupiah(label=_("Simpanan pokok seorang (Rp)"), zero=True)
    wajib = Rupiah(label=_("Simpanan wajib seorang sebulan (Rp)"), zero=True)
    bulan = forms.IntegerField(label=_("Berapa bulan?"), min_value=0, max_value=MOST_MONTHS)

    def case(self) -> dict[str, Any]:
        """The figures as `domain.savings.potential` reads them."""
        seen = self.cleaned_data
        return {
            "members": seen["anggota"], "simpanan_pokok": seen["pokok"], "simpanan_wajib_per_month": seen["wajib"],
            "months": seen["bulan"],
        }  # fmt: skip
