"""How a bound form field is dressed: widget classes, native date and time inputs, ids for its help and faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.safestring import SafeString

from sidamping.domain.problems import Problem
from sidamping.domain.problems.catalogue import CATALOGUE
from sidamping.edges.web import formats
from sidamping.edges.web.native_faults import native_problem
from sidamping.rules import citing


@dataclass(frozen=True)
class Fault:
    """One fault as shown at the top and at the field: its text, its code (small, for support), the id it points to."""

    text: str
    code: str = ""
    target: str = ""


def kind_of(field: BoundField) -> str:
    """Which of the few shapes the field takes: check, choices, hidden or line."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, (forms.CheckboxSelectMultiple, forms.RadioSelect)):
        return "choices"
    return "check" if isinstance(widget, forms.CheckboxInput) else "line"


def dressed(field: BoundField, faults: Iterable[Fault]) -> SafeString:
    """The widget with our classes and the ids of what describes it."""
    widget = field.field.widget
    _native(widget)
    if str(widget.attrs.get("placeholder", "")) == str(field.label):
        del widget.attrs["placeholder"]
    attrs: dict[str, Any] = {"class": f"{widget.attrs.get('class', '')} {_class(widget)}".strip()}
    described = _described_by(field, bool(list(faults)))
    if described:
        attrs["aria-describedby"] = described
    if list(faults):
        attrs["aria-invalid"] = "true"
        attrs["class"] += " is-invalid"
    return field.as_widget(attrs=attrs)


def faults_at(field: BoundField, problems: Iterable[object]) -> tuple[Fault, ...]:
    """The form's own faults of the field, then the problems of a refusal that stand in it."""
    own = tuple(_own_fault(field.form, field.name, error) for error in _errors(field.form, field.name))
    seen = {fault.text for fault in own}
    told = (fault_of(one, field.form) for one in problems)
    return own + tuple(fault for fault in told if fault.target == field.auto_id and fault.text not in seen)


def _errors(form: forms.BaseForm, name: str) -> list[ValidationError]:
    return list(form.errors.as_data().get(name, []))


def _own_fault(form: forms.BaseForm, name: str, error: ValidationError) -> Fault:
    """A fault the form found itself: in the catalogue's words, or with the code that a field of ours gave."""
    told = native_problem(form[name], error) if name in form.fields else None
    if told is not None:
        return fault_of(told)
    return Fault(" ".join(error.messages), str(error.code) if error.code in CATALOGUE else "")


def fault_of(told: object, form: forms.BaseForm | None = None) -> Fault:
    """A problem of the catalogue, or any text, as a fault; linked to its field when the form has it."""
    if not isinstance(told, Problem):
        return Fault(str(told))
    text = citing.told(told, "en" if formats.english() else "id")
    known = form is not None and told.where in form.fields
    return Fault(text, told.code, form[told.where].auto_id if known and form is not None else "")


def all_faults(problems: Iterable[object] | Mapping[str, Any] | None, form: forms.BaseForm | None) -> tuple[Fault, ...]:
    """Every fault for the list at the top: the form's, then the refusal's, each text once."""
    found: dict[str, Fault] = {}
    if form is not None and form.is_bound:
        for name in form.errors:
            target = form[name].auto_id if name in form.fields else ""
            for error in _errors(form, name):
                fault = _own_fault(form, name, error)
                text = fault.text if fault.code else _labelled(form, name, fault.text)
                found.setdefault(f"{name}{fault.text}", Fault(text, fault.code, target))
    shown = {fault.text for fault in found.values()}
    for told in problems or ():
        fault = fault_of(told, form)
        if not any(fault.text in text for text in shown):
            found.setdefault(fault.text, fault)
    return tuple(found.values())


def _labelled(form: forms.BaseForm, name: str, text: str) -> str:
    label = str(form[name].label) if name in form.fields else ""
    return f"{label}: {text}" if label and label.lower() not in text.lower() else text


def _described_by(field: BoundField, faulty: bool) -> str:
    parts = [f"{field.auto_id}_help"] if field.help_text else []
    return " ".join(parts + ([f"{field.auto_id}_fault"] if faulty else []))


def _class(widget: forms.Widget) -> str:
    if isinstance(widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple, forms.RadioSelect)):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


def _native(widget: forms.Widget) -> None:
    """Dates and times as the device's own pickers, in the one spelling these understand."""
    natives = {
        forms.DateTimeInput: ("datetime-local", "%Y-%m-%dT%H:%M"),
        forms.DateInput: ("date", "%Y-%m-%d"),
        forms.TimeInput: ("time", "%H:%M"),
    }
    for kind, (name, spelling) in natives.items():
        if type(widget) is kind:
            widget.input_type, widget.format = name, spelling
            widget.is_localized = False
    if isinstance(widget, forms.Textarea) and widget.attrs.pop("cols", ""):
        widget.attrs["rows"] = "4"
