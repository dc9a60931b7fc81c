"""Reads what a person filled in against an instrument: every fault at once, nothing guessed, empty is not zero."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.answers import Answered, read_answer
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.items import Item, read_items, weighed
from sidamping.domain.scoring.numbers import Number, exact, plain

SECTIONS = ("inputs", "ratios", "answers", "scores", "aspect_scores", "aspect_percent", "total")
MARKED = ("mark", "level")
NUMBERED = re.compile(r"(.*?[^\d_.\-])[_.\-]?(\d+)")
"""'mu_1', 'mu.1', 'mu-1' and 'mu1': question 1 of the group mu."""
DESCRIPTIVE = frozenset((
    "id", "source", "regime", "year", "level", "notes", "nilai", "category", "recomputed", "name", "nama", "title",
    "date", "on", "tanggal", "comment", "catatan", "instrument", "version", "method", "expect", "as_of", "area", "unit",
    "periode", "period", "marks",
))
"""Keys of a published case that describe it; they are not scored and need no warning."""


@dataclass(frozen=True)
class Filling:
    """Numbers and answers by the instrument's own keys. What is absent was not reported."""

    amounts: Mapping[str, Number] = field(default_factory=dict)
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    ratios: Mapping[str, Number] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(default_factory=dict)
    scores: Mapping[str, Number] = field(default_factory=dict)
    aspect_scores: Mapping[str, Number] = field(default_factory=dict)
    total: Number | None = None
    warnings: tuple[Problem, ...] = ()


def read_filling(instrument: Instrument, data: object) -> Filling:
    """The filling in a file's data; Refused with every problem found."""
    if not isinstance(data, Mapping):
        wanted = "kunci inputs, ratios, answers"
        raise Refused(problem("SCORING_011", "", key="(berkas)", seen=_short(data), wanted=wanted))
    return _Reader(instrument).read(data)


