"""Money in, money out, money moved: purse, purposes and amounts in plain words; the voucher is made of them (E10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.plain import (
    COSTS,
    EARNED,
    IN,
    LOANS,
    REST,
    SAVINGS,
    THINGS,
    Part,
    money_lines,
    moved_lines,
    purposes,
)
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.books.queries import named, purses_to_choose
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah, coded

ROWS = 5
"""Purposes one receipt may mix: an instalment, its interest, a saving, a fine, and one more."""
WORDS: dict[tuple[str, str], str | Promise] = {
    (IN, SAVINGS): _("Simpanan dan modal anggota"), (IN, LOANS): _("Angsuran pinjaman (pokok)"),
    (IN, EARNED): _("Pendapatan"), (IN, THINGS): _("Aset dijual atau ditagih"), (IN, REST): _("Utang, modal dan dana"),
    ("out", COSTS): _("Beban"), ("out", LOANS): _("Pinjaman dicairkan"),
    ("out", SAVINGS): _("Simpanan dan hak anggota dibayarkan"), ("out", THINGS): _("Aset dibeli"),
    ("out", REST): _("Utang dan dana dibayar"),
}  # fmt: skip
PROOF_KINDS = "image/jpeg,image/png,image/webp,application/pdf"
KINDS = {IN: "BKM", "out": "BKK"}


@dataclass(frozen=True)
class Row:
    """One thing a receipt is for; closed until somebody asks for one more."""

    number: int
    purpose: forms.BoundField
    amount: forms.BoundField
    open: bool


class ProofField(forms.FileField):
    """The photo or PDF of a receipt; what it really is, the service finds out."""

    def __init__(self, **options: Any) -> None:
        label, widget = _("Foto atau PDF bukti"), forms.FileInput(attrs={"accept": PROOF_KINDS})
        super().__init__(**{"label": label, "required": False, "allow_empty_file": True, "widget": widget, **options})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        return (file.name, file.read()) if file else None


class MoneyForm(forms.Form):
    """A receipt or a payment with up to five purposes."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0, required=False)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    purse = forms.ChoiceField(label=_("Uangnya di mana?"), widget=forms.RadioSelect)
    member = forms.ChoiceField(
        label=_("Anggota"), required=False,
        help_text=_("Pilih bila menyangkut simpanan atau pinjaman seorang anggota."),
    )  # fmt: skip
    text = forms.CharField(label=_("Keterangan"), max_length=240, help_text=_("Misalnya: setoran Bu Maria, Oktober."))
    proof = ProofField()
    line = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, chart: Chart, direction: str, members: tuple[tuple[str, str], ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.chart, self.direction = chart, direction
        held = purses_to_choose(chart)
        self._choose("purse", held)
        self.fields["purse"].initial = held[0][0] if held else None
        self._choose("member", [("", "—"), *members])
        wanted = [("", _("— pilih —")), *self._purposes()]
        for number in range(1, ROWS + 1):
            self.fields[f"purpose_{number}"] = forms.ChoiceField(
                label=_("Untuk apa?"), required=False, choices=wanted
            )
            self.fields[f"amount_{number}"] = Rupiah(label=_("Jumlah (Rp)"), required=False)

    def rows(self) -> list[Row]:
        """The rows of purpose and amount; the first one stands open, and every one up to the last that is filled."""
        found = [(self[f"purpose_{number}"], self[f"amount_{number}"]) for number in range(1, ROWS + 1)]
        last = max((at for at, fields in enumerate(found) if any(one.value() for one in fields)), default=0)
        return [Row(at + 1, *fields, open=at <= last) for at, fields in enumerate(found)]

    def clean(self) -> dict[str, Any]:
        """Every row that is half filled is told, beside whatever else is wrong."""
        for gap in self._gaps():
            self.add_error(gap.where, coded(gap))
        return self.cleaned_data

    def draft(self) -> VoucherDraft:
        """The voucher; Refused when there is no row."""
        seen = self.cleaned_data
        parts = [Part(seen[f"purpose_{number}"], seen[f"amount_{number}"]) for number in range(1, ROWS + 1)
                 if seen.get(f"amount_{number}")]
        if not parts:
            raise Refused(problem("BOOKS_039", "amount_1"))
        lines = money_lines(self.direction, seen["purse"], parts, seen["member"], self.chart)
        return VoucherDraft(KINDS[self.direction], seen["day"], seen["text"].strip(), lines)

    def _gaps(self) -> Iterator[Problem]:
        for number in range(1, ROWS + 1):
            purpose, amount = (self.cleaned_data.get(f"{name}_{number}") for name in ("purpose", "amount"))
            missing = "amount" if purpose else "purpose"
            if bool(purpose) != bool(amount) and f"{missing}_{number}" not in self.errors:
                label = str(self.fields[f"{missing}_{number}"].label)
                yield problem("BOOKS_040", f"{missing}_{number}", line=number, missing=label)

    def _purposes(self) -> list[tuple[str | Promise, list[tuple[str, str]]]]:
        return [
            (WORDS[self.direction, one.kind], [(account.code, named(account)) for account in one.accounts])
            for one in purposes(self.chart, self.direction)
        ]

    def _choose(self, name: str, choices: Iterable[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class MoveForm(forms.Form):
    """Money that changes its place: cash to the bank and back."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0, required=False)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    source = forms.ChoiceField(label=_("Dari"), widget=forms.RadioSelect)
    target = forms.ChoiceField(label=_("Ke"), widget=forms.RadioSelect)
    amount = Rupiah(label=_("Jumlah (Rp)"))
    text = forms.CharField(label=_("Keterangan"), max_length=240, help_text=_("Misalnya: setor kas ke bank."))
    proof = ProofField()

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = purses_to_choose(chart)
        for name in ("source", "target"):
            self.fields[name].choices = held  # type: ignore[attr-defined]  # a ChoiceField

    def draft(self) -> VoucherDraft:
        """The voucher; Refused when both places are the same."""
        seen = self.cleaned_data
        if seen["source"] == seen["target"]:
            raise Refused(problem("BOOKS_041", "target"))
        lines = moved_lines(seen["source"], seen["target"], seen["amount"])
        return VoucherDraft("BM", seen["day"], seen["text"].strip(), lines)
