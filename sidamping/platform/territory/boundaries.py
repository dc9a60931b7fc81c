"""Loads the outlines of provinces and regencies from a GeoJSON file of an office, thinned for the screen (F6).

All faults at once, and nothing of a file that has one. We ship no outlines: no free set is official.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.outlines import CORNERS, EAST, NORTH, SOUTH, WEST, Outline, Point, outline
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.platform.activity import journal
from sidamping.platform.territory.loader import SUBJECT
from sidamping.platform.territory.models import Boundary, Level
from sidamping.platform.territory.queries import known

TOLERANCE = {Level.PROVINCE: 0.04, Level.REGENCY: 0.015}
"""Degrees; a nation is drawn about twenty to the point of a phone, a province five times as large."""
CODES = ("kode", "code", "KODE", "kode_kemendagri")
"""What files call the code of an area."""
MOST_FAULTS = 30
REGENCY_SIGNS = 4


@dataclass(frozen=True)
class Loaded:
    """How many outlines of each level a file brought."""

    provinces: int
    regencies: int


def load_boundaries(*, file: Path, on: date, by: UUID | None = None) -> Loaded:
    """Replace the outlines of every area in the file; those of others stay."""
    features, faults = _features(file)
    refuse_if(faults[:MOST_FAULTS])
    rows = [_row(code, outline(rings, TOLERANCE[_level(code)]), on) for code, rings in features.items()]
    with transaction.atomic():
        Boundary.objects.filter(area_id__in=features).delete()
        Boundary.objects.bulk_create(rows, batch_size=200)
        levels = Counter(map(_level, features))
        loaded = Loaded(levels[Level.PROVINCE], levels[Level.REGENCY])
        journal.record("areas.boundaries_loaded", by=by, subject=SUBJECT, provinces=loaded.provinces,
                       regencies=loaded.regencies)
    return loaded


def _features(file: Path) -> tuple[dict[str, list[list[Point]]], list[Problem]]:
    """Code → rings, and everything wrong with the file."""
    try:
        told = json.loads(file.read_text("utf-8-sig"))
        features = told["features"] if told["type"] == "FeatureCollection" else []
    except (ValueError, KeyError, TypeError, RecursionError):
        features = []
    if not (isinstance(features, list) and features):
        return {}, [problem("AREAS_007", "file", seen=file.name)]
    codes = [_code(one) for one in features]
    listed = {*known(codes, Level.PROVINCE), *known(codes, Level.REGENCY)}
    found: dict[str, list[list[Point]]] = {}
    faults = []
    for place, (code, feature) in enumerate(zip(codes, features, strict=True), 1):
        if code not in listed:
            faults.append(problem("AREAS_008", code or str(place), place=place, seen=code or "-"))
        elif code in found:
            faults.append(problem("AREAS_009", code, place=place, seen=code))
        rings = list(_rings(feature))
        faults += [problem("AREAS_010", code or str(place), place=place, seen=code or "-")] if not _sound(rings) else []
        found[code] = rings
    return found, faults


def _code(feature: Any) -> str:
    """'53.01' however the file writes it: 53.01, 5301, as words or as a number."""
    properties = _part(feature, "properties")
    told = next((str(properties[name]) for name in CODES if name in properties), "")
    return f"{told[:2]}.{told[2:]}" if told.isdigit() and len(told) == REGENCY_SIGNS else told


def _rings(feature: Any) -> Iterator[list[Point]]:
    """Every ring of a polygon or of many; nothing of any other shape."""
    geometry = _part(feature, "geometry")
    told = geometry.get("coordinates") or []
    polygons = {"Polygon": [told], "MultiPolygon": told}.get(str(geometry.get("type")), [])
    try:
        for polygon in polygons:
            yield from ([(float(point[0]), float(point[1])) for point in ring] for ring in polygon)
    except (TypeError, ValueError, IndexError):
        yield []


def _part(feature: Any, name: str) -> Mapping[str, Any]:
    """A part of a feature by its names; none of what is no such thing."""
    found = feature.get(name) if isinstance(feature, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _sound(rings: Sequence[Sequence[Point]]) -> bool:
    """Closed rings within Indonesia; longitude and latitude the other way round fall into another sea."""
    return bool(rings) and all(
        len(ring) >= CORNERS and ring[0] == ring[-1]
        and all(WEST <= x <= EAST and SOUTH <= y <= NORTH for x, y in ring)
        for ring in rings
    )


def _level(code: str) -> Level:
    return Level.REGENCY if "." in code else Level.PROVINCE


def _row(code: str, drawn: Outline, on: date) -> Boundary:
    return Boundary(area_id=code, path=drawn.path, left=drawn.left, top=drawn.top, right=drawn.right,
                    bottom=drawn.bottom, loaded_on=on)
