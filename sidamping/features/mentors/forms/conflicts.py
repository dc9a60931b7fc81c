"""Forms about conflicts of interest: declaring, ending, asking, deciding; and the reason for opening a NIK."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.mentors.forms.profiles import codes
from sidamping.platform.database.ids import uuid7


class RevealForm(forms.Form):
    """Why the NIK is opened."""

    why = forms.CharField(
        label=_("Alasan membuka"), max_length=300, help_text=_("Alasan, nama Anda dan waktunya dicatat.")
    )


class InterestForm(forms.Form):
    """What binds the mentor to the party chosen."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    kind = forms.ChoiceField(label=_("Jenis kepentingan"), choices=codes("conflict-kinds", "–"))
    note = forms.CharField(
        label=_("Keterangan"), max_length=260, help_text=_("Misalnya: adik kandung bendahara, atau meminjamkan modal.")
    )
    starts = forms.DateField(label=_("Sejak tanggal"), widget=forms.DateInput)
    ends = forms.DateField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput, help_text=_("Kosong: masih berlaku.")
    )


class EndForm(forms.Form):
    """The last day of an interest, and why it is over."""

    ends = forms.DateField(label=_("Hari terakhir"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan"), max_length=240)


class AskForm(forms.Form):
    """Why a conflict should be let in."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    why = forms.CharField(
        label=_("Mengapa tetap orang ini?"), max_length=420, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Rekan yang memutus membaca alasan ini."),
    )  # fmt: skip


class DecideForm(forms.Form):
    """Letting a conflict in or not, with the reason."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    verdict = forms.ChoiceField(
        label=_("Putusan"), widget=forms.RadioSelect,
        choices=[("let_in", _("Izinkan")), ("refuse", _("Tolak, pilih pendamping lain"))],
    )  # fmt: skip
    why = forms.CharField(
        label=_("Alasan"), max_length=420, widget=forms.Textarea(attrs={"rows": 3}), required=False,
        help_text=_("Sebutkan pengamannya, misalnya: keputusan pinjaman diambil pengurus lain."),
    )  # fmt: skip

    def decision(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {"id": told["id"], "let_in": told["verdict"] == "let_in", "why": told["why"]}
