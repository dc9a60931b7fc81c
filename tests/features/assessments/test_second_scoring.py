"""Blind second scoring, self-assessment beside it, and how far they agree: nobody reads the other's before the own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

import pytest
from django.test import override_settings

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Filling
from sidamping.features.assessments.queries.lines import AssessmentCard
from sidamping.features.assessments.queries.scope import is_drawn
from sidamping.platform.access.viewer import Viewer
from tests.features.assessments import rounds
from tests.people import Cast, look

NOW = rounds.NOW
FIRST_DRAWN = [4, 12, 40, 41, 49]
"""The first of the numbers 0, 1, … that the secret 'di sini' draws."""


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def card_of(viewer: Viewer, round_: UUID) -> AssessmentCard:
    card = queries.assessment_card(viewer, round_)
    assert card is not None
    return card


def invited(by: Viewer, round_: UUID, part: str, who: UUID) -> UUID:
    return services.invite(by=by, assessment=round_, part=part, user_id=who)


def drawn(by: Viewer, party: UUID, values: Mapping[str, str] = rounds.AMOUNTS) -> UUID:
    """A round that is drawn for a second scoring, handed in by its lead."""
    return rounds.handed_in(by, party, values, id=rounds.number(drawn=True))


def offered(by: Viewer, round_: UUID) -> set[str]:
    """The names of those who may be asked as second."""
    return {one.name for one in queries.to_invite(by, round_).get("second", ())}


def test_neither_assessor_reads_the_other_before_both_have_handed_in(cast: Cast) -> None:
    agnes, berta = rounds.agnes(cast), look(rounds.assessor("berta"))
    round_ = drawn(agnes, cast.merah_putih.pk, {**rounds.AMOUNTS, "answers.mu.1": "ya"})
    invited(agnes, round_, "second", berta.user_id)
    for viewer in (agnes, berta):
        assert [one.by_id for one in card_of(viewer, round_).fillings] == [viewer.user_id]
        assert queries.agreement(card_of(viewer, round_)) is None
    rounds.saved(berta, round_, {**rounds.AMOUNTS, "answers.mu.1": "tidak", "answers.mu.2": "ya"})
    services.submit_filling(by=berta, assessment=round_, now=NOW)
    for viewer in (agnes, berta, look(cast.yosef)):
        told = queries.agreement(card_of(viewer, round_))
        assert told is not None and (told.same, told.asked) == (2, 4)
        assert [(one.key, one.lead, one.other) for one in told.items] == [
            ("answers.mu.1", "ya", "tidak"), ("answers.mu.2", "", "ya"),
        ]
        assert next(one for one in told.components if one.key == "ms_ta").gap == Decimal(0)


def test_an_uninvolved_assessor_reads_nothing_while_a_blind_scoring_is_open(cast: Cast) -> None:
    agnes, berta, third = rounds.agnes(cast), look(rounds.assessor("berta")), look(rounds.assessor("third"))
    round_ = drawn(agnes, cast.merah_putih.pk)
    invited(agnes, round_, "second", berta.user_id)
    assert card_of(third, round_).fillings == ()
    assert len(card_of(look(cast.yosef), round_).fillings) == 1


def test_a_drawn_round_waits_for_a_second_assessor_before_others_read_it(cast: Cast) -> None:
    agnes, third = rounds.agnes(cast), look(rounds.assessor("third"))
    for drawn in (True, False):
        round_ = rounds.handed_in(agnes, cast.merah_putih.pk, id=rounds.number(drawn=drawn))
        card = card_of(third, round_)
        assert (card.head.sampled, "decide" in card.may, len(card.fillings)) == (drawn, not drawn, int(not drawn))


def test_a_drawn_round_without_a_second_assessor_is_decided_only_with_a_reason(cast: Cast) -> None:
    yosef = look(cast.yosef)
    round_ = rounds.handed_in(rounds.agnes(cast), cast.merah_putih.pk, id=rounds.number(drawn=True))

    def decided(remark: str) -> object:
        return services.decide(by=yosef, assessment=round_, seen_ordinal=1, now=NOW, remark=remark)

    assert refused(lambda: decided("")) == ["ASSESSMENTS_015", "ASSESSMENTS_029"]
    assert decided("Hanya satu penilai di wilayah ini")
    rehearsal = rounds.opened(look(cast.ratna), cast.merah_putih.pk, id=rounds.number(drawn=True))
    assert not card_of(look(cast.ratna), rehearsal).head.sampled


def test_a_blind_second_learns_nothing_from_the_remark_of_a_return(cast: Cast) -> None:
    agnes, berta, yosef = rounds.agnes(cast), look(rounds.assessor("berta")), look(cast.yosef)
    round_ = drawn(agnes, cast.merah_putih.pk)
    invited(agnes, round_, "second", berta.user_id)
    services.send_back(by=yosef, assessment=round_, remark="Aset terlalu besar", seen_ordinal=1, now=NOW)
    remarks = {name: card_of(who, round_).steps[-1].remark for name, who in (("agnes", agnes), ("berta", berta))}
    assert remarks == {"agnes": "Aset terlalu besar", "berta": ""}
    assert len(queries.earlier_fillings(agnes, round_)) == len(queries.earlier_fillings(yosef, round_)) == 1
    assert queries.earlier_fillings(berta, round_) == queries.earlier_fillings(look(cast.maria), round_) == ()


def test_each_tenth_round_is_drawn_with_the_secret_of_the_installation() -> None:
    """Whoever opens a round chooses its number: only the server's secret may tell which numbers are drawn."""
    ids = [UUID(int=number) for number in range(4000)]

    def drawn_by(secret: str) -> list[int]:
        with override_settings(SECRET_KEY=secret):
            return [id.int for id in ids if is_drawn(id)]

    here, elsewhere = drawn_by("di sini"), drawn_by("di tempat lain")
    assert here[:5] == FIRST_DRAWN and drawn_by("di sini") == here
    assert 320 <= len(here) <= 480 and 320 <= len(elsewhere) <= 480
    foreseen = [id.int for id in ids if int.from_bytes(sha256(id.bytes).digest()[:8], "big") % 10 == 0]
    for other in (elsewhere, foreseen):
        assert len(set(here) & set(other)) <= 80, "one in ten of the one is one in ten of the other by chance alone"


