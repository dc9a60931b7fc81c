"""Papers for programs: listed, read and acted on with the same scope as the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from sidamping.features.papers.models import Revision
from sidamping.platform.access.models import User
from tests.features.papers import desk
from tests.people import Cast

SignIn = Callable[[User], Client]
ROOT = "/api/v1"


@pytest.fixture
def handed(cast: Cast) -> UUID:
    desk.visit(cast, date(2026, 10, 12))
    return desk.submitted(cast)


def test_papers_are_listed_within_scope(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    rows = sign_in(cast.yosef).get(f"{ROOT}/papers?kind=lap-kegiatan&month=2026-10").json()["rows"]
    assert [(one["id"], one["state"], one["number"]) for one in rows] == [
        (str(handed), "submitted", "001/LBK/TPK-NTT/53.01/X/2026")
    ]
    assert sign_in(cast.maria).get(f"{ROOT}/papers").json()["rows"] == []
    assert Client().get(f"{ROOT}/papers").status_code == 401
    wrong = sign_in(cast.yosef).get(f"{ROOT}/papers?month=okt")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "PAPERS_003"


def test_a_paper_is_read_and_acted_on(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    ujang = sign_in(cast.ujang)
    sheet = ujang.get(f"{ROOT}/papers/{handed}").json()
    assert sheet["possible"] == ["acknowledged"] and sheet["content"]["kind"] == "lap-kegiatan"
    said = {"revision": sheet["revision_id"], "ordinal": sheet["ordinal"] + 1, "action": "acknowledged"}
    for _ in range(2):
        answer = ujang.post(f"{ROOT}/papers/{handed}/act", said, content_type="application/json")
        assert answer.status_code == 200 and answer.json()["paper"]["state"] == "acknowledged"
    assert len(answer.json()["acts"]) == 2
    late = sign_in(cast.yosef).post(f"{ROOT}/papers/{handed}/act", said, content_type="application/json")
    assert late.status_code == 422 and late.json()["problems"][0]["code"] == "PAPERS_020"


def test_a_stranger_reads_and_does_nothing(cast: Cast, sign_in: SignIn, handed: UUID) -> None:
    maria = sign_in(cast.maria)
    assert maria.get(f"{ROOT}/papers/{handed}").status_code == 404
    newest = Revision.objects.get(paper=handed)
    said = {"revision": str(newest.pk), "ordinal": 2, "action": "acknowledged"}
    assert maria.post(f"{ROOT}/papers/{handed}/act", said, content_type="application/json").status_code == 404
