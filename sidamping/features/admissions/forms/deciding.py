"""What officers fill in about an application: a decision on a stage, a call, acceptance, a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.admissions.queries import Match
from sidamping.features.admissions.queries.lines import StageLine
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

CHOOSE = ("", _("— pilih —"))
CALL_LOG = "call_log"
FILES = {"accept": "image/jpeg,image/png,image/webp,application/pdf"}


class DecisionForm(forms.Form):
    """One decision: outcome, reasons if it is a refusal, note, proof of the kinds the programme asks for."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    step = forms.CharField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    reasons = forms.MultipleChoiceField(
        label=_("Alasan bila tidak lolos"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Pilih satu atau lebih. Alasan tetap tersimpan dan tercantum pada surat kepada pemohon."),
    )
    note = forms.CharField(
        label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000,
        help_text=_("Wajib bila diloloskan padahal ada syarat yang belum terpenuhi. Pemohon tidak melihatnya."),
    )

    def __init__(
        self, *args: Any, stage: StageLine, reasons: Mapping[str, str], evidence: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = [kind for kind in evidence if kind != CALL_LOG]
        self.fields["outcome"].choices = list(stage.outcomes)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["reasons"].choices = list(reasons.items())  # type: ignore[attr-defined]  # a choice field
        words = labels("evidence-kinds", reader_language())
        for kind in self.kinds:
            self.fields[f"said_{kind}"] = forms.CharField(
                label=words[kind], required=False, max_length=400, help_text=_("Nomor, tanggal, atau tempat buktinya.")
            )
            self.fields[f"file_{kind}"] = forms.FileField(
                label=_("Berkas"), required=False, widget=forms.FileInput(attrs=FILES)
            )
        if stage.instead:
            self.fields["instead"] = forms.CharField(
                label=_("Mengapa Anda yang memutuskan"), max_length=240,
                help_text=_("Tahap ini biasanya diputuskan pihak lain. Nama dan alasan Anda tercatat."),
            )

    def evidence(self) -> tuple[EvidenceDraft, ...]:
        """The proof that came along, by kind."""
        found = []
        for kind in self.kinds:
            file = self.files.get(f"file_{kind}")
            name, content = (file.name or "", file.read(LARGEST_FILE + 1)) if file else ("", b"")
            said = self.data.get(f"said_{kind}", "")
            if said.strip() or content:
                found.append(EvidenceDraft(kind, said, name, content))
        return tuple(found)


class ContactForm(forms.Form):
    """One attempt to reach the applicant."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    called_on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    result = forms.ChoiceField(label=_("Hasil"))
    spoke_with = forms.CharField(
        label=_("Berbicara dengan"), required=False, max_length=160, help_text=_("Nama dan jabatannya.")
    )
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = labels("contact-results", reader_language()).items()
        self.fields["result"].choices = [CHOOSE, *known]  # type: ignore[attr-defined]  # a ChoiceField


class AcceptForm(forms.Form):
    """Who the applicant becomes: a record that is there already, or a new one."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    on = forms.DateField(label=_("Pendampingan mulai"), widget=forms.DateInput)
    party = forms.ChoiceField(label=_("Data pemohon"), required=False, widget=forms.RadioSelect)
    sector = forms.ChoiceField(label=_("Kelompok usaha"), required=False)
    keep = forms.BooleanField(
        label=_("Catat sebagai data baru walaupun namanya mirip"), required=False,
        help_text=_("Centang hanya bila sudah diperiksa bahwa keduanya berbeda."),
    )

    def __init__(self, *args: Any, matches: Sequence[Match], business: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if matches:
            found = [(str(one.id), _("Sudah tercatat: %(name)s") % {"name": one.name}) for one in matches]
            self.fields["party"].choices = [*found, ("", _("Catat sebagai data baru"))]  # type: ignore[attr-defined]  # choices
            self.fields["party"].initial = str(matches[0].id) if matches[0].sure else ""
        else:
            del self.fields["party"]
            del self.fields["keep"]
        if business:
            known = labels("business-sectors", reader_language()).items()
            self.fields["sector"].choices = [CHOOSE, *known]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["sector"]


class ReasonForm(forms.Form):
    """Why: for taking a decision back and for opening a masked number."""

    why = forms.CharField(label=_("Alasan"), max_length=240)


class WithdrawForm(forms.Form):
    """Why an applicant no longer wants it."""

    reason = forms.ChoiceField(label=_("Alasan"))
    note = forms.CharField(
        label=_("Keterangan"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = labels("withdrawal-reasons", reader_language()).items()
        self.fields["reason"].choices = [CHOOSE, *known]  # type: ignore[attr-defined]  # a ChoiceField
