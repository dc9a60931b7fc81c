"""An instrument as a sheet to fill in: what to ask, in which section, and the typed sheet as a filling and back (B6).

Forms, blank sheets, evidence and XLSForm use the same keys: the place of an item in the filling's data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.scoring.answers import NO, YES
from sidamping.domain.scoring.bands import Interval
from sidamping.domain.scoring.instrument import NO_WORDS, Component, Instrument, Question, Words
from sidamping.domain.scoring.numbers import exact
from sidamping.domain.scoring.typed import shown, typed

AMOUNT, YESNO, MARK, LEVEL = "amount", "yesno", "mark", "level"
SAID = {True: "ya", False: "tidak"}


@dataclass(frozen=True)
class Item:
    """One thing to fill in. `optional`: a total that its parts make up too, or an amount that only proposes answers.

    key: its place in the filling's data, 'inputs.kas' or 'answers.mu.1'. used_by: the components that need it.
    """

    key: str
    kind: str
    label: Words
    help: Words
    cite: str
    status: str
    signed: bool = False
    within: Interval | None = None
    optional: bool = False
    used_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """An aspect with its items: amounts first, then questions, marks and levels in the instrument's order."""

    key: str
    label: Words
    cite: str
    items: tuple[Item, ...]


def sheet(instrument: Instrument) -> tuple[Section, ...]:
    """A section for each aspect that has something to ask; each amount stands in the first one that needs it."""
    amounts = _amounts(instrument)
    made = []
    for aspect in instrument.aspects:
        components = [instrument.components[at] for at in instrument.places[aspect.key]]
        keys = {one.key for one in components}
        own = [item for item in amounts.values() if item.used_by[0] in keys]
        items = (*own, *(item for one in components for item in _asked(one)))
        made.append(Section(aspect.key, aspect.label, aspect.cite, items))
    return tuple(one for one in made if one.items)


def filling_data(instrument: Instrument, values: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The typed sheet as data for read_filling, which refuses with the item's key; what is empty is left out.

    '1.250.000,50', 'Rp 1.250.000' and '1250000.5' are read; '1250.000' could mean two numbers and stays a text.
    """
    data: dict[str, dict[str, Any]] = {"inputs": {}, "answers": {}}
    for item in (item for section in sheet(instrument) for item in section.items):
        text = values.get(item.key, "").strip()
        if not text:
            continue
        part, name = item.key.split(".", 1)
        if item.kind == YESNO:
            group, _, number = name.rpartition(".")
            data[part].setdefault(group, {})[number] = _answer(text)
        else:
            data[part][name] = typed(text)
    return data


def flat(data: Mapping[str, Any]) -> dict[str, str]:
    """The filling's data as typed texts by item key; lists and counts, which no single item holds, are left out."""
    amounts = {
        f"{part}.{name}": shown(value)
        for part in ("inputs", "ratios") for name, value in data.get(part, {}).items() if exact(value) is not None
    }
    kept = {f"inputs.{name}": value for name, value in data.get("inputs", {}).items() if isinstance(value, str)}
    answers = {
        f"answers.{group}.{number}": SAID[value] if isinstance(value, bool) else str(value)
        for group, given in data.get("answers", {}).items() for number, value in _numbered(given)
        if value is not None
    }
    return {**amounts, **kept, **answers}


def _amounts(instrument: Instrument) -> dict[str, Item]:
    """Amounts in the order of the components that need them; those that only propose an answer come last."""
    found: dict[str, Item] = {}
    for one in instrument.components:
        for name in (name for formula in one.formulas for name in FORMULAS[formula].inputs):
            _add(instrument, one, name, found)
    needed = set(found)
    for one in instrument.components:
        for question in (question for question in one.questions if question.formula):
            for name in FORMULAS[question.formula].inputs:
                _add(instrument, one, name, found)
    return {key: item if key in needed else replace(item, optional=True) for key, item in found.items()}


def _add(
    instrument: Instrument, one: Component, name: str, found: dict[str, Item], above: tuple[str, ...] = ()
) -> None:
    """The amount with the parts it can be made of before it; a second use is only noted."""
    if name in found:
        item = found[name]
        if one.key not in item.used_by:
            found[name] = replace(item, used_by=(*item.used_by, one.key))
    ways = [way for way in instrument.derived.get(name, ()) if not way.lists]
    for part in (part for way in ways for part in way.of if part not in (*above, name)):
        _add(instrument, one, part, found, (*above, name))
    field = instrument.fields.get(name)
    if field is not None and name not in found:
        found[name] = Item(
            f"inputs.{name}", AMOUNT, field.label, field.help, one.cite, one.status, field.signed,
            optional=bool(ways), used_by=(one.key,),
        )


def _asked(one: Component) -> Iterator[Item]:
    if one.kind == "questions":
        for number, question in enumerate(one.questions, 1):
            yield _question(one, question, number)
    elif one.kind in (MARK, LEVEL):
        yield Item(f"inputs.{one.key}", one.kind, one.label, one.help, one.cite, one.status, within=one.within,
                   used_by=(one.key,))


def _question(one: Component, question: Question, number: int) -> Item:
    """A component of a single question is asked by its own name; the question then says how to answer."""
    alone = len(one.questions) == 1
    label, help_text = (one.label, question.label) if alone else (question.label, NO_WORDS)
    return Item(f"answers.{one.key}.{number}", YESNO, label, question.help if question.help.id else help_text,
                question.cite, one.status, used_by=(one.key,))


def _answer(text: str) -> str:
    word = text.lower()
    return SAID[True] if word in YES else SAID[False] if word in NO else text


def _numbered(given: object) -> Iterable[tuple[str, Any]]:
    if isinstance(given, Mapping):
        return ((str(number), value) for number, value in given.items() if str(number).isdigit())
    if isinstance(given, list | tuple):
        return ((str(number), value) for number, value in enumerate(given, 1))
    return (("1", given),) if isinstance(given, bool | str) else ()
