"""Applications over the API: list, one, decide; scope, faults and repetition as on the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sidamping.features.admissions.models import Application, Decision
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.admissions import rounds_of as told
from tests.features.admissions.rounds_of import Rounds

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/applications"
ID = uuid7()


@pytest.fixture
def rounds(db: None) -> Rounds:
    return told.rounds()


def _decide(page: Client, application: Any, **body: Any) -> Any:
    said = {"id": str(uuid7()), "step": "admin_check", "outcome": "passed", "on": str(people.TODAY), **body}
    return page.post(f"{ADDRESS}/{application}/decisions", said, content_type="application/json")


def test_the_api_lists_reads_and_decides(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    page = sign_in(rounds.pmo)
    [row] = page.get(ADDRESS).json()["rows"]
    assert (row["name"], row["state"], row["stage"], row["place"]) == ("KSP Tunas Harapan", "open", "admin_check", 1)
    card = page.get(f"{ADDRESS}/{id}").json()
    assert card["phone"] == "0812••••••00" and card["missing_documents"] == []
    new = str(uuid7())
    assert [_decide(page, id, id=new).status_code for _ in range(2)] == [200, 200]
    assert Decision.objects.count() == 1
    assert page.get(f"{ADDRESS}/{id}").json()["stage"] == "contact_check"


def _submit(page: Client, cohort: Any, **changes: Any) -> Any:
    draft = told.koperasi(**changes)
    names = ("kind", "name", "village", "phone", "contact_name", "contact_position", "statement", "consent",
             "cooperative_kind", "legal_number", "answers")
    said = {"id": str(ID), **{name: getattr(draft, name) for name in names}}
    return page.post(f"/api/v1/open-calls/{cohort}/applications", said, content_type="application/json")


def test_the_api_takes_an_application_once(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    """B1: a helper is named, sent twice it is one, faults come with their codes."""
    page = sign_in(rounds.pmo)
    offered = {row["id"]: row for row in page.get("/api/v1/open-calls").json()}
    assert offered[str(rounds.modern)]["kinds"] == ["cooperative"]
    wrong = _submit(page, rounds.modern, phone="12")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "PARTIES_006"
    answers = [_submit(page, rounds.modern) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    row = Application.objects.get()
    assert (row.pk, row.assisted, row.by) == (ID, True, rounds.pmo)
    assert row.token in answers[0].json()["receipt"]
    assert _submit(page, uuid7()).status_code == 404


def test_the_api_refuses_strangers_and_wrong_input(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    assert sign_in(rounds.dinas_tts).get(f"{ADDRESS}/{id}").status_code == 404
    assert Client().get(ADDRESS).status_code in (401, 403)
    wrong = _decide(sign_in(rounds.pmo), id, outcome="failed")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "PROGRAMMES_041"
