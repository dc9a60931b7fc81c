"""An assessment as PDF/A: result, components, what was filled in, signatures, state and hash; DRAF until decided (B6).

Reads the sheet only. The same decided result gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from sidamping.domain.scoring.sheet import AMOUNT, Item, sheet
from sidamping.features.assessments.render.printable import clean
from sidamping.features.assessments.render.reading import GIVEN, AspectLine, Line, Reading, word
from sidamping.features.assessments.render.sheet import FilledSheet, Hand
from sidamping.features.assessments.render.sources import listed
from sidamping.features.assessments.render.words import day, moment, number, percent, said, span
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "filled.typ"
POINTS = 2


def filled_pdf(made: FilledSheet) -> bytes:
    """The PDF file of the sheet."""
    dated = made.decided_at or datetime.combine(made.reading.on, time(), UTC)
    return compile_pdf(TEMPLATE, clean(_data(made)), dated=dated)


def coverage(reading: Reading, language: str) -> str:
    """'Cakupan 100 %, 22 dari 22 komponen'."""
    words = said(language)
    count = f"{reading.judged} {words['of']} {len(reading.lines)} {words['component'].lower()}"
    return f"{words['coverage']} {percent(reading.coverage, language)} {words['of_weight']} · {count}"


def verdict(reading: Reading, language: str) -> str:
    """The category, or between which two it will lie, or that it cannot be named."""
    words = said(language)
    if reading.category:
        return reading.category
    if reading.bounds and reading.bounds[0] != reading.bounds[1]:
        return f"{words['between']} {reading.bounds[0]} {words['and']} {reading.bounds[1]}"
    return reading.bounds[0] if reading.bounds else f"{words['category']} {words['undecided']}"


def kind_of(made: FilledSheet) -> str:
    """The word for what this is: a mentor's rehearsal or an assessor's result; never an official paper."""
    return "simulation" if made.simulated else "assessed"


def _data(made: FilledSheet) -> dict[str, Any]:
    reading, language = made.reading, made.language
    words, kind = said(language), kind_of(made)
    return {
        "language": "en" if language.startswith("en") else "id", "words": dict(words), "draft": made.draft,
        "kind": words["result"], "title": reading.title, "running": made.subject, "small": _small(made),
        "lead": [f"{words['version']} {reading.instrument.version} · "
                 f"{words['status']} {words.get(reading.status, reading.status)}"],
        "facts": _facts(made),
        "outcome": {
            "total": number(reading.total, language, POINTS) or "–", "most": number(reading.most, language),
            "category": verdict(reading, language), "coverage": coverage(reading, language),
            "kind": words[kind], "kind_long": words[f"{kind}_long"],
        },
        "aspects": [_aspect(one, language) for one in reading.aspects if one.weight],
        "longest": max((one.weight for one in reading.aspects), default=Decimal(0)),
        "method": words.get(reading.method, ""),
        "groups": _groups(reading, language),
        "warnings": [f"{one.code} {one.text}".strip() for one in reading.warnings],
        "place-line": "", "signatures": [_hand(one, language) for one in made.hands],
        "sections": _sections(made),
        "sources": listed([reading.instrument.cite, *(one.cite for one in reading.lines)], language),
    }  # fmt: skip


def _small(made: FilledSheet) -> list[str]:
    words, reading = said(made.language), made.reading
    state = words["draft_note"] if made.draft else made.state
    decided = ""
    if made.decided_at is not None:
        when = moment(made.decided_at, made.language)
        decided = f" · {words['decided_by']} {made.decided_by} {words['on']} {when}"
    told = [f"{words['state']}: {state}{decided}", f"{words['file']}: {reading.file} · SHA-256 {reading.sha256}"]
    return [*told, f"{words['hash']}: {made.sha256}"] if made.sha256 else told


def _facts(made: FilledSheet) -> list[list[str]]:
    words = said(made.language)
    rows = [
        [words["subject"], made.subject], [words["place"], made.place], [words["purpose"], made.purpose],
        [words["as_of"], day(made.reading.on, made.language)], [words["assessor"], made.lead],
        [words["answered_by"], made.answered_by],
    ]  # fmt: skip
    return [row for row in rows if row[1]]


def _aspect(one: AspectLine, language: str) -> dict[str, Any]:
    return {
        "label": one.label, "earned": one.points or 0, "lost": one.lost, "open": one.open,
        "points": number(one.points, language, POINTS) or "–", "most": number(one.weight, language, 0),
    }  # fmt: skip


def _groups(reading: Reading, language: str) -> list[dict[str, Any]]:
    """The components under their aspects; without aspects all of them under the title."""
    if not reading.aspects:
        return [{"label": reading.title, "rows": [_row(one, language) for one in reading.lines]}]
    return [{"label": one.label, "rows": [_row(line, language) for line in one.lines]} for one in reading.aspects]


def _row(one: Line, language: str) -> dict[str, str]:
    words = said(language)
    band = span(one.band, language) if one.band else _answers(one, words)
    why = "" if one.points is not None else _why(one, words)
    return {
        "label": one.label, "ratio": f"{number(one.ratio, language)} %" if one.ratio is not None else "",
        "band": words["given_score"] if one.status == GIVEN else band, "value": number(one.value, language),
        "points": number(one.points, language, POINTS) or "–", "most": number(one.weight, language, 0), "why": why,
    }  # fmt: skip


def _answers(one: Line, words: Mapping[str, str]) -> str:
    given = dict(one.inputs)
    return words["answered"].format(yes=given["yes"], no=given["no"]) if "yes" in given else ""


def _why(one: Line, words: Mapping[str, str]) -> str:
    return f"{words.get(one.status, one.status)}: {one.why.text}" if one.why else words.get(one.status, one.status)


def _hand(one: Hand, language: str) -> dict[str, Any]:
    words = said(language)
    stamp = [words[one.verb], moment(one.at, language)] if one.at is not None and one.verb else []
    return {"role": words[one.role], "name": one.name, "stamp": stamp}


def _sections(made: FilledSheet) -> list[dict[str, Any]]:
    """What was given, section by section; items without an answer or a note are left out of the list."""
    told = []
    for place, section in enumerate(sheet(made.reading.instrument), 1):
        items = [_item(made, item, f"{place}.{at}") for at, item in enumerate(section.items, 1)
                 if item.key in made.values or item.key in made.notes]  # fmt: skip
        if items:
            told.append({"label": f"{place}. {word(section.label, made.language)}", "items": items})
    return told


def _item(made: FilledSheet, item: Item, no: str) -> dict[str, str]:
    value, files = made.values.get(item.key, ""), made.evidence.get(item.key, ())
    shown = f"Rp {value}" if item.kind == AMOUNT and value else value
    listed_files = f"{said(made.language)['files']}: {', '.join(files)}" if files else ""
    note = " · ".join(part for part in (made.notes.get(item.key, ""), listed_files) if part)
    return {"no": no, "kind": item.kind, "label": word(item.label, made.language), "value": shown, "note": note}
