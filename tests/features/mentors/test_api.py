"""Mentors over the API: list, profile with masked NIK, certificates, interests declared once (A13)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from sidamping.features.mentors import services
from sidamping.features.mentors.models import Interest
from sidamping.features.mentors.services import CertificateDraft, ProfileDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast, look

SignIn = Callable[[User], Client]
ADDRESS = "/api/v1/mentors"
NIK = "5301055203900009"


def _told(cast: Cast) -> None:
    draft = ProfileDraft(nik=NIK, village=places.BOLOK, themes=("accounting",))
    services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=draft)
    paper = CertificateDraft("Pendamping UMKM", "LSP-1", date(2024, 1, 10), date(2026, 12, 1))
    services.add_certificate(by=look(cast.ratna), id=uuid7(), user=cast.ratna.id, draft=paper)


def _declare(page: Client, cast: Cast, id: UUID, **changes: Any) -> Any:
    said = {"id": str(id), "party": str(cast.keripik.pk), "kind": "family", "note": "Adik pemilik",
            "starts": "2026-01-01", **changes}
    return page.post(f"{ADDRESS}/{cast.ratna.pk}/interests", said, content_type="application/json")


def test_the_api_shows_a_mentor_with_masked_nik_and_certificates(cast: Cast, sign_in: SignIn) -> None:
    _told(cast)
    page = sign_in(cast.yosef)
    assert "Ratna Tefa" in [row["name"] for row in page.get(ADDRESS).json()["rows"]]
    assert page.get(ADDRESS, {"theme": "marketing"}).json()["rows"] == []
    card = page.get(f"{ADDRESS}/{cast.ratna.pk}").json()
    assert (card["nik"], card["themes"]) == ("5301••••••••0009", ["accounting"])
    assert [(one["scheme"], one["days_left"]) for one in card["certificates"]] == [("Pendamping UMKM", 26)]
    assert [one["number"] for one in page.get("/api/v1/certificates/expiring").json()] == ["LSP-1"]


def test_an_interest_is_declared_once_over_the_api(cast: Cast, sign_in: SignIn) -> None:
    page, id = sign_in(cast.ratna), uuid7()
    assert [_declare(page, cast, id).status_code for _ in range(2)] == [200, 200]
    assert Interest.objects.get().pk == id
    wrong = _declare(page, cast, uuid7(), note="", kind="musuh")
    assert wrong.status_code == 422
    assert {one["code"] for one in wrong.json()["problems"]} == {"GENERAL_001", "GENERAL_002"}
    assert page.get(f"{ADDRESS}/{cast.ratna.pk}").json()["interests"][0]["kind"] == "family"


def test_strangers_find_no_mentor(cast: Cast, sign_in: SignIn) -> None:
    other = people.user("lain", "Koordinator Lain")
    people.appoint(other, "coordinator", area=places.TTS)
    assert sign_in(other).get(f"{ADDRESS}/{cast.ratna.pk}").status_code == 404
    assert sign_in(cast.ujang).get(ADDRESS).status_code == 403
    assert Client().get(ADDRESS).status_code == 401
    assert _declare(sign_in(cast.maria), cast, uuid7()).status_code == 404
