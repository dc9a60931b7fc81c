"""The self-assessment as a plain form: every question of the instrument, answered yes, no or left open (C10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.sheet import YESNO, Item, sheet
from sidamping.features.assessments.queries import said
from sidamping.features.progress.forms.reading import ReadingForm

ANSWERS = [("ya", _("Ya")), ("tidak", _("Tidak")), ("", _("Belum tahu"))]
LEVELS = [("", _("Lewati")), *((str(level), str(level)) for level in range(1, 6))]


class SelfForm(ReadingForm):
    """The questions in sections; the keys of the fields are those of the instrument's items."""

    name = forms.CharField(label=_("Nama Anda"), required=False, max_length=120)

    def __init__(self, data: Any = None, *, instrument: Instrument, name: str = "") -> None:
        super().__init__(data, initial={"name": name})
        self.sections = []
        for section in sheet(instrument):
            made = [self._add(item) for item in section.items]
            self.sections.append((said(section.label), made))

    def values(self) -> dict[str, str]:
        """What was answered, by the instrument's keys."""
        return {name: str(value) for name, value in self.cleaned_data.items() if name != "name" and value}

    def parts(self) -> list[tuple[str, list[Any]]]:
        return [(label, [self[name] for name in names]) for label, names in self.sections]

    def _add(self, item: Item) -> str:
        options = ANSWERS if item.kind == YESNO else LEVELS
        self.fields[item.key] = forms.ChoiceField(
            label=said(item.label), help_text=said(item.help), choices=options, required=False,
            widget=forms.RadioSelect,
        )
        return item.key
