"""C1, C4 for programs: participants, profiles and months, with the scope and the faults of the pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sidamping.features.progress.models import MonthRecord, Profile, Verification
from sidamping.platform.database.ids import uuid7
from tests.features.progress import cases
from tests.people import Cast

ROOT = "/api/v1"


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def sent(client: Any, address: str, body: dict[str, Any]) -> Any:
    return client.post(f"{ROOT}{address}", body, content_type="application/json")


def codes(answer: Any) -> set[str]:
    assert answer.status_code == 422
    return {one["code"] for one in answer.json()["problems"]}


def test_participants_are_listed_by_profile_and_page(cast: Cast, host: Any, sign_in: Any) -> None:
    cases.participant(cast, "Kue Lontar")
    cases.told(cast, host, "2026-09", 500_000)
    profile = {"id": str(uuid7()), "as_of": "2026-10-01", "sector": "food"}
    assert sent(sign_in(cast.ratna), f"/engagements/{host.pk}/profiles", profile).status_code == 200
    client = sign_in(cast.yosef)
    rows = client.get(f"{ROOT}/participants").json()["rows"]
    assert [one["mentee"] for one in rows] == ["Keripik Mantap Jaya", "Kue Lontar", "Merah Putih"]
    found = client.get(f"{ROOT}/participants", {"sector": "food"}).json()["rows"]
    assert [one["mentee"] for one in found] == ["Keripik Mantap Jaya"]
    assert (found[0]["months"], found[0]["latest_turnover"], found[0]["profile"]["sector"]) == (1, 500_000, "food")
    assert client.get(f"{ROOT}/participants/{host.pk}").json() == found[0]


def test_a_profile_sent_twice_is_kept_once_and_faults_come_all_at_once(cast: Cast, host: Any, sign_in: Any) -> None:
    client, address = sign_in(cast.ratna), f"/engagements/{host.pk}/profiles"
    before = Profile.objects.count()
    body = {"id": str(uuid7()), "as_of": "2026-10-01", "sector": "food", "cycle_months": 4}
    for _ in range(2):
        answer = sent(client, address, body)
    assert answer.json()[-1]["cycle_months"] == 4 and Profile.objects.count() == before + 1
    wrong = {"id": str(uuid7()), "as_of": "2027-01-01", "sector": "magic", "cycle_months": 99}
    assert codes(sent(client, address, wrong)) == {"PROGRESS_003", "PROGRESS_004", "PROGRESS_005"}


def test_a_month_is_recorded_corrected_and_verified(cast: Cast, host: Any, sign_in: Any) -> None:
    ratna, first = sign_in(cast.ratna), str(uuid7())
    body = {"id": first, "month": "2026-10", "turnover": 600_000}
    for _ in range(2):
        (line,) = sent(ratna, f"/engagements/{host.pk}/months", body).json()
    assert (line["turnover"], line["state"]) == (600_000, "reported")
    second = {**body, "id": str(uuid7()), "turnover": 650_000}
    assert codes(sent(ratna, f"/months/{first}/correct", {**second, "why": " "})) == {"PROGRESS_009"}
    (line,) = sent(ratna, f"/months/{first}/correct", {**second, "why": "Salah baca"}).json()
    assert line["turnover"] == 650_000 and MonthRecord.objects.count() == 2
    yosef = sign_in(cast.yosef)
    for _ in range(2):
        (line,) = sent(yosef, f"/months/{second['id']}/verify", {"how": "Buku kas dilihat"}).json()
    assert line["state"] == "verified" and Verification.objects.count() == 1
    assert codes(sent(ratna, f"/engagements/{host.pk}/months", {"id": str(uuid7()), "month": "Oktober"})) == {
        "GENERAL_002"
    }


def test_strangers_and_other_territories_find_nothing(cast: Cast, host: Any, sign_in: Any) -> None:
    month: UUID = cases.told(cast, host, "2026-09", 500_000)
    client = sign_in(cast.maria)
    assert client.get(f"{ROOT}/participants").json()["rows"][0]["mentee"] == "Kuatae Maju"
    assert client.get(f"{ROOT}/participants/{host.pk}").status_code == 404
    for address in (f"/engagements/{host.pk}/months", f"/engagements/{host.pk}/profiles"):
        assert client.get(f"{ROOT}{address}").status_code == 404
    fix = {"id": str(uuid7()), "month": "2026-09", "turnover": 1, "why": "x"}
    assert sent(client, f"/months/{month}/correct", fix).status_code == 404
    assert sent(client, f"/months/{month}/verify", {"how": "x"}).status_code == 404
    assert sign_in(cast.anton).get(f"{ROOT}/participants").status_code == 403
