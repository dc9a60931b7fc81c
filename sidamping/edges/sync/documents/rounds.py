"""Assessments open for the person's answers, and the instruments they use as plain forms for the phone's renderer."""

from __future__ import annotations

from typing import Any

from sidamping.domain.scoring.instrument import Instrument, Words
from sidamping.domain.scoring.sheet import Item, Section, flat, sheet
from sidamping.features.assessments.queries import OpenFilling, instrument_for, open_fillings
from sidamping.platform.access.viewer import Viewer


def documents(viewer: Viewer) -> dict[str, Any]:
    """`rounds` and a `form:` for each version in use."""
    found = open_fillings(viewer)
    versions = {(one.head.instrument, one.head.version) for one in found}
    forms = {form_key(name, version): form(instrument_for(version, name)) for name, version in sorted(versions)}
    return {"rounds": [_round(one) for one in found], **forms}


def form_key(name: str, version: str) -> str:
    """'form:ksp-health@2016-05-31'."""
    return f"form:{name}@{version}"


def form(instrument: Instrument) -> dict[str, Any]:
    """An instrument as sections of things to fill in; it holds no weight and no band."""
    return {"title": _words(instrument.title), "sections": [_section(one) for one in sheet(instrument)]}


def _round(one: OpenFilling) -> dict[str, Any]:
    head = one.head
    return {
        "assessment": str(head.id), "subject": head.subject.name, "place": head.subject.place, "about": head.about,
        "title": str(head.instrument_title), "form": form_key(head.instrument, head.version), "part": one.filling.part,
        "as_of": head.as_of.isoformat(), "seen": one.filling.revised, "values": flat(one.filling.data),
        "notes": dict(one.filling.data.get("notes", {})),
    }


def _section(one: Section) -> dict[str, Any]:
    return {"key": one.key, "label": _words(one.label), "cite": one.cite, "items": [_item(item) for item in one.items]}


def _item(item: Item) -> dict[str, Any]:
    return {
        "key": item.key, "kind": item.kind, "label": _words(item.label), "help": _words(item.help), "cite": item.cite,
        "status": item.status, "signed": item.signed, "optional": item.optional,
        "within": item.within.text if item.within else "",
    }


def _words(words: Words) -> dict[str, str]:
    return {"id": words.id, "en": words.en}
