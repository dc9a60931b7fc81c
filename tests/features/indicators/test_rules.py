"""Other rules judge what stands otherwise: a new version of the rulebook is noticed, and everybody is judged anew."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection

from sidamping.edges.worker.run import run_worker
from sidamping.features.indicators.models import Judging, Stale, Summary
from sidamping.features.indicators.services import judge_all, notice_rules, rebuild, rules
from sidamping.features.programmes.models import Engagement
from tests.features.indicators.test_keeping import host, rows
from tests.features.progress import cases
from tests.people import Cast

__all__ = ["host"]


@pytest.fixture
def judged(cast: Cast, host: Engagement) -> Engagement:
    """A participant whom the rules of today say something of."""
    cases.met(cast, host, "2026-09-02", "2026-09-20")
    notice_rules()
    judge_all()
    assert rows("intensity", engagement_id=host.pk)
    return host


def other_rules() -> None:
    """As an older version of the rulebook left it: its own fingerprint, and what it said of each month."""
    Judging.objects.update(rules="0" * 64)
    Summary.objects.filter(measure="intensity").update(value=3)


def test_new_rules_judge_everybody_anew_as_a_rebuild_would(judged: Engagement) -> None:
    meant = rows()
    other_rules()
    assert rows() != meant
    assert notice_rules() == Stale.objects.count() == 1
    judge_all()
    assert rows() == meant and not Stale.objects.exists()
    rebuild()
    assert rows() == meant


def test_the_same_rules_are_noticed_once(judged: Engagement) -> None:
    other_rules()
    assert [notice_rules(), notice_rules()] == [1, 0]


def test_a_rebuild_takes_note_of_the_rules_too(judged: Engagement) -> None:
    other_rules()
    rebuild()
    assert notice_rules() == 0 and not Stale.objects.exists()


def test_a_programme_that_rules_say_nothing_of_any_more_keeps_no_judgement(
    judged: Engagement, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_rules()
    monkeypatch.setattr(rules, "judged_programmes", frozenset)
    assert notice_rules() == 0
    assert not rows("intensity") and rows("visits", engagement_id=judged.pk)


def test_a_worker_that_starts_with_another_rulebook_marks_who_must_be_judged(judged: Engagement) -> None:
    other_rules()
    run_worker(wait=False)
    assert list(Stale.objects.values_list("engagement_id", flat=True)) == [judged.pk]


def test_the_database_keeps_one_note_of_the_rules(judged: Engagement) -> None:
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("INSERT INTO indicators_judging (id, rules) VALUES (2, 'x')")
