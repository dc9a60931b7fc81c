"""Every instrument can be asked: each amount, question and mark once, and its subject and respondent are known."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.sheet import YESNO, sheet
from sidamping.rules.in_force import names
from sidamping.rules.instrument_shapes import RESPONDENTS, SUBJECTS
from sidamping.rules.instruments import instrument, pinned_instrument, versions
from sidamping.rules.loader import book

ALL = [one for name in names("instruments") for one in versions(name)]


@pytest.mark.parametrize("one", ALL, ids=[one.version for one in ALL])
def test_a_sheet_asks_everything_once(one: Instrument) -> None:
    items = [item for section in sheet(one) for item in section.items]
    keys = [item.key for item in items]
    assert len(set(keys)) == len(keys)
    needed = {name for made in one.components for formula in made.formulas for name in FORMULAS[formula].inputs}
    assert needed <= {key.removeprefix("inputs.") for key in keys}
    asked = {f"answers.{made.key}.{at}" for made in one.components for at in range(1, len(made.questions) + 1)}
    assert asked == {item.key for item in items if item.kind == YESNO}
    assert {made.key for made in one.components if made.kind in ("mark", "level")} <= {
        key.removeprefix("inputs.") for key in keys
    }
    assert all(item.label.id and item.label.en and item.cite and item.used_by for item in items)


@pytest.mark.parametrize("one", ALL, ids=[one.version for one in ALL])
def test_each_instrument_says_what_it_judges_and_who_fills_it_in(one: Instrument) -> None:
    assert one.subject in SUBJECTS
    assert one.respondent in RESPONDENTS


def test_the_subjects_named_beside_the_files_are_those_of_instruments() -> None:
    (listed,) = book().of("lists", "instrument-subjects")
    assert {row["code"] for row in listed.data["codes"]} <= set(names("instruments"))
    assert {row["code"]: row["parent"] for row in listed.data["codes"]} == {
        "mentor-competence": "mentor",
        "tpkm-selection": "person",
        "business-success": "business",
        "policy-lab": "topic",
    }


def test_health_asks_44_amounts_of_two_balance_sheets_and_38_questions() -> None:
    made = sheet(pinned_instrument("ksp-health", "perdep-06-2016"))
    items = [item for section in made for item in section.items]
    assert [section.key for section in made] == [
        "permodalan",
        "kualitas_aktiva_produktif",
        "manajemen",
        "efisiensi",
        "likuiditas",
        "kemandirian_pertumbuhan",
        "jatidiri",
    ]
    assert sum(item.kind == YESNO for item in items) == 38
    assert sum(item.kind != YESNO for item in items) == 44


def test_a_question_that_stands_alone_is_asked_by_the_name_of_its_criterion() -> None:
    first = sheet(instrument("mentor-competence", date(2026, 1, 15)))[0].items[0]
    assert first.key == "answers.kuk_1_1.1"
    assert first.label.id.startswith("Mengidentifikasi karakteristik")
    assert "kompeten (K)" in first.help.id
    alone = sheet(instrument("modern-coop", date(2026, 1, 15)))[0].items[0]
    assert (alone.label.id, alone.help.id) == ("Masuk ekosistem digital", "Terpenuhi dengan bukti")
