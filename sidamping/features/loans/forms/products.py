"""A product of loans and its terms, in percent as people say them; kept in parts of a million."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sidamping.domain.loans.terms import ANNUITY, DECLINING, FLAT, MONTHS_A_YEAR, MOST_MONTHS
from sidamping.features.loans.queries.lines import PPM_A_PERCENT
from sidamping.features.loans.services import TermsDraft
from sidamping.platform.database.ids import uuid7

METHOD_WORDS = {
    FLAT: _("Tetap: jasa dari pinjaman awal (flat)"), DECLINING: _("Menurun: jasa dari sisa pinjaman"),
    ANNUITY: _("Anuitas: angsuran sama, jasa dari sisa pinjaman"),
}
MONTH, YEAR = "bulan", "tahun"
STEPS = (("1", _("Tidak dibulatkan")), ("100", "Rp100"), ("500", "Rp500"), ("1000", "Rp1.000"), ("5000", "Rp5.000"))


class ProductForm(forms.Form):
    """A new product, or newer terms of one that is there."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    product = forms.ChoiceField(label=_("Produk"), required=False)
    name = forms.CharField(label=_("Nama produk baru"), max_length=80, required=False,
                           help_text=_("Misalnya: Usaha, Pendidikan, Darurat."))
    starts = forms.DateField(label=_("Berlaku mulai"), widget=forms.DateInput)
    method = forms.ChoiceField(label=_("Cara menghitung jasa"), choices=list(METHOD_WORDS.items()),
                               widget=forms.RadioSelect, initial=FLAT)
    rate = forms.DecimalField(label=_("Jasa (persen)"), min_value=Decimal(0), max_value=Decimal(100), decimal_places=4)
    per = forms.ChoiceField(label=_("Persen itu untuk"), choices=[(MONTH, _("sebulan")), (YEAR, _("setahun"))],
                            widget=forms.RadioSelect, initial=MONTH)
    most_months = forms.IntegerField(label=_("Paling lama (bulan)"), min_value=1, max_value=MOST_MONTHS, initial=24)
    step = forms.ChoiceField(label=_("Angsuran dibulatkan ke"), choices=STEPS, initial="1000",
                             help_text=_("Angsuran terakhir menampung sisanya."))
    penalty = forms.DecimalField(
        label=_("Denda (persen sehari)"), min_value=Decimal(0), max_value=Decimal(10), decimal_places=4, initial=0,
        help_text=_("Dari angsuran yang terlambat, tiap hari. 0: tanpa denda."),
    )  # fmt: skip
    grace_days = forms.IntegerField(label=_("Hari tanpa denda"), min_value=0, max_value=365, initial=0)

    def __init__(self, *args: Any, products: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].choices = [("", _("Produk baru")), *products]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        seen: dict[str, Any] = super().clean() or {}
        if not seen.get("product") and not (seen.get("name") or "").strip():
            self.add_error("name", ValidationError(_("Tulis nama produk, atau pilih produk yang sudah ada.")))
        return seen

    def draft(self) -> TermsDraft:
        """The terms; a monthly rate is kept as twelve times itself a year."""
        seen = self.cleaned_data
        year = seen["rate"] * (MONTHS_A_YEAR if seen["per"] == MONTH else 1)
        return TermsDraft(
            seen["starts"], seen["method"], int(year * PPM_A_PERCENT), seen["most_months"], int(seen["step"]),
            int(seen["penalty"] * PPM_A_PERCENT), seen["grace_days"],
        )