def test_a_lead_learns_whether_the_round_is_drawn_only_after_handing_in(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    round_ = rounds.opened(agnes, cast.merah_putih.pk, id=rounds.number(drawn=True))
    rounds.saved(agnes, round_)
    assert not card_of(agnes, round_).head.sampled
    services.submit_filling(by=agnes, assessment=round_, now=NOW)
    assert card_of(agnes, round_).head.sampled
    services.send_back(by=look(cast.yosef), assessment=round_, remark="Perbaiki", seen_ordinal=1, now=NOW)
    assert card_of(agnes, round_).head.sampled


def test_a_part_is_for_one_person_of_the_area_and_asked_once(cast: Cast) -> None:
    agnes, berta = rounds.agnes(cast), rounds.assessor("berta")
    round_ = rounds.opened(agnes, cast.merah_putih.pk)
    first = invited(agnes, round_, "second", berta.pk)
    assert invited(agnes, round_, "second", berta.pk) == first
    assert refused(lambda: invited(agnes, round_, "second", cast.ratna.pk)) == ["ASSESSMENTS_019"]
    assert refused(lambda: invited(agnes, round_, "self", cast.maria.pk)) == ["ASSESSMENTS_018"]
    assert refused(lambda: invited(look(cast.maria), round_, "self", cast.ujang.pk)) == ["ASSESSMENTS_001"]
    assert refused(lambda: invited(look(cast.ujang), round_, "self", cast.ujang.pk)) == ["ASSESSMENTS_001"]
    free = queries.to_invite(agnes, round_)
    assert {part: [one.name for one in people] for part, people in free.items()} == {"self": ["Ujang Mantap"]}
    assert Filling.objects.count() == 2


def test_the_own_view_stands_beside_the_assessors_and_reads_nothing_of_it(cast: Cast) -> None:
    agnes, ujang, yosef = rounds.agnes(cast), look(cast.ujang), look(cast.yosef)
    round_ = rounds.handed_in(agnes, cast.merah_putih.pk)
    invited(agnes, round_, "self", cast.ujang.pk)
    rounds.saved(ujang, round_, {"inputs.modal_sendiri": "500.000.000", "inputs.total_aset": "1.000.000.000"})
    services.submit_filling(by=ujang, assessment=round_, now=NOW)
    assert [one.part for one in card_of(ujang, round_).fillings] == ["self"]
    told = queries.self_view(card_of(yosef, round_))
    assert told is not None and (told.lead_total, told.other_total) == (Decimal(3), Decimal(6))
    services.decide(by=yosef, assessment=round_, seen_ordinal=1, now=NOW, remark="Neraca saja")
    assert {one.part for one in card_of(ujang, round_).fillings} == {"self", "lead"}


def test_a_chair_alone_gives_an_own_view_which_waits_for_an_assessor(cast: Cast) -> None:
    agnes, ujang, yosef = rounds.agnes(cast), look(cast.ujang), look(cast.yosef)
    round_ = rounds.handed_in(ujang, cast.merah_putih.pk)
    assert card_of(ujang, round_).head.mine == "self"
    assert "decide" not in card_of(yosef, round_).may and card_of(agnes, round_).fillings == ()
    assert refused(
        lambda: services.decide(by=yosef, assessment=round_, seen_ordinal=1, now=NOW, remark="x")
    ) == ["ASSESSMENTS_001"]
    invited(agnes, round_, "lead", cast.agnes.pk)
    rounds.saved(agnes, round_)
    services.submit_filling(by=agnes, assessment=round_, now=NOW)
    assert "decide" in card_of(yosef, round_).may and "decide" not in card_of(agnes, round_).may


def test_amounts_go_to_nobody_who_may_not_read_the_filling(cast: Cast) -> None:
    """An office that sees the round in its list reads no draft; the mentor of the cooperative reads nothing at all."""
    agnes = rounds.agnes(cast)
    round_ = rounds.handed_in(agnes, cast.merah_putih.pk)
    services.send_back(by=look(cast.yosef), assessment=round_, remark="Perbaiki", seen_ordinal=1, now=NOW)
    rounds.saved(agnes, round_, {"inputs.kas": "77"}, seen=1)
    seen = card_of(look(cast.yosef), round_).fillings
    assert [("kas" in one.data["inputs"]) for one in seen] == [False]
    assert queries.assessment_card(look(cast.ratna), round_) is None
