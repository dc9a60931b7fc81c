"""Recruitment over the API: calls, candidates, the ranked list; scope and masks as on the pages (B3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.recruitment import calling
from tests.people import Cast

SignIn = Callable[[User], Client]
ADDRESS = "/api/v1/mentor-calls"


def test_the_api_lists_calls_candidates_and_the_ranking(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    calling.applied(call, "5301056111910005", name="Novita Ledoh")
    page = sign_in(cast.paulus)
    [row] = page.get(ADDRESS).json()["rows"]
    assert (row["id"], row["places"], row["candidates"], len(row["positions"])) == (str(call), 2, 2, 2)
    assert page.get(f"{ADDRESS}/{call}").json()["cohort"] == "Angkatan 1"
    rows = page.get(f"{ADDRESS}/{call}/candidates").json()["rows"]
    assert [(one["name"], one["state"]) for one in rows] == [("Melkianus Bire", "chosen"), ("Novita Ledoh", "open")]
    card = page.get(f"/api/v1/candidates/{id}").json()
    assert card["nik"] == "5301••••••••0004" and "339000" not in card["phone"]
    assert [one["passed"] for one in card["decisions"]] == [True, True, True]
    [place] = page.get(f"{ADDRESS}/{call}/ranking").json()["rows"]
    assert (place["rank"], place["candidate"], place["within"]) == (1, str(id), True)


def test_candidates_come_page_by_page(cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    call = calling.called(cast)
    for number in range(51):
        calling.applied(call, f"53010512048700{number:02d}")
    page = sign_in(cast.paulus)
    first = page.get(f"{ADDRESS}/{call}/candidates").json()
    second = page.get(f"{ADDRESS}/{call}/candidates", {"after": first["next_key"]}).json()
    ids = [one["id"] for one in (*first["rows"], *second["rows"])]
    assert len(set(ids)) == len(ids) == 51 and second["next_key"] == ""


def test_the_api_of_recruitment_is_closed_to_strangers(cast: Cast, sign_in: SignIn) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    mentor = sign_in(cast.ratna)
    for address in (ADDRESS, f"{ADDRESS}/{call}", f"{ADDRESS}/{call}/candidates", f"/api/v1/candidates/{id}"):
        assert mentor.get(address).status_code == 403
        assert Client().get(address).status_code == 401
    assessor = sign_in(cast.agnes)
    assert assessor.get(f"/api/v1/candidates/{id}").status_code == 404, "not asked to interview"
    assert sign_in(cast.paulus).get(f"{ADDRESS}/{uuid7()}").status_code == 404
