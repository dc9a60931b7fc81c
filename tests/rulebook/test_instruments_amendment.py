"""An amendment is a new file: it changes scores from its day on and leaves the old file and results as they were."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.delta import delta
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.outcome import Outcome
from sidamping.rules.changes import differences
from sidamping.rules.instruments import instrument, pinned_instrument
from sidamping.rules.loader import Book, read_book
from sidamping.rules.validate import check
from tests.rulebook.test_instruments_ksp import ALL_YES, BEST
from tests.rules.books_of import copied

OLD, NEW = "instruments/ksp-health/2016-04-01.yaml", "instruments/ksp-health/2027-01-01.yaml"


@pytest.fixture
def amended(tmp_path: Path) -> Path:
    """A rulebook in which own capital of 20 to 40 percent is worth 60 instead of 50 from 2027 on."""
    root = copied(tmp_path)
    text = (root / OLD).read_text("utf-8")
    (root / NEW).write_text(text.replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 60'), "utf-8")
    return root


def scored(book: Book, on: date, data: dict[str, Any] | None = None) -> Outcome:
    used = instrument("ksp-health", on, within=book)
    return score(used, read_filling(used, data or {"ratios": {"ms_ta": 30}}), on=on)


def test_an_amendment_changes_scores_only_from_its_day(amended: Path) -> None:
    book = read_book(amended)
    before, after = scored(book, date(2026, 12, 31)), scored(book, date(2027, 1, 1))
    assert (before.components[0].score, after.components[0].score) == (3, Fraction("3.6"))
    assert (before.instrument.path, after.instrument.path) == (OLD, NEW)


def test_the_amendment_passes_the_checks_and_the_old_seal_stands(amended: Path) -> None:
    assert check(amended) == []
    sealed = (amended / "SEALED").read_text("utf-8")
    assert f"{read_book(amended).files[OLD].sha256}  {OLD}" in sealed


def test_before_and_after_an_amendment_are_not_compared(amended: Path) -> None:
    book = read_book(amended)
    before, after = scored(book, date(2026, 12, 31)), scored(book, date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        delta(before, after)
    assert refused.value.codes == ["SCORING_019"]


@pytest.mark.parametrize(
    ("day", "total", "category"),
    [
        ("2016-04-01", "79.9", "Cukup Sehat"),
        ("2026-11-22", "79.9", "Cukup Sehat"),
        ("2026-12-31", "79.9", "Cukup Sehat"),
        ("2027-01-01", "80.5", "Sehat"),
        ("2030-01-01", "80.5", "Sehat"),
    ],
)
def test_a_whole_result_changes_on_the_day_of_the_amendment(
    amended: Path, day: str, total: str, category: str
) -> None:
    """Own capital of 30 percent brings 3 points before and 3.6 from that day on; the rest stays at 76.9."""
    data = {"ratios": {**BEST, "ms_ta": 30, "kas": 25, "vpa": 50, "ldr": 79}, "answers": {**ALL_YES, "mu": 1, "ml": 4}}
    made = scored(read_book(amended), date.fromisoformat(day), data)
    assert (made.total, made.category.id if made.category else "") == (Fraction(total), category)


def test_what_was_decided_under_the_old_file_is_found_and_scored_again_the_same(amended: Path) -> None:
    book = read_book(amended)
    before = scored(book, date(2026, 12, 31)).plain()
    kept = pinned_instrument("ksp-health", "2016-04-01")
    again = score(kept, read_filling(kept, {"ratios": {"ms_ta": 30}}), on=date(2026, 12, 31)).plain()
    assert (again["sha256"], again["components"]) == (before["sha256"], before["components"])


def test_the_change_of_the_amendment_is_one_band(amended: Path) -> None:
    files = read_book(amended).files
    assert [one.key for one in differences(files[OLD], files[NEW])] == ["components.ms_ta.bands"]


def test_an_amendment_of_one_province_holds_only_there(tmp_path: Path) -> None:
    root = copied(tmp_path)
    text = (root / OLD).read_text("utf-8")
    (root / NEW.replace(".yaml", ".53.yaml")).write_text(text.replace("value: 50", "value: 60", 1), "utf-8")
    assert check(root) == []
    assert scored(read_book(root), date(2027, 1, 1)).instrument.path == OLD
