"""Savings that come in and go out, in plain words: who, how much, which purse, which day (E7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.savings.products import PPM_A_PERCENT
from sidamping.features.savings.models import MOST_MONTHS
from sidamping.features.savings.services import DepositDraft, Receipt
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah

KINSHIP = (
    ("spouse", _("suami atau istri")), ("child", _("anak")), ("parent", _("orang tua")), ("sibling", _("saudara")),
    ("other", _("lainnya")),
)  # fmt: skip
MOST_AHEAD = 60
"""Months one receipt may settle."""


class DayForm(forms.Form):
    """A draft with an identifier of its own, a day and what it is for."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    text = forms.CharField(label=_("Keterangan"), max_length=240, required=False)


class PurseForm(DayForm):
    """Money through one of the purses of the book."""

    purse = forms.ChoiceField(label=_("Uangnya di mana?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, purses: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purse"].choices = purses  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["purse"].initial = purses[0][0] if purses else None


class MemberForm(PurseForm):
    """Money of one member."""

    member = forms.ChoiceField(label=_("Anggota"))

    def __init__(self, *args: Any, members: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = [("", _("— pilih —")), *members]  # type: ignore[attr-defined]  # a ChoiceField


class ReceiveForm(MemberForm):
    """Terima simpanan: principal, months of mandatory savings, voluntary; what stays empty is not received."""

    months = forms.IntegerField(label=_("Simpanan wajib, berapa bulan?"), required=False, min_value=0,
                                max_value=MOST_AHEAD)
    voluntary = Rupiah(label=_("Simpanan sukarela (Rp)"), required=False)
    principal = Rupiah(label=_("Simpanan pokok (Rp)"), required=False)

    def receipt(self) -> Receipt:
        """What the member brings."""
        seen = self.cleaned_data
        return Receipt(
            UUID(seen["member"]), seen["principal"] or 0, seen["months"] or 0, seen["voluntary"] or 0
        )


class WithdrawForm(MemberForm):
    """Simpanan sukarela diambil."""

    amount = Rupiah(label=_("Jumlah (Rp)"))


class LeaverForm(PurseForm):
    """All savings of a member who leaves are paid back: to the member, or to a named heir of one who died."""

    receiver = forms.ChoiceField(label=_("Diterima oleh"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, heirs: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Anggota sendiri")), *heirs]
        self.fields["receiver"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if len(choices) == 1:
            del self.fields["receiver"]


class HeirForm(forms.Form):
    """Whom a member names as heir."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label=_("Nama ahli waris"), max_length=120)
    kinship = forms.ChoiceField(label=_("Hubungan"), choices=KINSHIP)


class CollectForm(PurseForm):
    """Mandatory savings of many members at once; a field of months for each."""

    def __init__(self, *args: Any, rows: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in rows:
            self.fields[_months(row.party_id)] = forms.IntegerField(
                label=_("Bulan"), required=False, min_value=0, max_value=MOST_AHEAD
            )

    def months(self) -> dict[UUID, int]:
        """Months by member, of those that bring something."""
        return {
            UUID(name.removeprefix("bulan_")): count for name, count in self.cleaned_data.items()
            if name.startswith("bulan_") and count
        }

    def of(self, party: UUID) -> forms.BoundField:
        """The field of one member."""
        return self[_months(party)]


class ExcessForm(DayForm):
    """Which members' payments above the articles become participation capital."""

    members = forms.MultipleChoiceField(label=_("Anggota"), required=False)

    def __init__(self, *args: Any, rows: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.party_id), f"{one.number} · {one.name}") for one in rows]
        self.fields["members"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField


class DepositForm(MemberForm):
    """A time deposit: how much, for how long, at which rate."""

    amount = Rupiah(label=_("Jumlah (Rp)"))
    months = forms.IntegerField(label=_("Jangka (bulan)"), min_value=1, max_value=MOST_MONTHS)
    rate = forms.DecimalField(label=_("Bunga (persen)"), min_value=Decimal(0), max_value=Decimal(100),
                              decimal_places=4)

    def deposit(self) -> DepositDraft:
        """The deposit as agreed."""
        seen = self.cleaned_data
        rate = int(seen["rate"] * PPM_A_PERCENT)
        return DepositDraft(UUID(seen["member"]), seen["amount"], seen["months"], rate)


class PayoutForm(PurseForm):
    """A deposit is paid back."""


def _months(party: UUID) -> str:
    return f"bulan_{party}"
