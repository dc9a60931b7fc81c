"""An application with its conditions, and what is decided on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.loans.eligibility import Criterion
from sidamping.domain.loans.terms import MOST_MONTHS
from sidamping.features.books.queries import purses_to_choose
from sidamping.features.loans.queries import FOUND
from sidamping.features.loans.services import ApplicationDraft, Handing, Verdict
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

ANSWERS = (("ya", _("Ya")), ("tidak", _("Tidak")), ("", _("Belum diketahui")))
MET = {"ya": True, "tidak": False, "": None}


class ApplyForm(forms.Form):
    """What a member asks for. Savings, arrears and collateral are found, the other conditions are answered."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    member = forms.ChoiceField(label=_("Anggota"))
    product = forms.ChoiceField(label=_("Produk"))
    applied_on = forms.DateField(label=_("Tanggal permohonan"), widget=forms.DateInput)
    amount = Rupiah(label=_("Jumlah yang diminta (Rp)"))
    months = forms.IntegerField(label=_("Jangka (bulan)"), min_value=1, max_value=MOST_MONTHS)
    purpose = forms.CharField(label=_("Untuk apa"), max_length=240, help_text=_("Misalnya: modal kios, biaya sekolah."))
    collateral = forms.CharField(label=_("Agunan"), max_length=240, required=False,
                                 help_text=_("Nama barangnya. Kosong bila tidak ada."))
    collateral_value = Rupiah(label=_("Taksiran harga agunan (Rp)"), required=False)

    def __init__(
        self, *args: Any, members: Iterable[tuple[str, str]], products: Iterable[tuple[str, str]],
        conditions: Iterable[Criterion], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = [("", _("— pilih —")), *members]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["product"].choices = list(products)  # type: ignore[attr-defined]  # a ChoiceField
        self.asked = [one for one in conditions if one.code not in FOUND]
        for one in self.asked:
            words = one.en if reader_language() == "en" else one.id
            self.fields[f"met_{one.code}"] = forms.ChoiceField(
                label=words, choices=ANSWERS, required=False, widget=forms.RadioSelect, initial=""
            )
            self.fields[f"why_{one.code}"] = forms.CharField(
                label=_("Dari mana diketahui"), max_length=240, required=False
            )

    def answers(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Each condition to be answered with its reason, as bound fields."""
        for one in self.asked:
            yield self[f"met_{one.code}"], self[f"why_{one.code}"]

    def draft(self) -> ApplicationDraft:
        seen = self.cleaned_data
        told = {one.code: (MET[seen[f"met_{one.code}"]], seen[f"why_{one.code}"]) for one in self.asked}
        return ApplicationDraft(
            UUID(seen["member"]), UUID(seen["product"]), seen["applied_on"], seen["amount"], seen["months"],
            seen["purpose"], seen["collateral"], seen["collateral_value"], told,
        )


class DecideForm(forms.Form):
    """The decision of a second person, with a reason."""

    outcome = forms.ChoiceField(label=_("Keputusan"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Tanggal keputusan"), widget=forms.DateInput)
    amount = Rupiah(label=_("Jumlah disetujui (Rp)"), required=False)
    months = forms.IntegerField(label=_("Jangka (bulan)"), required=False, min_value=1, max_value=MOST_MONTHS)
    override = forms.BooleanField(label=_("Tetap disetujui walau ada syarat yang belum terpenuhi"), required=False)
    why = forms.CharField(label=_("Alasan"), max_length=400)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = labels("loan-outcomes", reader_language())
        chosen = [(code, words[code]) for code in ("approved", "refused", "withdrawn")]
        self.fields["outcome"].choices = chosen  # type: ignore[attr-defined]  # a ChoiceField

    def verdict(self) -> Verdict:
        seen = self.cleaned_data
        return Verdict(seen["outcome"], seen["on"], seen["why"], seen["amount"], seen["months"], seen["override"])


class WaiveForm(forms.Form):
    """Why a conflict of interest is let in; stands beside the decision, so its fields have names of their own."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    why = forms.CharField(label=_("Mengapa tetap boleh diputuskan"), max_length=400)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="izin_%s")


class DisburseForm(forms.Form):
    """When and from where the money goes out, and when the first instalment is due."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(label=_("Tanggal pencairan"), widget=forms.DateInput)
    first_due = forms.DateField(label=_("Angsuran pertama jatuh tempo"), widget=forms.DateInput)
    purse = forms.ChoiceField(label=_("Uangnya dari mana?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_purse(self, chart)

    def handing(self) -> Handing:
        seen = self.cleaned_data
        return Handing(seen["day"], seen["first_due"], seen["purse"])


def choose_purse(form: forms.Form, chart: Chart) -> None:
    """Cash and bank accounts as choices of the field `purse`, the first one chosen."""
    held = purses_to_choose(chart)
    form.fields["purse"].choices = held  # type: ignore[attr-defined]  # a ChoiceField
    form.fields["purse"].initial = held[0][0] if held else None

