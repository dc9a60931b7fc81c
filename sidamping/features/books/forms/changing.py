"""A draft that is changed: the form it was written on with its content, or its day and words where no form fits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import GENERAL
from sidamping.domain.ledger.plain import MOVE, Told, purposes, told_plainly
from sidamping.domain.ledger.units import facing
from sidamping.domain.money import grouped
from sidamping.features.books.forms.money import KINDS, ROWS, MoneyForm, MoveForm, ProofField
from sidamping.features.books.queries import VoucherCard
from sidamping.features.books.services import VoucherDraft


class HeadForm(forms.Form):
    """Day and words of a draft whose lines another page reckoned."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    text = forms.CharField(label=_("Keterangan"), max_length=240)
    proof = ProofField()

    def __init__(self, *args: Any, card: VoucherCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.card = card

    def draft(self) -> VoucherDraft:
        """The voucher with the lines it has."""
        seen = self.cleaned_data
        return VoucherDraft(self.card.kind, seen["day"], seen["text"].strip(), self.card.lines, self.card.nature)


def plain_words(card: VoucherCard, chart: Chart) -> Told | None:
    """The words of a draft when the form of its kind can hold all of them."""
    told = told_plainly(card.lines, chart) if card.nature == GENERAL else None
    if told is None or KINDS.get(told.way, "BM") != card.kind or len(told.parts) > ROWS:
        return None
    return told if told.way == MOVE or _offered(told, chart) else None


def start_of(told: Told) -> dict[str, Any]:
    """What the fields of the form hold; an amount that nobody gave stays empty."""
    if told.way == MOVE:
        (part,) = told.parts
        return {"source": told.purse, "target": part.account, "amount": _typed(part.amount)}
    rows = enumerate(told.parts, 1)
    filled = {f"{name}_{at}": value for at, part in rows
              for name, value in (("purpose", part.account), ("amount", _typed(part.amount)))}
    return {"purse": told.purse, "member": told.member, **filled}


def money_form(
    told: Told, chart: Chart, members: tuple[tuple[str, str], ...], *sent: Any, start: dict[str, Any]
) -> MoneyForm | MoveForm:
    """The form of money in, out or moved, filled with these words."""
    initial = {**start_of(told), **start}
    if told.way == MOVE:
        return MoveForm(*sent, initial=initial, chart=chart)
    own = facing(chart, chart.accounts[told.purse].unit)
    return MoneyForm(*sent, initial=initial, chart=own, direction=told.way, members=members)


def _offered(told: Told, chart: Chart) -> bool:
    """Whether the form offers each purpose; what is noted beside a single line it has no room for."""
    own = facing(chart, chart.accounts[told.purse].unit)
    known = {account.code for one in purposes(own, told.way) for account in one.accounts}
    return all(part.account in known and not part.note for part in told.parts)


def _typed(amount: int) -> str:
    return grouped(amount) if amount else ""
