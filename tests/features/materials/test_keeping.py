"""A3: an office adds a piece, corrects it with a trace, retires it; nothing is ever written over or deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.materials import queries, services
from sidamping.features.materials.models import Edition, Material, Retirement
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.features.materials.shelf import added, draft
from tests.people import Cast, look

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def files_of_its_own(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)


def codes(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.codes


def change(cast: Cast, id: Any, now: datetime, *, seen: int = 1, why: str = "Angkanya keliru", **more: Any) -> int:
    files = {name: more.pop(name) for name in ("upload", "drop_file") if name in more}
    return services.change_material(
        by=look(cast.yosef), material=id, seen=seen, draft=draft(**more), why=why, now=now, **files
    )


def test_a_piece_is_added_once_however_often_it_is_sent(cast: Cast, now: datetime) -> None:
    id, by = uuid7(), look(cast.yosef)
    for _ in range(2):
        assert services.add_material(by=by, id=id, area=places.KUPANG, draft=draft(), now=now) == id
    assert (Material.objects.count(), Edition.objects.count()) == (1, 1)
    assert Activity.objects.filter(action="materials.added", subject_id=id).count() == 1
    other = draft(title="Lain")
    again = codes(lambda: services.add_material(by=by, id=id, area=places.KUPANG, draft=other, now=now))
    assert again == ["MATERIALS_006"]


def test_all_faults_of_a_piece_are_told_at_once(cast: Cast, now: datetime) -> None:
    told = codes(lambda: added(
        cast.yosef, now, title=" ", summary="x" * 301, topic="cuaca", body="|a|b|c|d|e|f|g|", programmes=("entah",)
    ))  # fmt: skip
    assert sorted(told) == ["GENERAL_001", "GENERAL_002", "GENERAL_002", "MATERIALS_001", "MATERIALS_003"]
    assert codes(lambda: added(cast.yosef, now, body=" ")) == ["MATERIALS_002"]
    assert codes(lambda: added(cast.yosef, now, upload=("kosong.pdf", b""))) == ["FILES_004"]
    assert not Material.objects.exists()


def test_only_the_office_of_the_area_keeps_its_pieces(cast: Cast, now: datetime) -> None:
    assert codes(lambda: added(cast.yosef, now, area=places.TTS)) == ["MATERIALS_004"]
    assert codes(lambda: added(cast.ratna, now)) == ["MATERIALS_004"]
    id = added(cast.sarlin, now, area=places.NTT)
    assert codes(lambda: change(cast, id, now)) == ["MATERIALS_004"]
    by = look(cast.yosef)
    assert codes(lambda: services.retire_material(by=by, material=id, why="x", now=now)) == ["MATERIALS_004"]


def test_a_correction_says_why_and_keeps_the_edition_before(cast: Cast, now: datetime) -> None:
    id = added(cast.yosef, now)
    later = now + timedelta(hours=1)
    assert codes(lambda: change(cast, id, later, why=" ", title="Baru")) == ["GENERAL_001"]
    assert change(cast, id, later, title="Baru") == 2
    assert change(cast, id, later, title="Baru") == 2, "the same again is no new edition"
    assert codes(lambda: change(cast, id, later, seen=1, title="Lain lagi")) == ["MATERIALS_005"]
    card, before = (queries.material_card(look(cast.ratna), str(id), mark) for mark in ("", "1"))
    assert card is not None and before is not None
    assert (card.line.title, before.line.title, before.outdated) == ("Baru", draft().title, True)
    assert [(one.number, one.why) for one in card.editions] == [(2, "Angkanya keliru"), (1, "")]


def test_a_file_goes_with_a_piece_until_it_is_let_go(cast: Cast, now: datetime) -> None:
    id = added(cast.yosef, now, body="", upload=("lembar.pdf", PDF))
    card = queries.material_card(look(cast.ratna), str(id))
    assert card is not None and card.file is not None and card.file.name == "lembar.pdf"
    assert codes(lambda: change(cast, id, now, body="", drop_file=True)) == ["MATERIALS_002"]
    assert change(cast, id, now, drop_file=True) == 2
    card = queries.material_card(look(cast.ratna), str(id))
    assert card is not None and card.file is None


def test_a_retired_piece_is_not_offered_and_may_be_taken_up_again(cast: Cast, now: datetime) -> None:
    id, by = added(cast.yosef, now), look(cast.yosef)
    assert codes(lambda: services.retire_material(by=by, material=id, why=" ", now=now)) == ["GENERAL_001"]
    for _ in range(2):
        services.retire_material(by=by, material=id, why="Aturannya berubah", now=now)
    assert Retirement.objects.count() == 1
    assert queries.library(by).own.rows == () and all(one.code != str(id) for one in queries.offered(by))
    assert codes(lambda: change(cast, id, now, title="Baru")) == ["MATERIALS_007"]
    assert [one.code for one in queries.library(by, queries.LibraryFilter(retired=True)).own.rows] == [str(id)]
    for _ in range(2):
        services.take_up_material(by=by, material=id, now=now)
    assert [one.code for one in queries.library(by).own.rows] == [str(id)]


@pytest.mark.parametrize("statement", [
    "UPDATE materials_edition SET title = 'Lain'",
    "UPDATE materials_edition SET superseded_at = NULL",
    "DELETE FROM materials_edition",
    "UPDATE materials_material SET area = ''",
    "DELETE FROM materials_retirement",
    "UPDATE materials_retirement SET lifted_at = NULL, lifted_by_id = NULL",
])  # fmt: skip
def test_the_database_itself_refuses_to_rewrite_a_piece(cast: Cast, now: datetime, statement: str) -> None:
    id, by = added(cast.yosef, now), look(cast.yosef)
    change(cast, id, now, title="Baru")
    services.retire_material(by=by, material=id, why="Usang", now=now)
    services.take_up_material(by=by, material=id, now=now)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("wrong", [
    {"title": ""}, {"body": ""}, {"format": "film"}, {"level": "ahli"}, {"number": 2, "why": ""}, {"number": 0},
])  # fmt: skip
def test_the_database_refuses_a_piece_that_cannot_be(cast: Cast, now: datetime, wrong: dict[str, Any]) -> None:
    row = Material.objects.create(area=places.KUPANG, by=cast.yosef, created_at=now)
    sound = {"number": 1, "title": "a", "summary": "b", "topic": "finance", "format": "guide", "level": "basic"}
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.create(material=row, by=cast.yosef, at=now, **{**sound, "body": "c", **wrong})
