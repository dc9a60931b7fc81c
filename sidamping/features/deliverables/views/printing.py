"""What of a sheet goes to print: plain values, the photos it names, state and hash in the small print."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.features.deliverables.queries import SheetCard, VersionLine
from sidamping.features.deliverables.render.pdf import ALWAYS, Print
from sidamping.features.deliverables.views.drawing import Drawn, DrawnCell, Shown, drawn
from sidamping.platform.attachments import store
from sidamping.platform.http.language import reader_language


def print_of(found: SheetCard) -> Print:
    """The page of the sheet as the viewer sees it; a draft carries DRAF across."""
    made = drawn(found)
    version = found.shown
    card = found.card
    sheet = {
        "heading": made.title, "mentee": card.mentee_name, "place": f"{card.village}, {card.district}",
        "aside": found.name, "layout": made.layout,
        "cells": [_cell(found, one) for one in made.cells], "sums": [list(one) for one in made.sums],
        "points": [{"number": one.number, "x": one.x, "y": one.y} for one in made.points], "axes": list(made.axes),
        "facts": [one.plain() for one in found.facts],
        "words": words_of(_small(found, version)), "blank": False,
    }  # fmt: skip
    title = f"{made.title} {card.mentee_name}"
    dated = version.at if version else ALWAYS
    return Print(
        title, found.writer, reader_language(), found.kind.landscape, version is None, sheet, _pictures(made), dated
    )


def words_of(small: str) -> dict[str, str]:
    """The words of the page that belong to no cell, and its small print."""
    return {
        "draft": _("DRAF"), "page": _("Halaman"), "of": _("dari"), "no_photo": _("belum ada foto"), "item": _("Butir"),
        "there": _("Ada"), "absent": _("Belum"), "proof": _("Bukti"), "small": small,
    }  # fmt: skip


def _small(found: SheetCard, version: VersionLine | None) -> str:
    if version is None:
        return _("Draf, belum diserahkan. Dasar: %(cite)s") % {"cite": found.kind.cite}
    told = {"number": version.number, "day": day(version.at.date()), "by": version.by, "hash": version.sha256[:16]}
    return _("Versi %(number)s, diserahkan %(by)s %(day)s. Sidik isi %(hash)s") % told


def _cell(found: SheetCard, one: DrawnCell) -> dict[str, Any]:
    cell = found.kind.by_key[one.key]
    return {
        "label": one.label, "text": one.text, "lines": list(one.lines), "place": list(cell.place or ()),
        "tone": cell.tone, "heads": [{"label": head.label, "figure": head.figure} for head in one.heads],
        "rows": [[_value(value) for value in row] for row in one.rows], "kind": cell.kind, "held": one.held,
        "file": one.file_name, "hash": one.sha256[:16],
    }  # fmt: skip


def _value(one: Shown) -> dict[str, Any]:
    return {"text": one.text, "figure": one.figure, "photo": one.photo, "label": one.label}


def _pictures(made: Drawn) -> dict[str, bytes]:
    """The photos the sheet names, small enough for a page."""
    named = {value.photo for cell in made.cells for row in cell.rows for value in row if value.photo}
    kept = store.kept(UUID(one) for one in named)
    return {str(id): store.content_of(one.sha256, thumbnail=True) for id, one in sorted(kept.items())}
