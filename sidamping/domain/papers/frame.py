"""Pieces every paper is built of: the outer frame, tables, text sections, photos. Plain data, no floats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sidamping.domain.money import rupiah
from sidamping.domain.papers.facts import PhotoFact, SignerFact, Subject
from sidamping.domain.papers.layout import Cell, Column, Layout, Span
from sidamping.domain.papers.words import NOT_REPORTED
from sidamping.domain.problems import Problem, problem

Content = dict[str, Any]


@dataclass(frozen=True)
class Composed:
    """A paper as it would be frozen now, and every part still missing before it may be submitted."""

    content: Content
    missing: tuple[Problem, ...] = ()


def frame(
    layout: Layout, span: Span, subject: Subject, sections: Sequence[Content], signers: Sequence[SignerFact],
    *, notes: Sequence[str] = (),
) -> Content:
    """The whole paper around its sections."""
    return {
        "kind": layout.name,
        "format": {"name": layout.name, "from": layout.starts.isoformat(), "sha256": layout.sha256},
        "title": layout.title,
        "subtitle": _subtitle(layout, subject, span),
        "period": {"start": span.start.isoformat(), "end": span.end.isoformat(), "label": span.label},
        "letterhead": list(layout.letterhead),
        "heading": [[label, _headed(key, subject, span)] for key, label in layout.heading],
        "sections": list(sections),
        "signers": _signers(layout, subject, signers),
        "steps": _steps(layout, subject),
        "place": layout.place or subject.regency,
        "copies": [
            {"no": one.no, "recipient": filled(one.recipient, subject, span), "via": one.via, "role": one.role}
            for one in layout.copies
        ],
        "notes": [*layout.notes, *notes],
        "orientation": layout.orientation,
    }


def table(key: str, columns: Iterable[Column], rows: Sequence[Content], title: str = "") -> Content:
    """A table section; the columns say which cells are printed, and in which order."""
    heads = [{"key": one.key, "label": one.label, "align": one.align, "width": one.width} for one in columns]
    return {"type": "table", "key": key, "title": title, "columns": heads, "rows": list(rows)}


def row(cells: Mapping[str, Any], sources: Iterable[UUID] = (), **more: Any) -> Content:
    """A table row with the ids of the records it came from."""
    return {"cells": dict(cells), "sources": [str(one) for one in sources], **more}


def figure(text: str, value: int | None) -> Content:
    """A cell that carries its whole-number value beside the printed text."""
    return {"text": text, "value": value}


def spent(costs: Iterable[int | None]) -> Content:
    """What visits cost: '—' when nobody reported any, and said so where a part is missing; empty is not zero."""
    asked = list(costs)
    told = [cost for cost in asked if cost is not None]
    if not told:
        return figure(NOT_REPORTED, None)
    partly = "" if len(told) == len(asked) else " (belum semua dilaporkan)"
    return figure(f"{rupiah(sum(told))}{partly}", sum(told))


def text(cell: Cell, words: str, sources: Iterable[UUID] = ()) -> Content:
    """A narrative section; blank lines part its paragraphs."""
    paragraphs = [part.strip() for part in words.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return {
        "type": "text", "key": cell.key, "heading": cell.heading, "level": cell.level, "paragraphs": paragraphs,
        "sources": [str(one) for one in sources],
    }


def photos(key: str, title: str, items: Iterable[PhotoFact]) -> Content:
    """The documentation of activities."""
    lines = [
        {"attachment": str(one.attachment), "sha256": one.sha256, "caption": one.caption, "sources": [str(one.visit)]}
        for one in items
    ]
    return {"type": "photos", "key": key, "title": title, "items": lines}


def narrative(cells: Iterable[Cell], written: Mapping[str, str], proposed: Mapping[str, str]) -> dict[str, str]:
    """The words of each cell: what the mentor wrote where that is allowed, else what the records propose."""
    words = {}
    for cell in cells:
        proposal = proposed.get(cell.key, "")
        words[cell.key] = (written.get(cell.key, proposal) if cell.content == "narrative" else proposal).strip()
    return words


def unwritten(cells: Iterable[Cell], words: Mapping[str, str]) -> tuple[Problem, ...]:
    """The required narrative cells that hold nothing."""
    return tuple(
        problem("PAPERS_004", f"narrative.{cell.key}", label=cell.heading)
        for cell in cells
        if cell.required and cell.content == "narrative" and not words.get(cell.key)
    )


def sources_of(content: Mapping[str, Any]) -> list[str]:
    """Every record id the content names, sorted, each once."""
    found: set[str] = set()
    for section in content["sections"]:
        found.update(section.get("sources", ()))
        for part in [*section.get("rows", ()), *section.get("items", ())]:
            found.update(part.get("sources", ()))
    return sorted(found)


def filled(pattern: str, subject: Subject, span: Span) -> str:
    """A printed text with its places filled in: '{mentee}', '{village}', '{district}', '{regency}', '{period}'.

    The annex's 'Kab/Kota' falls away before an official name, which says itself which of the two it is.
    """
    values = {"mentee": subject.mentee, "cooperative": subject.mentee, "village": subject.village,
              "district": subject.district, "regency": subject.regency, "mentor": subject.mentor,
              "period": span.label, "month": span.label, "year": str(span.start.year)}
    if subject.regency.startswith(("Kabupaten ", "Kota ")):
        pattern = pattern.replace("Kab/Kota {regency}", "{regency}")
    return pattern.format_map(values)


def _subtitle(layout: Layout, subject: Subject, span: Span) -> str:
    """The printed subtitle; left out where it only repeats a line of the heading."""
    said = filled(layout.subtitle, subject, span)
    lines = {_plain(f"{label} : {_headed(key, subject, span)}") for key, label in layout.heading}
    return "" if _plain(said) in lines else said


def _plain(words: str) -> str:
    """'Laporan Bulan : Oktober 2026' without its spaces, to compare."""
    return "".join(words.split()).casefold()


def _headed(key: str, subject: Subject, span: Span) -> str:
    return filled(f"{{{key}}}", subject, span) if key != "address" else subject.address


def _steps(layout: Layout, subject: Subject) -> list[Content]:
    steps = (one for one in layout.steps if one.role != "chair" or subject.chaired)
    return [{"action": one.action, "role": one.role, "may_return": one.may_return} for one in steps]


def _signers(layout: Layout, subject: Subject, signers: Sequence[SignerFact]) -> list[Content]:
    """The signature blocks; where no cooperative stands behind the mentee, no chair signs."""
    named = {signer.slot: signer for signer in signers}
    lines = []
    for slot in layout.slots:
        if slot.code == "chair" and not subject.chaired:
            continue
        signer = named.get(slot.code)
        name, nip = (signer.name, signer.nip) if signer else ("", "")
        lines.append({"slot": slot.code, "label": slot.label, "name": name, "nip": nip})
    return lines
