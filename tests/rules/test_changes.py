"""What a file changes of the one before it; what a name means; who asks a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidamping.domain.problems import Refused
from sidamping.rules.changes import Difference, differences
from sidamping.rules.loader import book, read_book
from sidamping.rules.named import exactly, named
from sidamping.rules.uses import uses
from tests.rules.books_of import copied, days, small

HEALTH = "instruments/ksp-health/{}.yaml"


def changed(before: str, after: str) -> dict[str, Difference]:
    files = book().files
    return {one.key: one for one in differences(files[HEALTH.format(before)], files[HEALTH.format(after)])}


def test_a_changed_value_is_named_with_both_sides(tmp_path: Path) -> None:
    files = small(tmp_path, {"2018-01-01.yaml": days(10), "2020-01-01.yaml": days(20)}).files
    old, new = (files[f"rules/R-UJI/{day}.yaml"] for day in ("2018-01-01", "2020-01-01"))
    assert differences(old, new) == (Difference("values.limit.value", "10", "20"),)
    assert differences(old, old) == ()


def test_between_2009_and_2016_bands_and_categories_changed_and_nothing_else() -> None:
    found = changed("2009-12-01", "2016-04-01")
    assert found["categories.dalam-pengawasan"] == Difference("categories.dalam-pengawasan", None, "Dalam Pengawasan")
    assert found["categories.kurang-sehat"].after is None
    assert found["categories.cukup-sehat.x"] == Difference("categories.cukup-sehat.x", "[60, 80)", "[66, 80)")
    assert {key for key in found if key.startswith("components.") and key.endswith(".bands")} == {
        "components.ms_ta.bands",
        "components.ms_pb.bands",
        "components.pb.bands",
    }
    assert not [key for key in found if key.endswith(".weight")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("R-RAT", [("rules", "R-RAT")]),
        ("ksp-health", [("instruments", "ksp-health")]),
        ("tpk-ntt-2018", [("programmes", "tpk-ntt-2018")]),
        ("lap-kegiatan", [("papers", "lap-kegiatan")]),
        (
            "R-SEHAT",
            [("instruments", "ksp-health"), ("instruments", "ksp-health-syariah"), ("instruments", "coop-health")],
        ),
        ("R-SEHAT-2021", [("instruments", "coop-health")]),
        ("R-SEHAT-2009", [("instruments", "ksp-health")]),
        ("perdep-06-2016", [("instruments", "ksp-health")]),
        ("R-KRITERIA-MODERN", [("rules", "R-KRITERIA-MODERN"), ("instruments", "modern-coop")]),
    ],
)
def test_a_name_finds_its_files(text: str, meant: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.name) for one in named(text, book())] == meant


def test_a_year_behind_a_family_leaves_the_versions_of_that_year() -> None:
    (one,) = named("R-SEHAT-2009", book())
    assert [file.path for file in one.files] == [HEALTH.format("2009-12-01")]


def test_the_exact_name_goes_before_its_family() -> None:
    assert [one.kind for one in exactly("R-KRITERIA-MODERN", named("R-KRITERIA-MODERN", book()))] == ["rules"]


def test_an_unknown_name_is_refused_with_the_likely_one() -> None:
    with pytest.raises(Refused) as refused:
        named("R-SEHAD", book())
    assert refused.value.codes == ["RULEBOOK_021"]
    assert "R-SEHAT" in str(refused.value)
    with pytest.raises(Refused):
        named("R-SEHAT", book(), "rules")


def test_every_family_names_instruments_that_exist() -> None:
    (file,) = book().of("lists", "rule-families")
    assert all(book().of("instruments", row["code"]) for row in file.data["codes"])


def test_a_rule_is_asked_by_the_files_and_functions_that_name_it() -> None:
    assert {"papers/lap-kegiatan/2018-07-23.yaml"} <= {one.where for one in uses("R-LAPORAN-TPK", book())}
    assert any(one.where.endswith(": term_limit") for one in uses("R-MASA-JABATAN", book()))
    assert uses("R-TIDAK-ADA", book()) == ()


def test_a_draft_amendment_in_another_folder_is_compared_with_the_published_file(tmp_path: Path) -> None:
    root = copied(tmp_path)
    text = (root / HEALTH.format("2016-04-01")).read_text("utf-8")
    draft = root / HEALTH.format("2027-01-01")
    draft.write_text(text.replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 60'), "utf-8")
    files = read_book(root).files
    found = differences(files[HEALTH.format("2016-04-01")], files[HEALTH.format("2027-01-01")])
    assert [one.key for one in found] == ["components.ms_ta.bands"]
    assert "(20, 40] 60" in str(found[0].after)
