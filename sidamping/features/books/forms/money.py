"""Money in, money out, money moved: purse, purposes and amounts in plain words; the voucher is made of them (E10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.plain import IN, OUT, money_lines, moved_lines
from sidamping.domain.problems import problem
from sidamping.features.books.forms.purposes import PurposeForm, tell_same_place
from sidamping.features.books.models import MOST_TEXT
from sidamping.features.books.queries import purses_to_choose
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah, coded

PROOF_KINDS = "image/jpeg,image/png,image/webp,application/pdf"
KINDS = {IN: "BKM", OUT: "BKK"}


class ProofField(forms.FileField):
    """The photo or PDF of a receipt; what it really is, the service finds out."""

    def __init__(self, **options: Any) -> None:
        label, widget = _("Foto atau PDF bukti"), forms.FileInput(attrs={"accept": PROOF_KINDS})
        super().__init__(**{"label": label, "required": False, "allow_empty_file": True, "widget": widget, **options})

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """A form that comes back has lost the file that was chosen, for browsers keep none; the field says so."""
        bound = super().get_bound_field(form, field_name)
        if form.files.get(bound.html_name):
            bound.help_text = str(_("Pilih fotonya lagi; peramban tidak menyimpan berkas yang tadi dipilih."))
        return bound

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        return (file.name, file.read()) if file else None


class MoneyForm(PurposeForm):
    """A receipt or a payment with up to five purposes."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0, required=False)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    member = forms.ChoiceField(
        label=_("Anggota"), required=False,
        help_text=_("Pilih bila menyangkut simpanan atau pinjaman seorang anggota."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("Keterangan"), max_length=MOST_TEXT, help_text=_("Misalnya: setoran Bu Maria, Oktober.")
    )
    proof = ProofField()
    line = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, members: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("member", [("", "—"), *members])

    def clean(self) -> dict[str, Any]:
        """A receipt for nothing is told beside whatever else is wrong."""
        super().clean()
        if not self.parts() and not any(name.startswith(("purpose_", "amount_")) for name in self.errors):
            self.add_error("amount_1", coded(problem("BOOKS_039")))
        return self.cleaned_data

    def draft(self) -> VoucherDraft:
        """The voucher."""
        seen = self.cleaned_data
        lines = money_lines(self.direction, seen["purse"], self.parts(), seen["member"], self.chart)
        return VoucherDraft(KINDS[self.direction], seen["day"], seen["text"].strip(), lines)


class MoveForm(forms.Form):
    """Money that changes its place: cash to the bank and back."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0, required=False)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    source = forms.ChoiceField(label=_("Dari"), widget=forms.RadioSelect)
    target = forms.ChoiceField(label=_("Ke"), widget=forms.RadioSelect)
    amount = Rupiah(label=_("Jumlah (Rp)"))
    text = forms.CharField(label=_("Keterangan"), max_length=MOST_TEXT, help_text=_("Misalnya: setor kas ke bank."))
    proof = ProofField()

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = purses_to_choose(chart)
        for name in ("source", "target"):
            self.fields[name].choices = held  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Money stays where it is when both places are the same."""
        tell_same_place(self)
        return self.cleaned_data

    def draft(self) -> VoucherDraft:
        """The voucher."""
        seen = self.cleaned_data
        lines = moved_lines(seen["source"], seen["target"], seen["amount"])
        return VoucherDraft("BM", seen["day"], seen["text"].strip(), lines)
