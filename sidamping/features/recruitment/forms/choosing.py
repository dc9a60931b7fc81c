"""Forms of choosing: a decision on a stage, a panel, the marks of one interviewer, and appointments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.numbers import exact, written
from sidamping.features.recruitment.queries import Book, CandidateLine
from sidamping.features.recruitment.services import AppointmentDraft, DecisionDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import listing

PASS, REFUSE, LEAVE = "pass", "refuse", "leave"
OUTCOMES = [(PASS, _("Lolos")), (REFUSE, _("Tidak lolos")), (LEAVE, _("Mengundurkan diri"))]


class DecideForm(forms.Form):
    """The checklist of a stage, the outcome, and coded reasons where it is not passed."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    stage = forms.CharField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("Putusan"), choices=OUTCOMES, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Tanggal putusan"), widget=forms.DateInput())
    reasons = forms.MultipleChoiceField(
        label=_("Alasan bila tidak lolos"), required=False, widget=forms.CheckboxSelectMultiple
    )
    remark = forms.CharField(
        label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wajib bila ada syarat yang belum dipenuhi atau putusan menyimpang dari peringkat."),
    )  # fmt: skip

    def __init__(self, *args: Any, book: Book, stage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        self.book, self.codes = book, [one.code for one in book.stage(stage).criteria] if stage in book.stages else []
        known = [(one.code, one.text(language)) for one in listing("refusal-reasons") if not one.retired]
        self.fields["reasons"].choices = known  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["stage"].initial = stage
        for code in self.codes:
            self.fields[f"criterion-{code}"] = forms.BooleanField(label=book.label(code), required=False)

    @property
    def criteria(self) -> list[Any]:
        return [self[f"criterion-{code}"] for code in self.codes]

    def draft(self) -> DecisionDraft:
        seen = self.cleaned_data
        return DecisionDraft(
            seen["stage"], seen["outcome"] == PASS, seen["on"],
            {code: seen[f"criterion-{code}"] for code in self.codes}, tuple(seen["reasons"]), seen["remark"],
            seen["outcome"] == LEAVE,
        )  # fmt: skip


class PanelForm(forms.Form):
    """Who interviews whom, when and where, for several candidates at once."""

    candidates = forms.MultipleChoiceField(label=_("Calon"), widget=forms.CheckboxSelectMultiple)
    people = forms.MultipleChoiceField(
        label=_("Pewawancara"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Masing-masing menilai sendiri; nilai orang lain baru terlihat setelah semua menyerahkan."),
    )  # fmt: skip
    on = forms.DateField(label=_("Tanggal wawancara"), widget=forms.DateInput())
    place = forms.CharField(label=_("Tempat atau tautan"), max_length=240)
    excused_why = forms.CharField(label=_("Alasan melepas pewawancara"), required=False, max_length=240)

    def __init__(self, *args: Any, lines: Iterable[CandidateLine], people: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        rows = [(str(one.id), f"{one.name} · {one.position}") for one in lines]
        self.fields["candidates"].choices = rows  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self, name: str) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data[name]]


class MarksForm(forms.Form):
    """One interviewer's marks on the components of the instrument."""

    remark = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, instrument: Instrument, marks: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        self.keys = [one.key for one in instrument.components]
        for one in instrument.components:
            label = one.label.en if language.startswith("en") and one.label.en else one.label.id
            held = marks.get(one.key)
            self.fields[one.key] = forms.CharField(
                label=label, required=False, max_length=8, initial=written(exact(held), 0) if held is not None else "",
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )

    @property
    def inputs(self) -> list[Any]:
        return [self[key] for key in self.keys]

    def marks(self) -> dict[str, str]:
        return {key: self.cleaned_data[key] for key in self.keys}


class AppointForm(forms.Form):
    """Which of the chosen candidates are appointed, from when, with which user names."""

    on = forms.DateField(label=_("Tanggal surat"), widget=forms.DateInput())
    starts = forms.DateField(label=_("Mulai bertugas"), widget=forms.DateInput())
    ends = forms.DateField(label=_("Akhir tugas"), required=False, widget=forms.DateInput())
    place = forms.CharField(
        label=_("Tempat penerima surat"), max_length=80, initial="Tempat", help_text=_("Tercetak sesudah kata di.")
    )

    def __init__(self, *args: Any, lines: Iterable[CandidateLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for one in self.lines:
            self.fields[f"chosen-{one.id}"] = forms.BooleanField(label=one.name, required=False, initial=True)
            self.fields[f"username-{one.id}"] = forms.CharField(
                label=_("Nama pengguna"), required=False, max_length=30, initial=username_for(one.name)
            )

    @property
    def rows(self) -> list[tuple[CandidateLine, Any, Any]]:
        return [(one, self[f"chosen-{one.id}"], self[f"username-{one.id}"]) for one in self.lines]

    def drafts(self) -> tuple[AppointmentDraft, ...]:
        seen = self.cleaned_data
        return tuple(
            AppointmentDraft(one.id, seen[f"username-{one.id}"]) for one in self.lines if seen[f"chosen-{one.id}"]
        )


def username_for(name: str) -> str:
    """A first proposal: the first two words of the name in small letters."""
    plain = (re.sub(r"[^a-z0-9]", "", word.lower()) for word in name.split())
    return ".".join([word for word in plain if word][:2])[:30]
