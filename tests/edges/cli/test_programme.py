"""A seventh programme is a file: the command checks it, and the engine carries a mentee through it without new code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sidamping.domain.workflow import Act, Frame, Record, path, refusals, waits
from sidamping.edges.cli.programme import checked, programme_group
from sidamping.rules.programme_forms import Programme
from sidamping.rules.programme_parts import built

FILE = Path(__file__).parents[2] / "rulebook" / "data" / "programmes" / "inkubasi-desa.yaml"
STARTS, TODAY = date(2026, 9, 1), date(2026, 11, 21)


def spoiled(folder: Path, old: str, new: str) -> Path:
    text = FILE.read_text("utf-8")
    assert old in text
    made = folder / "program.yaml"
    made.write_text(text.replace(old, new), "utf-8")
    return made


def seventh() -> Programme:
    read, faults = checked(FILE)
    assert read is not None and not faults
    return built(read)


def carry(made: Programme, facts: dict[str, str], days: dict[str, date]) -> list[Record]:
    """Record what is open, each by its owner, until nothing is open any more."""
    records: list[Record] = []
    frame = Frame(STARTS, TODAY, facts=facts)
    while ready := [one for one in path(made.steps, records, STARTS, TODAY, facts) if one.state in ("next", "late")]:
        step = made.step(ready[0].step)
        outcome = step.outcomes[0] if step.outcomes else ""
        act = Act(step.code, days[step.code], {step.owners[0]}, outcome=outcome)
        assert refusals(made.steps, records, act, frame) == []
        records.append(Record(step.code, days[step.code]))
    return records


def test_a_sound_file_is_passed_with_its_numbers() -> None:
    answer = CliRunner().invoke(programme_group, ["check", str(FILE)])
    assert (answer.exit_code, answer.output) == (0, "Inkubasi usaha desa: 6 langkah, 2 tahap, tidak ada kesalahan.\n")


def test_the_path_is_shown_with_people_and_order() -> None:
    answer = CliRunner().invoke(programme_group, ["show", str(FILE)])
    assert answer.exit_code == 0
    assert "Kanvas usaha (Pendamping inkubasi) - sesudah: Dipilih, Pendamping dibekali" in answer.output


def test_a_seventh_programme_runs_from_its_file_alone() -> None:
    made = seventh()
    days = {step.code: date(2026, 9, 1 + at) for at, step in enumerate(made.steps)}
    records = carry(made, {"sector": "food"}, days)
    assert [one.step for one in records] == ["apply", "choose", "brief", "canvas", "close"]
    states = {one.step: one.state for one in path(made.steps, records, STARTS, TODAY, {"sector": "food"})}
    assert states["pond"] == "not_needed"
    assert {state for step, state in states.items() if step != "pond"} == {"done"}


def test_the_same_file_asks_more_of_a_fishery() -> None:
    made = seventh()
    days = {step.code: date(2026, 9, 1 + at) for at, step in enumerate(made.steps)}
    assert "pond" in [one.step for one in carry(made, {"sector": "fishery"}, days)]


def test_a_stage_is_not_skipped_in_the_seventh_programme_either() -> None:
    made = seventh()
    frame = Frame(STARTS, TODAY, facts={"sector": "food"})
    faults = refusals(made.steps, [], Act("canvas", TODAY, {"mentor"}), frame)
    assert [one.code for one in faults] == ["PROGRAMMES_012"]
    assert waits(made.step("canvas").needs, path(made.steps, [], STARTS, TODAY)) == ("choose", "brief")


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("needs: [apply]", "needs: [close]", {"PROGRAMMES_028", "PROGRAMMES_030", "PROGRAMMES_032"}),
        ("needs: [canvas, pond]", "needs: [canvas, lake]", {"RULEBOOK_007", "PROGRAMMES_029"}),
        ("stage: start, needs: [apply]", "stage: start, needs: [apply, canvas]", {"PROGRAMMES_028", "PROGRAMMES_030",
                                                                                 "PROGRAMMES_029"}),
        ("owners: [mentee], override: [pmo], cite", "cite", {"PROGRAMMES_031", "PROGRAMMES_029"}),
        ("when: {after: apply,", "when: {after: canvas,", {"PROGRAMMES_032"}),
        ("name: bmc", "name: kanvas", {"PROGRAMMES_033"}),
        ("name: business-success", "name: usaha-hebat", {"PROGRAMMES_033"}),
        ("papers: []", "papers: [lap-hebat]", {"PROGRAMMES_033"}),
        ("owners: [mentor], override: [pmo], forms", "owners: [dinas], override: [pmo], forms", {"RULEBOOK_007"}),
        ("rule: R-KONTAK", "rule: R-KONTAX", {"RULEBOOK_007"}),
        ("key: kdkmp-ba", "key: inkubasi", {"RULEBOOK_007"}),
        ("sector: [fishery]", "sector: [mining]", {"RULEBOOK_007"}),
        ("outcomes: [passed, failed]", "outcomes: [passed, failed], stops: [refused]", {"RULEBOOK_007"}),
        ("cite: sidamping#daftar}\npapers", "cite: sidamping#tidak-ada}\npapers", {"RULEBOOK_006"}),
        ("papers: []\n", "", {"RULEBOOK_004"}),
        ("contact:", "kontak: 1\ncontact:", {"RULEBOOK_003"}),
        ("title: {", "title: [", {"RULEBOOK_002"}),
    ],
)
def test_a_faulty_file_is_told_with_its_codes(tmp_path: Path, old: str, new: str, codes: set[str]) -> None:
    file = spoiled(tmp_path, old, new)
    assert {one.code for one in checked(file)[1]} == codes
    answer = CliRunner().invoke(programme_group, ["check", str(file)])
    assert answer.exit_code == 1
    assert all(code in answer.output for code in codes)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    file = spoiled(tmp_path, "name: bmc", "name: kanvas")
    file.write_text(file.read_text("utf-8").replace("key: kdkmp-ba", "key: lain"), "utf-8")
    assert {one.code for one in checked(file)[1]} == {"PROGRAMMES_033", "RULEBOOK_007"}


def test_a_file_that_is_not_there_is_told_kindly(tmp_path: Path) -> None:
    answer = CliRunner().invoke(programme_group, ["check", str(tmp_path / "hilang.yaml")])
    assert answer.exit_code == 1
    assert "PROGRAMMES_034" in answer.output
