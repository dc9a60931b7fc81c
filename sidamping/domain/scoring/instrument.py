"""What an instrument in one version is made of: inputs, components, aspects, categories. Built by rules/instruments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from sidamping.domain.scoring.bands import Interval, Scale
from sidamping.domain.scoring.numbers import Number

TABLE, TEXT = "table", "text"
WHOLE = 100
"""The share of a part that counts in full."""
METHODS = (TABLE, TEXT)
"""Named readings of a rule: its table (the default) and its per-percent text, where the two differ."""


@dataclass(frozen=True)
class Words:
    """A text in both languages."""

    id: str
    en: str


NO_WORDS = Words("", "")


@dataclass(frozen=True)
class Field:
    """An amount an instrument may be given; `signed` ones may be below zero. Aliases are other names for the same."""

    key: str
    label: Words
    signed: bool = False
    aliases: tuple[str, ...] = ()
    help: Words = NO_WORDS


@dataclass(frozen=True)
class Derived:
    """An amount made of others: amounts at a percentage each, or listed items by the weight of their name."""

    key: str
    of: Mapping[str, Number]
    lists: tuple[str, ...] = ()
    cite: str = ""
    status: str = ""


@dataclass(frozen=True)
class Part:
    """Two amounts of which the first cannot be more than the second."""

    part: str
    whole: str


@dataclass(frozen=True)
class Question:
    """A yes/no question; `propose` names what two balance sheets could answer: formula and limit."""

    key: str
    label: Words
    cite: str
    formula: str = ""
    at_least: Fraction = Fraction(0)
    help: Words = NO_WORDS


@dataclass(frozen=True)
class Text:
    """The per-percent reading of a rule: its own scale, on the ratio as it is or rounded to whole percent first."""

    scale: Scale
    round_half_up: bool
    cite: str


@dataclass(frozen=True)
class Component:
    """One line of an instrument.

    kind: 'ratio' (a formula or a given ratio through bands), 'questions' (yes × points), 'mark' (a number within
    `within`), 'level' (recorded, worth nothing). `expected`: ratios outside are odd, not wrong. `unknown` says why it
    cannot be scored.
    """

    key: str
    label: Words
    aspect: str
    kind: str
    cite: str
    status: str
    weight: Fraction | None = None
    max: Fraction | None = None
    formulas: tuple[str, ...] = ()
    scale: Scale | None = None
    text: Text | None = None
    questions: tuple[Question, ...] = ()
    within: Interval | None = None
    expected: Interval | None = None
    unknown: Words | None = None
    aliases: tuple[str, ...] = ()
    help: Words = NO_WORDS

    @cached_property
    def by_band(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """nilai × weight / 100 of each band, and the score that is printed for it."""
        products = ((one, one.value * (self.weight or 0) / 100) for one in (self.scale.bands if self.scale else ()))
        return tuple((product, product if one.score is None else one.score) for one, product in products)


@dataclass(frozen=True)
class Aspect:
    """A group of components with its share of the whole."""

    key: str
    label: Words
    weight: Fraction
    cite: str
    status: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Category:
    """A verdict for the totals in an interval."""

    code: str
    label: Words
    interval: Interval


@dataclass(frozen=True)
class Verdict:
    """A verdict that needs every one of these components answered yes; one no decides, whatever the total."""

    of: tuple[str, ...]
    passed: Words
    failed: Words


@dataclass(frozen=True)
class Comparison:
    """Alternatives judged by criteria, each with a weight, on one scale."""

    criteria: Mapping[str, Words]
    weights: Mapping[str, Fraction]
    within: Interval
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Instrument:
    """An instrument in one version, with where it came from.

    subject: what is judged (cooperative, business, person, mentor, topic); respondent: who fills it in (assessor,
    chair, mentor, mentee). A result that is hidden from its subject is never shown to the person it is about.
    """

    name: str
    version: str
    path: str
    sha256: str
    code: str
    status: str
    cite: str
    title: Words
    total: Fraction
    fields: Mapping[str, Field]
    derived: Mapping[str, tuple[Derived, ...]]
    parts: tuple[Part, ...]
    components: tuple[Component, ...]
    aspects: tuple[Aspect, ...]
    categories: tuple[Category, ...]
    no_category: Words | None = None
    notices: tuple[Words, ...] = ()
    verdict: Verdict | None = None
    comparison: Comparison | None = None
    printed_scores: bool = True
    subject: str = "cooperative"
    respondent: str = "assessor"
    hidden_from_subject: bool = False

    @cached_property
    def by_key(self) -> Mapping[str, Component]:
        return {one.key: one for one in self.components}

    @cached_property
    def lists(self) -> frozenset[str]:
        """Names of inputs that are lists of items."""
        return frozenset(name for ways in self.derived.values() for one in ways for name in one.lists)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every name an amount may be given under → its key."""
        return _called(tuple(self.fields.values()))

    @cached_property
    def component_names(self) -> Mapping[str, str]:
        return _called(self.components)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Aspect → where its components stand."""
        return {
            aspect.key: tuple(at for at, one in enumerate(self.components) if one.aspect == aspect.key)
            for aspect in self.aspects
        }

    @cached_property
    def proposing(self) -> tuple[tuple[str, Question], ...]:
        """Component and question of each answer that amounts can propose."""
        return tuple((one.key, asked) for one in self.components for asked in one.questions if asked.formula)

    @cached_property
    def made_parts(self) -> tuple[Part, ...]:
        """The pairs of which one side may be made of other amounts."""
        return tuple(one for one in self.parts if one.part in self.derived or one.whole in self.derived)

    @cached_property
    def sums(self) -> tuple[Derived, ...]:
        """Totals that several whole amounts make up."""
        ways = (way for found in self.derived.values() for way in found if len(way.of) > 1 and not way.lists)
        return tuple(way for way in ways if set(way.of.values()) == {WHOLE})

    @cached_property
    def bounds(self) -> tuple[tuple[str, str], ...]:
        """Pairs of amounts of which the first cannot be more than the second: those named, and what a sum is made of
        where nothing of it can be below zero."""
        signed = {name for name, one in self.fields.items() if one.signed}
        named = [(one.part, one.whole) for one in self.parts]
        summed = [(part, way.key) for way in self.sums if not signed & set(way.of) for part in way.of]
        return tuple(dict.fromkeys([*named, *summed]))

    @cached_property
    def aspect_names(self) -> Mapping[str, str]:
        return _called(self.aspects)


def _called(rows: tuple[Field, ...] | tuple[Component, ...] | tuple[Aspect, ...]) -> dict[str, str]:
    """Names → key: the key and its aliases first, then the label in each language where it means one row only."""
    named = {name: one.key for one in rows for name in (one.key, *one.aliases)}
    said = [(_slug(text), one.key) for one in rows for text in {one.label.id, one.label.en}]
    counts = Counter(name for name, _ in said)
    return {**{name: key for name, key in said if counts[name] == 1 and name not in named}, **named}


def _slug(text: str) -> str:
    """'Human resources' → 'human_resources'."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
