"""A phone's monthly figures become a month like any other; the photo of their proof may come later (C4, C9, F1)."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from sidamping.domain.problems import Refused
from sidamping.domain.sync import Facts
from sidamping.features.progress import intake
from sidamping.features.progress.models import MonthRecord
from sidamping.platform.activity.models import Activity
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import uuid7
from tests.features.progress import cases
from tests.people import Cast, look


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def sent(host: Any, **changes: Any) -> dict[str, Any]:
    return {"engagement": str(host.pk), "month": "2026-10", "turnover": 1_500_000, "proof": "photo", "photo": True,
            **changes}


def picture() -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, "JPEG")
    return made.getvalue()


def test_figures_come_first_and_their_photo_later_and_each_once(cast: Cast, host: Any, now: datetime) -> None:
    id = uuid7()
    for _ in range(2):
        assert intake.month(look(cast.ratna), Facts(id), sent(host), now) == id
        intake.month_photo(look(cast.ratna), id, "buku.jpg", picture())
    assert MonthRecord.objects.get(pk=id).turnover == 1_500_000
    assert len(store.pictures_of([id])[id]) == 1
    assert Activity.objects.filter(action="progress.proof_added").count() == 1


@pytest.mark.parametrize(
    ("changes", "codes"),
    [({"month": "Oktober"}, ["GENERAL_002"]), ({"photo": False}, ["PROGRESS_011"]), ({"turnover": "x"}, ["API_003"])],
)
def test_wrong_figures_get_their_code(cast: Cast, host: Any, now: datetime, changes: Any, codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        intake.month(look(cast.ratna), Facts(uuid7()), sent(host, **changes), now)
    assert refused.value.codes == codes


def test_a_stranger_is_refused(cast: Cast, host: Any, now: datetime) -> None:
    with pytest.raises(Refused) as refused:
        intake.month(look(cast.maria), Facts(uuid7()), sent(host), now)
    assert refused.value.codes == ["PROGRESS_001"]
