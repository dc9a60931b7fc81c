"""What could undo the blindness of a second scoring: readers asked afterwards, copying after a return, withdrawing."""

from __future__ import annotations

from uuid import UUID

import pytest

from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Step
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from tests import people, places
from tests.features.assessments import rounds
from tests.features.assessments.test_second_scoring import card_of, drawn, invited, offered, refused
from tests.people import Cast, look

NOW = rounds.NOW
LIKE_SECOND = {"inputs.modal_sendiri": "100", "inputs.total_aset": "200"}


def came(by: Viewer, round_: UUID, values: dict[str, str], seen: int = 0) -> None:
    rounds.saved(by, round_, values, seen)
    services.submit_filling(by=by, assessment=round_, now=NOW)


@pytest.fixture
def berta(cast: Cast) -> Viewer:
    """A second assessor of Kupang."""
    return look(rounds.assessor("berta"))


@pytest.fixture
def seconded(cast: Cast, berta: Viewer) -> UUID:
    """A drawn round in which the lead and then the second have handed in: two amounts, both different."""
    round_ = drawn(rounds.agnes(cast), cast.merah_putih.pk)
    invited(rounds.agnes(cast), round_, "second", berta.user_id)
    came(berta, round_, LIKE_SECOND)
    return round_


def test_nobody_who_could_read_the_lead_is_asked_as_second(cast: Cast, berta: Viewer) -> None:
    """Assessors of the area read a round that was not drawn, so a second is asked there before it is handed in."""
    agnes = rounds.agnes(cast)
    undrawn = rounds.opened(agnes, cast.merah_putih.pk)
    assert "Berta" in offered(agnes, undrawn)
    came(agnes, undrawn, dict(rounds.AMOUNTS))
    assert len(card_of(berta, undrawn).fillings) == 1 and offered(agnes, undrawn) == set()
    assert refused(lambda: invited(agnes, undrawn, "second", berta.user_id)) == ["ASSESSMENTS_018"]
    services.send_back(by=look(cast.yosef), assessment=undrawn, remark="Perbaiki", seen_ordinal=1, now=NOW)
    assert offered(agnes, undrawn) == set()


def test_an_overseer_who_is_also_an_assessor_is_no_blind_second(cast: Cast, berta: Viewer) -> None:
    agnes = rounds.agnes(cast)
    people.appoint(cast.yosef, roles.ASSESSOR, area=places.KUPANG)
    round_ = drawn(agnes, cast.merah_putih.pk)
    assert len(card_of(look(cast.yosef), round_).fillings) == 1
    assert (card_of(berta, round_).fillings, offered(agnes, round_) & {"Berta", "Yosef Nubatonis"}) == ((), {"Berta"})
    assert refused(lambda: invited(agnes, round_, "second", cast.yosef.pk)) == ["ASSESSMENTS_018"]
    assert invited(agnes, round_, "second", berta.user_id)


def test_agreement_is_that_of_the_first_fillings_whatever_is_copied_after_a_return(
    cast: Cast, seconded: UUID
) -> None:
    agnes, yosef = rounds.agnes(cast), look(cast.yosef)
    services.send_back(by=yosef, assessment=seconded, remark="Periksa aset", seen_ordinal=1, now=NOW)
    assert queries.agreement(card_of(agnes, seconded)) is None
    came(agnes, seconded, LIKE_SECOND, seen=1)
    for viewer in (yosef, agnes):
        card = card_of(viewer, seconded)
        told = queries.agreement(card)
        assert told is not None and (told.same, told.asked) == (0, 2)
        assert [one.data["inputs"]["total_aset"] for one in card.fillings if one.part == "lead"] == [200]


def test_a_round_that_two_score_is_withdrawn_by_an_overseer_alone(cast: Cast, seconded: UUID) -> None:
    agnes, yosef = rounds.agnes(cast), look(cast.yosef)
    unseconded = drawn(agnes, cast.foreign_cooperative.pk)
    for round_ in (seconded, unseconded):
        assert "withdraw" not in card_of(agnes, round_).may
        assert refused(
            lambda round_=round_: services.withdraw(by=agnes, assessment=round_, now=NOW, remark="Salah")
        ) == ["ASSESSMENTS_033"]
    assert "withdraw" in card_of(yosef, seconded).may
    for _ in range(2):
        services.withdraw(by=yosef, assessment=seconded, now=NOW, remark="Salah koperasi")
    assert Step.objects.filter(act="withdrawn").count() == 1


def test_a_withdrawn_round_shows_nobody_more_than_the_own_answers(cast: Cast, berta: Viewer, seconded: UUID) -> None:
    agnes, yosef = rounds.agnes(cast), look(cast.yosef)
    services.withdraw(by=yosef, assessment=seconded, now=NOW, remark="Salah koperasi")
    for viewer, parts in ((agnes, ["lead"]), (berta, ["second"]), (yosef, [])):
        card = card_of(viewer, seconded)
        assert ([one.part for one in card.fillings], queries.agreement(card)) == (parts, None)
        assert queries.earlier_fillings(viewer, seconded) == ()
    assert card_of(yosef, seconded).steps[-1].remark == "Salah koperasi"


def test_a_draft_tells_its_lead_nothing_of_the_draw_by_what_may_be_done(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    told = [
        (card_of(agnes, round_).may, offered(agnes, round_), card_of(agnes, round_).head.sampled)
        for round_ in (
            rounds.opened(agnes, cast.merah_putih.pk, id=rounds.number(drawn=drawn_)) for drawn_ in (True, False)
        )
    ]
    assert told[0] == told[1] and "withdraw" in told[0][0]
