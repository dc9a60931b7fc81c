"""Applications over the API: list, one, decide; scope, faults and repetition as on the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sidamping.features.admissions.models import Decision
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.admissions import rounds_of as told
from tests.features.admissions.rounds_of import Rounds

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/applications"


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


def test_the_api_refuses_strangers_and_wrong_input(rounds: Rounds, sign_in: Callable[[User], Client]) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    assert sign_in(rounds.dinas_tts).get(f"{ADDRESS}/{id}").status_code == 404
    assert Client().get(ADDRESS).status_code in (401, 403)
    wrong = _decide(sign_in(rounds.pmo), id, outcome="failed")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "PROGRAMMES_041"
