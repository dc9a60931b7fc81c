"""Forms for the phone's renderer: sections of fields with type, label, help and limits, in both languages.

The same shape serves an instrument, a month's figures and whatever else is asked in the field (docs/sync.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import Any

from django.utils.translation import override

from sidamping.domain.scoring.bands import Interval
from sidamping.domain.scoring.extract import extract
from sidamping.domain.scoring.instrument import Instrument, Words
from sidamping.domain.scoring.sheet import AMOUNT, LEVEL, MARK, YESNO, Item, Section, sheet
from sidamping.features.progress.services import LABELS, LISTS, WITHIN

LANGUAGES = ("id", "en")
TYPES = {AMOUNT: "money", YESNO: "yes", MARK: "number", LEVEL: "number"}
MONEY, YES = ("turnover",), ("daily_kept", "monthly_kept")
ASKED = (
    "month", "turnover", "days_recorded", "daily_kept", "monthly_kept", "proof", "workers_full", "workers_part",
    "workers_family", "note",
)


def instrument_form(instrument: Instrument) -> dict[str, Any]:
    """An instrument as a form, with its arithmetic where a phone may score it; what is hidden stays on the server."""
    return {
        "title": _words(instrument.title), "kind": "assessments.answers",
        "sections": [_section(one) for one in sheet(instrument)],
        "score": None if instrument.hidden_from_subject else extract(instrument),
    }


@cache
def month_form() -> dict[str, Any]:
    """The figures of a participant's month (C4, C9)."""
    title = {"id": "Angka bulanan", "en": "Monthly figures"}
    return {**form_of("progress.month", title, [_month_field(name) for name in ASKED]), "photo": True}


def asked_lists() -> tuple[str, ...]:
    """The lists from which the figures of a month choose."""
    return tuple(LISTS[name] for name in ASKED if name in LISTS)


def form_of(kind: str, title: dict[str, str], fields: list[dict[str, Any]]) -> dict[str, Any]:
    """A form of one section that makes records of a kind."""
    return {"title": title, "kind": kind, "sections": [{"key": "", "title": title, "help": None, "fields": fields}]}


def field_of(key: str, label: Any, kind: str, *, required: bool = False, **more: Any) -> dict[str, Any]:
    """A field; a label of the pages is told in both languages. `past`: a day that has come. `longest`: in letters."""
    words = label if isinstance(label, dict) else in_both(label)
    return {"key": key, "type": kind, "label": words, "help": None, "required": required, **more}


def _section(one: Section) -> dict[str, Any]:
    return {"key": one.key, "title": _words(one.label), "help": None, "fields": _fields(one.items)}


def _fields(items: Iterable[Item]) -> list[dict[str, Any]]:
    return [
        {
            "key": item.key, "type": TYPES[item.kind], "label": _words(item.label), "help": _words(item.help),
            "required": False, "signed": item.signed, "cite": item.cite, **_limits(item.within),
        }
        for item in items
    ]


def _limits(within: Interval | None) -> dict[str, Any]:
    """The ends of what may be typed; an end that does not itself belong is left to the server."""
    if within is None:
        return {}
    ends = {"min": (within.low, within.low_in), "max": (within.high, within.high_in)}
    return {name: _number(end) for name, (end, inside) in ends.items() if inside and end is not None}


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _month_field(name: str) -> dict[str, Any]:
    low, high = WITHIN.get(name, (None, None))
    label = LABELS[name]
    if name == "month":
        return field_of(name, label, "month", required=True)
    if name in LISTS:
        return field_of(name, label, "choice", list=LISTS[name])
    if name in YES:
        return field_of(name, label, "yes")
    if low is not None:
        return field_of(name, label, "money" if name in MONEY else "number", min=low, max=high)
    return field_of(name, label, "long")


def in_both(label: Any) -> dict[str, str]:
    """A label of the pages in both languages."""
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = str(label)
    return said


def _words(words: Words) -> dict[str, str]:
    return {"id": words.id, "en": words.en}
