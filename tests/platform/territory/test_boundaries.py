"""`sidamping areas boundaries`: outlines by Kemendagri code, all faults of a file at once, thinned for screens (F6)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sidamping.domain.problems import Refused
from sidamping.platform.activity.models import Activity
from sidamping.platform.territory.boundaries import Loaded, load_boundaries
from sidamping.platform.territory.models import Boundary
from sidamping.platform.territory.queries import boundaries
from tests import places

DAY = date(2026, 11, 5)
SQUARE = [[123.0, -10.0], [123.5, -10.0], [123.5, -9.5], [123.0, -9.5], [123.0, -10.0]]


@pytest.fixture(autouse=True)
def _places(db: None) -> None:
    places.load_places()


def feature(code: Any, ring: Any = None, kind: str = "Polygon") -> dict[str, Any]:
    rings = [ring or SQUARE]
    return {"type": "Feature", "properties": {"kode": code},
            "geometry": {"type": kind, "coordinates": rings if kind == "Polygon" else [rings]}}


def load(folder: Path, *features: Any) -> Loaded:
    file = folder / "batas.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return load_boundaries(file=file, on=DAY)


def codes(refused: Any) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in refused.value.problems]


def test_outlines_of_both_levels_are_kept_under_their_code(tmp_path: Path) -> None:
    assert load(tmp_path, feature("53"), feature("5301", kind="MultiPolygon")) == Loaded(1, 1)
    assert [one.code for one in boundaries()] == ["53"]
    (one,) = boundaries("53")
    assert (one.code, one.box) == ("53.01", (2900, 1750, 2950, 1800))
    assert one.path == "M2900 1800l50 0 0-50-50 0 0 50z"
    assert Activity.objects.filter(action="areas.boundaries_loaded").count() == 1


def test_a_second_file_replaces_its_own_areas_and_leaves_the_others(tmp_path: Path) -> None:
    load(tmp_path, feature("53"), feature("53.01"))
    load(tmp_path, feature("53", [[x + 0.5, y] for x, y in SQUARE]))
    assert dict(Boundary.objects.values_list("area_id", "left")) == {"53": 2950, "53.01": 2900}


def test_all_faults_are_told_at_once_and_nothing_is_loaded(tmp_path: Path) -> None:
    swapped = [[y, x] for x, y in SQUARE]
    with pytest.raises(Refused) as refused:
        load(
            tmp_path, feature("53"), feature("77"), feature("53"), feature("53.01", SQUARE[:-1]),
            feature("53.02", swapped), {"properties": None}, feature("53.03", kind="Point"),
        )
    assert codes(refused) == [
        ("AREAS_008", "77"), ("AREAS_009", "53"), ("AREAS_010", "53.01"), ("AREAS_010", "53.02"), ("AREAS_008", "6"),
        ("AREAS_010", "6"), ("AREAS_008", "53.03"), ("AREAS_010", "53.03"),
    ]
    assert not Boundary.objects.exists()


@pytest.mark.parametrize("shape", ["Polygon", [1], {"type": "Polygon", "coordinates": 7},
                                   {"type": "MultiPolygon", "coordinates": {"a": 1}}, {"type": ["Polygon"]}])
def test_a_shape_that_is_none_is_told_with_its_place(tmp_path: Path, shape: Any) -> None:
    with pytest.raises(Refused) as refused:
        load(tmp_path, {"properties": ["kode"], "geometry": shape}, {"properties": {"kode": "53"}, "geometry": shape})
    assert codes(refused) == [("AREAS_008", "1"), ("AREAS_010", "1"), ("AREAS_010", "53")]


@pytest.mark.parametrize("text", [
    "[" * 200_000, "bukan json", "[]", '{"type": "Feature"}', '{"type": "FeatureCollection", "features": []}',
])
def test_a_file_that_is_no_list_of_areas_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "batas.geojson"
    file.write_text(text)
    with pytest.raises(Refused) as refused:
        load_boundaries(file=file, on=DAY)
    assert codes(refused) == [("AREAS_007", "file")]


def test_the_database_refuses_a_box_turned_inside_out(tmp_path: Path) -> None:
    load(tmp_path, feature("53"))
    with pytest.raises(IntegrityError, match="boundary_has_a_box"), transaction.atomic():
        Boundary.objects.update(left=9000)
