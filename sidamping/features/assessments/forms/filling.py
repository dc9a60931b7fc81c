"""A section of a filling as a form: one field per item, named by the item's key, so every fault stands at its field.

An unfinished draft may be saved, so the fields refuse nothing themselves; the service says what cannot be true.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from sidamping.domain.scoring.instrument import Words
from sidamping.domain.scoring.sheet import YESNO, Item, Section

NOTE, FILE, CAPTION = "catatan.", "berkas.", "keterangan."
LONGEST_NUMBER, LONGEST_NOTE, LONGEST_NAME = 40, 1000, 120
ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf"


@dataclass(frozen=True)
class Line:
    """One item with its fields: the answer, a note, a file and a word about the file."""

    item: Item
    field: BoundField
    note: BoundField
    file: BoundField
    caption: BoundField

    @property
    def yesno(self) -> bool:
        return self.item.kind == YESNO

    @property
    def anchor(self) -> str:
        """The id of the item on the page."""
        return anchor_of(self.item.key)

    @property
    def given(self) -> str:
        """What the form shows now, as text."""
        return str(self.field.value() or "").strip()


def anchor_of(key: str) -> str:
    return f"butir-{key.replace('.', '-')}"


class SectionForm(forms.Form):
    """One section of one filling. `seen` is the revision that was on the screen; `answered_by` says who answered."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    answered_by = forms.CharField(
        label=_("Dijawab oleh"), required=False, max_length=LONGEST_NAME,
        help_text=_("Bila orang lain yang menjawab di depan Anda, tulis namanya. Kosongkan bila Anda sendiri."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    use_required_attribute = False

    def __init__(
        self, section: Section, data: Any = None, files: Any = None, *, values: Mapping[str, str],
        notes: Mapping[str, str], seen: int, answered_by: str, language: str,
    ) -> None:
        kept = {item.key: values.get(item.key, "") for item in section.items}
        noted = {f"{NOTE}{item.key}": notes.get(item.key, "") for item in section.items}
        super().__init__(data, files, initial={**kept, **noted, "seen": seen, "answered_by": answered_by})
        self.section = section
        for item in section.items:
            self._item(item, language)

    def full_clean(self) -> None:
        self._errors, self.cleaned_data = ErrorDict(), {}

    @property
    def lines(self) -> list[Line]:
        return [
            Line(item, self[item.key], self[NOTE + item.key], self[FILE + item.key], self[CAPTION + item.key])
            for item in self.section.items
        ]

    @property
    def revision(self) -> int:
        said = self._said("seen")
        return int(said) if said.isdecimal() and len(said) < 10 else -1

    def values(self) -> dict[str, str]:
        """What was typed in this section, empty where something was emptied; what was not sent is left alone."""
        return {item.key: self._said(item.key) for item in self.section.items if item.key in self.data}

    def notes(self) -> dict[str, str]:
        names = {item.key: f"{NOTE}{item.key}" for item in self.section.items}
        return {key: self._said(name) for key, name in names.items() if name in self.data}

    def answerer(self) -> str | None:
        """Empty takes the name out; what was not sent is left alone."""
        return self._said("answered_by") if "answered_by" in self.data else None

    def brought(self) -> list[tuple[str, str, Any]]:
        """Files that came with the section: item, word about the file, the file."""
        found = []
        for item in self.section.items:
            for file in self.files.getlist(FILE + item.key) if hasattr(self.files, "getlist") else []:
                found.append((item.key, self._said(CAPTION + item.key), file))
        return found

    def with_seen(self, revision: int) -> SectionForm:
        """The same input against a newer revision: pressing save again then means it."""
        self.data = {**dict(self.data.items()), "seen": str(revision)}
        return self

    def _said(self, name: str) -> str:
        return str(self.data.get(name, "")).strip()

    def _item(self, item: Item, language: str) -> None:
        label, hint = words(item.label, language), words(item.help, language)
        field: forms.Field
        if item.kind == YESNO:
            choices = [("ya", _("Ya")), ("tidak", _("Tidak")), ("", _("Belum diisi"))]
            field = forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)
        else:
            widget = forms.TextInput(attrs={"inputmode": _keyboard(item), "autocomplete": "off", "size": "20"})
            field = forms.CharField(label=label, required=False, max_length=LONGEST_NUMBER, widget=widget)
        field.help_text = hint
        self.fields[item.key] = field
        self.fields[NOTE + item.key] = forms.CharField(
            label=_("Catatan"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 2})
        )
        self.fields[FILE + item.key] = forms.FileField(
            label=_("Berkas bukti"), required=False, help_text=_("Foto (JPG, PNG, WebP) atau PDF, paling besar 10 MB."),
            widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        )
        self.fields[CAPTION + item.key] = forms.CharField(
            label=_("Keterangan berkas"), required=False, max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )


class EvidenceForm(forms.Form):
    """Which item gets a file, or which file is taken off again; the rest of the section comes along."""

    bagian = forms.CharField(max_length=80)
    butir = forms.CharField(max_length=80, required=False)
    lepas = forms.UUIDField(required=False)


def words(text: Words, language: str) -> str:
    """The text in the reader's language."""
    return text.en if language.startswith("en") and text.en else text.id


def _keyboard(item: Item) -> str:
    """Digits for amounts; where a minus or a comma may be needed, the keyboard that has it."""
    if item.signed:
        return "text"
    return "numeric" if item.within is None else "decimal"
