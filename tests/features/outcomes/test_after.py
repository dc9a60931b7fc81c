"""The copy to the office, follow-ups derived from the day of the result, who carries it on (B12, B13, C11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.letters.queries import letters_of
from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.models import LookBack
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.outcomes.stage import NOW, Stage, mark, modern, walk
from tests.people import Cast, look

RESULT = date(2026, 5, 29)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return modern(cast)


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes


def card(stage: Stage) -> Any:
    return engagement_card(stage.pmo(), stage.id)


def judged(stage: Stage) -> None:
    walk(stage, "result", date(2026, 5, 20))
    mark(stage, "result", RESULT)


def seen(stage: Stage, **changed: Any) -> Any:
    told: dict[str, Any] = {
        "by": stage.dinas(), "id": uuid7(), "engagement": stage.id, "month": 3, "outcome": "improved",
        "on": date(2026, 9, 1), "indicators": [("Anggota aktif", "120", "145")], "note": "Pasar tetap",
    }
    return services.look_back(**{**told, **changed})


def test_follow_ups_are_due_in_the_months_of_the_file_after_the_result(stage: Stage) -> None:
    walk(stage, "result", date(2026, 5, 20))
    assert queries.occasions_of(card(stage), date(2026, 11, 5)) == ()
    mark(stage, "result", RESULT)
    told = [(one.month, one.due, one.state) for one in queries.occasions_of(card(stage), date(2026, 11, 5))]
    assert told == [
        (3, date(2026, 8, 29), "overdue"), (6, date(2026, 11, 29), "due"), (12, date(2027, 5, 29), "planned"),
    ]


def test_the_list_of_its_owners_shows_the_overdue_first(stage: Stage, sign_in: Callable[[User], Client]) -> None:
    judged(stage)
    lines = queries.due_look_backs(stage.dinas())
    assert [(one.occasion.month, one.occasion.days_over) for one in lines] == [(3, 68), (6, 0)]
    assert queries.due_look_backs(stage.mentor()) == ()
    assert queries.due_look_backs(look(stage.cast.maria)) == ()
    page = sign_in(stage.cast.dominggus).get(reverse("look_backs")).content.decode()
    assert "Merah Putih" in page


def test_a_follow_up_is_recorded_with_outcome_and_indicators_once_a_month(stage: Stage) -> None:
    judged(stage)
    id = uuid7()
    assert seen(stage, id=id) == seen(stage, id=id) == id
    found = queries.occasions_of(card(stage), date(2026, 11, 5))[0].found
    assert found is not None and found.indicators == (("Anggota aktif", "120", "145"),)
    assert codes(lambda: seen(stage)) == ["OUTCOMES_011"]
    assert codes(lambda: seen(stage, month=12)) == ["OUTCOMES_010"]
    assert codes(lambda: seen(stage, month=6, outcome="great")) == ["OUTCOMES_008"]
    assert codes(lambda: seen(stage, by=stage.mentor(), month=6)) == ["OUTCOMES_002"]
    stop = next(one for one in card(stage).path if one.code == "follow_up")
    assert (stop.times, stop.outcome) == (1, "improved")
    with pytest.raises(DatabaseError), transaction.atomic():
        LookBack.objects.update(outcome="worse")


def test_the_form_reads_indicators_line_by_line(stage: Stage, sign_in: Callable[[User], Client]) -> None:
    judged(stage)
    address, client = reverse("look_back_add", args=[stage.id]), sign_in(stage.cast.dominggus)
    said = {"id": str(uuid7()), "month": "3", "on": "2026-09-01", "outcome": "same", "indicators": "Omzet naik"}
    answer = client.post(address, said)
    assert answer.status_code == 422 and "OUTCOMES_012" in answer.content.decode()
    answer = client.post(address, {**said, "indicators": "Omzet: Rp2.000.000 -> Rp2.500.000\nAnggota: 40 → 44"})
    assert answer.status_code == 303
    assert [one["now"] for one in LookBack.objects.get().indicators] == ["Rp2.500.000", "44"]


def test_the_same_mentoring_goes_on_under_another_owner(stage: Stage) -> None:
    judged(stage)
    told: dict[str, Any] = {"by": stage.pmo(), "id": uuid7(), "engagement": stage.id, "owner": "dinas_regency"}
    told |= {"starts": date(2026, 6, 15), "why": "Belum layak wisuda"}
    services.carry_on(**told)
    services.carry_on(**told)
    assert [(one.owner, one.starts) for one in queries.continuations_of(card(stage))] == [
        ("dinas_regency", date(2026, 6, 15))
    ]
    again = {**told, "id": uuid7(), "starts": date(2026, 7, 1)}
    assert codes(lambda: services.carry_on(**again)) == ["OUTCOMES_013"]
    assert codes(lambda: services.carry_on(**{**again, "owner": "chair", "why": ""})) == ["OUTCOMES_008", "GENERAL_001"]


def test_after_a_graduation_nobody_carries_it_on(stage: Stage) -> None:
    judged(stage)
    services.decide_verdict(
        by=stage.pmo(), id=uuid7(), engagement=stage.id, verdict="graduate", criteria="modern-coop/2024-10-10",
        on=date(2026, 6, 1), reason="Bukti dilihat di lapangan",
    )
    told = {"engagement": stage.id, "owner": "dinas_regency", "starts": date(2026, 6, 15), "why": "Lanjut"}
    assert codes(lambda: services.carry_on(by=stage.pmo(), id=uuid7(), **told)) == ["OUTCOMES_009"]


def test_the_copy_is_a_letter_that_the_office_acknowledges(
    stage: Stage, sign_in: Callable[[User], Client]
) -> None:
    walk(stage, "copy_dinas", date(2026, 5, 20))
    assert codes(lambda: services.receive_copy(by=stage.dinas(), engagement=stage.id, now=NOW)) == ["OUTCOMES_014"]
    id = uuid7()
    told: dict[str, Any] = {"engagement": stage.id, "documents": ["Laporan pendampingan"], "on": date(2026, 5, 25)}
    services.send_copy(by=stage.pmo(), id=id, **told)
    services.send_copy(by=stage.pmo(), id=id, **told)
    letters = letters_of(stage.dinas(), engagement=stage.id)
    assert [one.kind for one in letters] == ["handover-copy"]
    assert codes(lambda: services.send_copy(by=stage.pmo(), id=uuid7(), **told)) == ["OUTCOMES_015"]
    assert codes(lambda: services.receive_copy(by=stage.mentor(), engagement=stage.id, now=NOW)) == ["OUTCOMES_002"]
    answer = sign_in(stage.cast.dominggus).post(reverse("copy_receive", args=[stage.id]))
    assert answer.status_code == 303
    stops = {one.code: one.done_on for one in card(stage).path}
    assert stops["copy_dinas"] == date(2026, 5, 25) and stops["copy_received"] is not None
