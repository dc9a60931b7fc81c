"""Acts on a round: decide or return what was seen, ask somebody else to fill it in too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

DECIDE, RETURN, WITHDRAW = "putuskan", "kembalikan", "tarik"


class ActForm(forms.Form):
    """One act and what the actor saw: the number of acts so far."""

    tindakan = forms.ChoiceField(choices=[(one, one) for one in (DECIDE, RETURN, WITHDRAW)], widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    remark = forms.CharField(
        label=_("Catatan"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    use_required_attribute = False


class InviteForm(forms.Form):
    """Who fills in beside the others: the parts still free, with the people who may be asked for each."""

    siapa = forms.ChoiceField(
        label=_("Siapa yang diundang"),
        help_text=_("Penilai kedua menilai sendiri; ia tidak melihat isian pertama sampai keduanya diserahkan."),
    )  # fmt: skip

    use_required_attribute = False

    def __init__(self, parts: Sequence[tuple[str, str, Sequence[tuple[UUID, str]]]], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["siapa"]
        assert isinstance(field, forms.ChoiceField)
        grouped = [(word, [(f"{part}:{id}", name) for id, name in people]) for part, word, people in parts]
        field.choices = [("", _("Pilih nama")), *grouped]

    def asked(self) -> tuple[str, UUID]:
        """Part and person, from a valid form."""
        part, _colon, person = str(self.cleaned_data["siapa"]).partition(":")
        return part, UUID(person)
