"""Forms of plans: what a new one is for, and what is settled by hand about one mentee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.placements.queries import Option
from sidamping.features.programmes.queries import CohortCard
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules import books

NONE = ("", "–")


def codes(name: str) -> list[tuple[str, str]]:
    """The codes one may still choose from a list, an empty choice first."""
    lang = reader_language()
    return [NONE, *((one.code, one.text(lang)) for one in books.listing(name) if not one.retired)]


class PlanForm(forms.Form):
    """Which cohort, or which programme in which area, and from which day on."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    scope = forms.ChoiceField(label=_("Untuk"))
    area = forms.ChoiceField(label=_("Wilayah kerja"), required=False)
    starts = forms.DateField(label=_("Penugasan mulai tanggal"), widget=forms.DateInput)

    def __init__(
        self, *args: Any, cohorts: Sequence[CohortCard], programmes: Iterable[tuple[str, str]],
        areas: Sequence[tuple[str, str]], **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        told = [(f"cohort:{one.id}", f"{one.title}: {one.name}") for one in cohorts]
        told += [(f"programme:{code}", title) for code, title in programmes]
        self.known = {str(one.id): one.programme for one in cohorts}
        self.fields["scope"].choices = [NONE, *told]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["area"].choices = areas  # type: ignore[attr-defined]  # a ChoiceField
        if len(areas) < 2:
            self.fields["area"].widget = forms.HiddenInput()
            self.fields["area"].initial = areas[0][0] if areas else ""

    def values(self) -> dict[str, Any]:
        """What the service asks for; the area is the only one there is when nobody chose."""
        told = self.cleaned_data
        kind, _colon, key = told["scope"].partition(":")
        named = {"cohort": key, "programme": self.known[key]} if kind == "cohort" else {"programme": key}
        return {"id": told["id"], "starts": told["starts"], "area": told["area"], **named}


class PairForm(forms.Form):
    """What is settled about one mentee: who is to mentor, or what the proposal is to look at."""

    mentor = forms.ChoiceField(
        label=_("Tetapkan pendamping"), required=False, help_text=_("Kosong: usulan yang memilih.")
    )
    theme = forms.ChoiceField(label=_("Tema"), required=False)
    sector = forms.ChoiceField(label=_("Bidang usaha"), required=False)
    language = forms.ChoiceField(
        label=_("Bahasa yang diperlukan"), required=False, help_text=_("Kosong: bahasa apa pun.")
    )
    priority = forms.ChoiceField(label=_("Prioritas"), required=False)
    out = forms.BooleanField(label=_("Jangan usulkan sekarang"), required=False)

    def __init__(self, *args: Any, options: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = {
            "mentor": [NONE, *((str(one.mentor_id), one.name) for one in options)],
            "theme": codes("mentoring-themes"), "sector": codes("business-sectors"), "language": codes("languages"),
            "priority": [NONE, *books.labels("priority-levels", reader_language()).items()],
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def told(self) -> dict[str, str]:
        said = {name: str(value) for name, value in self.cleaned_data.items() if value and name != "out"}
        return said | ({"out": "1"} if self.cleaned_data["out"] else {})
