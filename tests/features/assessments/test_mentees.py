"""A mentor reads what was decided about the own mentees, and nothing before or about others (F10, product 'Feel')."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from sidamping.features.assessments import queries, services
from sidamping.features.programmes.models import Assignment
from sidamping.platform.access.models import User
from tests.features.assessments import rounds
from tests.people import Cast, look


def test_a_mentor_reads_the_decided_result_of_an_own_mentee_and_nobody_elses(cast: Cast) -> None:
    ratna, maria = look(cast.ratna), look(cast.maria)
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    assert queries.assessment_card(ratna, round_) is None, "not before it is decided"
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Sebagian")
    card = queries.assessment_card(ratna, round_)
    assert card is not None and card.decided is not None
    assert card.may == frozenset()
    assert [one.part for one in card.fillings] == ["lead"]
    assert queries.assessment_card(maria, round_) is None


def test_a_mentor_whose_time_is_over_reads_no_more(cast: Cast) -> None:
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Sebagian")
    Assignment.objects.filter(mentor=cast.ratna).update(ends="2026-09-30")
    assert queries.assessment_card(look(cast.ratna), round_) is None


def test_the_health_of_a_mentee_stands_on_its_page(cast: Cast, sign_in: Callable[[User], Client]) -> None:
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk)
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Sebagian")
    page = sign_in(cast.ratna).get(reverse("party_health", args=[cast.merah_putih.pk])).content.decode()
    assert str(round_) in page
    assert sign_in(cast.ratna).get(reverse("result", args=[round_])).status_code == 200
