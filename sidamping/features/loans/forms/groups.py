"""Joint liability groups: forming one, joining, leaving."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.platform.database.ids import uuid7


class GroupForm(forms.Form):
    """A new group."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label=_("Nama kelompok"), max_length=80)
    formed = forms.DateField(label=_("Dibentuk tanggal"), widget=forms.DateInput)


class JoinForm(forms.Form):
    """A member joins, and for whom the member stands in first."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    member = forms.ChoiceField(label=_("Anggota"))
    since = forms.DateField(label=_("Sejak"), widget=forms.DateInput)
    stands_for = forms.ChoiceField(label=_("Menanggung lebih dahulu"), required=False)

    def __init__(
        self, *args: Any, members: Iterable[tuple[str, str]], present: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = [("", _("— pilih —")), *members]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["stands_for"].choices = [("", _("Semua sama")), *present]  # type: ignore[attr-defined]  # a ChoiceField


class LeaveForm(forms.Form):
    """The last day in the group."""

    until = forms.DateField(label=_("Sampai tanggal"), widget=forms.DateInput)
