"""Forms of the observation, the problem log and the joint evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.fieldwork import AlternativeDraft, ChoiceDraft, EvaluationDraft, ObservationDraft, ProblemDraft
from sidamping.features.fieldwork.forms.lenient import LenientForm, words
from sidamping.features.fieldwork.queries import AlternativeLine
from sidamping.features.fieldwork.queries.vocabulary import choices, hints
from sidamping.features.fieldwork.services import OutcomeDraft, ProblemChange

WHYS = (
    _("Mengapa ini terjadi?"),
    _("Mengapa begitu?"),
    _("Mengapa begitu? (lebih dalam)"),
    _("Mengapa begitu? (makin dalam)"),
    _("Akar masalah"),
)


class ObservationForm(LenientForm):
    """A finding per topic; at least one is written."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    observed_on = forms.DateField()
    potentials = forms.CharField(label=_("Potensi yang terlihat"), required=False, widget=words())
    needs = forms.CharField(label=_("Kebutuhan pendampingan"), required=False, widget=words())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = hints("observation-topics")
        for code, label in choices("observation-topics"):
            self.fields[f"finding-{code}"] = forms.CharField(
                label=label, required=False, widget=words(2), help_text=told.get(code, "")
            )

    @property
    def topics(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("finding-")]

    def draft(self, engagement: UUID) -> ObservationDraft:
        data = self.cleaned_data
        findings = {name.removeprefix("finding-"): text.strip() for name, text in data.items()
                    if name.startswith("finding-") and text.strip()}
        return ObservationDraft(
            data["id"], engagement, data["observed_on"], findings, data["potentials"].strip(), data["needs"].strip(),
            data["replaces"],
        )


class ProblemForm(LenientForm):
    """What is wrong, whose side it is on, and the ladder of whys down to the root."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(help_text=_("Satu kalimat, dengan kata dampingan sendiri."))
    side = forms.ChoiceField(widget=forms.RadioSelect)
    category = forms.ChoiceField()
    priority = forms.ChoiceField(initial="3")
    found_on = forms.DateField()
    dialogue = forms.CharField(
        label=_("Catatan percakapan"), required=False, widget=words(4),
        help_text=_("Apa yang dikatakan dampingan? Tulis terbuka, tanpa menilai."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, listing in {"side": "problem-sides", "category": "problem-categories", "priority": "priority-levels"
                              }.items():
            unsaid = [("", _("Pilih…"))] if name == "category" else []
            self.fields[name].choices = [*unsaid, *choices(listing)]  # type: ignore[attr-defined]  # a choice field
        for number, why in enumerate(WHYS, start=1):
            self.fields[f"cause-{number}"] = forms.CharField(label=why, required=number == 1)

    @property
    def whys(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("cause-")]

    def draft(self, engagement: UUID) -> ProblemDraft:
        data = self.cleaned_data
        causes = tuple(data[f"cause-{n}"].strip() for n in range(1, len(WHYS) + 1) if data[f"cause-{n}"].strip())
        return ProblemDraft(
            data["id"], engagement, data["title"].strip(), data["side"], data["category"], data["found_on"], causes,
            int(data["priority"]), data["dialogue"].strip(),
        )


class ProblemChangeForm(ProblemForm):
    """A logged problem put right; side and day of finding stay as they were found."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False, max_length=240)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("id", "side", "found_on"):
            del self.fields[name]

    def change(self, problem: UUID) -> ProblemChange:
        data = self.cleaned_data
        causes = tuple(data[f"cause-{n}"].strip() for n in range(1, len(WHYS) + 1) if data[f"cause-{n}"].strip())
        return ProblemChange(
            problem, data["seen"], data["title"].strip(), data["category"], causes, int(data["priority"]),
            data["dialogue"].strip(), data["reason"].strip(),
        )  # fmt: skip


class AlternativeForm(LenientForm):
    id = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(label=_("Jalan keluar"))
    consequences = forms.CharField(
        widget=words(), help_text=_("Untung, rugi, biaya, waktu — supaya dampingan dapat menimbang.")
    )

    def draft(self, problem: UUID) -> AlternativeDraft:
        data = self.cleaned_data
        return AlternativeDraft(data["id"], problem, data["text"].strip(), data["consequences"].strip())


class ChoiceForm(LenientForm):
    """The mentee's decision in the mentee's name."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    alternative_id = forms.ChoiceField(label=_("Yang dipilih"), widget=forms.RadioSelect)
    chosen_by = forms.CharField(help_text=_("Nama pengurus atau pemilik usaha. Pendamping tidak memutuskan."))
    capacity = forms.CharField(required=False, help_text=_("Misalnya: ketua, pemilik usaha."))
    chosen_on = forms.DateField()
    meeting = forms.CharField(required=False, help_text=_("Misalnya: rapat pengurus, kunjungan di rumah."))

    def __init__(self, *args: Any, alternatives: Sequence[AlternativeLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [(str(one.id), one.text) for one in alternatives]
        self.fields["alternative_id"].choices = options  # type: ignore[attr-defined]  # a choice field

    def draft(self, problem: UUID) -> ChoiceDraft:
        data = self.cleaned_data
        return ChoiceDraft(
            data["id"], problem, UUID(data["alternative_id"]), data["chosen_by"].strip(), data["chosen_on"],
            data["capacity"].strip(), data["meeting"].strip(),
        )


class OutcomeForm(LenientForm):
    id = forms.UUIDField(widget=forms.HiddenInput)
    seen_on = forms.DateField()
    text = forms.CharField(label=_("Apa hasilnya?"), widget=words())
    solved = forms.BooleanField(label=_("Masalah ini sudah teratasi"), required=False)

    def draft(self, problem: UUID) -> OutcomeDraft:
        data = self.cleaned_data
        return OutcomeDraft(data["id"], problem, data["seen_on"], data["text"].strip(), bool(data["solved"]))


class EvaluationForm(LenientForm):
    """Both sides speak."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    held_on = forms.DateField()
    mentee_name = forms.CharField(help_text=_("Siapa yang berbicara untuk dampingan."))
    went_well = forms.CharField(widget=words())
    difficulties = forms.CharField(widget=words())
    mentee_view = forms.CharField(widget=words(), help_text=_("Tulis dengan kata dampingan sendiri."))
    mentor_view = forms.CharField(widget=words())
    next_plan = forms.CharField(widget=words())

    def draft(self, engagement: UUID) -> EvaluationDraft:
        data = self.cleaned_data
        texts = ("mentee_name", "went_well", "difficulties", "mentee_view", "mentor_view", "next_plan")
        return EvaluationDraft(
            data["id"], engagement, data["held_on"], **{name: data[name].strip() for name in texts}
        )
