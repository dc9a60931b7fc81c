"""A new unit of a book, and capital that it is given or gives back: which purses, how much, why."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.plain import purses
from sidamping.domain.ledger.units import HEAD
from sidamping.domain.loans.terms import MONTHS_A_YEAR
from sidamping.features.books.models import MOST_TEXT
from sidamping.features.books.queries import named
from sidamping.features.books.services import CapitalDraft, UnitInterest
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah

GIVEN, BACK = "beri", "tarik"
COOPERATIVE = "induk"
"""What forms and addresses call the cooperative beside its units."""


class UnitForm(forms.Form):
    """What the unit is called and does."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(
        label=_("Nama unit"), max_length=80, help_text=_("Misalnya: Unit Simpan Pinjam, atau Toko Sembako.")
    )
    code = forms.CharField(
        label=_("Singkatan"), max_length=6,
        help_text=_("2 sampai 6 huruf, misalnya USP atau TOKO; tampil di belakang nomor akunnya."),
    )  # fmt: skip
    chart = forms.ChoiceField(label=_("Usahanya"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, charts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chart"].choices = list(charts)  # type: ignore[attr-defined]  # a ChoiceField


class CapitalForm(forms.Form):
    """Capital between the cooperative and a unit; the purse tells which unit."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    way = forms.ChoiceField(label=_("Apa yang terjadi?"), widget=forms.RadioSelect, initial=GIVEN, choices=(
        (GIVEN, _("Koperasi memberi modal tetap kepada unit")), (BACK, _("Unit mengembalikan modal kepada koperasi")),
    ))  # fmt: skip
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    outside = forms.ChoiceField(label=_("Uang koperasi di mana?"), widget=forms.RadioSelect)
    inside = forms.ChoiceField(label=_("Uang unit di mana?"), widget=forms.RadioSelect)
    amount = Rupiah(label=_("Jumlah (Rp)"))
    text = forms.CharField(
        label=_("Keterangan"), max_length=MOST_TEXT,
        help_text=_("Misalnya: modal tetap USP menurut keputusan Rapat Anggota."),
    )  # fmt: skip

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {one.code: one.unit for one in purses(chart)}
        for name, own in (("outside", False), ("inside", True)):
            choices = [(one.code, named(one)) for one in purses(chart) if bool(one.unit) is own]
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
            self.fields[name].initial = choices[0][0] if choices else None

    def draft(self) -> CapitalDraft:
        """What the service is told."""
        seen = self.cleaned_data
        return CapitalDraft(
            self.units[seen["inside"]], seen["outside"], seen["inside"], seen["amount"], seen["day"], seen["text"],
            seen["way"] == BACK,
        )  # fmt: skip


class InterestForm(forms.Form):
    """Interest that one unit asks of another for the money it left there."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    lender = forms.ChoiceField(label=_("Siapa yang meminjamkan uang?"), widget=forms.RadioSelect)
    borrower = forms.ChoiceField(label=_("Siapa yang memakainya?"), widget=forms.RadioSelect)
    base = Rupiah(label=_("Uang yang dipakai (Rp)"))
    percent = forms.DecimalField(
        label=_("Jasa sebulan (persen)"), min_value=Decimal(0), max_value=Decimal(100), max_digits=7, decimal_places=4
    )
    months = forms.IntegerField(label=_("Untuk berapa bulan?"), min_value=1, max_value=MONTHS_A_YEAR, initial=1)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    text = forms.CharField(
        label=_("Keterangan"), max_length=MOST_TEXT,
        help_text=_("Misalnya: jasa bulan Oktober atas pinjaman toko dari USP."),
    )  # fmt: skip

    def __init__(self, *args: Any, units: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(COOPERATIVE, _("Induk (koperasi sendiri)")), *units]
        for name, first in (("lender", 1), ("borrower", 0)):
            self.fields[name].choices = known  # type: ignore[attr-defined]  # a ChoiceField
            self.fields[name].initial = known[first][0]

    def asked(self) -> UnitInterest:
        """What the service is told."""
        seen = self.cleaned_data
        lender, borrower = (HEAD if seen[one] == COOPERATIVE else seen[one] for one in ("lender", "borrower"))
        return UnitInterest(
            lender, borrower, seen["base"], Fraction(seen["percent"]), seen["months"], seen["day"], seen["text"]
        )
