"""Instruments as the engine needs them, built from their files; by day, or by name of a version (A12, B3, B6, E15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.bands import Band, Scale, interval
from sidamping.domain.scoring.instrument import (
    NO_WORDS,
    Aspect,
    Category,
    Comparison,
    Component,
    Derived,
    Field,
    Instrument,
    Part,
    Question,
    Text,
    Verdict,
    Words,
)
from sidamping.rules.in_force import in_force, names
from sidamping.rules.loader import Book, RuleFile, book

KIND = "instruments"
SUBJECTS = "instrument-subjects"
QUESTIONS = "questions-english"
"""The list that says what an instrument judges where its file does not."""
Helps = Mapping[str, Words]


def instrument(name: str, on: date, within: Book | None = None) -> Instrument:
    """The instrument as it stood on a day; Refused when there is none of that name or none on that day."""
    known = names(KIND, within)
    if name not in known:
        raise Refused(problem("SCORING_001", "instrument", seen=name, known=", ".join(known)))
    return built(in_force(name, on=on, kind=KIND, within=within))


def versions(name: str, within: Book | None = None) -> tuple[Instrument, ...]:
    """Every version of an instrument, oldest first."""
    files = sorted((within or book()).of(KIND, name), key=lambda one: one.path)
    return tuple(built(one) for one in files if not one.ends)


def pinned_instrument(name: str, version: str) -> Instrument:
    """The version of that name: its path, its first day or its regime code; Refused when there is none."""
    wanted = version.removeprefix(f"{KIND}/").removesuffix(".yaml").removeprefix(f"{name}/")
    known = versions(name)
    for one in known:
        if wanted in (one.version.removeprefix(f"{name}/"), one.code):
            return one
    told = ", ".join(one.version for one in known)
    raise Refused(problem("SCORING_013", "--version", seen=version, name=name, known=told or "-"))


@lru_cache(maxsize=64)
def built(file: RuleFile) -> Instrument:
    """The instrument a file describes, with the help texts of the list help-<name>; those change no score."""
    data, helps = file.data, _helps(file.name)
    aspects = tuple(_aspect(row, _share(data)) for row in data["aspects"])
    return Instrument(
        name=file.name,
        version=file.path.removeprefix(f"{KIND}/").removesuffix(".yaml"),
        path=file.path,
        sha256=file.sha256,
        code=data["code"],
        status=file.status,
        cite=file.cite(),
        title=_words(data["title"]),
        total=Fraction(data["total"]),
        fields={row["key"]: _field(row, helps) for row in data.get("inputs", ())},
        derived=_derived(data.get("derived", ())),
        parts=tuple(Part(**row) for row in data.get("parts", ())),
        components=_components(file, aspects, helps),
        aspects=aspects,
        categories=tuple(Category(row["code"], _words(row), interval(row["x"])) for row in data.get("categories", ())),
        no_category=_words(data["no_category"]) if "no_category" in data else None,
        notices=tuple(_words(row) for row in data.get("notices", ())),
        verdict=_verdict(data.get("verdict")),
        comparison=_comparison(data.get("comparison")),
        printed_scores=data.get("printed_scores", True),
        subject=data.get("subject", _subject(file.name)),
        respondent=data.get("respondent", "assessor"),
        hidden_from_subject=data.get("hidden_from_subject", False),
    )


def _subject(name: str) -> str:
    rows = (row for file in book().of("lists", SUBJECTS) for row in file.data["codes"])
    return next((str(row["parent"]) for row in rows if row["code"] == name), "cooperative")


def _helps(name: str) -> Helps:
    """What to look at, by key of an amount, component or question ('mu.1')."""
    rows = (row for file in book().of("lists", f"help-{name}") for row in file.data["codes"])
    return {row["code"]: _words(row["hint"]) for row in rows if "hint" in row}


def _components(file: RuleFile, aspects: Iterable[Aspect], helps: Helps) -> tuple[Component, ...]:
    rows = file.data["components"]
    weights = _weights(file.data, rows, {one.key: one.weight for one in aspects})
    return tuple(_component(file, row, weight, helps) for row, weight in zip(rows, weights, strict=True))


def _weights(
    data: Mapping[str, Any], rows: Iterable[Mapping[str, Any]], aspects: Mapping[str, Fraction]
) -> list[Fraction | None]:
    """As declared; or scaled from the declared sum to the total (85 to 100); or an aspect's weight in equal parts."""
    rows, way, share = list(rows), data.get("weights", "declared"), _share(data)
    if way == "equal":
        count = {key: sum(row["aspect"] == key for row in rows) for key in aspects}
        return [aspects[row["aspect"]] / count[row["aspect"]] for row in rows]
    return [Fraction(row["weight"]) * share if "weight" in row else None for row in rows]


