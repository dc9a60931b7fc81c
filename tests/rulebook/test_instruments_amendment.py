"""An amendment is a new file: it changes scores from its day on and leaves the old file and results as they were."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.delta import delta
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.outcome import Outcome
from sidamping.rules.in_force import pick
from sidamping.rules.instruments import built
from sidamping.rules.loader import Book, read_book
from sidamping.rules.validate import check
from tests.rules.books_of import copied

OLD, NEW = "instruments/ksp-health/2016-04-01.yaml", "instruments/ksp-health/2027-01-01.yaml"


@pytest.fixture
def amended(tmp_path: Path) -> Path:
    """A rulebook in which own capital of 20 to 40 percent is worth 60 instead of 50 from 2027 on."""
    root = copied(tmp_path)
    text = (root / OLD).read_text("utf-8")
    (root / NEW).write_text(text.replace('x: "(20, 40]", value: 50', 'x: "(20, 40]", value: 60'), "utf-8")
    return root


def scored(book: Book, on: date) -> Outcome:
    file = pick(book.of("instruments", "ksp-health"), on)
    assert file is not None
    used = built(file)
    return score(used, read_filling(used, {"ratios": {"ms_ta": 30}}), on=on)


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
