"""Two people, or two devices, act on one round at the same moment on two connections: one wins, the other is told."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sidamping.features.assessments import services
from sidamping.features.assessments.models import Assessment, Filling, Result, Step
from sidamping.features.assessments.services import opening
from tests import people
from tests.features.assessments import rounds
from tests.features.papers.test_race import at_once
from tests.people import look

NOW = rounds.NOW


@pytest.mark.django_db(transaction=True)
def test_two_deciders_at_once_make_one_result() -> None:
    cast = people.gather()
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    yosef, dominggus = look(cast.yosef), look(cast.dominggus)
    told = at_once(
        lambda: services.decide(by=yosef, assessment=round_, seen_ordinal=1, now=NOW, remark="Cukup"),
        lambda: services.send_back(by=dominggus, assessment=round_, seen_ordinal=1, now=NOW, remark="Tambah"),
    )
    assert told == ["ASSESSMENTS_014", "done"]
    assert Step.objects.count() == 2
    assert Result.objects.count() + Filling.objects.filter(replaces__isnull=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_devices_that_save_at_once_lose_nothing() -> None:
    cast = people.gather()
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    told = at_once(
        lambda: rounds.saved(agnes, round_, {"inputs.kas": "5"}),
        lambda: rounds.saved(agnes, round_, {"inputs.kas": "6"}),
    )
    assert told == ["ASSESSMENTS_009", "done"]
    assert Filling.objects.get().revised == 1


@pytest.mark.django_db(transaction=True)
def test_two_taps_on_open_and_on_hand_in_happen_once() -> None:
    cast = people.gather()
    agnes, draft = rounds.agnes(cast), rounds.draft(cast.merah_putih.pk)

    def open_it() -> object:
        return services.open_assessment(by=agnes, draft=draft, on=people.TODAY)

    assert at_once(open_it, open_it) == ["done", "done"]
    assert Assessment.objects.count() == 1
    rounds.saved(agnes, draft.id)

    def hand_in() -> object:
        return services.submit_filling(by=agnes, assessment=draft.id, now=NOW)

    assert at_once(hand_in, hand_in) == ["done", "done"]
    assert Step.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_part_is_given_to_one_of_two_invited_at_once() -> None:
    cast = people.gather()
    agnes, berta, rita = rounds.agnes(cast), rounds.assessor("berta"), rounds.assessor("rita")
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    told = at_once(*(
        lambda who=who: services.invite(by=agnes, assessment=round_, part="second", user_id=who.pk)
        for who in (berta, rita)
    ))
    assert told == ["ASSESSMENTS_019", "done"]
    assert Filling.objects.filter(part="second").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_baseline_gets_one_final_of_two_opened_at_once() -> None:
    cast = people.gather()
    agnes = rounds.agnes(cast)
    baseline = rounds.opened(agnes, cast.merah_putih.pk, purpose="baseline")
    told = at_once(*(
        lambda: rounds.opened(agnes, cast.merah_putih.pk, purpose="final", pair_id=baseline) for _ in range(2)
    ))
    assert told == ["ASSESSMENTS_007", "done"]
    assert Assessment.objects.filter(pair=baseline).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_baseline_is_not_withdrawn_while_its_final_is_being_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = people.gather()
    agnes = rounds.agnes(cast)
    baseline = rounds.opened(agnes, cast.merah_putih.pk, purpose="baseline")
    real = opening._faults

    def slowly(*args: Any) -> list[Any]:
        """Between reading the baseline and writing the final."""
        found = list(real(*args))
        time.sleep(0.6)
        return found

    def withdraw() -> None:
        time.sleep(0.3)
        services.withdraw(by=agnes, assessment=baseline, now=NOW, remark="Salah")

    monkeypatch.setattr(opening, "_faults", slowly)
    told = at_once(
        lambda: rounds.opened(agnes, cast.merah_putih.pk, purpose="final", pair_id=baseline), withdraw
    )
    assert told == ["ASSESSMENTS_032", "done"]
    assert Assessment.objects.filter(pair=baseline).count() == 1 and not Step.objects.exists()