class _Reader:
    """Collects problems and warnings while it reads section after section."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def read(self, data: Mapping[str, Any]) -> Filling:
        parts = self._parts(data)
        asked = list(self._asked(parts))
        amounts, items = self._amounts(parts["inputs"])
        ratios, answers = self._ratios(parts["ratios"]), self._answers(asked)
        filling = Filling(
            amounts, items, ratios, answers, self._scores(parts["scores"]), self._aspects(parts), self._total(data),
        )
        found = (amounts, items, ratios, answers, filling.scores, filling.aspect_scores)
        if not any(found) and filling.total is None and not self.problems:
            self.problems.append(problem("SCORING_003", "", seen=", ".join(map(str, data)) or "-"))
            self.problems.extend(self.warnings)
        self.problems.extend(self._too_large(amounts))
        self._weigh(items)
        refuse_if(self.problems)
        return Filling(*found, filling.total, tuple(self.warnings))

    def _parts(self, data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """The sections, with what stands outside of any section put where its name belongs."""
        parts: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS[:-1]}
        for key, value in data.items():
            if key in parts:
                self._section(str(key), value, parts[key])
            elif key in self.instrument.names or key in self.instrument.lists:
                parts["inputs"][key] = value
            elif key in self.instrument.component_names:
                parts[self._place(key)][key] = value
            elif key not in DESCRIPTIVE and key not in SECTIONS:
                self._unused(str(key), [*SECTIONS, *self.instrument.names])
        return parts

    def _section(self, key: str, value: Any, into: dict[str, Any]) -> None:
        if isinstance(value, Mapping):
            into.update(value)
        elif value is not None and value != []:
            wanted = "nama: angka per baris"
            self.problems.append(problem("SCORING_011", key, key=key, seen=_short(value), wanted=wanted))

    def _place(self, key: str) -> str:
        one = self.instrument.by_key[self.instrument.component_names[key]]
        return "answers" if one.questions else "ratios"

    def _amounts(self, given: Mapping[str, Any]) -> tuple[dict[str, Number], dict[str, tuple[Item, ...]]]:
        amounts: dict[str, Number] = {}
        items: dict[str, tuple[Item, ...]] = {}
        origin: dict[str, str] = {}
        fields, names, lists = self.instrument.fields, self.instrument.names, self.instrument.lists
        for name, value in given.items():
            if name in lists:
                if value is not None:
                    items[name] = read_items(f"inputs.{name}", value, self.problems)
                continue
            key = names.get(name)
            if key is None:
                self._elsewhere(name, value, amounts)
                continue
            number = self._number(f"inputs.{name}", value)
            if number is None:
                continue
            if number < 0 and not fields[key].signed:
                self.problems.append(problem("SCORING_005", f"inputs.{name}", key=name, seen=plain(number)))
            if key in amounts and amounts[key] != number:
                self.problems.append(problem("SCORING_016", f"inputs.{name}", seen=name, other=origin[key]))
            amounts[key], origin[key] = number, str(name)
        return amounts, items

    def _elsewhere(self, name: object, value: Any, amounts: dict[str, Number]) -> None:
        """A mark or level that stands among the inputs under its component's name is still that."""
        key = self.instrument.component_names.get(str(name))
        if key is not None and self.instrument.by_key[key].kind in MARKED:
            number = self._number(f"inputs.{name}", value)
            if number is not None:
                amounts[key] = number
                self._within(f"inputs.{name}", key, number)
        else:
            self._unused(str(name), list(self.instrument.names))

    def _ratios(self, given: Mapping[str, Any]) -> dict[str, Number]:
        found: dict[str, Number] = {}
        for name, value in given.items():
            key = self.instrument.component_names.get(name)
            if key is None:
                self._unused(f"ratios.{name}", [f"ratios.{one}" for one in self.instrument.component_names])
                continue
            number = self._number(f"ratios.{name}", value)
            if number is not None:
                found[key] = number
                self._within(f"ratios.{name}", key, number)
        return found

    def _within(self, where: str, key: str, number: Number) -> None:
        within = self.instrument.by_key[key].within
        if within is not None and not within.holds(number):
            self.problems.append(problem("SCORING_007", where, key=where, seen=plain(number), within=within.text))

    def _asked(self, parts: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Any]]:
        """The answers one by one; what stands in the wrong section under its component's name goes where it belongs."""
        for name, value in parts["answers"].items():
            for below, one in self._ungrouped(str(name), value):
                key = self.instrument.component_names.get(below)
                if key is not None and self.instrument.by_key[key].kind in MARKED:
                    parts["inputs"].setdefault(below, one)
                else:
                    yield below, one
        for name in [name for name in parts["inputs"] if name not in self.instrument.names]:
            key = self.instrument.component_names.get(name)
            if key is not None and self.instrument.by_key[key].kind == "ratio":
                parts["ratios"].setdefault(name, parts["inputs"].pop(name))

    def _answers(self, given: list[tuple[str, Any]]) -> dict[str, Answered]:
        grouped: dict[str, Any] = {}
        for name, value in given:
            key = self.instrument.component_names.get(name)
            if key is not None:
                grouped[key] = value
                continue
            found = NUMBERED.fullmatch(name)
            key = self.instrument.component_names.get(found[1]) if found else None
            if found and key is not None:
                kept = grouped.setdefault(key, {})
                if isinstance(kept, dict):
                    kept[found[2]] = value
            else:
                self._unused(f"answers.{name}", [f"answers.{one}" for one in self.instrument.component_names])
        read = {key: self._answer(key, value) for key, value in grouped.items()}
        return {key: one for key, one in read.items() if one is not None}

    def _ungrouped(self, name: str, value: Any) -> Iterator[tuple[str, Any]]:
        """Answers under an aspect's name, or under one of the writer's own, are taken out of it."""
        aspect = self.instrument.aspect_names.get(name)
        if name in self.instrument.component_names or not isinstance(value, Mapping | list | tuple):
            yield name, value
        elif isinstance(value, Mapping):
            yield from ((self._member(aspect, str(below)), one) for below, one in value.items())
        else:
            members = self._members(aspect)
            if len(value) > len(members) > 0:
                told = {"key": f"answers.{name}", "seen": len(value), "count": len(members)}
                self.problems.append(problem("SCORING_009", f"answers.{name}", **told))
            yield from zip(members, value, strict=False) if members else [(name, value)]

    def _member(self, aspect: str | None, name: str) -> str:
        """A component of an aspect by its place in it ('1') or by the end of its key ('b' of dokumen_b)."""
        members = self._members(aspect)
        if name in self.instrument.component_names or not members:
            return name
        if name.isdigit() and 1 <= int(name) <= len(members):
            return members[int(name) - 1]
        return next((key for key in members if key.endswith(f"_{name}")), name)

    def _members(self, aspect: str | None) -> list[str]:
        """The components of an aspect, where each of them asks a single question."""
        there = [self.instrument.components[at] for at in self.instrument.places.get(aspect or "", ())]
        return [one.key for one in there] if all(len(one.questions) == 1 for one in there) else []

    def _answer(self, key: str, value: Any) -> Answered | None:
        one = self.instrument.by_key[key]
        if not one.questions:
            self._unused(f"answers.{key}", [])
            return None
        return read_answer(f"answers.{key}", value, len(one.questions), self.problems)

    def _scores(self, given: Mapping[str, Any]) -> dict[str, Number]:
        found: dict[str, Number] = {}
        for name, value in given.items():
            key, number = self.instrument.component_names.get(name), self._number(f"scores.{name}", value)
            if key is None and name not in self.instrument.aspect_names:
                self._unused(f"scores.{name}", [f"scores.{one}" for one in self.instrument.component_names])
            if key is None or number is None:
                continue
            top = self.instrument.by_key[key].max
            if number < 0 or (top is not None and number > top):
                seen = {"seen": plain(number), "within": f"[0, {plain(top)}]"}
                self.problems.append(problem("SCORING_007", f"scores.{name}", key=f"scores.{name}", **seen))
            found[key] = number
        return found

    def _aspects(self, parts: Mapping[str, Mapping[str, Any]]) -> dict[str, Number]:
        found: dict[str, Number] = {}
        weights = {one.key: one.weight for one in self.instrument.aspects}
        named = {name: value for name, value in parts["scores"].items() if name in self.instrument.aspect_names}
        alone = {name: value for name, value in named.items() if name not in self.instrument.component_names}
        for section in ("aspect_percent", "aspect_scores"):
            given = {**alone, **parts[section]} if section == "aspect_scores" else parts[section]
            for name, value in given.items():
                where = f"{section}.{name}"
                key, number = self.instrument.aspect_names.get(name), self._number(where, value)
                if key is None:
                    self._unused(where, list(self.instrument.aspect_names))
                elif number is not None:
                    score = number * weights[key] / 100 if section == "aspect_percent" else number
                    if not 0 <= score <= weights[key]:
                        shown = {"seen": plain(number), "within": f"[0, {plain(weights[key])}]"}
                        self.problems.append(problem("SCORING_007", where, key=where, **shown))
                    found[key] = score
        return found

    def _total(self, data: Mapping[str, Any]) -> Number | None:
        number = self._number("total", data.get("total"))
        if number is not None and not 0 <= number <= self.instrument.total:
            within = f"[0, {plain(self.instrument.total)}]"
            self.problems.append(problem("SCORING_007", "total", key="total", seen=plain(number), within=within))
        return number

    def _too_large(self, amounts: Mapping[str, Number]) -> Iterator[Problem]:
        """Parts above their whole."""
        for name, total in self.instrument.bounds:
            part, whole = amounts.get(name), amounts.get(total)
            if part is not None and whole is not None and part > whole:
                seen = {"part_seen": plain(part), "whole_seen": plain(whole)}
                yield problem("SCORING_006", f"inputs.{name}", part=name, whole=total, **seen)

    def _weigh(self, items: Mapping[str, tuple[Item, ...]]) -> None:
        for one in (way for ways in self.instrument.derived.values() for way in ways if way.lists):
            _, warnings, problems = weighed(one, items)
            self.warnings.extend(warnings)
            self.problems.extend(problems)

    def _number(self, where: str, value: object) -> Number | None:
        if value is None:
            return None
        number = exact(value)
        if number is None:
            self.problems.append(problem("SCORING_004", where, key=where, seen=_short(value)))
        return number

    def _unused(self, key: str, known: list[str]) -> None:
        close = get_close_matches(key, known, 1)
        hint = f"; mungkin maksudnya {close[0]}" if close else ""
        self.warnings.append(problem("SCORING_028", key, seen=key, hint=hint))


def _short(value: object) -> str:
    return str(value)[:60] if value not in (None, "") else "(kosong)"
