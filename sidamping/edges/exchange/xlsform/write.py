"""An instrument as an XLSForm workbook: one group for each aspect, labels in both languages, the source in each hint.

Names are the keys of the items. What a form cannot score is still asked; its weight then says 'pita' or stays empty.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any

import xlsxwriter

from sidamping.domain.scoring.bands import Interval
from sidamping.domain.scoring.instrument import Component, Instrument, Words
from sidamping.domain.scoring.sheet import AMOUNT, LEVEL, YESNO, Item, Section, sheet
from sidamping.edges.exchange.xlsform.columns import CHOICES, KNOWN, LANGUAGES, SETTINGS, SURVEY, TRANSLATED, shown
from sidamping.edges.exchange.xlsform.names import ASPECTS, COMPONENTS, INPUTS, NOTES, name_of
from sidamping.platform.xlsx.write import HEADING, SAFE

YES_NO = "ya_tidak"
ANSWERS = (("ya", "Ya", "Yes", "1"), ("tidak", "Tidak", "No", "0"))
BANDED = "pita"
"""Where the points come from bands, which a form cannot carry: read back, it is refused with its row."""
STATUS = {
    "resmi": Words("resmi", "official"), "usulan": Words("usulan", "proposed"), "contoh": Words("contoh", "sample"),
}
BORN = datetime(2000, 1, 1)
"""The day every workbook is said to be made on, so that the same instrument gives the same bytes."""
NOTHING = Words("Belum ada yang dapat diisi pada aspek ini.", "There is nothing to fill in for this aspect yet.")
Cells = dict[str, str]


def workbook_of(instrument: Instrument) -> bytes:
    """The workbook; the same instrument gives the same bytes."""
    return written(rows_of(instrument))


def rows_of(instrument: Instrument) -> dict[str, list[Cells]]:
    """The rows of each sheet of the workbook."""
    weights = _Weights(instrument)
    return {
        SURVEY: list(_survey(instrument, weights)),
        CHOICES: [{"list_name": YES_NO, "name": name, "label.id": id_, "label.en": en, "score": score}
                  for name, id_, en, score in ANSWERS],
        SETTINGS: [_settings(instrument, weights)],
    }


def written(rows: Mapping[str, Sequence[Cells]], guide: Sequence[tuple[str, str]] = ()) -> bytes:
    """Rows of texts as a workbook with their sheets; every cell is text, so that Excel changes none."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {**SAFE, "in_memory": True}) as book:
        book.set_properties({"created": BORN})
        look = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        heading = book.add_format(HEADING)
        for name, cells in rows.items():
            _sheet(book.add_worksheet(name), _columns(name, cells), cells, look, heading)
        if guide:
            _guide(book.add_worksheet("Petunjuk"), guide, look)
    return out.getvalue()


def columns_of(name: str) -> list[str]:
    """The keys of a sheet's columns, translated ones in both languages."""
    return [
        key for one in KNOWN[name]
        for key in ([f"{one}.{language}" for language in LANGUAGES] if one in TRANSLATED else [one])
    ]


def _columns(name: str, rows: Iterable[Cells]) -> list[str]:
    """The columns that an instrument has, then those that only the rows of this form have."""
    return list(dict.fromkeys([*columns_of(name), *(key for row in rows for key in row)]))


class _Weights:
    """Weights as a form can write them: decimals, or all made whole by one factor when they are thirds."""

    def __init__(self, instrument: Instrument) -> None:
        known = [one.weight for one in instrument.components if one.weight is not None]
        known += [one.weight for one in instrument.aspects]
        endless = [one.denominator for one in known if _endless(one)]
        self.factor = lcm(*(one.denominator for one in known)) if endless else 1
        self.total = instrument.total

    def text(self, weight: Fraction) -> str:
        return decimal(weight * self.factor)

    def of(self, one: Component) -> str:
        """The weight of a component that a form scores as the engine does; 'pita' for one scored otherwise."""
        plain = one.kind in ("questions", "mark", LEVEL) and one.scale is None and one.unknown is None
        if not plain or one.weight is None or one.max is not one.weight:
            return BANDED
        return self.text(one.weight)


