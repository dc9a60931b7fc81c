"""Forms of a call: days, requirements, and for each theme how many mentors are sought and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.recruitment.queries import CallCard
from sidamping.features.recruitment.services import CallDraft, PositionDraft
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

THEMES = "mentoring-themes"


class CallForm(forms.Form):
    """A new call names its cohort; a change says why."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    cohort = forms.ChoiceField(label=_("Angkatan"))
    opens = forms.DateField(label=_("Dibuka"), widget=forms.DateInput())
    closes = forms.DateField(label=_("Ditutup"), widget=forms.DateInput())
    requirements = forms.CharField(
        label=_("Syarat"), required=False, widget=forms.Textarea,
        help_text=_("Yang diminta dari setiap pelamar: pendidikan, pengalaman, wilayah."),
    )  # fmt: skip
    why = forms.CharField(label=_("Alasan perubahan"), required=False, max_length=240)
    override_why = forms.CharField(
        label=_("Alasan mendahului kebutuhan"), required=False, max_length=240,
        help_text=_("Hanya bila kebutuhan dampingan belum ditetapkan, padahal pendamping sudah harus dicari."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, cohorts: Iterable[tuple[str, str]] = (), known: CallCard | None = None,
        needs: Mapping[str, int] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["cohort"].choices = list(cohorts)  # type: ignore[attr-defined]  # a ChoiceField
        for name in ("id", "cohort", "override_why") if known else ("why",):
            del self.fields[name]
        held = {one.theme: one for one in known.positions} if known else {}
        self.themes = labels(THEMES, reader_language())
        self.needs = needs or {}
        for theme, label in self.themes.items():
            row = held.get(theme)
            self.fields[f"wanted-{theme}"] = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=999, initial=row.wanted if row else None
            )
            self.fields[f"need-{theme}"] = forms.CharField(
                label=_("Kebutuhan yang menunggu"), required=False, max_length=400, initial=row.need if row else ""
            )

    @property
    def positions(self) -> list[tuple[Any, Any, int]]:
        """For each theme its two inputs and how many mentees need it."""
        return [(self[f"wanted-{one}"], self[f"need-{one}"], self.needs.get(one, 0)) for one in self.themes]

    @property
    def leading(self) -> list[Any]:
        return [self[name] for name in ("id", "cohort", "opens", "closes", "requirements") if name in self.fields]

    @property
    def closing(self) -> list[Any]:
        return [self[name] for name in ("why", "override_why") if name in self.fields]

    def draft(self) -> CallDraft:
        seen = self.cleaned_data
        rows = tuple(
            PositionDraft(theme, seen[f"wanted-{theme}"], seen.get(f"need-{theme}", ""))
            for theme in self.themes if seen.get(f"wanted-{theme}")
        )
        return CallDraft(seen["opens"], seen["closes"], rows, seen["requirements"])
