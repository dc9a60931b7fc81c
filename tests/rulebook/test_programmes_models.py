"""The four models of the sources stand as files: each step cited, each sample marked, the papers' numbers kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.workflow import Act, Frame, Record, path, refusals
from sidamping.rules.books import codes_of, programme, programmes
from sidamping.rules.in_force import NotInForce, in_force
from sidamping.rules.instruments import instrument
from sidamping.rules.programme_forms import Programme

ON = date(2026, 11, 21)
NEW = ("koperasi-modern-2023", "koperasi-modern-usulan", "tkm-lanjutan-2024", "kdkmp-ba-2026")


def modern() -> Programme:
    return programme("koperasi-modern-usulan", ON)


@pytest.mark.parametrize(
    ("code", "before", "day", "status"),
    [("koperasi-modern-2023", "2022-12-31", "2023-01-01", "resmi"),
     ("koperasi-modern-usulan", "2023-12-31", "2024-01-01", "usulan"),
     ("tkm-lanjutan-2024", "2023-12-31", "2024-01-01", "resmi"),
     ("kdkmp-ba-2026", "2025-12-31", "2026-01-01", "contoh")],
)
def test_a_programme_holds_from_its_day_and_not_the_day_before(code: str, before: str, day: str, status: str) -> None:
    assert programme(code, date.fromisoformat(day)).status == status
    with pytest.raises(NotInForce):
        programme(code, date.fromisoformat(before))


def test_the_recommended_model_adds_what_the_study_adds() -> None:
    old = {step.code for step in programme("koperasi-modern-2023", ON).steps}
    new = {step.code for step in modern().steps}
    assert new - old == {"dinas_check", "sharing", "copy_dinas", "copy_received", "follow_up", "continued"}
    assert old - new == {"theme_induction"}
    added = [step for step in modern().steps if step.code in new - old]
    assert {step.status for step in added} == {"usulan"}


def test_mentors_are_sought_after_the_needs_are_settled() -> None:
    assert modern().step("call_mentors").needs == ("needs_set",)
    assert modern().step("assign").needs == ("needs",)


def test_fieldwork_waits_for_the_induction_and_the_plan_for_the_baseline() -> None:
    assert modern().gates == {"fieldwork.visit_recorded": ("induction",), "fieldwork.activity_planned": ("baseline",)}


def test_both_mid_term_meetings_come_before_the_final_assessment_and_one_is_hidden_from_the_mentor() -> None:
    assert {"midterm_three", "midterm_confirm"} <= set(modern().step("final").needs)
    assert modern().step("midterm_confirm").hidden_from == ("mentor",)
    assert modern().step("midterm_three").hidden_from == ()


def test_the_final_assessment_is_due_four_months_after_the_baseline() -> None:
    records = [("baseline", date(2026, 1, 31))]
    stations = {one.step: one for one in path(modern().steps, records, date(2026, 1, 1), date(2026, 2, 1))}
    assert stations["final"].due == date(2026, 5, 31)


def test_the_five_general_deliverables_and_those_of_six_themes() -> None:
    works = modern().deliverables
    assert works is not None
    assert works.of("") == ("pos", "bmc", "swot", "stakeholder-map", "product-catalogue")
    assert works.of("governance")[5:] == ("statutes", "nik-certificate", "structure", "sixteen-books")
    assert len(works.themes) == 6
    assert set(codes_of("mentoring-themes")) - set(works.themes) == {"other"}


def test_the_interview_weights_are_normalised_to_a_whole() -> None:
    interview = modern().recruitment.interview if modern().recruitment else None
    assert interview is not None
    used = instrument(interview.instrument, ON)
    outcome = score(used, Filling(amounts={one.key: 100 for one in used.components}), on=ON)
    assert [round(float(one.score or 0), 2) for one in outcome.components] == [17.65, 35.29, 29.41, 17.65]


def test_the_target_of_modern_cooperatives_is_five_hundred() -> None:
    assert (modern().target, programme("koperasi-modern-2023", ON).target) == (500, 500)


def test_graduation_weighs_a_hundred_points_and_every_weight_is_marked_as_sample() -> None:
    graduation = modern().graduation
    assert graduation is not None
    assert sum(one.weight for one in graduation.conditions) == 100
    assert {one.status for one in graduation.conditions} | {graduation.pass_status} == {"contoh"}


def test_the_first_month_of_an_independent_worker_has_four_works() -> None:
    tkm = programme("tkm-lanjutan-2024", ON)
    assert tkm.deliverables is not None
    assert [one.code for one in tkm.deliverables.general if one.month == 1] == [
        "bmc", "action-plan", "cash-flow", "simple-records",
    ]


def test_three_months_and_longer_for_fishery_and_farming() -> None:
    period = programme("tkm-lanjutan-2024", ON).period
    assert period is not None
    assert (period.months, period.longer_months, period.applies) == (3, 6, {"sector": ("fishery", "farming")})


def test_extra_help_with_technology_is_for_those_not_at_ease_with_it() -> None:
    tkm = programme("tkm-lanjutan-2024", ON)
    done = [(step, date(2026, 2, 1)) for step in ("first_visit",)]
    for level, state in (("weak", "next"), ("able", "not_needed")):
        stations = path(tkm.steps, done, date(2026, 1, 1), date(2026, 2, 2), {"technology": level})
        assert {one.step: one.state for one in stations}["tech_support"] == state


def test_the_load_of_a_mentor_is_a_dated_rule() -> None:
    load = programme("kdkmp-ba-2026", ON).load
    assert load is not None
    rule = in_force(load.rule, on=ON)
    assert (rule.value(load.least), rule.value(load.most)) == (7, 15)


@pytest.mark.parametrize("code", NEW)
def test_every_step_has_somebody_to_do_it_and_somebody_who_may_override(code: str) -> None:
    for step in programme(code, ON).steps:
        assert step.owners and step.override, step.code


def test_the_five_sectors_and_three_levels_are_those_of_the_paper() -> None:
    assert codes_of("tkm-sectors") == ("food", "creative", "trade", "fishery", "farming")
    assert codes_of("technology-levels") == ("skilled", "able", "weak")


def test_six_programmes_stand_side_by_side() -> None:
    assert [one.code for one in programmes(ON)] == [
        "kdkmp-ba-2026", "koperasi-modern-2023", "koperasi-modern-usulan", "tkm-lanjutan-2024", "tpk-ntt-2018",
        "usaha-anggota-ksp",
    ]


@pytest.mark.parametrize("code", [one.code for one in programmes(ON)])
def test_every_programme_can_be_walked_to_its_end_by_its_owners(code: str) -> None:
    made, starts = programme(code, ON), date(2026, 1, 5)
    facts = {"sector": "food", "technology": "weak", "theme": "governance", "need": "homebase", "income": "primary"}
    records: list[Record] = []
    day = starts
    while ready := [one for one in path(made.steps, records, starts, day, facts) if one.state in ("next", "late")]:
        step = made.step(ready[0].step)
        good = next((one for one in step.outcomes if one not in step.stops), "")
        role = step.owners[0] if step.owners else "mentor"
        act = Act(step.code, day, {role}, outcome=good)
        assert refusals(made.steps, records, act, Frame(starts, day, facts=facts)) == []
        records.append(Record(step.code, day, outcome=good))
        day += timedelta(days=1)
    assert {one.state for one in path(made.steps, records, starts, day, facts)} == {"done"}


def test_a_cooperative_the_office_does_not_confirm_goes_no_further() -> None:
    day = date(2026, 1, 5)
    passed = ("socialise", "open_call", "apply", "admin_check", "contact_check")
    records = [Record(step, day) for step in passed] + [Record("dinas_check", day, outcome="not_confirmed")]
    stations = {one.step: one for one in path(modern().steps, records, day, day)}
    assert (stations["dinas_check"].state, stations["identify"].waits_for) == ("stopped", ("dinas_check",))


def test_after_not_yet_the_mentoring_goes_on_and_the_verdict_may_come_again() -> None:
    assert modern().step("verdict").stops == ("not_yet",)
    assert "verdict" not in modern().step("continued").needs
    first = [Record("verdict", date(2026, 5, 1), outcome="not_yet")]
    later = [*first, Record("verdict", date(2026, 11, 1), outcome="graduate")]
    for records, state in ((first, "stopped"), (later, "done")):
        stations = path(modern().steps, records, date(2026, 1, 1), ON)
        assert {one.step: one.state for one in stations}["verdict"] == state
