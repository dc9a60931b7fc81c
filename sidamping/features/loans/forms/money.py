"""Money that comes in for a loan, a new schedule, and a loan taken over from the book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.loans.terms import MOST_MONTHS
from sidamping.features.loans.forms.applications import choose_purse
from sidamping.features.loans.forms.products import METHOD_WORDS
from sidamping.features.loans.services import PaymentDraft, Reschedule, TakenOver, Together
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah


class PayForm(forms.Form):
    """A payment: what it is split into is reckoned from the schedule."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(label=_("Tanggal bayar"), widget=forms.DateInput)
    amount = Rupiah(label=_("Angsuran: pokok dan jasa (Rp)"))
    penalty = Rupiah(label=_("Denda (Rp)"), required=False, zero=True)
    savings = Rupiah(label=_("Simpanan wajib sekalian (Rp)"), required=False, zero=True)
    purse = forms.ChoiceField(label=_("Uangnya masuk ke mana?"), widget=forms.RadioSelect)
    payer = forms.ChoiceField(label=_("Dibayar oleh"), required=False)
    note = forms.CharField(label=_("Catatan"), max_length=240, required=False)

    def __init__(self, *args: Any, chart: Chart, payers: Iterable[tuple[str, str]], fined: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_purse(self, chart)
        self.fields["penalty"].help_text = fined
        known = list(payers)
        if known:
            choices = [("", _("Peminjam sendiri")), *known]
            self.fields["payer"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["payer"]

    def payment(self) -> PaymentDraft:
        seen = self.cleaned_data
        payer = UUID(seen["payer"]) if seen.get("payer") else None
        return PaymentDraft(
            seen["day"], seen["amount"], seen["purse"], seen["penalty"], seen["savings"] or 0, payer, seen["note"]
        )


class TogetherForm(forms.Form):
    """One sum for all running loans of a member; `seen` is the sum and day whose spread was shown."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(label=_("Tanggal bayar"), widget=forms.DateInput)
    amount = Rupiah(label=_("Uang yang diterima (Rp)"), help_text=_("Untuk semua pinjaman, dengan dendanya."))
    purse = forms.ChoiceField(label=_("Uangnya masuk ke mana?"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("Catatan"), max_length=240, required=False)

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_purse(self, chart)

    @property
    def asks(self) -> str:
        """The sum and day asked for."""
        return f"{self.cleaned_data['day']} {self.cleaned_data['amount']}"

    @property
    def was_shown(self) -> bool:
        """Whether the spread of just this sum and day was shown before."""
        return bool(self.cleaned_data["seen"] == self.asks)

    def payment(self) -> Together:
        seen = self.cleaned_data
        return Together(seen["day"], seen["amount"], seen["purse"], seen["note"].strip())


class MendForm(forms.Form):
    """The id of the entry that mends a difference."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


class RescheduleForm(forms.Form):
    """How the rest is to be paid from today on."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    months = forms.IntegerField(label=_("Jangka baru (bulan)"), min_value=1, max_value=MOST_MONTHS)
    method = forms.ChoiceField(
        label=_("Cara menghitung jasa"), choices=list(METHOD_WORDS.items()), widget=forms.RadioSelect
    )
    first_due = forms.DateField(label=_("Angsuran pertama jatuh tempo"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan"), max_length=400)

    def asked(self) -> Reschedule:
        seen = self.cleaned_data
        return Reschedule(seen["months"], seen["method"], seen["first_due"], seen["why"])


class AgreeForm(forms.Form):
    """Whether a proposed schedule is agreed to; saying no needs a reason."""

    said = forms.CharField(label=_("Alasan"), max_length=400, required=False)


class TakeOverForm(forms.Form):
    """A loan that stands in the book already: on which terms and in how many instalments it is paid back."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    member = forms.ChoiceField(label=_("Anggota"))
    terms = forms.ChoiceField(label=_("Produk"))
    months = forms.IntegerField(label=_("Sisa angsuran (bulan)"), min_value=1, max_value=MOST_MONTHS)
    first_due = forms.DateField(label=_("Angsuran berikutnya jatuh tempo"), widget=forms.DateInput)

    def __init__(
        self, *args: Any, members: Iterable[tuple[str, str]], terms: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = list(members)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["terms"].choices = list(terms)  # type: ignore[attr-defined]  # a ChoiceField

    def taken(self) -> TakenOver:
        seen = self.cleaned_data
        return TakenOver(UUID(seen["member"]), UUID(seen["terms"]), seen["months"], seen["first_due"])
