"""Forms around a programme: the mentor judged, mid-term, self-assessment; and what the help texts say (B9, C10)."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.scoring.sheet import YESNO, sheet
from sidamping.rules.instruments import instrument, pinned_instrument
from sidamping.rules.loader import book

DAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("name", "subject", "respondent", "hidden"),
    [
        ("mentor-evaluation", "mentor", "chair", True),
        ("midterm-three-party", "cooperative", "assessor", False),
        ("midterm-confirmation", "mentor", "assessor", True),
        ("tkm-self-assessment", "business", "mentee", False),
        ("mentor-competence", "mentor", "assessor", False),
        ("ksp-health", "cooperative", "assessor", False),
    ],
)
def test_a_form_says_whom_it_is_about_who_answers_and_who_never_reads_it(
    name: str, subject: str, respondent: str, hidden: bool
) -> None:
    one = instrument(name, DAY)
    assert (one.subject, one.respondent, one.hidden_from_subject) == (subject, respondent, hidden)


@pytest.mark.parametrize(
    "name", ["mentor-evaluation", "midterm-three-party", "midterm-confirmation", "tkm-self-assessment"]
)
def test_a_form_whose_questions_no_source_prints_is_a_sample_and_names_no_category(name: str) -> None:
    one = instrument(name, DAY)
    assert (one.status, one.categories, one.no_category is not None) == ("contoh", (), True)


def test_the_view_of_the_participant_lies_beside_the_mentors_in_the_same_five_aspects() -> None:
    own, mentors = instrument("tkm-self-assessment", DAY), instrument("business-success", DAY)
    assert {one.key: one.weight for one in own.aspects if one.weight} == {
        one.key: one.weight for one in mentors.aspects
    }
    counts = {one.key: len(one.questions) for one in own.components if one.weight}
    assert counts == {one.key: len(one.questions) for one in mentors.components}


def test_each_of_the_38_questions_says_what_to_check() -> None:
    items = [item for section in sheet(pinned_instrument("ksp-health", "perdep-06-2016")) for item in section.items]
    asked = [item for item in items if item.kind == YESNO]
    assert len(asked) == 38
    assert all(item.help.id and item.help.en for item in asked)
    assert asked[0].help.id.startswith("Minta dokumen tertulis")
    assert next(item for item in items if item.key == "inputs.kas_dan_bank").help.id


@pytest.mark.parametrize("name", ["ksp-health", "mentor-competence"])
def test_every_help_text_belongs_to_an_amount_question_or_component_of_its_instrument(name: str) -> None:
    used = instrument(name, DAY)
    questions = {question.key for one in used.components for question in one.questions}
    (listed,) = book().of("lists", f"help-{name}")
    assert {row["code"] for row in listed.data["codes"]} <= {*used.fields, *used.by_key, *questions}


def test_criteria_of_competence_name_their_reference_and_behaviours_their_five_levels() -> None:
    items = {item.key: item for section in sheet(instrument("mentor-competence", DAY)) for item in section.items}
    assert "SOP Perusahaan" in items["answers.kuk_1_2.1"].help.id
    assert items["answers.kuk_1_2.1"].label.id.startswith("Mengidentifikasi tujuan")
    assert all(f"{level} " in items["inputs.motivasi_diri"].help.id for level in range(1, 6))
