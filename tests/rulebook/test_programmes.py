"""The programmes carry the path, gates, roles and routes of their sources."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.workflow import path
from sidamping.rules.books import contact_limit, pinned_programme, programme, programmes, term_limit
from sidamping.rules.in_force import NotInForce

ON = date(2026, 11, 21)


def test_the_ntt_path_has_seven_steps_from_observation_to_report() -> None:
    assert [step.code for step in programme("tpk-ntt-2018", ON).steps_of("mentee")] == [
        "observe", "terms", "organise", "carry_out", "evaluate", "correct", "report",
    ]


def test_no_activity_is_planned_before_the_first_observation() -> None:
    assert programme("tpk-ntt-2018", ON).gates == {"fieldwork.activity_planned": ("observe",)}


def test_the_path_of_a_new_mentoring_waits_for_the_observation() -> None:
    stations = path(programme("tpk-ntt-2018", ON).steps, [], date(2026, 11, 20), ON)
    assert [(one.step, one.state) for one in stations][:3] == [
        ("observe", "next"), ("terms", "waiting"), ("organise", "waiting"),
    ]


def test_the_module_has_four_stages() -> None:
    assert [step.code for step in programme("usaha-anggota-ksp", ON).steps] == [
        "prepare", "programme", "carry_out", "report",
    ]


def test_days_that_no_source_states_are_marked_as_samples() -> None:
    for one in programmes(ON):
        assert {step.when.status for step in one.steps if step.when.days is not None} == {"contoh"}


def test_roles_are_called_as_the_programme_calls_them() -> None:
    ntt = programme("tpk-ntt-2018", ON)
    assert ntt.role("mentor") == "Tenaga Pendamping Koperasi (TPK)"
    assert ntt.role("coordinator") == "Koordinator TPK Kab/Kota"
    assert programme("usaha-anggota-ksp", ON).role("mentor", "en") == "Mentor of members' businesses"


def test_cooperatives_and_businesses_may_be_mentored_in_ntt() -> None:
    ntt = programme("tpk-ntt-2018", ON)
    assert (ntt.mentee_kinds, ntt.area, ntt.time_zone) == (("cooperative", "business"), "53", "Asia/Makassar")


def test_an_engagement_keeps_the_version_it_pinned() -> None:
    pinned = programme("tpk-ntt-2018", ON).version
    assert pinned == "tpk-ntt-2018/2018-07-23+1"
    assert pinned_programme(pinned).sha256 == programme("tpk-ntt-2018", ON).sha256
    with pytest.raises(KeyError):
        pinned_programme("tpk-ntt-2018/1999-01-01")


def test_a_programme_is_listed_from_its_first_day_on() -> None:
    before, day = ({one.code for one in programmes(on)} for on in (date(2025, 11, 30), date(2025, 12, 1)))
    assert day - before == {"usaha-anggota-ksp"}
    assert "tpk-ntt-2018" in before
    with pytest.raises(NotInForce):
        programme("usaha-anggota-ksp", date(2025, 11, 30))


def test_the_contact_rule_says_that_its_number_is_a_sample() -> None:
    limit, cited = contact_limit(programme("tpk-ntt-2018", ON), on=ON)
    assert (limit, cited.status, cited.key) == (31, "contoh", "tpk-ntt-2018")


def test_a_board_term_may_last_five_years() -> None:
    years, cited = term_limit("management", on=ON)
    assert (years, cited.cite, cited.status) == (5, "uu-25-1992#pasal-29-4", "resmi")
    assert term_limit("supervision", on=ON)[1].status == "contoh"
    with pytest.raises(KeyError):
        term_limit("executive", on=ON)


def test_a_result_can_keep_the_rule_as_plain_evidence() -> None:
    evidence = term_limit("management", on=ON)[1].plain()
    assert set(evidence) == {"name", "path", "sha256", "status", "key", "cite"}
    assert len(evidence["sha256"]) == 64
