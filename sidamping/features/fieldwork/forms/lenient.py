"""A form that tells every fault with its code from the catalogue instead of Django's own sentences.

What is required is shown as required; whether it is filled in is said here, once, together with unreadable values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, problem
from sidamping.features.fieldwork.queries.vocabulary import LABELS

EMPTY: tuple[Any, ...] = (None, "", [], ())


class LenientForm(forms.Form):
    """`problems` holds the faults of reading; `cleaned_data` what could be read."""

    use_required_attribute = False
    shown: Sequence[Problem] = ()
    """What stands at the fields of this form where a page has several."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found: list[Problem] = []
        for name, field in self.fields.items():
            if not field.label and name in LABELS:
                field.label = LABELS[name]

    @property
    def problems(self) -> list[Problem]:
        self.read()
        return self._found

    def read(self) -> None:
        """Clean the input once, as asking for `errors` does."""
        _ = self.errors

    def full_clean(self) -> None:
        required = {name for name, field in self.fields.items() if field.required}
        for name in required:
            self.fields[name].required = False
        super().full_clean()
        for name in required:
            self.fields[name].required = True
        if self.is_bound:
            self._found = [self._unreadable(name) for name in self.errors] + self._missing(required)
            self._errors = forms.utils.ErrorDict()

    def _unreadable(self, name: str) -> Problem:
        seen = self.data.getlist(self.add_prefix(name)) if hasattr(self.data, "getlist") else [self.data.get(name)]
        said = {"label": self._label(name), "seen": ", ".join(map(str, seen))[:80]}
        example = next((words for kind, words in EXAMPLES if isinstance(self.fields[name], kind)), "")
        if example:
            return problem("GENERAL_004", name, **said, example=example)
        return problem("GENERAL_002", name, **said)

    def _missing(self, required: set[str]) -> list[Problem]:
        lacking = [name for name in self.fields if name in required and name not in self.errors]
        return [
            problem("GENERAL_001", name, label=self._label(name))
            for name in lacking
            if self.cleaned_data.get(name) in EMPTY
        ]

    def _label(self, name: str) -> object:
        return self.fields[name].label or name


class RupiahField(forms.Field):
    """Whole rupiah as people type them: 50000, 50.000 or Rp50.000; empty is not reported, never zero."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        match = re.fullmatch(r"(-?)\s*(?:Rp)?\s*(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,-)?", text, re.IGNORECASE)
        if match is None:
            raise ValidationError(_("Tulis rupiah bulat."))
        amount = int(match[3].replace(".", ""))
        return -amount if match[1] or match[2] else amount

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


EXAMPLES: tuple[tuple[type[forms.Field], str], ...] = (
    (RupiahField, "50.000"), (forms.DateField, "21/11/2026"), (forms.TimeField, "09:30"), (forms.IntegerField, "12"),
)
"""How a value is written, for fields that are typed and not chosen."""


class LinesField(forms.CharField):
    """Several short texts, one a line; blank lines fall away."""

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value) or "")
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (tuple, list)) else value


class Several(forms.ClearableFileInput):
    """A file input that takes several pictures, from the camera or the gallery."""

    allow_multiple_selected = True


def words(rows: int = 3, **attrs: Any) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **attrs})


