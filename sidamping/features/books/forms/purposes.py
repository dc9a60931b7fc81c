"""What money is for: a purse and up to five purposes with their amounts, in plain words (E10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.plain import COSTS, EARNED, IN, LOANS, OUT, REST, SAVINGS, THINGS, Part, purposes
from sidamping.domain.problems import Problem, problem
from sidamping.features.books.queries import named, purses_to_choose
from sidamping.platform.http.fields import Rupiah, coded

ROWS = 5
"""Purposes one receipt may mix: an instalment, its interest, a saving, a fine, and one more."""
WORDS: dict[tuple[str, str], str | Promise] = {
    (IN, SAVINGS): _("Simpanan dan modal anggota"), (IN, LOANS): _("Angsuran pinjaman (pokok)"),
    (IN, EARNED): _("Pendapatan"), (IN, THINGS): _("Aset dijual atau ditagih"), (IN, REST): _("Utang, modal dan dana"),
    (OUT, COSTS): _("Beban"), (OUT, LOANS): _("Pinjaman dicairkan"),
    (OUT, SAVINGS): _("Simpanan dan hak anggota dibayarkan"), (OUT, THINGS): _("Aset dibeli"),
    (OUT, REST): _("Utang dan dana dibayar"),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One thing a receipt is for; closed until somebody asks for one more. The first one `must` be there."""

    number: int
    purpose: forms.BoundField
    amount: forms.BoundField
    open: bool
    must: bool


class PurposeForm(forms.Form):
    """The purse and what its money is for; a purpose may stand without its amount where `amounts` allows it."""

    amounts = True
    purse = forms.ChoiceField(label=_("Uangnya di mana?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, chart: Chart, direction: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chart, self.direction = chart, direction
        held = purses_to_choose(chart)
        self._choose("purse", held)
        self.fields["purse"].initial = held[0][0] if held else None
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
        return [Row(at + 1, *fields, open=at <= last, must=self.amounts and at == 0) for at, fields in enumerate(found)]

    def parts(self) -> tuple[Part, ...]:
        """What was asked for, in order; an amount that was left open is 0."""
        seen = ((self.cleaned_data.get(f"purpose_{at}"), self.cleaned_data.get(f"amount_{at}"))
                for at in range(1, ROWS + 1))
        return tuple(Part(purpose, amount or 0) for purpose, amount in seen if purpose)

    def clean(self) -> dict[str, Any]:
        """Every row that is half filled is told, beside whatever else is wrong."""
        for gap in self._gaps():
            self.add_error(gap.where, coded(gap))
        return self.cleaned_data

    def _gaps(self) -> Iterator[Problem]:
        for number in range(1, ROWS + 1):
            purpose, amount = (self.cleaned_data.get(f"{name}_{number}") for name in ("purpose", "amount"))
            missing = "amount" if purpose else "purpose"
            half = bool(purpose) != bool(amount) and (self.amounts or not purpose)
            if half and f"{missing}_{number}" not in self.errors:
                label = str(self.fields[f"{missing}_{number}"].label)
                yield problem("BOOKS_040", f"{missing}_{number}", line=number, missing=label)

    def _purposes(self) -> list[tuple[str | Promise, list[tuple[str, str]]]]:
        return [
            (WORDS[self.direction, one.kind], [(each.code, self._called(one.kind, each)) for each in one.accounts])
            for one in purposes(self.chart, self.direction)
        ]

    def _called(self, kind: str, account: Account) -> str:
        """The name of an account; of a loan whose money comes in, that it is an instalment."""
        if (self.direction, kind) != (IN, LOANS):
            return named(account)
        return str(_("Angsuran pokok: %(account)s")) % {"account": named(account)}

    def _choose(self, name: str, choices: Iterable[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


def tell_same_place(form: forms.Form) -> None:
    """Money that is to move to where it lies already, told at the second place."""
    seen = form.cleaned_data
    if "source" in seen and seen["source"] == seen.get("target"):
        form.add_error("target", coded(problem("BOOKS_041")))
