"""Terms of a savings product from a day on; which fields there are follows from the kind."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.savings.interest import AVERAGE, BY_MUTATIONS, DAILY, LOWEST
from sidamping.domain.savings.products import (
    A_MONTH,
    A_YEAR,
    FIXED,
    KINDS,
    PARTICIPATION,
    PPM_A_PERCENT,
    TERM,
    VOLUNTARY,
    Terms,
)
from sidamping.features.savings.models import MOST_MONTHS
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah

METHODS = (
    (LOWEST, _("Saldo terendah dalam sebulan")), (DAILY, _("Bunga harian, tiap saldo menurut lamanya")),
    (AVERAGE, _("Saldo rata-rata menurut hari")),
    (BY_MUTATIONS, _("Saldo rata-rata menurut mutasi, seperti tercetak dalam pedoman")),
)  # fmt: skip
WORDS = dict(METHODS)
PERIODS = ((A_YEAR, _("setahun")), (A_MONTH, _("sebulan")))
FIELDS = {
    VOLUNTARY: ("method", "rate", "per", "step"), TERM: ("rate", "per", "months", "break_percent", "step"),
    PARTICIPATION: (), **dict.fromkeys(FIXED, ("amount",)),
}
"""What the terms of a kind say."""
ALWAYS = ("id", "kind", "since", "decided", "account")


class TermsForm(forms.Form):
    """New terms; older ones stay as they were."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    kind = forms.ChoiceField(widget=forms.HiddenInput, choices=[(one, one) for one in KINDS])
    account = forms.ChoiceField(label=_("Dicatat pada akun"))
    since = forms.DateField(label=_("Berlaku sejak"), widget=forms.DateInput)
    amount = Rupiah(label=_("Jumlah (Rp)"))
    method = forms.ChoiceField(label=_("Cara menghitung bunga"), choices=METHODS, widget=forms.RadioSelect)
    rate = forms.DecimalField(label=_("Bunga (persen)"), min_value=Decimal(0), max_value=Decimal(100),
                              decimal_places=4)
    per = forms.ChoiceField(label=_("Bunga itu"), choices=PERIODS, widget=forms.RadioSelect, initial=A_YEAR)
    months = forms.IntegerField(label=_("Jangka (bulan)"), min_value=1, max_value=MOST_MONTHS, initial=12)
    break_percent = forms.DecimalField(
        label=_("Potongan bila diambil lebih awal (persen)"), min_value=Decimal(0), max_value=Decimal(100),
        decimal_places=4, initial=0, help_text=_("Dari pokok simpanan; bulan yang belum penuh tidak berbunga."),
    )  # fmt: skip
    step = forms.IntegerField(
        label=_("Dibulatkan ke kelipatan (Rp)"), min_value=1, max_value=10**6, initial=1,
        help_text=_("1: ke rupiah terdekat."),
    )  # fmt: skip
    decided = forms.CharField(
        label=_("Diputuskan dalam"), max_length=240, required=False,
        help_text=_("Misalnya: anggaran rumah tangga pasal 12, atau Rapat Anggota 20 Februari 2026."),
    )  # fmt: skip

    def __init__(self, *args: Any, kind: str, accounts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = list(accounts)  # type: ignore[attr-defined]  # a ChoiceField
        for name in list(self.fields):
            if name not in (*ALWAYS, *FIELDS[kind]):
                del self.fields[name]

    def terms(self) -> Terms:
        """What was typed; what the kind does not ask for stays at nothing."""
        seen = self.cleaned_data
        return Terms(
            seen["since"], seen.get("amount") or 0, seen.get("method", ""), _ppm(seen.get("rate")),
            seen.get("per", A_YEAR), seen.get("step") or 1, seen.get("months") or 0, _ppm(seen.get("break_percent")),
        )


def _ppm(percent: Decimal | None) -> int:
    return int((percent or Decimal(0)) * PPM_A_PERCENT)
