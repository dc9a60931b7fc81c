"""Who answered and how it came: a name can be taken out again, an unknown source is refused instead of cut."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.assessments import services
from sidamping.features.assessments.models import Filling
from tests.features.assessments import rounds
from tests.people import Cast


def kept(cast: Cast, **changes: Any) -> int:
    """Own amounts saved against what is stored, with something of where they come from."""
    row = Filling.objects.get()
    return services.save_filling(
        by=rounds.agnes(cast), assessment=row.assessment_id, values=rounds.AMOUNTS, notes={}, seen=row.revised,
        now=rounds.NOW, **changes,
    )


def test_a_source_that_is_not_in_the_list_is_refused(cast: Cast) -> None:
    rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    with pytest.raises(Refused) as caught:
        kept(cast, source="a source of many letters")
    assert [(one.code, one.where) for one in caught.value.problems] == [("GENERAL_002", "source")]
    assert kept(cast, source="transcribed") == 1
    assert Filling.objects.get().source == "transcribed"


def test_who_answered_is_taken_out_by_an_empty_name_and_kept_when_nothing_is_said(cast: Cast) -> None:
    rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    for said, seen in (({"answered_by": " Bendahara "}, "Bendahara"), ({}, "Bendahara"), ({"answered_by": ""}, "")):
        kept(cast, **said)
        assert Filling.objects.get().answered_by == seen


def test_a_filling_from_another_program_is_told_apart_and_keeps_who_answered(cast: Cast) -> None:
    round_ = rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)
    client = Client()
    client.force_login(cast.agnes)
    for seen, sent in enumerate(({"inputs.kas": "5"}, {"inputs.kas": "6"})):
        body = {"seen": seen, "values": sent, **({"answered_by": "Bendahara"} if not seen else {})}
        answer = client.post(f"/api/v1/assessments/{round_}/filling", body, content_type="application/json")
        assert answer.status_code == 200
    row = Filling.objects.get()
    assert (row.source, row.answered_by, row.revised) == ("imported", "Bendahara", 2)
