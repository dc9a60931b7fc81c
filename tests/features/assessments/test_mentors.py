"""Judging mentors: who may, where, and what the mentor is never shown (A12, B9, B11)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.sheet import sheet
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Assessment
from sidamping.platform.access.viewer import Viewer
from tests import people
from tests.features.assessments import rounds
from tests.people import Cast, look

NOW = rounds.NOW


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def judged(by: Viewer, mentor: UUID, instrument: str) -> UUID:
    """A round about a mentor, opened for the day of the tests."""
    made = {"instrument": instrument, "mentor_id": mentor, "party_id": None, "as_of": people.TODAY}
    vouched = "53.01" if instrument == "mentor-evaluation" else ""
    return services.open_assessment(by=by, draft=rounds.draft(mentor, **made), on=people.TODAY, vouched=vouched)


def first_item(round_: UUID) -> dict[str, str]:
    row = Assessment.objects.get(pk=round_)
    item = sheet(queries.instrument_for(row.version, row.instrument))[0].items[0]
    return {item.key: "ya" if item.kind == "yesno" else "3"}


def handed_in(by: Viewer, mentor: UUID, instrument: str) -> UUID:
    round_ = judged(by, mentor, instrument)
    rounds.saved(by, round_, first_item(round_))
    services.submit_filling(by=by, assessment=round_, now=NOW)
    return round_


def decided(by: Viewer, round_: UUID) -> None:
    services.decide(by=by, assessment=round_, seen_ordinal=1, now=NOW, remark="Sebagian saja")


def test_a_mentor_reads_the_own_competence_once_it_is_decided(cast: Cast) -> None:
    agnes, ratna = rounds.agnes(cast), look(cast.ratna)
    round_ = handed_in(agnes, cast.ratna.pk, "mentor-competence")
    assert Assessment.objects.get().area_id == "53.01"
    assert queries.assessment_card(ratna, round_) is None
    decided(look(cast.yosef), round_)
    card = queries.assessment_card(ratna, round_)
    assert card is not None and card.decided is not None and card.may == frozenset()
    assert queries.assessment_card(look(cast.maria), round_) is None


def test_a_chair_judges_no_mentor_unless_the_mentoring_vouches_for_it(cast: Cast) -> None:
    ujang = look(cast.ujang)
    assert queries.subjects_to_choose(ujang, "mentor") == ()
    assert queries.available(ujang, people.TODAY, "mentor") == ()
    assert refused(lambda: judged(ujang, cast.ratna.pk, "mentor-competence")) == ["ASSESSMENTS_002"]
    assert judged(ujang, cast.ratna.pk, "mentor-evaluation")


@pytest.mark.parametrize(("who", "instrument"), [("ujang", "mentor-evaluation"), ("yosef", "midterm-confirmation")])
def test_what_is_said_without_the_mentor_is_never_shown_to_the_mentor(cast: Cast, who: str, instrument: str) -> None:
    writer, ratna = look(getattr(cast, who)), look(cast.ratna)
    round_ = handed_in(writer, cast.ratna.pk, instrument)
    decided(look(cast.dominggus), round_)
    assert queries.assessment_card(ratna, round_) is None
    assert queries.assessments_page(ratna).rows == ()
    assert queries.assessment_card(writer, round_).decided is not None  # type: ignore[union-attr]


def test_nobody_judges_oneself_nor_decides_upon_the_own_result(cast: Cast) -> None:
    people.appoint(cast.ratna, "assessor", area="53.01")
    ratna = look(cast.ratna)
    assert refused(lambda: judged(ratna, cast.ratna.pk, "mentor-competence")) == ["ASSESSMENTS_002"]
    round_ = handed_in(rounds.agnes(cast), cast.ratna.pk, "mentor-competence")
    assert queries.assessment_card(ratna, round_) is None
    assert refused(lambda: decided(ratna, round_)) == ["ASSESSMENTS_001"]


def test_mentors_and_strangers_judge_no_mentor(cast: Cast) -> None:
    for who in ("ratna", "maria", "anton"):
        viewer = look(getattr(cast, who))
        assert refused(lambda viewer=viewer: judged(viewer, cast.ratna.pk, "mentor-competence")) == ["ASSESSMENTS_002"]


def test_alternatives_are_compared_in_the_lab_and_not_opened_as_a_round(cast: Cast) -> None:
    agnes = rounds.agnes(cast)
    assert "policy-lab" not in {one.name for one in queries.available(agnes, people.TODAY)}
    topic = {"instrument": "policy-lab", "party_id": None, "topic": "Pasar desa", "as_of": people.TODAY}
    assert refused(lambda: rounds.opened(agnes, cast.merah_putih.pk, **topic)) == ["ASSESSMENTS_028"]
