"""Why a component has its score, from the points down to the typed amounts and the article. Reads, computes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.scoring.instrument import TEXT, Component, Instrument
from sidamping.domain.scoring.sheet import flat
from sidamping.features.assessments.queries import EvidenceLine
from sidamping.features.assessments.render.reading import Line, figure, word
from sidamping.features.assessments.render.sources import Source, source_of
from sidamping.features.assessments.render.words import number, scale, span
from sidamping.features.assessments.views.outcome import Shown
from sidamping.platform.http.language import reader_language

Files = Mapping[str, tuple[EvidenceLine, ...]]


@dataclass(frozen=True)
class BandRow:
    """One row of the band table; `score` is what the row gives, `hit` the one the ratio fell into."""

    span: str
    value: str
    score: str
    hit: bool


@dataclass(frozen=True)
class Leaf:
    """An amount or answer the score was made of: what was typed, its note and files; or the parts it was made of."""

    label: str
    amount: str
    note: str = ""
    files: tuple[EvidenceLine, ...] = ()
    parts: tuple[Leaf, ...] = ()
    share: str = ""
    source: Source | None = None
    basis: str = ""
    yes: bool | None = None
    help: str = ""


@dataclass(frozen=True)
class Why:
    """The levels of the tree; empty ones do not apply to this kind of component."""

    kind: str
    bands: tuple[BandRow, ...]
    formula: str
    ratio: str
    sum: str
    leaves: tuple[Leaf, ...]
    each: str
    within: str
    source: Source
    printed: bool


def why_of(made: Shown, line: Line, files: Files) -> Why:
    """The tree of one component of a result."""
    instrument, language = made.instrument, reader_language()
    component = instrument.by_key.get(line.key)
    bands = _bands(component, line, language) if component else ()
    formula = FORMULAS.get(line.formula)
    article = component.text.cite if component and component.text and line.method == TEXT else line.cite
    return Why(
        kind=component.kind if component else "alternative", bands=bands, formula=formula.says if formula else "",
        ratio=number(line.ratio, language, 0, 4), sum=_sum(line, formula.says, language) if formula else "",
        leaves=tuple(_leaves(made, line, component, files, language)),
        each=_each(component, line, language), within=scale(component.within, language)
        if component and component.within and component.kind in ("mark", "level") else "",
        source=source_of(article, language), printed=_printed(component, line),
    )  # fmt: skip


def _sum(line: Line, says: str, language: str) -> str:
    """The division as it was done, where the formula is a plain one."""
    if len(line.inputs) != 2 or line.ratio is None or any(sign in says for sign in (" + ", " - ", "×")):
        return ""
    above, below = (number(amount, language) for _, amount in line.inputs)
    return f"{above} / {below} = {number(line.ratio, language)} %"


def _bands(component: Component, line: Line, language: str) -> tuple[BandRow, ...]:
    """The whole table of the reading that was used, with the row that was hit."""
    text = component.text if line.method == TEXT else None
    used = text.scale if text else component.scale
    if used is None:
        return ()
    printed = [pair[1] for pair in component.by_band] if text is None else []
    rows = []
    for at, band in enumerate(used.bands):
        value = number(band.value, language)
        slope = f" {_slope(band, language)}" if band.add else ""
        score = band.score if band.score is not None else printed[at] if printed else None
        shown = number(score, language, 2) if score is not None and not band.add else ""
        rows.append(BandRow(span(band.interval.text, language), value + slope, shown, band.interval.text == line.band))
    return tuple(rows)


def _slope(band: Any, language: str) -> str:
    """'+5 tiap 4 persen di atas 0': a value that changes inside its band."""
    sign = "+" if band.add > 0 else "−"
    words = ("{sign}{add} for each {each} percent from {origin}", "{sign}{add} tiap {each} persen dari {origin}")
    return words[not language.startswith("en")].format(
        sign=sign, add=number(abs(band.add), language), each=number(band.each, language),
        origin=number(band.origin, language),
    )  # fmt: skip


def _printed(component: Component | None, line: Line) -> bool:
    """Whether the table prints another score than value × weight gives."""
    if component is None or line.method == TEXT or component.scale is None:
        return False
    for band, (product, printed) in zip(component.scale.bands, component.by_band, strict=True):
        if band.interval.text == line.band:
            return product != printed and component.max is component.weight
    return False


def _each(component: Component | None, line: Line, language: str) -> str:
    """What one yes is worth, for questions without a band table."""
    if component is None or component.kind != "questions" or component.scale is not None or not component.questions:
        return ""
    return number(line.weight / len(component.questions), language, 2)


def _leaves(
    made: Shown, line: Line, component: Component | None, files: Files, language: str
) -> Iterable[Leaf]:
    if component is not None and component.kind == "questions":
        yield from _questions(made, component, files, language)
    elif component is not None and line.formula:
        yield from (_amount(made, name, amount, files, language) for name, amount in line.inputs)
    else:
        for name, amount in line.inputs:
            yield _mark(made, name, amount, component, files, language)


def _questions(made: Shown, component: Component, files: Files, language: str) -> Iterable[Leaf]:
    answers = flat(made.given)
    for place, question in enumerate(component.questions, 1):
        key = f"answers.{component.key}.{place}"
        said = answers.get(key, "")
        yield Leaf(
            word(question.label, language), said, made.notes.get(key, ""), files.get(key, ()),
            source=source_of(question.cite, language) if question.cite != component.cite else None,
            yes={"ya": True, "tidak": False}.get(said), help=word(question.help, language),
        )  # fmt: skip


def _amount(
    made: Shown, name: str, amount: Decimal, files: Files, language: str, above: tuple[str, ...] = ()
) -> Leaf:
    """A typed amount, or one made of others: then its parts stand below, with the share each counts."""
    key, label = f"inputs.{name}", _label(made.instrument, name, language)
    typed = flat(made.given)
    if key in typed or name in above:
        return Leaf(label, _typed(amount, language), made.notes.get(key, ""), files.get(key, ()))
    for way in made.instrument.derived.get(name, ()):
        known = {part: _known(made, part) for part in way.of}
        listed = any(one in made.given.get("inputs", {}) for one in way.lists)
        if listed or any(value is None for value in known.values()):
            continue
        parts = tuple(_part(made, part, known[part], way.of[part], files, language, (*above, name)) for part in known)
        return Leaf(label, _typed(amount, language), parts=parts, source=source_of(way.cite, language),
                    basis=way.status)  # fmt: skip
    return Leaf(label, _typed(amount, language), made.notes.get(key, ""), files.get(key, ()))


def _part(
    made: Shown, name: str, amount: Decimal | None, share: Any, files: Files, language: str, above: tuple[str, ...]
) -> Leaf:
    one = _amount(made, name, amount or Decimal(0), files, language, above)
    told = number(share if isinstance(share, int) else Fraction(share), language)
    return Leaf(one.label, one.amount, one.note, one.files, one.parts, f"{told} %", one.source, one.basis)


def _known(made: Shown, name: str) -> Decimal | None:
    """An amount of the filling by any of its names, or one the engine made."""
    given = made.given.get("inputs", {})
    field = made.instrument.fields.get(name)
    for key in (name, *(field.aliases if field else ())):
        if isinstance(given.get(key), int | float):
            return figure(given[key])
    return made.reading.derived.get(name) if made.reading else None


def _mark(
    made: Shown, name: str, amount: Decimal, component: Component | None, files: Files, language: str
) -> Leaf:
    key = f"inputs.{name}"
    criteria = made.instrument.comparison.criteria if made.instrument.comparison else {}
    known = criteria.get(name) or (component.label if component else None)
    label = word(known, language) if known else name
    return Leaf(label, number(amount, language), made.notes.get(key, ""), files.get(key, ()))


def _label(instrument: Instrument, name: str, language: str) -> str:
    field = instrument.fields.get(name)
    return word(field.label, language) if field else name.replace("_", " ")


def _typed(amount: Decimal, language: str) -> str:
    """An amount of money as it is written; every input of a formula is one."""
    return f"Rp{number(amount, language)}".replace("Rp-", "−Rp")
