"""A draft that is changed: the form it was written on with its content, or its day and words where no form fits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import GENERAL
from sidamping.domain.ledger.plain import MOVE, Told, not_offered, told_plainly
from sidamping.domain.ledger.units import facing
from sidamping.features.books.forms.money import KINDS, MoneyForm, MoveForm, ProofField
from sidamping.features.books.forms.purposes import ROWS
from sidamping.features.books.forms.starting import start_of
from sidamping.features.books.models import MOST_TEXT
from sidamping.features.books.queries import VoucherCard
from sidamping.features.books.services import VoucherDraft


class SeenForm(forms.Form):
    """How often the draft had been changed when somebody read it."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class HeadForm(SeenForm):
    """Day and words of a draft whose lines another page reckoned."""

    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    text = forms.CharField(label=_("Keterangan"), max_length=MOST_TEXT)
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
    noted = any(part.note for part in told.parts)  # beside a single line, where the form has no room
    return None if noted or not_offered(told, chart) else told


def money_form(
    told: Told, chart: Chart, members: tuple[tuple[str, str], ...], *sent: Any, start: dict[str, Any]
) -> MoneyForm | MoveForm:
    """The form of money in, out or moved, filled with these words."""
    initial = {**start_of(told), **start}
    if told.way == MOVE:
        return MoveForm(*sent, initial=initial, chart=chart)
    own = facing(chart, chart.accounts[told.purse].unit)
    return MoneyForm(*sent, initial=initial, chart=own, direction=told.way, members=members)
