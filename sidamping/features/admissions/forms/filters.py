"""What the list of applications is narrowed to; odd values of the address count as empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.admissions.queries import ANY, CHOSEN, ENROLLED, REFUSED, WITHDRAWN, ApplicationFilter
from sidamping.features.admissions.queries.intake import intake_of, stages_of
from sidamping.features.programmes.queries import CohortCard
from sidamping.platform.http.language import reader_language

ALL = ("", _("Semua"))
EVERY_ROUND = ("", _("Semua angkatan"))
STATES = {
    CHOSEN: _("Lolos semua tahap"), ENROLLED: _("Sudah menjadi dampingan"), REFUSED: _("Tidak diterima"),
    WITHDRAWN: _("Ditarik pemohon"), ANY: _("Semua permohonan"),
}  # fmt: skip


class ApplicationFilterForm(forms.Form):
    """Round, stage or state, place, priority, name; stages and priorities are those of the round chosen."""

    cohort = forms.ChoiceField(label=_("Angkatan"), required=False)
    stage = forms.ChoiceField(label=_("Tahap"), required=False)
    area = forms.ChoiceField(label=pgettext_lazy("satu", "Wilayah"), required=False)
    priority = forms.ChoiceField(label=_("Prioritas"), required=False)
    text = forms.CharField(label=_("Nama atau nomor"), required=False, max_length=80)

    def __init__(
        self, *args: Any, cohorts: Sequence[CohortCard], areas: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "saring_%s"
        self.cohorts = [one for one in cohorts if intake_of(one.pinned)]
        chosen = self.chosen
        language = reader_language()
        stages = [(one.code, one.label.text(language)) for one in stages_of(chosen.pinned)] if chosen else []
        intake = intake_of(chosen.pinned) if chosen else None
        priorities = [(one.code, one.label.text(language)) for one in intake.priorities] if intake else []
        found = {
            "cohort": [EVERY_ROUND, *((str(one.id), f"{one.name} · {one.title}") for one in self.cohorts)],
            "stage": [("", _("Menunggu putusan")), *stages, *STATES.items()],
            "area": [ALL, *areas], "priority": [ALL, *priorities],
        }  # fmt: skip
        for name, choices in found.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if len(self.cohorts) == 1:
            self.fields["cohort"].choices = found["cohort"][1:]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen(self) -> CohortCard | None:
        """The round asked for, or the only one there is; None for all of them."""
        if len(self.cohorts) == 1:
            return self.cohorts[0]
        asked = self.data.get("cohort", "")
        return next((one for one in self.cohorts if str(one.id) == asked), None)

    @property
    def rounds(self) -> tuple[UUID, ...]:
        """The round chosen, or every round of the viewer."""
        return (self.chosen.id,) if self.chosen else tuple(one.id for one in self.cohorts)

    def wanted(self) -> ApplicationFilter:
        self.is_valid()
        seen = {name: value for name, value in self.cleaned_data.items() if value and name != "cohort"}
        return ApplicationFilter(cohorts=self.rounds, **seen)