def decimal(value: Fraction) -> str:
    """An exact decimal without an exponent."""
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def _endless(value: Fraction) -> bool:
    """Whether a number has no end as a decimal."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def _settings(instrument: Instrument, weights: _Weights) -> Cells:
    day = instrument.version.rpartition("/")[2]
    return {
        "form_title": instrument.title.id, "form_title_en": instrument.title.en, "form_id": instrument.name,
        "version": f"{day[:10]}+{instrument.sha256[:12]}", "default_language": LANGUAGES["id"],
        "total": decimal(weights.total), "subject": instrument.subject, "respondent": instrument.respondent,
    }


def _survey(instrument: Instrument, weights: _Weights) -> Iterator[Cells]:
    status = STATUS[instrument.status]
    said = Words(f"Status: {status.id}. Sumber: {instrument.cite}.", f"Status: {status.en}. Source: {instrument.cite}.")
    yield {"type": "note", "name": name_of(NOTES, "status"), **spoken(said)}
    for number, notice in enumerate(instrument.notices, 1):
        yield {"type": "note", "name": name_of(NOTES, str(number)), **spoken(notice)}
    sections = {one.key: one for one in sheet(instrument)}
    for aspect in instrument.aspects:
        yield _begin(name_of(ASPECTS, aspect.key), aspect.label, weights.text(aspect.weight), aspect.cite)
        if aspect.key in sections:
            yield from _section(instrument, sections[aspect.key], weights)
        else:
            yield {"type": "note", "name": name_of(NOTES, aspect.key), **spoken(NOTHING)}
        yield {"type": "end_group"}
    if instrument.comparison is not None:
        yield from _alternatives(instrument)


def _section(instrument: Instrument, section: Section, weights: _Weights) -> Iterator[Cells]:
    """Items in their order; the questions of one component stand in a group of their own when there are several."""
    opened: Component | None = None
    for item in section.items:
        one = instrument.by_key[item.used_by[0]]
        grouped = one if item.kind == YESNO and len(one.questions) > 1 else None
        if opened is not None and grouped is not opened:
            yield {"type": "end_group"}
        if grouped is not None and grouped is not opened:
            yield _begin(name_of(COMPONENTS, one.key), one.label, weights.of(one), one.cite)
        opened = grouped
        alone = grouped is None and item.kind != AMOUNT
        yield {**_item(item), **({"weight": weights.of(one)} if alone else {})}
    if opened is not None:
        yield {"type": "end_group"}


def _begin(name: str, label: Words, weight: str, cite: str) -> Cells:
    return {"type": "begin_group", "name": name, **spoken(label), "weight": weight, "cite": cite}


def _item(item: Item) -> Cells:
    hint = Words(_joined(item.help.id, f"Sumber: {item.cite}"), _joined(item.help.en, f"Source: {item.cite}"))
    kind = f"select_one {YES_NO}" if item.kind == YESNO else "integer" if item.kind == LEVEL else "decimal"
    within = ". >= 0" if item.kind == AMOUNT and not item.signed else limits(item.within)
    return {"type": kind, "name": name_of(item.key), **spoken(item.label), **spoken(hint, "hint"), "cite": item.cite,
            **_constraint(within)}


def _alternatives(instrument: Instrument) -> Iterator[Cells]:
    """One answer sheet for each alternative: what it is called, and a mark by each criterion."""
    assert instrument.comparison is not None
    within = limits(instrument.comparison.within)
    yield {"type": "text", "name": name_of(INPUTS, "alternative"), **spoken(Words("Alternatif", "Alternative"))}
    for key, words in instrument.comparison.criteria.items():
        yield {"type": "decimal", "name": name_of(INPUTS, key), **spoken(words), **_constraint(within)}


def limits(within: Interval | None) -> str:
    """'[0, 100]' → '. >= 0 and . <= 100'; '' without an interval."""
    if within is None:
        return ""
    low = "" if within.low is None else f". {'>=' if within.low_in else '>'} {decimal(within.low)}"
    high = "" if within.high is None else f". {'<=' if within.high_in else '<'} {decimal(within.high)}"
    return " and ".join(filter(None, (low, high)))


def _constraint(written_as: str) -> Cells:
    if not written_as:
        return {}
    said = written_as.replace(". ", "")
    return {"constraint": written_as, "constraint_message.id": f"Isi angka {said.replace(' and ', ' dan ')}.",
            "constraint_message.en": f"Enter a number {said}."}


def spoken(words: Words, column: str = "label") -> Cells:
    """Both languages; '${' would be read as a reference to another answer."""
    return {f"{column}.id": words.id.replace("${", "$ {"), f"{column}.en": words.en.replace("${", "$ {")}


def _joined(help_text: str, source: str) -> str:
    return f"{help_text} {source}".strip()


def _sheet(page: Any, keys: list[str], rows: Iterable[Cells], look: Any, heading: Any) -> None:
    for place, key in enumerate(keys):
        page.set_column(place, place, 40 if key.split(".")[0] in ("label", "hint") else 18)
        page.write_string(0, place, shown(key), heading)
    for number, row in enumerate(rows, 1):
        for place, key in enumerate(keys):
            if row.get(key):
                page.write_string(number, place, row[key], look)
    page.freeze_panes(1, 2)


def _guide(page: Any, lines: Sequence[tuple[str, str]], look: Any) -> None:
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    for number, line in enumerate(lines):
        page.write_row(number, 0, line, look)
