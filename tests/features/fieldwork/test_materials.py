"""A3: a visit records which materials were handed over, to whom, in which state; shown where people look for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.fieldwork import PresenceDraft, fingerprint
from sidamping.domain.problems import Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.models import Delivery, VisitRevision
from sidamping.features.materials import services as materials
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.fieldwork.test_visit_pages import entry
from tests.features.fieldwork.writing import visit_draft
from tests.features.materials.shelf import STARTER, added, draft
from tests.people import Cast, look

SignIn = Callable[[User], Client]
INSERT = "INSERT INTO fieldwork_delivery (revision_id, code, version, edition_id)"


def record(cast: Cast, now: datetime, *codes: str, **changes: Any) -> Any:
    sent = visit_draft(cast.engagement, materials=codes, **changes)
    services.record_visit(by=look(cast.ratna), draft=sent, on=people.TODAY, now=now)
    return sent


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as told:
        call()
    return told.value.codes


def test_a_visit_names_what_was_handed_over(cast: Cast, now: datetime) -> None:
    own = added(cast.yosef, now)
    sent = record(cast, now, STARTER, str(own), STARTER)
    line = queries.visit(look(cast.ratna), sent.id).line
    assert [(one.code, one.mark) for one in line.materials] == [(STARTER, "2026-01-01"), (str(own), "1")]
    assert line.material_told == "Buku kas sederhana; Menghitung biaya satu bungkus; Menimbang kopi dengan benar"


def test_nothing_named_is_told_apart_from_an_old_record(cast: Cast) -> None:
    """A visit without materials keeps the fingerprint it had before there was a library."""
    sent = visit_draft(cast.engagement)
    assert fingerprint(sent) == fingerprint(replace(sent, materials=()))
    assert fingerprint(sent) != fingerprint(replace(sent, materials=(STARTER,)))


def test_a_correction_keeps_the_edition_that_was_handed_over(cast: Cast, now: datetime) -> None:
    own = added(cast.yosef, now)
    sent = record(cast, now, str(own))
    by, current = look(cast.yosef), VisitRevision.objects.get()
    materials.change_material(by=by, material=own, seen=1, draft=draft(title="Baru"), why="Salah", now=now)
    materials.retire_material(by=by, material=own, why="Usang", now=now)
    services.revise_visit(
        by=look(cast.ratna), revision=uuid7(), seen=current.pk, reason="Lembar kedua",
        draft=replace(sent, materials=(str(own), STARTER)), on=people.TODAY, now=now + timedelta(hours=1),
    )
    found = queries.visit(look(cast.ratna), sent.id)
    assert [one.mark for one in found.line.materials] == ["1", "2026-01-01"]
    assert any("Menghitung biaya" in str(one.after) for one in found.revisions[0].differences)
    assert Delivery.objects.count() == 3, "the revision before keeps its own"


def test_unknown_strange_and_retired_materials_are_refused(cast: Cast, now: datetime) -> None:
    foreign = added(cast.sarlin, now, area=people.places.TTS)
    old = added(cast.yosef, now - timedelta(days=20))
    materials.retire_material(by=look(cast.yosef), material=old, why="Usang", now=now - timedelta(days=10))
    for code in ("tidak-ada", str(uuid7()), str(foreign), str(old)):
        assert refused(lambda code=code: record(cast, now, code)) == ["FIELDWORK_038"]
    assert refused(lambda: record(cast, now, *(f"x{number}" for number in range(11)))) == ["FIELDWORK_039"]
    assert record(cast, now, str(old), visited_on=date(2026, 10, 20)), "it was still offered on that day"


def test_a_mentee_and_a_material_tell_of_each_other(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    sent = record(cast, now, STARTER)
    page = sign_in(cast.ujang).get(reverse("engagement_materials", args=[cast.engagement.pk])).content.decode()
    assert all(text in page for text in ("Menghitung biaya satu bungkus", "Ratna Tefa", str(sent.id)))
    reach = queries.reach(look(cast.yosef), STARTER)
    assert reach is not None and (reach.mentees, reach.page.rows[0].mentee_name) == (1, "Merah Putih")
    strange = queries.reach(look(cast.maria), STARTER)
    assert strange is not None and (strange.mentees, strange.page.rows) == (0, ())
    assert sign_in(cast.maria).get(reverse("engagement_materials", args=[cast.engagement.pk])).status_code == 404
    assert "Menghitung biaya" in sign_in(cast.ratna).get(f"/jurnal/{sent.id}/").content.decode()


def test_a_superseded_visit_counts_for_nothing(cast: Cast, now: datetime) -> None:
    sent, by = record(cast, now, STARTER), look(cast.ratna)
    current = VisitRevision.objects.get()
    services.revise_visit(
        by=by, revision=uuid7(), seen=current.pk, draft=replace(sent, materials=()), reason="Keliru", on=people.TODAY,
        now=now + timedelta(hours=1),
    )
    found = queries.received(by, cast.engagement.pk)
    assert found is not None and found[1] == ()
    assert queries.reach(by, STARTER).mentees == 0


def test_the_form_offers_the_library_and_keeps_what_was_ticked(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    own, client = added(cast.yosef, now), sign_in(cast.ratna)
    page = client.get("/catat/", {"dampingan": str(cast.engagement.pk), "materi": str(own)}).content.decode()
    assert f'value="{own}" checked' in page and f'value="{STARTER}"' in page
    sent = entry(cast, materials=[STARTER, str(own)])
    assert client.post("/catat/", {**sent, "result": ""}).content.decode().count(" checked") >= 2
    assert client.post("/catat/", sent).status_code == 303
    assert Delivery.objects.count() == 2
    again = client.get(f"/jurnal/{sent['id']}/ubah/").content.decode()
    assert f'value="{own}" checked' in again
    wrong = client.post("/catat/", entry(cast, starts_at="13:00", ends_at="14:00", materials=["tidak-ada"]))
    assert wrong.status_code == 422


def test_other_programs_name_materials_too(cast: Cast, sign_in: SignIn) -> None:
    id = str(uuid7())
    sent = {
        "id": id, "visited_on": "2026-11-04", "starts_at": "09:00", "ends_at": "10:00", "mode": "onsite",
        "village": people.places.BOLOK, "activity": "a", "purpose": "b", "result": "c", "materials": [STARTER],
        "presences": [{"engagement": str(cast.engagement.pk)}],
    }  # fmt: skip
    client = sign_in(cast.ratna)
    assert client.post("/api/v1/visits", sent, content_type="application/json").json() == {"id": id}
    assert client.get(f"/api/v1/visits/{id}").json()["materials"] == [
        {"code": STARTER, "title": "Menghitung biaya satu bungkus", "mark": "2026-01-01"}
    ]


def test_a_group_visit_reaches_everybody_met(cast: Cast, now: datetime) -> None:
    other = people.engagement(cast.keripik.party, cast.ratna)
    met = (PresenceDraft(cast.engagement.pk), PresenceDraft(other.pk))
    record(cast, now, STARTER, presences=met, starts_at=time(7), ends_at=time(8))
    reach = queries.reach(look(cast.yosef), STARTER)
    assert reach is not None and (reach.mentees, len(reach.page.rows)) == (2, 2)


@pytest.mark.parametrize("statement", [
    "UPDATE fieldwork_delivery SET code = 'x'",
    "DELETE FROM fieldwork_delivery",
    f"{INSERT} SELECT id, 'lain', 'materials/two-purses/2026-01-01.yaml', NULL FROM fieldwork_visitrevision",
    f"{INSERT} SELECT id, 'lain', '', NULL FROM fieldwork_visitrevision",
    f"{INSERT} SELECT r.id, 'lain', '', e.id FROM fieldwork_visitrevision r, materials_edition e",
    f"{INSERT} SELECT revision_id, code, version, NULL FROM fieldwork_delivery",
])  # fmt: skip
def test_the_database_itself_refuses_what_was_never_handed_over(cast: Cast, now: datetime, statement: str) -> None:
    added(cast.yosef, now)
    record(cast, now, STARTER)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
