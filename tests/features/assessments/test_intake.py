"""A phone's answers go into the filling of their writer; what was changed in between is a conflict, never lost (F1)."""

from __future__ import annotations

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.sync import Facts
from sidamping.features.assessments import intake
from sidamping.features.assessments.models import Filling
from sidamping.platform.database.ids import uuid7
from tests.features.assessments import rounds
from tests.people import Cast, look

ANSWERS = {"inputs.total_aset": "1.000.000.000", "answers.mu.1": "ya"}


def test_answers_are_kept_and_handed_in(cast: Cast) -> None:
    by = rounds.agnes(cast)
    round_ = rounds.opened(by, cast.engagement.mentee_id)
    sent = {"assessment": str(round_), "seen": 0, "values": {**ANSWERS, **rounds.AMOUNTS}, "hand_in": True}
    assert intake.answers(by, Facts(uuid7()), sent, rounds.NOW) == round_
    row = Filling.objects.get(assessment=round_)
    assert (row.data["answers"]["mu"]["1"], row.submitted_at) == ("ya", rounds.NOW)


def test_answers_against_an_older_state_conflict_until_somebody_chooses_them(cast: Cast) -> None:
    by = rounds.agnes(cast)
    round_ = rounds.opened(by, cast.engagement.mentee_id)
    rounds.saved(by, round_)
    sent = {"assessment": str(round_), "seen": 0, "values": {"inputs.total_aset": "900.000.000"}}
    with pytest.raises(Refused) as refused:
        intake.answers(by, Facts(uuid7()), sent, rounds.NOW)
    assert set(refused.value.codes) <= intake.CONFLICTS
    assert intake.answers(by, Facts(uuid7(), instead=uuid7()), sent, rounds.NOW) == round_
    assert Filling.objects.get(assessment=round_).data["inputs"]["total_aset"] == 900_000_000


def test_a_stranger_and_an_unknown_item_are_refused_by_name(cast: Cast) -> None:
    by = rounds.agnes(cast)
    round_ = rounds.opened(by, cast.engagement.mentee_id)
    for who, values, codes in ((look(cast.maria), ANSWERS, ["ASSESSMENTS_001"]), (by, {"x": "1"}, ["ASSESSMENTS_012"])):
        with pytest.raises(Refused) as refused:
            intake.answers(who, Facts(uuid7()), {"assessment": str(round_), "seen": 0, "values": values}, rounds.NOW)
        assert refused.value.codes == codes
