"""What is typed into a budget: a line with quantity and price, the year to open, the span to look at."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.budgeting import (
    ALL_MONTHS,
    HALF_YEARLY,
    MONTHLY,
    QUARTERLY,
    THOUSAND,
    YEARLY,
    BudgetLine,
    counted,
)
from sidamping.domain.periods import month_name
from sidamping.features.budgets.queries import DIRECTIONS, PARTS
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

SPANS = (
    (MONTHLY, _("Bulan")), (QUARTERLY, _("Triwulan")), (HALF_YEARLY, _("Semester")), (YEARLY, _("Setahun")),
)  # fmt: skip
COUNTS = "plan-counts"


class LineForm(forms.Form):
    """A line: what, how much of it, at what price, in which months, told by which accounts."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    part = forms.ChoiceField(label=_("Bidang"), choices=PARTS)
    direction = forms.ChoiceField(label=_("Jenis"), choices=DIRECTIONS, widget=forms.RadioSelect)
    text = forms.CharField(label=_("Uraian"), max_length=160, help_text=_("Misalnya: simpanan wajib 50 anggota."))
    quantity = forms.DecimalField(
        label=_("Banyaknya"), min_value=Decimal("0.001"), max_digits=12, decimal_places=3, localize=True
    )
    unit = forms.CharField(label=_("Satuan"), max_length=40, help_text=_("Misalnya: anggota, kali, bulan."))
    price = Rupiah(label=_("Harga satuan"), zero=True)
    months = forms.MultipleChoiceField(
        label=_("Bulan"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Kosongkan bila merata sepanjang tahun."),
    )  # fmt: skip
    accounts = forms.MultipleChoiceField(
        label=_("Akun di buku"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Realisasi dihitung dari akun ini. Kosongkan bila tidak ada uangnya."),
    )  # fmt: skip

    counted = forms.ChoiceField(
        label=_("Dihitung dari catatan"), required=False, choices=lambda: [("", "–"), *_counts()],
        help_text=_("Banyaknya yang terlaksana dihitung dari catatan ini."),
    )  # fmt: skip

    def __init__(self, *args: Any, accounts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        months = [(str(at), month_name(at, language)) for at in range(1, 13)]
        self.fields["accounts"].choices = accounts  # type: ignore[attr-defined]  # a choice field
        self.fields["months"].choices = months  # type: ignore[attr-defined]  # a choice field

    def line(self) -> BudgetLine:
        """The line as it was typed."""
        seen = self.cleaned_data
        chosen = sum(1 << (int(one) - 1) for one in seen["months"]) or ALL_MONTHS
        return BudgetLine(
            seen["part"], seen["direction"], seen["text"], int(seen["quantity"] * THOUSAND), seen["unit"],
            seen["price"] or 0, chosen, tuple(seen["accounts"]), seen["counted"],
        )

    @staticmethod
    def start(line: BudgetLine) -> dict[str, Any]:
        """A kept line as the form shows it."""
        months = [] if line.months == ALL_MONTHS else [str(at + 1) for at in range(12) if line.months >> at & 1]
        return {
            "part": line.part, "direction": line.direction, "text": line.text,
            "quantity": Decimal(line.quantity) / THOUSAND, "unit": line.unit, "price": line.price, "months": months,
            "accounts": list(line.accounts), "counted": line.counted,
        }  # fmt: skip


def _counts() -> list[tuple[str, str]]:
    words = labels(COUNTS, reader_language())
    return [(code, words[code]) for code in codes_of(COUNTS)]


class RemarkForm(forms.Form):
    """Why a line came out otherwise, and what is done about it."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    reason = forms.CharField(
        label=_("Mengapa berbeda dari rencana"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    action = forms.CharField(
        label=_("Tindakan perbaikan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class YearForm(forms.Form):
    """The year a budget is opened for."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    year = forms.IntegerField(label=_("Tahun buku"), min_value=1990, max_value=2998)


class SpanForm(forms.Form):
    """Which span of the year the plan is compared in."""

    kala = forms.ChoiceField(label=_("Per"), choices=SPANS, required=False)
    ke = forms.IntegerField(label=_("Ke-"), required=False, min_value=1, max_value=12)

    def span(self, month: int) -> tuple[str, int]:
        """The span chosen and its number; the one of the month given where nothing fits."""
        self.is_valid()
        span = self.cleaned_data.get("kala") or YEARLY
        numbers = counted(span)
        number = self.cleaned_data.get("ke") or -(-month * len(numbers) // 12)
        return span, number if number in numbers else numbers[-1]
