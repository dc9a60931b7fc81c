"""The opening balance as a page: an amount for each account of the balance sheet, and rows of members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.opening import OpeningRow
from sidamping.domain.money import grouped
from sidamping.features.books.queries import named
from sidamping.features.books.queries.opening import OpeningMember, OpeningState
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah

MOST_MEMBERS = 40
"""So many members stand on the page; a longer register is carried over with the workbook."""


@dataclass(frozen=True)
class MemberRow:
    """A member with a field for each account kept per member."""

    member: OpeningMember
    fields: tuple[forms.BoundField, ...]

    @property
    def faulty(self) -> bool:
        return any(one.errors for one in self.fields)


class CarryForm(forms.Form):
    """An amount that nobody can read is told at its field; the rest is judged by the service, all at once."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0, required=False)
    drop = forms.BooleanField(label=_("Buang baris yang tidak cocok itu"), required=False)

    def __init__(
        self, *args: Any, chart: Chart, whole: Iterable[Account], apart: Iterable[Account],
        members: tuple[OpeningMember, ...], state: OpeningState, **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.chart, self.whole, self.apart, self.state = chart, tuple(whole), tuple(apart), state
        self.members = members if len(members) <= MOST_MEMBERS else ()
        for account in self.whole:
            self.fields[account.code] = _amount(account, f"{account.code} · {named(account)}")
        for one in self.members:
            for account in self.apart:
                self.fields[f"{account.code}-{one.number}"] = _amount(account, f"{named(account)}, {one.name}")
        self._numbers = {one.party_id: one.number for one in members}
        self._fill(state.lines)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The accounts written as a whole, by what they are."""
        words = {"assets": _("Harta"), "liabilities": _("Utang"), "equity": _("Modal")}
        return [
            (str(word), [self[one.code] for one in self.whole if one.group == group]) for group, word in words.items()
        ]

    def member_rows(self) -> list[MemberRow]:
        return [
            MemberRow(one, tuple(self[f"{account.code}-{one.number}"] for account in self.apart))
            for one in self.members
        ]

    def rows(self) -> list[OpeningRow]:
        """Everything on the page, and what the page does not show, unless it is to be dropped."""
        found = list(self._typed())
        return found if self.cleaned_data["drop"] else [*found, *(self._row(one) for one in self.strange)]

    def _typed(self) -> Iterator[OpeningRow]:
        for account in self.whole:
            yield OpeningRow(named(account), account.code, self._text(account.code))
        for one in self.members:
            for account in self.apart:
                field = f"{account.code}-{one.number}"
                yield OpeningRow(f"{one.name}, {named(account)}", account.code, self._text(field), one.number)

    def _text(self, field: str) -> str:
        amount = self.cleaned_data[field]
        return "" if amount is None else str(amount)

    def _fill(self, kept: tuple[Line, ...]) -> None:
        """The draft in its fields; `strange` are the lines that have none."""
        self.strange: list[Line] = []
        for line in kept:
            number = self._numbers.get(line.member, "") if line.member else ""
            field = f"{line.account}-{number}" if line.member else line.account
            account = self.chart.accounts.get(line.account)
            if account is None or field not in self.fields or field in self.initial:
                self.strange.append(line)
            else:
                amount = account.shown(line.amount)
                self.initial[field] = f"-{grouped(-amount)}" if amount < 0 else grouped(amount)

    def _row(self, line: Line) -> OpeningRow:
        account = self.chart.accounts.get(line.account)
        amount = account.shown(line.amount) if account else line.amount
        member = self._numbers.get(line.member, line.member) if line.member else ""
        place = f"{line.account} {member}".strip()
        return OpeningRow(place, line.account, str(amount), member)


def _amount(account: Account, label: str) -> Rupiah:
    return Rupiah(label=label, required=False, zero=True, signed=account.either_side)