def _share(data: Mapping[str, Any]) -> Fraction:
    """By how much declared weights grow to make the total."""
    normalised = data.get("weights") == "normalised"
    return Fraction(data["total"]) / Fraction(data["declared"]) if normalised else Fraction(1)


def _component(file: RuleFile, row: Mapping[str, Any], weight: Fraction | None, helps: Helps) -> Component:
    most = Fraction(row["max"]) if "max" in row else weight
    return Component(
        key=row["key"],
        label=_words(row),
        aspect=row["aspect"],
        kind=row["kind"],
        cite=row["cite"],
        status=row.get("status", file.status),
        weight=weight,
        max=most,
        formulas=row.get("formulas", ()),
        scale=_scale(row["bands"]) if "bands" in row else None,
        text=_text(row.get("text")),
        questions=tuple(_question(row, one, number, helps) for number, one in enumerate(row.get("questions", ()), 1)),
        within=interval(row["within"]) if "within" in row else None,
        expected=interval(row["expected"]) if "expected" in row else None,
        unknown=_words(row["unknown"]) if "unknown" in row else None,
        aliases=row.get("aliases", ()),
        help=_help(row, row["key"], helps),
    )


def _scale(rows: Iterable[Mapping[str, Any]]) -> Scale:
    return Scale(tuple(_band(row) for row in rows))


def _band(row: Mapping[str, Any]) -> Band:
    score = row.get("score")
    return Band(
        interval(row["x"]), Fraction(row["value"]), Fraction(score) if score is not None else None,
        Fraction(row.get("origin", 0)), Fraction(row.get("each", 1)), Fraction(row.get("add", 0)),
        row.get("whole_steps", False),
    )


def _text(row: Mapping[str, Any] | None) -> Text | None:
    return Text(_scale(row["bands"]), row["round"] == "half_up", row["cite"]) if row else None


def _question(component: Mapping[str, Any], row: Mapping[str, Any], number: int, helps: Helps) -> Question:
    propose, key = row.get("propose", {}), f"{component['key']}.{number}"
    return Question(
        row.get("key", key), Words(row["id"], row.get("en") or _english(row["id"])), row.get("cite", component["cite"]),
        propose.get("formula", ""), Fraction(propose.get("at_least", 0)), _help(row, key, helps),
    )


def _english(question: str) -> str:
    """Our own translation of a question that its file gives in Indonesian only; else the question as it stands."""
    rows = (row for file in book().of("lists", QUESTIONS) for row in file.data["codes"])
    return next((str(row["en"]) for row in rows if row["id"] == question), question)


def _field(row: Mapping[str, Any], helps: Helps) -> Field:
    return Field(row["key"], _words(row), row.get("signed", False), row.get("aliases", ()),
                 _help(row, row["key"], helps))


def _help(row: Mapping[str, Any], key: str, helps: Helps) -> Words:
    return _words(row["help"]) if "help" in row else helps.get(key, NO_WORDS)


def _aspect(row: Mapping[str, Any], share: Fraction) -> Aspect:
    return Aspect(row["key"], _words(row), Fraction(row["weight"]) * share, row["cite"], row.get("status", ""),
                  row.get("aliases", ()))


def _derived(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Derived, ...]]:
    found: dict[str, tuple[Derived, ...]] = {}
    for row in rows:
        shares = {name: share if isinstance(share, int) else Fraction(share) for name, share in row["of"].items()}
        made = Derived(row["key"], shares, row.get("lists", ()), row["cite"], row.get("status", ""))
        found[row["key"]] = (*found.get(row["key"], ()), made)
    return found


def _verdict(row: Mapping[str, Any] | None) -> Verdict | None:
    return Verdict(row["of"], _words(row["passed"]), _words(row["failed"])) if row else None


def _comparison(row: Mapping[str, Any] | None) -> Comparison | None:
    if row is None:
        return None
    criteria = row["criteria"]
    return Comparison(
        {one["key"]: _words(one) for one in criteria}, {one["key"]: Fraction(one["weight"]) for one in criteria},
        interval(row["within"]), {alias: one["key"] for one in criteria for alias in one.get("aliases", ())},
    )


def _words(row: Mapping[str, Any]) -> Words:
    return Words(row["id"], row["en"])
