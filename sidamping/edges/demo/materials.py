"""Materials of the demonstration that offices added to the library, one corrected and one retired since."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.materials import services

WORDS = ("title", "summary", "topic", "format", "level", "body")


def material_id(key: str) -> UUID:
    """The identifier of an office's piece."""
    return named("material", key)


def tell_materials(start: date) -> None:
    """Each piece from its office, before the first visits of the story."""
    for row in chapter("materials")["pieces"]:
        by, id = viewer(row["by"], start), material_id(row["key"])
        draft = services.MaterialDraft(**{name: row[name] for name in WORDS})
        services.add_material(by=by, id=id, area=row["area"], draft=draft, now=moment(start, 9))
        _later(row, draft, id, start + timedelta(days=3))


def _later(row: dict[str, Any], draft: services.MaterialDraft, id: UUID, day: date) -> None:
    by = viewer(row["by"], day)
    if "corrected" in row:
        body = f"{draft.body}\n{row['corrected']['more']}"
        better = services.MaterialDraft(**{name: row[name] for name in WORDS if name != "body"}, body=body)
        services.change_material(
            by=by, material=id, seen=1, draft=better, why=row["corrected"]["why"], now=moment(day, 9)
        )
    if "retired" in row:
        services.retire_material(by=by, material=id, why=row["retired"], now=moment(day, 9))
