"""A voucher that comes again and again: its name, what it is for, and the amounts that are always the same."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.plain import MOVE, Part, Told
from sidamping.domain.problems import problem
from sidamping.features.books.forms.purposes import PurposeForm, tell_same_place
from sidamping.features.books.models import MOST_NAME, MOST_TEMPLATE_TEXT
from sidamping.features.books.queries import purses_to_choose
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah, coded


class NamedForm(forms.Form):
    """What every template is called and says."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label=_("Nama templat"), max_length=MOST_NAME, help_text=_("Misalnya: Listrik kantor."))
    text = forms.CharField(
        label=_("Keterangan"), max_length=MOST_TEMPLATE_TEXT, required=False,
        help_text=_("Terisi di formulir; dapat diubah tiap kali."),
    )  # fmt: skip


class MoneyTemplateForm(NamedForm, PurposeForm):
    """Money in or out."""

    amounts = False

    def clean(self) -> dict[str, Any]:
        """A template for nothing is told beside whatever else is wrong."""
        super().clean()
        if not self.parts() and not any(name.startswith("purpose_") for name in self.errors):
            told = problem("BOOKS_040", line=1, missing=str(self.fields["purpose_1"].label))
            self.add_error("purpose_1", coded(told))
        return self.cleaned_data

    def told(self) -> Told:
        """The words to keep."""
        return Told(self.direction, self.cleaned_data["purse"], self.parts())


class MoveTemplateForm(NamedForm):
    """Money that changes its place."""

    source = forms.ChoiceField(label=_("Dari"), widget=forms.RadioSelect)
    target = forms.ChoiceField(label=_("Ke"), widget=forms.RadioSelect)
    amount = Rupiah(
        label=_("Jumlah (Rp)"), required=False, help_text=_("Kosongkan bila jumlahnya lain tiap kali.")
    )

    def __init__(self, *args: Any, chart: Chart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("source", "target"):
            self.fields[name].choices = purses_to_choose(chart)  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Money stays where it is when both places are the same."""
        tell_same_place(self)
        return self.cleaned_data

    def told(self) -> Told:
        """The words to keep."""
        seen = self.cleaned_data
        return Told(MOVE, seen["source"], (Part(seen["target"], seen["amount"] or 0),))
