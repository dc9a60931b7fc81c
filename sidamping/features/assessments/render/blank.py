"""An instrument as a printable blank form: what to ask, boxes to write in, help, sources, page n of m (B6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.sheet import AMOUNT, YESNO, Item, Section, sheet
from sidamping.features.assessments.render.printable import clean
from sidamping.features.assessments.render.reading import word
from sidamping.features.assessments.render.sources import listed
from sidamping.features.assessments.render.words import day, number, said, scale
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "blank.typ"
ASKED = {
    "id": {"cooperative": ("Nama koperasi", "Nomor badan hukum", "Desa, kecamatan, kabupaten"),
           "business": ("Nama usaha", "Pemilik", "Desa, kecamatan, kabupaten"), "person": ("Nama", "NIK", "Alamat"),
           "mentor": ("Nama pendamping", "Wilayah kerja"), "topic": ("Pokok yang dinilai",)},
    "en": {"cooperative": ("Name of the cooperative", "Legal number", "Village, district, regency"),
           "business": ("Name of the business", "Owner", "Village, district, regency"),
           "person": ("Name", "NIK", "Address"), "mentor": ("Name of the mentor", "Area of work"),
           "topic": ("What is assessed",)},
}  # fmt: skip


@dataclass(frozen=True)
class Blank:
    """A form to print: the instrument, the day it holds from, the reader's language."""

    instrument: Instrument
    starts: date
    language: str = "id"


def blank_pdf(form: Blank) -> bytes:
    """The PDF file; the same version in the same language gives the same bytes."""
    return compile_pdf(TEMPLATE, clean(_data(form)))


def _data(form: Blank) -> dict[str, Any]:
    made, language = form.instrument, form.language
    words, sections = said(language), sheet(form.instrument)
    title = word(made.title, language)
    version = f"{words['version']} {made.version} · {words['since']} {day(form.starts, language)}"
    return {
        "language": "en" if language.startswith("en") else "id", "words": dict(words), "draft": False,
        "kind": words["form"], "title": title, "running": made.version,
        "lead": [f"{version} · {words['status']} {words.get(made.status, made.status)}"],
        "small": [version, f"{words['file']}: {made.path} · SHA-256 {made.sha256}"],
        "facts": [[label, ""] for label in _facts(made, language)],
        "how": _how(sections, words),
        "sections": [_section(made, one, place, language) for place, one in enumerate(sections, 1)],
        "place-line": "……………………………, …………………… 20……",
        "signatures": [{"role": words[role], "stamp": [], "name": ""} for role in ("sign_subject", "sign_assessor")],
        "notices": [word(one, language) for one in made.notices],
        "sources": listed(_cites(made, sections), language),
    }  # fmt: skip


def _facts(made: Instrument, language: str) -> tuple[str, ...]:
    words = said(language)
    asked = ASKED["en" if language.startswith("en") else "id"].get(made.subject, (words["subject"],))
    return (*asked, words["as_of"], words["assessor"], words["answered_by"])


def _how(sections: tuple[Section, ...], words: Any) -> list[str]:
    items = [item for one in sections for item in one.items]
    kinds = {item.kind for item in items}
    told = [words["how_amount"]] if AMOUNT in kinds else []
    told += [words["how_optional"]] if any(item.optional for item in items) else []
    told += [words["how_yesno"]] if YESNO in kinds else []
    return told + ([words["how_mark"]] if kinds - {AMOUNT, YESNO} else [])


def _section(made: Instrument, section: Section, place: int, language: str) -> dict[str, Any]:
    aspect = next((one for one in made.aspects if one.key == section.key), None)
    weight = f"{said(language)['weight']} {number(aspect.weight, language)}" if aspect and aspect.weight else ""
    groups = _groups(made, section, language)
    items = [{**_item(made, one, f"{place}.{at}", language), "group": groups[at - 1]}
             for at, one in enumerate(section.items, 1)]  # fmt: skip
    return {"label": f"{place}. {word(section.label, language)}", "note": weight, "items": items}


def _groups(made: Instrument, section: Section, language: str) -> list[str]:
    """The name of a group of questions above its first one; '' everywhere else."""
    last, names = "", []
    for item in section.items:
        component = made.by_key.get(item.used_by[0]) if item.kind == YESNO and item.used_by else None
        name = word(component.label, language) if component and len(component.questions) > 1 else ""
        names.append("" if name == last or name == word(section.label, language) else name)
        last = name
    return names


def _item(made: Instrument, item: Item, no: str, language: str) -> dict[str, Any]:
    weaker = item.status if item.status and item.status != made.status else ""
    return {
        "no": no, "kind": item.kind, "label": word(item.label, language), "help": word(item.help, language),
        "optional": item.optional, "status": said(language).get(weaker, weaker),
        "within": scale(item.within, language) if item.within else "",
    }  # fmt: skip


def _cites(made: Instrument, sections: tuple[Section, ...]) -> list[str]:
    return [made.cite, *(one.cite for one in sections), *(item.cite for one in sections for item in one.items)]
