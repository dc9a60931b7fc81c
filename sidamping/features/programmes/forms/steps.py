"""Forms of steps: one is recorded with its outcome and proofs, left out, or taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.programmes.queries import Doable
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.database.ids import uuid7

PROOF = "application/pdf,image/*"


class StepForm(forms.Form):
    """A step done on a day, with what the programme asks of it; the override stands only where the role may use it."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    step = forms.CharField(widget=forms.HiddenInput)
    done_on = forms.DateField(label=_("Tanggal dikerjakan"), widget=forms.DateInput)
    outcome = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    override_why = forms.CharField(
        label=_("Alasan melangkahi urutan"), required=False, max_length=240,
        help_text=_("Hanya bila langkah sebelumnya sengaja dilewati. Nama dan alasan Anda tercatat."),
    )
    waive = forms.BooleanField(label=_("Langkah ini tidak dikerjakan (ditiadakan)"), required=False)

    def __init__(self, *args: Any, doable: Doable | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proofs = doable.evidence if doable else ()
        for kind, word in self.proofs:
            self.fields[f"evidence-{kind}"] = forms.FileField(
                label=word, required=False, widget=forms.FileInput(attrs={"accept": PROOF}),
                help_text=_("PDF atau foto. Bila tidak ada berkas, tulis keterangannya."),
            )
            self.fields[f"said-{kind}"] = forms.CharField(
                label=_("%(kind)s: di mana buktinya") % {"kind": word}, required=False, max_length=400
            )
        self._dress(doable)

    def _dress(self, doable: Doable | None) -> None:
        """Only the fields that this step and this person have."""
        outcomes = doable.outcomes if doable else ()
        self.fields["outcome"].choices = list(outcomes)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["outcome"].required = bool(outcomes) and not self.data.get("waive")
        if not outcomes:
            del self.fields["outcome"]
        if doable is None or not doable.may_override:
            del self.fields["override_why"], self.fields["waive"]
        elif doable.elsewhere:
            self.fields["waive"].initial = True

    def wanted(self) -> dict[str, Any]:
        """What the service is asked for."""
        said = self.cleaned_data
        asked = ("id", "step", "done_on", "note", "outcome", "override_why", "waive")
        found: dict[str, Any] = {name: said[name] for name in asked if name in said}
        return found | {"evidence": tuple(self._evidence())}

    def fields_of_proof(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The file and the words of each proof, for the page."""
        return [(self[f"evidence-{kind}"], self[f"said-{kind}"]) for kind, _word in self.proofs]

    def _evidence(self) -> list[EvidenceDraft]:
        drafts = []
        for kind, _word in self.proofs:
            file, said = self.cleaned_data.get(f"evidence-{kind}"), self.cleaned_data.get(f"said-{kind}", "")
            if file or said:
                drafts.append(EvidenceDraft(kind, said, file.name if file else "", file.read() if file else b""))
        return drafts


class TakeBackForm(forms.Form):
    """Why a record of a step is taken back."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    why = forms.CharField(
        label=_("Alasan menarik catatan"), max_length=240, required=False,
        help_text=_("Catatan lama tetap terbaca; langkah terbuka lagi."),
    )
