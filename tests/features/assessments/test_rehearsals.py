"""A mentor's rehearsal stands apart from an assessor's result: in lists, over the years and in pairs (E16)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.platform.access.models import User
from tests.features.assessments import rounds
from tests.people import Cast, look

SignIn = Callable[[User], Client]
BEFORE: dict[str, Any] = {"purpose": "baseline", "as_of": date(2024, 12, 31)}


def decided(cast: Cast, who: str, **changes: Any) -> UUID:
    round_ = rounds.handed_in(look(getattr(cast, who)), cast.merah_putih.pk, **changes)
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Neraca saja")
    return round_


@pytest.mark.parametrize(("first", "then"), [("ratna", "agnes"), ("agnes", "ratna")])
def test_a_pair_joins_no_rehearsal_with_an_assessors_round(cast: Cast, first: str, then: str) -> None:
    baseline, party = decided(cast, first, **BEFORE), cast.merah_putih.pk
    assert [one.id for one in queries.open_baselines(look(getattr(cast, then)), party)] == []
    with pytest.raises(Refused) as caught:
        rounds.opened(look(getattr(cast, then)), party, purpose="final", pair_id=baseline)
    assert caught.value.codes == ["ASSESSMENTS_006"]
    assert [one.id for one in queries.open_baselines(look(getattr(cast, first)), party)] == [baseline]
    assert rounds.opened(look(getattr(cast, first)), party, purpose="final", pair_id=baseline)
    other = decided(cast, then)
    assert queries.compare(look(cast.yosef), baseline, other) is None


def test_the_years_draw_a_rehearsal_as_another_mark_that_no_line_joins(cast: Cast, sign_in: SignIn) -> None:
    decided(cast, "ratna", as_of=date(2023, 12, 31))
    decided(cast, "agnes", as_of=date(2024, 12, 31))
    address = reverse("party_timeline", args=[cast.merah_putih.pk, "ksp-health"])
    page = sign_in(cast.yosef).get(address).content.decode()
    assert page.count('class="history-dot"') == page.count('class="history-rehearsal"') == 1
    assert "history-line" not in page
    assert "Simulasi pendamping" in page and "Hasil penilai" in page and "simulasi kami" not in page
    decided(cast, "agnes")
    page = sign_in(cast.yosef).get(address).content.decode()
    assert page.count('class="history-dot"') == 2 and page.count("history-line") == 1


def test_the_workbook_says_which_rounds_are_rehearsals(cast: Cast, sign_in: SignIn) -> None:
    decided(cast, "ratna", as_of=date(2023, 12, 31))
    decided(cast, "agnes")
    answer = sign_in(cast.yosef).get(reverse("assessments"), {"unduh": "xlsx"})
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    rows = [list(row) for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True)]
    place, heads = next((row.index("Simulasi"), at) for at, row in enumerate(rows) if "Simulasi" in row)
    assert sorted(str(row[place]) for row in rows[heads + 1 :] if row[0]) == ["tidak", "ya"]
