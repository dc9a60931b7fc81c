"""A form that tells every fault with its code from the catalogue; empty is not told, and zero is zero."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sidamping.domain.money import grouped, parse_rupiah
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, problem
from sidamping.features.progress.services.drafts import LABELS
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

NOT_TOLD = ("", _("belum ditanyakan"))
SAID = [("", _("belum tahu")), ("ya", _("Ya")), ("tidak", _("Tidak"))]
EXAMPLES: tuple[tuple[str, str], ...] = (("RupiahField", "50.000"), ("DateField", "21/11/2026"), ("IntegerField", "12"))


class ReadingForm(forms.Form):
    """`problems` holds the faults of reading; `cleaned_data` what could be read."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found: list[Problem] = []
        for name, field in self.fields.items():
            if not field.label and name in LABELS:
                field.label = LABELS[name]

    @property
    def problems(self) -> list[Problem]:
        _read = self.errors
        return self._found

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound:
            self._found = [self._fault(name) for name in self.errors]
            self._errors = forms.utils.ErrorDict()

    def _fault(self, name: str) -> Problem:
        field = self.fields[name]
        label, seen = field.label or name, str(self.data.get(self.add_prefix(name), ""))[:80]
        if not seen:
            return problem("GENERAL_001", name, label=label)
        example = dict(EXAMPLES).get(type(field).__name__, "")
        if example:
            return problem("GENERAL_004", name, label=label, seen=seen, example=example)
        return problem("GENERAL_002", name, label=label, seen=seen)


class RupiahField(forms.Field):
    """Whole rupiah as people type them; empty is not told."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:
        try:
            return parse_rupiah(str(value or ""))
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return grouped(value) if isinstance(value, int) else value


class YesNoField(forms.ChoiceField):
    """Yes, no, or not known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=SAID, required=False, widget=forms.RadioSelect, **kwargs)

    def clean(self, value: Any) -> bool | None:
        return {"ya": True, "tidak": False}.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return {True: "ya", False: "tidak", None: ""}.get(value, value)


def count(**attrs: Any) -> forms.IntegerField:
    """A number of people, days or months; empty is not told."""
    shown = forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, **attrs})
    return forms.IntegerField(required=False, widget=shown)


def one_of(*, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(required=required)


def offered(listing: str, *, empty: Any = NOT_TOLD) -> list[tuple[str, Any]]:
    """The codes one may choose, in the reader's language, after 'not asked'."""
    known = labels(listing, reader_language())
    return [empty, *((code, known[code]) for code in codes_of(listing))]


def month_choices(until: Month, count: int) -> list[tuple[str, str]]:
    """So many months up to one, the newest first."""
    made, month = [], until
    for _number in range(count):
        made.append((str(month), month.label(reader_language())))
        month = month.previous
    return made
